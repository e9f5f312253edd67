"""Where the supervisor's thread shows the camera to all other threads."""

from __future__ import annotations

import threading

from kiosk.camera.messages import Opened
from kiosk.camera.ring import RingReader
from kiosk.domain.camera import CameraState, CameraStatus


class Board:
    """Safe for any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._status = CameraStatus(CameraState.STARTING)
        self._ring: RingReader | None = None
        self._newest = 0
        self._opened: Opened | None = None

    @property
    def status(self) -> CameraStatus:
        return self._status

    @property
    def newest(self) -> int:
        """The highest frame number so far, over all lives of the camera process; 0 at first."""
        return self._newest

    @property
    def opened(self) -> Opened | None:
        """What the source gave when it was opened last."""
        return self._opened

    def show_opened(self, opened: Opened) -> None:
        self._opened = opened

    def ring(self) -> RingReader | None:
        """The ring to read while the camera is live, otherwise None."""
        return self._ring

    def wait_newer(self, number: int, timeout_s: float) -> bool:
        """Whether the camera is live with a frame after ``number``, now or within ``timeout_s``."""
        with self._changed:
            return self._changed.wait_for(
                lambda: self._ring is not None and self._newest > number, timeout_s
            )

    def show_frame(self, ring: RingReader) -> None:
        """A new frame stands in ``ring``: the camera is live."""
        with self._changed:
            self._ring = ring
            self._newest = _highest(ring, self._newest)
            if self._status.state is not CameraState.LIVE:
                self._status = CameraStatus(CameraState.LIVE)
            self._changed.notify_all()

    def show_trouble(self, status: CameraStatus) -> None:
        """No more frames for now; the old ring is not read any more."""
        with self._changed:
            self._ring = None
            self._status = status
            self._changed.notify_all()

    def retire(self, ring: RingReader) -> None:
        """Nothing writes ``ring`` any more: the numbers in it are used up, seen or not."""
        with self._changed:
            self._newest = _highest(ring, self._newest)


def _highest(ring: RingReader, at_least: int) -> int:
    return max([at_least, *(entry.number for entry in ring.entries())])
