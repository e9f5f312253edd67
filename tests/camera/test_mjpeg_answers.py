"""What network cameras answer besides pictures, and how they want to be asked."""

from __future__ import annotations

import hashlib
import re
import threading
from base64 import b64encode
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np
import pytest

from kiosk.camera.faults import FaultKind, SourceFault
from kiosk.camera.network.mjpeg import MjpegStream, open_stream
from kiosk.camera.sources import Url
from tests.camera.mjpeg_server import drawn, number_in

STREAM = "multipart/x-mixed-replace; boundary=frame"
PART = b"--frame\r\nContent-Type: image/jpeg\r\n\r\n"
PICTURE = cv2.imencode(".jpg", drawn(5, 320, 240))[1].tobytes()
DIGEST = 'Digest realm="cam", nonce="n0", qop="auth", algorithm=MD5'


class Answers(BaseHTTPRequestHandler):
    """One path for each kind of camera; two pictures and the end, where it sends some."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        match self.path:
            case "/basic":
                wanted = "Basic " + b64encode(b"admin:se:cret").decode()
                self._guarded(wanted == self.headers["Authorization"], 'Basic realm="cam"')
            case "/digest":
                self._guarded(self._is_digest(self.headers["Authorization"] or ""), DIGEST)
            case "/chunked":
                self._begin(200, STREAM, ("Transfer-Encoding", "chunked"))
                for part in (PART + PICTURE[:500], PICTURE[500:], PART + PICTURE):
                    self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                self.wfile.write(b"0\r\n\r\n")
            case "/page":
                self._begin(200, "text/html", ("Content-Length", "0"))
            case "/missing":
                self._begin(404, "text/html", ("Content-Length", "0"))
            case _:
                self._begin(503, "text/html", ("Content-Length", "0"))

    def log_message(self, *_: object) -> None:
        """Not on the test's terminal."""

    def _guarded(self, allowed: bool, challenge: str) -> None:  # noqa: FBT001 - as above
        if not allowed:
            self._begin(401, "text/html", ("Content-Length", "0"), ("WWW-Authenticate", challenge))
            return
        self._begin(200, STREAM, ("Connection", "close"))
        self.wfile.write(PART + PICTURE + b"\r\n" + PART + PICTURE)

    def _begin(self, code: int, kind: str, *headers: tuple[str, str]) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def _is_digest(self, sent: str) -> bool:
        """RFC 7616, section 3.4.1."""
        said = dict(re.findall(r'(\w+)="?([^",]+)"?', sent))
        if not said:
            return False
        ha1, ha2 = _md5("admin:cam:se:cret"), _md5(f"GET:{self.path}")
        middle = f"{said['nonce']}:{said['nc']}:{said['cnonce']}:{said['qop']}"
        return said["response"] == _md5(f"{ha1}:{middle}:{ha2}")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def stream_at(url: str) -> closing[MjpegStream]:
    stream = open_stream(Url(url))
    assert stream is not None
    return closing(stream)


def fault_at(place: Url) -> SourceFault:
    with pytest.raises(SourceFault) as caught:
        open_stream(place)
    return caught.value


@pytest.mark.parametrize("path", ["basic", "digest"])
def test_user_and_password_of_the_source_open_a_guarded_camera(port: int, path: str) -> None:
    room = np.zeros(320 * 240 * 3, np.uint8)
    with stream_at(f"http://admin:se%3Acret@127.0.0.1:{port}/{path}") as stream:
        stream.grab()
        stream.retrieve(room)
    assert number_in(room.reshape(240, 320, 3)) == 5


@pytest.mark.parametrize("user", ["", "admin:wrong@"])
@pytest.mark.parametrize("path", ["basic", "digest"])
def test_without_the_right_ones_it_is_a_lasting_fault(port: int, path: str, user: str) -> None:
    fault = fault_at(Url(f"http://{user}127.0.0.1:{port}/{path}")).fault
    assert fault.kind is FaultKind.LASTING
    assert "wants another user or password" in fault.text
    assert "wrong" not in fault.text


def test_pictures_that_come_in_chunks_are_put_together_and_their_end_is_told(port: int) -> None:
    with stream_at(f"http://127.0.0.1:{port}/chunked") as stream:
        assert (stream.opened().width, stream.opened().height) == (320, 240)
        with pytest.raises(SourceFault, match="stopped sending pictures"):
            deque(iter(stream.grab, None))


def test_what_is_no_stream_of_pictures_is_left_to_opencv(port: int) -> None:
    assert open_stream(Url(f"http://127.0.0.1:{port}/page")) is None
    assert open_stream(Url("rtsp://127.0.0.1:9/live")) is None


def test_a_wrong_address_is_a_lasting_fault_and_a_busy_camera_a_passing_one(port: int) -> None:
    fault = fault_at(Url(f"http://127.0.0.1:{port}/missing")).fault
    assert (fault.kind, "Correct the camera's source" in fault.text) == (FaultKind.LASTING, True)
    fault = fault_at(Url(f"http://127.0.0.1:{port}/busy")).fault
    assert (fault.kind, "error 503" in fault.text) == (FaultKind.PASSING, True)
