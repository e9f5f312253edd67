"""Watching a camera for some seconds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise

from kiosk.camera.camera import SupervisedCamera
from kiosk.domain.camera import CameraState, Frame
from kiosk.domain.errors import CameraUnavailable

LOOK_S = 0.05


@dataclass(frozen=True, eq=False)
class Trial:
    """``frames`` in ``seconds`` from the first to the last; ``gap_s`` is the longest wait."""

    mode: str
    frames: int
    seconds: float
    gap_s: float
    last: Frame

    @property
    def fps(self) -> float:
        return self.frames / self.seconds if self.seconds else 0.0


def try_out(camera: SupervisedCamera, seconds: float, patience_s: float = 5.0) -> Trial:
    """Raises CameraUnavailable in the fault's words: at once for a lasting one, a passing one has
    ``patience_s``, and a camera that says nothing the supervisor's own patience."""
    _until_live(camera, patience_s)
    first = last = _next(camera, 0)
    stamps = [first.stamp_ns]
    while last.stamp_ns - first.stamp_ns < seconds * 1e9:
        last = _next(camera, last.number)
        stamps.append(last.stamp_ns)
    gap_ns = max((after - before for before, after in pairwise(stamps)), default=0)
    opened = camera.opened
    return Trial(
        mode=opened.mode if opened else "",
        frames=last.number - first.number,
        seconds=(last.stamp_ns - first.stamp_ns) / 1e9,
        gap_s=gap_ns / 1e9,
        last=last,
    )


def _until_live(camera: SupervisedCamera, patience_s: float) -> None:
    troubled_since: float | None = None
    while (status := camera.status()).state is not CameraState.LIVE:
        now = time.monotonic()
        if status.state is not CameraState.STARTING:
            troubled_since = troubled_since or now
        is_over = troubled_since is not None and now - troubled_since > patience_s
        if status.state is CameraState.REFUSED or is_over:
            raise CameraUnavailable(status.detail)
        time.sleep(LOOK_S)


def _next(camera: SupervisedCamera, number: int) -> Frame:
    while camera.status().state is CameraState.LIVE:
        frame = camera.wait_newer(number, LOOK_S)
        if frame is not None:
            return frame
    raise CameraUnavailable(camera.status().detail)
