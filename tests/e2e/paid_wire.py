"""The network between a booth and its cloud: a TCP proxy that can be cut, stalled and refused."""

from __future__ import annotations

import contextlib
import enum
import socket
import struct
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

CHUNK = 65_536
RESET = struct.pack("ii", 1, 0)
"""SO_LINGER for a connection that ends by RST, as one does whose other end has vanished."""


class Weather(enum.Enum):
    CLEAR = "clear"
    REFUSING = "refusing"  # who connects is thrown out; what is connected goes on
    STALLED = "stalled"  # nothing passes, and nobody is told


class Wire:
    """``with Wire("http://127.0.0.1:8787") as wire:`` the same cloud is at ``wire.url``."""

    def __init__(self, cloud: str) -> None:
        address = urlsplit(cloud)
        self._cloud = (address.hostname or "127.0.0.1", address.port or 80)
        self._door = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._passable = threading.Event()
        self._passable.set()
        self._refusing = False
        self._closed = False
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._listen, name="wire", daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        self._door.close()
        self.become(Weather.CLEAR)
        self.cut()

    def become(self, weather: Weather) -> None:
        self._refusing = weather is Weather.REFUSING
        if weather is Weather.STALLED:
            self._passable.clear()
        else:
            self._passable.set()

    def cut(self) -> None:
        """Breaks every connection at once, amid whatever is on its way."""
        with self._lock:
            broken, self._open = self._open, set()
        for end in broken:
            _break(end)

    def _listen(self) -> None:
        while not self._closed:
            try:
                booth, _ = self._door.accept()
            except OSError:
                return
            if self._refusing:
                _break(booth)
            else:
                self._join(booth)

    def _join(self, booth: socket.socket) -> None:
        try:
            cloud = socket.create_connection(self._cloud, 3.0)
        except OSError:
            _break(booth)
            return
        cloud.settimeout(None)
        with self._lock:
            self._open |= {booth, cloud}
        for here, there in ((booth, cloud), (cloud, booth)):
            threading.Thread(target=self._pump, args=(here, there), daemon=True).start()

    def _pump(self, here: socket.socket, there: socket.socket) -> None:
        """Until either end is gone; then both are."""
        with contextlib.suppress(OSError):
            while data := here.recv(CHUNK):
                self._passable.wait()
                there.sendall(data)
        with self._lock:
            self._open -= {here, there}
        for end in (here, there):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def _break(end: socket.socket) -> None:
    """The shutdown wakes the thread that reads from it, which a close alone does not."""
    with contextlib.suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        end.shutdown(socket.SHUT_RDWR)
    end.close()
