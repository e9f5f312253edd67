"""One question to a printer over IPP, with a bound on how long it may take."""

from __future__ import annotations

import contextlib
import errno
import http.client
import socket
import ssl
import time
from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.printing.failures import is_refusal
from kiosk.printing.ipp import Answer, Operation, Tag, decode, encode

IPP_PORT = 631

LOOPBACK = "127.0.0.1"
"""localhost, without asking anybody, as libcups does: small systems have no name for it."""
FIRST_ERROR = 0x0100
CHUNK = 65_536
MOST_BYTES = 4_000_000
NOBODY_THERE = frozenset({errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH})


class PrinterGone(PrintingUnavailable):
    """Nothing listens at the printer's address: it is off, or unplugged."""


def speaks_ipp(uri: str) -> bool:
    parts = urlsplit(uri)
    return parts.scheme in ("ipp", "ipps") and parts.hostname is not None


def ask(
    uri: str,
    operation: Operation,
    extra: Sequence[tuple[Tag, str, str]],
    patience_s: float,
) -> Answer:
    """Raises PrintingUnavailable after ``patience_s`` (plus the time that looking up a host's
    name takes), and PrintRefused where the printer says no."""
    parts = urlsplit(uri)
    place = parts.path or "/"
    target = f"{parts.scheme}://{parts.netloc}{place}"  # CUPS' own options stay behind the "?"
    body = encode(operation, target, extra)
    deadline = time.monotonic() + patience_s
    try:
        with contextlib.closing(_connection(parts, patience_s)) as connection:
            connection.request("POST", place, body, {"Content-Type": "application/ipp"})
            response = connection.getresponse()
            answer = _read(response, deadline)
    except (OSError, http.client.HTTPException) as error:
        nobody = isinstance(error, socket.gaierror) or (
            isinstance(error, OSError) and error.errno in NOBODY_THERE
        )
        kind = PrinterGone if nobody else PrintingUnavailable
        raise kind(f"the printer at {parts.netloc} does not answer: {error}") from error
    _check(response.status, f"HTTP {response.status}", refused=400 <= response.status < 500)
    return _approved(decode(answer))


def _connection(parts: SplitResult, patience_s: float) -> http.client.HTTPConnection:
    port = parts.port or IPP_PORT
    host = LOOPBACK if parts.hostname == "localhost" else parts.hostname or ""
    if parts.scheme == "ipp":
        return http.client.HTTPConnection(host, port, timeout=patience_s)
    # Printers sign their own certificates. CUPS takes them as they are, and so does the booth.
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, port, timeout=patience_s, context=trusting)


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """A socket's timeout starts anew with every byte; the deadline does not."""
    body = bytearray()
    while chunk := response.read1(CHUNK):
        body += chunk
        if time.monotonic() > deadline or len(body) > MOST_BYTES:
            raise TimeoutError(f"its answer does not end, after {len(body)} bytes")
    return bytes(body)


def _approved(answer: Answer) -> Answer:
    said = f"IPP status 0x{answer.status:04x}"
    if answer.status >= FIRST_ERROR:
        _check(0, said, refused=is_refusal(answer.status))
    return answer


def _check(status: int, said: str, *, refused: bool) -> None:
    if status == http.HTTPStatus.OK:
        return
    kind = PrintRefused if refused else PrintingUnavailable
    raise kind(f"the printer says {said}")
