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


class CameraTrouble(enum.Enum):
    """What hands can mend of a camera's fault; the detail says it more exactly."""

    UNPLUGGED = "unplugged"
    NOT_THERE = "not-there"  # nothing is where the settings say
    BUSY = "busy"  # another program has it
    FORBIDDEN = "forbidden"  # the booth may not use it
    SILENT = "silent"  # it sends no pictures, or stopped sending them
    UNREACHABLE = "unreachable"  # nobody answers at its address
    UNREADABLE = "unreadable"  # what it sends can't be used
    OTHER = "other"


@dataclass(frozen=True)
class CameraStatus:
    """``detail`` says in English what is wrong and what to do. While live it is empty, or says why
    shots don't come from the camera that is to take them."""

    state: CameraState
    detail: str = ""
    trouble: CameraTrouble = CameraTrouble.OTHER


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
