"""What pycups raises, as the booth's own errors."""

from __future__ import annotations

import cups

from kiosk.domain.errors import PrintingUnavailable, PrintRefused

CLIENT_ERRORS = range(0x0400, 0x0500)
REFUSALS_AMONG_SERVER_ERRORS = frozenset(
    {
        0x0501,  # server-error-operation-not-supported
        0x0503,  # server-error-version-not-supported
        0x0506,  # server-error-not-accepting-jobs
    }
)
"""RFC 8011, appendix B.1.5. Every other server error may be gone a moment later."""

REFUSED_BY_HTTP = frozenset({401, 403, 404, 405, 413})

FAILURES = (cups.IPPError, cups.HTTPError, RuntimeError)
"""pycups has no common base; RuntimeError is what a failed connection raises."""


def is_refusal(ipp_status: int) -> bool:
    """Whether an IPP error status (RFC 8011, appendix B) is a plain no, today and tomorrow."""
    return ipp_status in CLIENT_ERRORS or ipp_status in REFUSALS_AMONG_SERVER_ERRORS


def told(error: Exception) -> PrintingUnavailable | PrintRefused:
    """PrintRefused where CUPS answered and said no, PrintingUnavailable where that is not sure."""
    match error:
        case cups.IPPError(args=(int(code), *words)):
            said = f"CUPS: {' '.join(map(str, words)) or 'no words'} (0x{code:04x})"
            refused = is_refusal(code)
        case cups.HTTPError(args=(int(status), *_)):
            said = f"CUPS: HTTP status {status}"
            refused = status in REFUSED_BY_HTTP
        case _:
            said, refused = f"CUPS: {error}", False
    return PrintRefused(said) if refused else PrintingUnavailable(said)
