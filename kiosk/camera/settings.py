"""What an operator may set about the camera, and the supervisor's patience with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CameraSettings:
    """Validated by ``kiosk.config``, used as given here.

    ``source`` is one of: ``clip:PATH`` or a path to a video file, played in a loop at its own rate
    and size; a device index such as ``0``; a path below ``/dev``; a URL that OpenCV can read.
    ``width``, ``height`` (pixels) and ``fps`` are asked of a device, which may give others.
    ``latency_offset_ms`` is how much later than the scene this camera's stamps are.
    ``nearest_limit_ms`` is how far from the shutter a frame may be and still be the shot.
    ``slots`` is how many frames the ring keeps; one of them is always being written.
    Within ``burst_ms`` of the shutter the sharpest frame is the shot, 0 for just the nearest;
    ``eyes_open`` prefers one on which nobody blinks.
    """

    source: str
    width: int = 1920
    height: int = 1080
    fps: int = 30
    latency_offset_ms: int = 0
    nearest_limit_ms: int = 500
    slots: int = 5
    burst_ms: int = 0
    eyes_open: bool = False


@dataclass(frozen=True)
class Limits:
    """Seconds. ``pauses_s`` lie before the first, second… new start in a row; the last one repeats.

    A camera that was live for ``settled_s`` has earned a fast start again.
    """

    first_frame_s: float = 10.0
    stall_s: float = 2.0
    settled_s: float = 10.0
    pauses_s: tuple[float, ...] = (0.05, 0.5, 1.0, 2.0)

    def pause_before(self, attempt: int) -> float:
        """How long to wait before new start number ``attempt``, counted from 0."""
        return self.pauses_s[min(attempt, len(self.pauses_s) - 1)]
