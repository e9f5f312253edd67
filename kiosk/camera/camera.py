"""The supervised camera: what the booth holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.camera.board import Board
from kiosk.camera.burst.burst import nearest_first
from kiosk.camera.messages import Opened
from kiosk.camera.ring import Entry, RingReader
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.supervisor import Supervisor
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import CameraUnavailable

if TYPE_CHECKING:
    from kiosk.camera.burst.eyes import Eyes
    from kiosk.camera.preview import PreviewFrame

MILLISECOND = 1_000_000  # ns
SECOND = 1_000_000_000  # ns


class SupervisedCamera:
    """``command`` starts the camera process; its job goes to that process' standard input.

    ``eyes`` is asked for a burst alone. ``start`` and ``stop`` from one thread at a time, more
    than one ``start`` is as one; everything else from any thread.
    """

    def __init__(
        self,
        settings: CameraSettings,
        command: Sequence[str],
        limits: Limits | None = None,
        eyes: Eyes | None = None,
    ) -> None:
        self._settings = settings
        self._eyes = eyes
        self._board = Board()
        self._supervisor = Supervisor(settings, command, limits or Limits(), self._board)

    def start(self) -> None:
        """Returns at once; the first frame takes about half a second."""
        self._supervisor.start()

    def stop(self) -> None:
        """Returns once the camera process is gone: some milliseconds, 2 s if its driver hangs."""
        self._supervisor.stop()

    def restart(self) -> None:
        """Starts the camera process anew, as a cable pulled and put back would. Returns at once."""
        self._supervisor.restart()

    def status(self) -> CameraStatus:
        return self._board.status

    @property
    def process_id(self) -> int | None:
        """The camera process that runs now, for health checks and benches."""
        return self._supervisor.pid

    @property
    def newest(self) -> int:
        """The highest frame number so far, 0 at first."""
        return self._board.newest

    @property
    def opened(self) -> Opened | None:
        """What the source gave when it was opened last; None before."""
        return self._board.opened

    def delivers(self) -> bool:
        """Whether there is a frame that is not too old to be a shot taken now."""
        _, stamp_ns = self._newest()
        age_ns = time.monotonic_ns() - stamp_ns
        return age_ns <= self._settings.nearest_limit_ms * MILLISECOND

    def lead_s(self) -> float:
        """How long before the shutter ``nearest`` wants to be called: only a shutter has a lag."""
        return 0.0

    def retime(self, offset_ms: int) -> bool:
        """Whether ``latency_offset_ms`` is this from the next shot on."""
        self._settings = replace(self._settings, latency_offset_ms=offset_ms)
        return True

    def latest(self) -> Frame | None:
        """The newest frame, copied; None while the camera is not live."""
        ring = self._board.ring()
        return _first_whole(ring, ring.entries()) if ring else None

    def wait_newer(self, number: int, timeout_s: float) -> Frame | None:
        """The newest frame once it is after ``number``; None when none came in ``timeout_s``."""
        return self.latest() if self._board.wait_newer(number, timeout_s) else None

    def nearest(self, at_ns: int) -> Frame:
        """The frame nearest to the shutter instant ``at_ns`` (CLOCK_MONOTONIC), copied.

        With a burst, the best one near it: see ``kiosk.camera.burst.burst``.

        Call it within a tenth of a second: the ring goes no further back. When ``at_ns`` lies more
        than a frame ahead, which a latency offset does, it waits for that frame.
        Raises CameraUnavailable when the camera is not live, or the nearest frame is too far away.
        """
        target = at_ns + self._settings.latency_offset_ms * MILLISECOND
        self._wait_until(target)
        ring = self._board.ring()
        if ring is None:
            raise CameraUnavailable(self.status().detail or "The camera is starting.")
        frame = _first_whole(ring, self._best_first(ring, target))
        limit = self._settings.nearest_limit_ms * MILLISECOND
        if frame is None or abs(frame.stamp_ns - target) > limit:
            raise CameraUnavailable("The camera had no picture at the moment of the shot.")
        return frame

    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - callers name it
        timeout_s: float = 0.25,
    ) -> PreviewFrame | None:
        """The newest frame scaled to cover ``width`` × ``height``, for a preview thread.

        Waits up to ``timeout_s`` for a frame after ``after_number``; None when none came.
        """
        if not self._board.wait_newer(after_number, timeout_s):
            return None
        from kiosk.camera.preview import PreviewFrame, covering  # OpenCV: the process is first

        ring = self._board.ring()
        if ring is None:
            return None
        for entry in ring.entries():
            pixels = ring.read(entry, lambda p: covering(p, width, height, mirror=mirror))
            if pixels is not None:
                return PreviewFrame(pixels, entry.stamp_ns, entry.number)
        return None

    def _best_first(self, ring: RingReader, target_ns: int) -> list[Entry]:
        settings = self._settings
        if settings.burst_ms == 0:
            return nearest_first(ring.entries(), target_ns)
        from kiosk.camera.burst.gathering import Gathering  # with OpenCV, and few want a burst

        watch = self._eyes.watch() if self._eyes else None
        return Gathering(self._board, settings, watch).best_first(ring, target_ns)

    def _wait_until(self, target_ns: int) -> None:
        """Until the newest frame is less than one frame before ``target_ns``."""
        period = SECOND // self._settings.fps
        deadline = time.monotonic_ns() + self._settings.nearest_limit_ms * MILLISECOND
        while self.status().state is CameraState.LIVE and (now := time.monotonic_ns()) < deadline:
            number, stamp = self._newest()
            if target_ns - stamp <= period:
                return
            self._board.wait_newer(number, (deadline - now) / SECOND)

    def _newest(self) -> tuple[int, int]:
        """Number and stamp; zeros when there is none."""
        ring = self._board.ring()
        entries = ring.entries() if ring else []
        return (entries[0].number, entries[0].stamp_ns) if entries else (0, 0)


def _first_whole(ring: RingReader, entries: Sequence[Entry]) -> Frame | None:
    """A copy of the first of ``entries`` that the camera does not write over meanwhile."""
    for entry in entries:
        pixels = ring.read(entry, lambda view: view.copy())
        if pixels is not None:
            return Frame(pixels, entry.stamp_ns, entry.number)
    return None
