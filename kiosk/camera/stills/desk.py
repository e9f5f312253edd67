"""Where a still is asked for, and where the supervisor's thread brings it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from kiosk.domain.errors import CameraUnavailable

STARTING = "The DSLR is starting."
BUSY = "The DSLR is still busy with another shot."


@dataclass(frozen=True)
class Still:
    """``content`` is the JPEG file as the camera made it, ``stamp_ns`` (CLOCK_MONOTONIC) when the
    camera was told to take it."""

    number: int
    content: bytes
    stamp_ns: int


class StillDesk:
    """Safe for any thread. One still at a time: it comes through memory that the next one takes.

    Open while a camera process lives that can take one. ``wake`` wakes the supervisor's thread.
    """

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._closed: str | None = STARTING
        self._number = 0
        self._asked: Future[Still] | None = None
        self._handed = 0

    def ask(self) -> Future[Still]:
        """Raises CameraUnavailable at once where none can be had; so does the future later on."""
        with self._lock:
            if self._closed is not None:
                raise CameraUnavailable(self._closed)
            if self._asked is not None:
                raise CameraUnavailable(BUSY)
            self._number += 1
            self._asked = Future()
            self._wake()
            return self._asked

    def open(self) -> None:
        with self._lock:
            self._closed = None

    def close(self, why: str) -> None:
        """Whoever waits hears ``why``."""
        with self._lock:
            self._closed = why
            self._settle(CameraUnavailable(why))

    def hand_out(self) -> int | None:
        """The number of the still that is asked for; None where there is none, or it was handed
        out before."""
        with self._lock:
            if self._asked is None or self._handed == self._number:
                return None
            self._handed = self._number
            return self._handed

    def bring(self, number: int, outcome: Still | CameraUnavailable) -> None:
        """To the one who waits, if it is that one which is waited for."""
        with self._lock:
            if number == self._number:
                self._settle(outcome)

    def _settle(self, outcome: Still | CameraUnavailable) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        if isinstance(outcome, Still):
            asked.set_result(outcome)
        else:
            asked.set_exception(outcome)
