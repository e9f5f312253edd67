"""The camera as the rest of the booth sees it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class CameraState(enum.Enum):
    STARTING = "starting"
    LIVE = "live"
    STALLED = "stalled"  # no frame for longer than the limit; the process is being replaced
    LOST = "lost"  # a passing fault: unplugged or busy; tried again with growing pauses
    REFUSED = "refused"  # a lasting fault: no permission, no such device, no usable mode


@dataclass(frozen=True)
class CameraStatus:
    """``detail`` is for staff: what is wrong and what to do. While live it is empty, or says why
    shots don't come from the camera that is to take them."""

    state: CameraState
    detail: str = ""


@dataclass(frozen=True, eq=False)
class Frame:
    """One full-resolution picture.

    ``pixels`` is BGR, shape (height, width, 3), uint8, owned by this frame and not mirrored.
    ``stamp_ns`` is CLOCK_MONOTONIC in nanoseconds, comparable between processes.
    ``original`` is the JPEG file that the camera itself made of it, where it makes one.
    """

    pixels: npt.NDArray[np.uint8]
    stamp_ns: int
    number: int
    original: bytes | None = None
