"""Network cameras that send MJPEG over HTTP. Used by the camera process only.

FFmpeg reads them, too, but it shows half a picture as a whole one and scales what comes in a new
size to the old one (tried: OpenCV 5.0.0, FFmpeg backend).
"""

from __future__ import annotations

import select
import time
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import (
    BaseHandler,
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

import numpy as np

from kiosk.camera.faults import SourceFault, lasting, passing
from kiosk.camera.messages import Opened
from kiosk.camera.network.jpeg_stream import JpegCutter
from kiosk.camera.picture import BadPicture, decoded, lay_into
from kiosk.camera.ring import Pixels, Size
from kiosk.camera.sources import Url, no_answer, spoken, stopped_sending
from kiosk.domain.camera import CameraTrouble

ANSWER_S = 2.5
"""For each wait. Longer than the supervisor's, which calls a camera that falls silent stalled."""

BROKEN_S = 1.5
"""With nothing but broken pictures. Shorter than the supervisor's, which can't say why."""

CHUNK = 1 << 18
CATCH_UP_NS = 20_000_000
STREAM = "multipart/"


def open_stream(place: Url) -> MjpegStream | None:
    """None for what is no MJPEG over HTTP. Raises SourceFault with words for staff."""
    parts = urlsplit(place.url)
    if parts.scheme not in ("http", "https"):
        return None
    try:
        response = _opener(parts).open(_bare(parts), timeout=ANSWER_S)
    except HTTPError as error:
        error.close()
        raise _refusal(place, error.code) from None
    except (OSError, HTTPException):
        raise no_answer(place) from None
    except ValueError:  # how urllib says that it has no password for the camera's way of asking
        raise _refusal(place, HTTPStatus.UNAUTHORIZED) from None
    if response.headers.get_content_type().startswith(STREAM):
        return MjpegStream(place, response)
    response.close()
    return None


class MjpegStream:
    """Gives the newest whole picture: what comes faster than it is taken is left out."""

    def __init__(self, place: Url, response: HTTPResponse) -> None:
        self._place = place
        self._response = response
        self._cutter = JpegCutter()
        self._more = select.poll()
        self._more.register(response, select.POLLIN)
        self._ahead = 0
        self._picture = b""
        self._ahead = self.grab()
        height, width = self._first_shape()
        self._opened = Opened(width, height, 0.0, "MJPG")

    def opened(self) -> Opened:
        return self._opened

    def grab(self) -> int:
        if self._ahead:
            stamp, self._ahead = self._ahead, 0
            return stamp
        began, broken = time.monotonic(), self._cutter.broken
        while not (pictures := self._cutter.feed(self._read())):
            if self._cutter.broken > broken and time.monotonic() - began > BROKEN_S:
                raise self._sends_broken()
        stamp = time.monotonic_ns()
        while self._more.poll(0) and time.monotonic_ns() - stamp < CATCH_UP_NS:
            chunk = self._received()
            if not chunk:
                break  # these are still good; the next call tells
            pictures = self._cutter.feed(chunk) or pictures
        self._picture = pictures[-1]
        return time.monotonic_ns()

    def retrieve(self, room: Pixels) -> Size:
        return lay_into(room, self._decoded())

    def close(self) -> None:
        self._response.close()

    def _decoded(self) -> Pixels:
        return decoded(np.frombuffer(self._picture, np.uint8))

    def _first_shape(self) -> tuple[int, int]:
        try:
            return self._decoded().shape[:2]
        except BadPicture:
            raise self._sends_broken() from None

    def _read(self) -> bytes:
        chunk = self._received()
        if not chunk:
            raise stopped_sending(spoken(self._place))
        return chunk

    def _received(self) -> bytes:
        """Empty at the end, however it came."""
        try:
            return self._response.read1(CHUNK)
        except (OSError, HTTPException):
            return b""

    def _sends_broken(self) -> SourceFault:
        return passing(
            f"{spoken(self._place)} sends broken pictures. Check its network, or set it to a "
            "smaller size.",
            CameraTrouble.UNREADABLE,
        )


def _opener(parts: SplitResult) -> OpenerDirector:
    nearby = ProxyHandler({})  # no proxy: a camera stands in the booth's own network
    if not parts.username:
        return build_opener(nearby)
    known = HTTPPasswordMgrWithDefaultRealm()
    user, password = unquote(parts.username), unquote(parts.password or "")
    known.add_password(None, _bare(parts), user, password)
    return build_opener(
        nearby, _Closer(), HTTPBasicAuthHandler(known), HTTPDigestAuthHandler(known)
    )


class _Closer(BaseHandler):
    """Lets the refusal go before the handlers after it ask again: they leave it open."""

    handler_order = 100

    def http_error_401(
        self, request: Request, response: IO[bytes], code: int, words: str, head: Message
    ) -> None:
        del request, code, words, head
        response.close()


def _bare(parts: SplitResult) -> str:
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()


def _refusal(place: Url, code: int) -> SourceFault:
    match code:
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return lasting(
                f"{spoken(place)} wants another user or password. Correct them in the camera's "
                "source: http://USER:PASSWORD@…",
                CameraTrouble.FORBIDDEN,
            )
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            words = f"There is no picture at {spoken(place)}. Correct the camera's source."
            return lasting(words, CameraTrouble.NOT_THERE)
        case _:
            return passing(
                f"{spoken(place)} answers with error {code}. Restart the camera if this goes on."
            )
