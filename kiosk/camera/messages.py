"""What the two processes tell each other: one job line down, small status lines up."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import assert_never

from kiosk.camera.faults import Fault, FaultKind
from kiosk.camera.ring import RingLayout
from kiosk.camera.settings import CameraSettings


@dataclass(frozen=True)
class Job:
    """What the camera process needs; goes down its standard input, where ``ps`` does not look.

    The three file descriptors are inherited: the ring's memory, the pipe for status lines, and the
    eventfd that counts frames.
    """

    settings: CameraSettings
    layout: RingLayout
    ring_fd: int
    status_fd: int
    frames_fd: int
    first_number: int

    def to_line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Job:
        fields = json.loads(line)
        fields["settings"] = CameraSettings(**fields["settings"])
        fields["layout"] = RingLayout(**fields["layout"])
        return cls(**fields)


@dataclass(frozen=True)
class Opened:
    """The source answers, in this size (pixels) and at this rate (0 where it does not say)."""

    width: int
    height: int
    fps: float


Message = Opened | Fault


def to_line(message: Message) -> bytes:
    match message:
        case Opened(width, height, fps):
            body = {"event": "opened", "width": width, "height": height, "fps": fps}
        case Fault(kind, text):
            body = {"event": "fault", "kind": kind.value, "text": text}
        case _:
            assert_never(message)
    return json.dumps(body).encode() + b"\n"


def from_line(line: bytes) -> Message:
    """Raises ValueError or KeyError for anything that ``to_line`` did not write."""
    body = json.loads(line)
    if body["event"] == "opened":
        return Opened(body["width"], body["height"], body["fps"])
    return Fault(FaultKind(body["kind"]), body["text"])
