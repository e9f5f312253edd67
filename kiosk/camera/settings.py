"""What an operator may set about the camera, and the supervisor's patience with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CameraSettings:
    """Validated by ``kiosk.config``, used as given here.

    ``source`` is one of: ``clip:PATH`` or a path to a video file, played in a loop at its own rate
    and size; a device index such as ``0``; a path below ``/dev``; a URL that OpenCV can read;
    ``dslr`` or ``dslr:PORT``, with ``live_view`` off where it only takes stills.
    ``width``, ``height`` (pixels) and ``fps`` are asked of a device, which may give others.
    ``latency_offset_ms`` is how much later than the scene this camera's stamps are.
    ``nearest_limit_ms`` is how far from the shutter a frame may be and still be the shot.
    Within ``burst_ms`` of the shutter the sharpest frame is the shot, 0 for just the nearest. Shots
    come that much later, and up to ``judging_ms`` more: what has not been looked at by then, the
    frames farthest from the shutter, can't be chosen.
    ``slots`` is how many frames the ring keeps at least; a burst takes what it needs, up to 600 MB
    (``kiosk.camera.ring``). One of them is always being written.
    """

    source: str
    width: int = 1920
    height: int = 1080
    fps: int = 30
    latency_offset_ms: int = 0
    nearest_limit_ms: int = 500
    slots: int = 5
    burst_ms: int = 0
    judging_ms: int = 80
    live_view: bool = True


@dataclass(frozen=True)
class Limits:
    """Seconds. ``pauses_s`` lie from the first, second… start in a row to the next one; the last
    one repeats. What can be seen without a start, such as a missing device, is looked at again
    after ``look_s``.

    A camera that was live for ``settled_s`` has earned a fast start again. A DSLR that takes a
    still sends nothing else meanwhile, so that it is given ``still_s``: a long exposure and the
    transfer of the file take about two.
    """

    first_frame_s: float = 10.0
    stall_s: float = 2.0
    still_s: float = 8.0
    settled_s: float = 10.0
    pauses_s: tuple[float, ...] = (0.05, 0.5, 1.0, 1.5)
    look_s: float = 0.25

    def pause_before(self, attempt: int, since_start_s: float) -> float:
        """How long to wait before new start number ``attempt``, counted from 0: the pause goes from
        start to start, and is never shorter than the first."""
        pause = self.pauses_s[min(attempt, len(self.pauses_s) - 1)]
        return max(self.pauses_s[0], pause - since_start_s)
