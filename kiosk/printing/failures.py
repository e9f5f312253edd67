"""What pycups raises, as the booth's own errors."""

from __future__ import annotations

import cups

from kiosk.domain.errors import PrintingUnavailable, PrintRefused

CLIENT_ERRORS = frozenset(range(0x0400, 0x0500))
REFUSALS_AMONG_SERVER_ERRORS = frozenset(
    {
        0x0501,  # server-error-operation-not-supported
        0x0503,  # server-error-version-not-supported
        0x0506,  # server-error-not-accepting-jobs
    }
)
"""RFC 8011, appendix B.1.5. Every other server error may be gone a moment later."""

NO_RIGHT = frozenset(
    {
        0x0401,  # client-error-forbidden
        0x0402,  # client-error-not-authenticated
        0x0403,  # client-error-not-authorized
        0x1000,  # libcups' own: CUPS asked for a password, and there is nobody to ask
    }
)
NO_RIGHT_BY_HTTP = frozenset({401, 403})
REFUSED_BY_HTTP = frozenset({401, 403, 404, 405, 413})

FAILURES = (cups.IPPError, cups.HTTPError, RuntimeError)
"""pycups has no common base; RuntimeError is what a failed connection raises."""


def is_refusal(ipp_status: int) -> bool:
    """Whether an IPP error status (RFC 8011, appendix B) is a plain no, today and tomorrow."""
    return ipp_status in CLIENT_ERRORS | NO_RIGHT | REFUSALS_AMONG_SERVER_ERRORS


def told(error: Exception) -> PrintingUnavailable | PrintRefused:
    """PrintRefused where CUPS answered and said no, PrintingUnavailable where that is not sure."""
    match error:
        case cups.IPPError(args=(int(code), *words)):
            said = f"CUPS: {' '.join(map(str, words)) or 'no words'} (0x{code:04x})"
            refused, barred = is_refusal(code), code in NO_RIGHT
        case cups.HTTPError(args=(int(status), *_)):
            said = f"CUPS: HTTP status {status}"
            refused, barred = status in REFUSED_BY_HTTP, status in NO_RIGHT_BY_HTTP
        case _:
            said, refused, barred = f"CUPS: {error}", False, False
    if barred:
        said += "; this booth's user may not do that in CUPS"
    return PrintRefused(said) if refused else PrintingUnavailable(said)
