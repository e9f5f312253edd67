"""The camera: a part of the composition root that imports neither settings nor pictures, because
its process is started before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from kiosk.camera.sources import is_dslr
from kiosk.resources import assets, camera_command

if TYPE_CHECKING:
    from kiosk.camera.burst.eyes import Eyes
    from kiosk.config import CameraSection, Config


@dataclass(frozen=True)
class CameraPlan:
    """Plain values, which are kept from one start to the next: see ``kiosk.config``."""

    source: str
    still: str | None
    width: int
    height: int
    fps: int
    latency_offset_ms: int
    still_offset_ms: int
    burst_ms: int
    eyes_open: bool


@dataclass(frozen=True)
class CameraAhead:
    """A camera that was started before it was known which one is in force."""

    plan: CameraPlan
    camera: SupervisedCamera


def plan_of(section: CameraSection) -> CameraPlan:
    return CameraPlan(
        source=section.source,
        still=section.still,
        width=section.width,
        height=section.height,
        fps=section.fps,
        latency_offset_ms=section.latency_offset_ms,
        still_offset_ms=section.still_offset_ms,
        burst_ms=section.burst_ms,
        eyes_open=section.eyes_open,
    )


def camera_of(config: Config) -> SupervisedCamera:
    return camera_planned(plan_of(config.camera))


def camera_planned(plan: CameraPlan) -> SupervisedCamera:
    settings = CameraSettings(
        source=plan.source,
        width=plan.width,
        height=plan.height,
        fps=plan.fps,
        latency_offset_ms=plan.latency_offset_ms,
        burst_ms=plan.burst_ms,
    )
    if plan.still is None and not is_dslr(plan.source):
        return SupervisedCamera(settings, camera_command(), eyes=_eyes_of(plan))
    from kiosk.camera.stills.camera import camera_with_stills  # with OpenCV

    shots = replace(
        settings,
        source=plan.still or plan.source,
        latency_offset_ms=plan.still_offset_ms,
    )
    return camera_with_stills(settings, shots, camera_command(), eyes=_eyes_of(plan))


def _eyes_of(plan: CameraPlan) -> Eyes | None:
    if not plan.eyes_open:
        return None
    from kiosk.camera.burst.eyes import Eyes  # with OpenCV

    return Eyes(assets() / "models")
