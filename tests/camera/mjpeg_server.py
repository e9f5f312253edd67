"""A network camera's stand-in: MJPEG over HTTP on loopback, which fails on command.

Each picture carries its number three times: as digits for people, and as a row of black and white
fields at its top and at its bottom. Where the two rows differ, a picture was shown that is broken.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Self

import cv2
import numpy as np

from kiosk.camera.ring import Pixels

BITS = 16
BOUNDARY = "frame"
HEAD = (
    "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\n"
    f"Content-Type: multipart/x-mixed-replace; boundary={BOUNDARY}\r\n\r\n"
).encode()


def drawn(number: int, width: int, height: int) -> Pixels:
    """BGR, shape (height, width, 3)."""
    across = np.linspace(40, 200, width, dtype=np.uint8)
    picture = np.repeat(np.broadcast_to(across, (height, width))[..., None], 3, axis=2).copy()
    scale = height / 200
    place = (width // 8, height * 3 // 5)
    cv2.putText(picture, str(number), place, cv2.FONT_HERSHEY_SIMPLEX, scale, (255, 255, 255), 3)
    band = height // 8
    for bit in range(BITS):
        field = slice(bit * width // BITS, (bit + 1) * width // BITS)
        picture[:band, field] = picture[-band:, field] = 255 * (number >> bit & 1)
    return picture


def number_in(pixels: Pixels) -> int | None:
    """The number that ``drawn`` put there; None where top and bottom are not of one picture."""
    height, width = pixels.shape[:2]
    middles = [(2 * bit + 1) * width // (2 * BITS) for bit in range(BITS)]
    top, bottom = (pixels[row, middles, 1] for row in (height // 16, height - height // 16))
    if np.any(np.abs(top.astype(int) - bottom) > 60) or np.any((top > 60) & (top < 195)):
        return None
    return sum(1 << bit for bit in range(BITS) if top[bit] > 128)


@dataclass(frozen=True)
class Manner:
    """How pictures go out. ``fps`` 0 sends none and keeps the connection."""

    fps: float = 30.0
    width: int = 640
    height: int = 480
    half_every: int = 0  # how many pictures go by until one breaks off in its middle; 0: none does
    lengths: bool = True  # each part tells its Content-Length


class MjpegServer:
    """A thread that accepts, and one for each viewer. Ends with the ``with`` block."""

    def __init__(self, manner: Manner | None = None) -> None:
        self._manner = manner or Manner()
        self._changed = threading.Condition()
        self._viewers: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._door = socket.socket()
        self._reserve(0)
        self.port: int = self._door.getsockname()[1]
        self.sent = 0
        self.asked = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/live"

    def __enter__(self) -> Self:
        self.come_back()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._door.close()

    def freeze(self) -> None:
        """Keeps all connections, accepts more, and sends nothing."""
        self._behave(replace(self._manner, fps=0))

    def slow(self, fps: float = 1.0) -> None:
        self._behave(replace(self._manner, fps=fps))

    def halve(self, every: int = 2) -> None:
        """One picture of ``every`` breaks off in its middle."""
        self._behave(replace(self._manner, half_every=every))

    def lengths(self, *, told: bool) -> None:
        self._behave(replace(self._manner, lengths=told))

    def resize(self, width: int, height: int) -> None:
        self._behave(replace(self._manner, width=width, height=height))

    def drop(self) -> None:
        """Closes the viewers' connections; they may come again."""
        with self._changed:
            viewers, self._viewers = self._viewers, []
        for viewer in viewers:
            with suppress(OSError):
                viewer.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        """Closes every connection and refuses new ones; the port stays its own."""
        if self._listening():
            with suppress(OSError):
                self._door.shutdown(socket.SHUT_RDWR)
            self._door.close()
            self._threads.pop(0).join()
            self._door = socket.socket()
            self._reserve(self.port)
        self.drop()
        with self._changed:
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def come_back(self) -> float:
        """As on the first day, at the present size; the ``time.monotonic`` of it."""
        old = self._manner
        self._behave(Manner(width=old.width, height=old.height, lengths=old.lengths))
        at = time.monotonic()
        if not self._listening():
            self._door.listen()
            self._threads.insert(0, threading.Thread(target=self._accept, args=(self._door,)))
            self._threads[0].start()
        return at

    def _behave(self, manner: Manner) -> None:
        with self._changed:
            self._manner = manner
            self._changed.notify_all()

    def _reserve(self, port: int) -> None:
        self._door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._door.bind(("127.0.0.1", port))

    def _listening(self) -> bool:
        return bool(self._door.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))

    def _accept(self, door: socket.socket) -> None:
        while True:
            try:
                viewer, _ = door.accept()
            except OSError:
                return
            with self._changed:
                self._viewers.append(viewer)
            thread = threading.Thread(target=self._serve, args=(viewer,))
            self._threads = [*(old for old in self._threads if old.is_alive()), thread]
            thread.start()

    def _serve(self, viewer: socket.socket) -> None:
        with viewer, suppress(OSError):
            if not viewer.recv(4096):
                return
            self.asked += 1
            if self._wait_until_due(viewer, 0.0) is not None:
                viewer.sendall(HEAD)
            for part in self._parts(viewer):
                viewer.sendall(part)
        with self._changed:
            if viewer in self._viewers:
                self._viewers.remove(viewer)

    def _parts(self, viewer: socket.socket) -> Iterator[bytes]:
        last = 0.0
        while (manner := self._wait_until_due(viewer, last)) is not None:
            last = time.monotonic()
            self.sent = number = self.sent + 1
            _, encoded = cv2.imencode(
                ".jpg", drawn(number % (1 << BITS), manner.width, manner.height)
            )
            body = encoded.tobytes()
            if manner.half_every and number % manner.half_every == 0:
                body = body[: len(body) // 2]
            length = f"Content-Length: {len(body)}\r\n" if manner.lengths else ""
            yield (
                f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\n{length}\r\n".encode()
                + body
                + b"\r\n"
            )

    def _wait_until_due(self, viewer: socket.socket, last: float) -> Manner | None:
        """The manner of the next picture at its time; None once the viewer was dropped."""
        with self._changed:
            while viewer in self._viewers:
                fps = self._manner.fps
                left = last + 1 / fps - time.monotonic() if fps else None
                if left is not None and left <= 0:
                    return self._manner
                self._changed.wait(left)
        return None
