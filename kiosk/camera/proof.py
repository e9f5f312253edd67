"""A shot that is taken to look at, beside what the screen had at its shutter."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Protocol

from kiosk.camera.burst.sharpness import sharpness
from kiosk.camera.preview import PreviewFrame, covering
from kiosk.domain.camera import Frame
from kiosk.domain.errors import CameraUnavailable

WIDTH = 720  # px, of both small pictures


class Shooting(Protocol):
    def lead_s(self) -> float: ...
    def nearest(self, at_ns: int) -> Frame: ...
    def latest(self) -> Frame | None: ...
    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - the camera's own signature
    ) -> PreviewFrame | None: ...


@dataclass(frozen=True, eq=False)
class ShotProof:
    """``saved`` and ``screen`` are not mirrored; ``late_ms`` is by how much ``saved`` is later."""

    width: int
    height: int
    sharpness: float
    late_ms: int
    saved: PreviewFrame
    screen: PreviewFrame


def proof_of(camera: Shooting) -> ShotProof:
    """Takes as long as a shot. Raises CameraUnavailable."""
    at_ns = time.monotonic_ns() + int(camera.lead_s() * 1e9)
    screen = _Screen(camera, at_ns)
    frame = camera.nearest(at_ns)
    shown = screen.shown()
    height, width = frame.pixels.shape[:2]
    small = covering(frame.pixels, WIDTH, _height(width, height), mirror=False)
    return ShotProof(
        width,
        height,
        sharpness(frame.pixels),
        round((frame.stamp_ns - shown.stamp_ns) / 1e6),
        PreviewFrame(small, frame.stamp_ns, frame.number),
        shown,
    )


class _Screen:
    """Looks at the live picture at the shutter, while a DSLR may still be taking the shot."""

    def __init__(self, camera: Shooting, at_ns: int) -> None:
        self._camera = camera
        self._at_ns = at_ns
        self._shown: PreviewFrame | None = None
        self._thread = threading.Thread(target=self._look, name="proof", daemon=True)
        self._thread.start()

    def shown(self) -> PreviewFrame:
        self._thread.join()
        if self._shown is None:
            raise CameraUnavailable("The camera sends no live picture.")
        return self._shown

    def _look(self) -> None:
        time.sleep(max(0.0, (self._at_ns - time.monotonic_ns()) / 1e9))
        frame = self._camera.latest()
        if frame is not None:
            height, width = frame.pixels.shape[:2]
            self._shown = self._camera.preview(0, WIDTH, _height(width, height), mirror=False)


def _height(width: int, height: int) -> int:
    return max(1, round(WIDTH * height / width))
