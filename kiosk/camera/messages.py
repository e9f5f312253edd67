"""What the two processes tell each other: one job line down, small status lines up."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import assert_never

from kiosk.camera.faults import Fault, FaultKind
from kiosk.camera.ring import RingLayout
from kiosk.camera.settings import CameraSettings
from kiosk.domain.camera import CameraTrouble


@dataclass(frozen=True)
class StillFds:
    """Inherited, too: the pipe on which stills are asked for, and the memory for their files."""

    asked_fd: int
    room_fd: int


@dataclass(frozen=True)
class Job:
    """What the camera process needs; goes down its standard input, where ``ps`` does not look.

    The three file descriptors are inherited: the ring's memory, the pipe for status lines, and the
    eventfd that counts frames, or signs of life where there is no live view. ``stills`` are a
    DSLR's.
    """

    settings: CameraSettings
    layout: RingLayout
    ring_fd: int
    status_fd: int
    frames_fd: int
    first_number: int
    stills: StillFds | None = None

    def to_line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Job:
        fields = json.loads(line)
        fields["settings"] = CameraSettings(**fields["settings"])
        fields["layout"] = RingLayout(**fields["layout"])
        fields["stills"] = StillFds(**fields["stills"]) if fields["stills"] else None
        return cls(**fields)


@dataclass(frozen=True)
class Opened:
    """The source answers, in this size (pixels) and at this rate (0 where it does not say).

    ``mode`` is what comes over the wire, such as MJPG or YUYV; empty where nobody knows.
    """

    width: int
    height: int
    fps: float
    mode: str = ""


@dataclass(frozen=True)
class OpenedForStills:
    """The DSLR answers, and gives no live view."""

    model: str


@dataclass(frozen=True)
class StillTaken:
    """The file lies at the start of the stills' memory. ``stamp_ns`` (CLOCK_MONOTONIC) is when the
    camera was told to take it."""

    number: int
    stamp_ns: int
    length: int
    sha256: str


@dataclass(frozen=True)
class StillMissed:
    """The camera goes on, but of this still there will be no file; ``text`` is for staff."""

    number: int
    text: str


Message = Opened | OpenedForStills | Fault | StillTaken | StillMissed


def to_line(message: Message) -> bytes:
    match message:
        case Opened():
            body = {"event": "opened", **asdict(message)}
        case Fault(kind, text, trouble):
            body = {"event": "fault", "kind": kind.value, "text": text, "trouble": trouble.value}
        case OpenedForStills():
            body = {"event": "opened for stills", **asdict(message)}
        case StillTaken():
            body = {"event": "still", **asdict(message)}
        case StillMissed():
            body = {"event": "missed", **asdict(message)}
        case _:
            assert_never(message)
    return json.dumps(body).encode() + b"\n"


def from_line(line: bytes) -> Message:
    """Raises ValueError, KeyError or TypeError for anything that ``to_line`` did not write."""
    body = json.loads(line)
    match body.pop("event"):
        case "opened":
            return Opened(**body)
        case "opened for stills":
            return OpenedForStills(**body)
        case "still":
            return StillTaken(**body)
        case "missed":
            return StillMissed(**body)
        case _:
            return Fault(FaultKind(body["kind"]), body["text"], CameraTrouble(body["trouble"]))
