"""What the booth tells staff about its camera, and what they may ask of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.booth.ports import SmallPicture
from kiosk.domain.camera import CameraTrouble


@dataclass(frozen=True)
class CameraChoice:
    """``source`` is what the settings call it, ``name`` what staff know it by, without passwords.
    ``of_file`` where the settings file names it."""

    source: str
    name: str
    of_file: bool = False


@dataclass(frozen=True)
class Crop:
    """What of the camera's picture a package's slots take: each one's width by its height."""

    name: str
    aspects: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Proof:
    """A shot that was taken to look at and is kept nowhere. ``saved`` is the frame that would have
    been the shot, ``screen`` what the screen had at the shutter, both small and not mirrored.

    ``late_ms`` is by how much later the saved one was taken. ``sharpness`` compares pictures of one
    scene alone.
    """

    width: int
    height: int
    sharpness: float
    late_ms: int
    saved: SmallPicture
    screen: SmallPicture


@dataclass(frozen=True)
class CameraNow:
    """The camera in use. ``trouble`` is why it gives no picture, ``detail`` the same in English.
    ``shape`` is the
    picture's width and height, ``mode`` what the source calls it; empty before the first one."""

    source: str
    live: bool
    detail: str = ""
    trouble: CameraTrouble = CameraTrouble.OTHER
    mode: str = ""
    shape: tuple[int, int] = (16, 9)
    mirror: bool = True
    offset_ms: int = 0
    crops: tuple[Crop, ...] = ()


class CameraDoing(enum.Enum):
    """What was asked of the camera and is not done yet."""

    NOTHING = "nothing"
    LOOKING = "looking"
    CHANGING = "changing"
    SHOOTING = "shooting"


@dataclass(frozen=True)
class CameraView:
    """``choices`` were found by the last search; ``trying`` is the source that is being tried.
    While ``guest_here`` nothing about the camera is changed."""

    now: CameraNow
    choices: tuple[CameraChoice, ...] = ()
    doing: CameraDoing = CameraDoing.NOTHING
    trying: str = ""
    guest_here: bool = False
    proof: Proof | None = None


# ---- requests -----------------------------------------------------------------------------


@dataclass(frozen=True)
class LookForCameras:
    pass


@dataclass(frozen=True)
class ChooseCamera:
    source: str


@dataclass(frozen=True)
class SetMirror:
    on: bool


@dataclass(frozen=True)
class SetOffset:
    """Milliseconds by which this camera's pictures come late."""

    ms: int


@dataclass(frozen=True)
class TakeProof:
    pass


CameraRequest = LookForCameras | ChooseCamera | SetMirror | SetOffset | TakeProof
"""All for staff and owners."""
