"""A stand-in for ``cv2.VideoCapture`` over a V4L2 device: this machine has none.

It knows the properties that the booth uses, and drivers that keep their word and such that don't.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.camera.devices.devices import Raw
from kiosk.camera.devices.modes import MJPG, Mode
from tests.camera.mjpeg_server import drawn

Grant = Callable[[Mode], Mode]
"""What a driver answers to what it is asked."""


def offering(*modes: Mode) -> Grant:
    """A driver that gives what is nearest to the wish: the format first, then the size."""

    def grant(asked: Mode) -> Mode:
        return min(modes, key=lambda m: (m.code != asked.code, abs(m.area - asked.area)))

    return grant


@dataclass
class StandInCapture:
    """``truth`` makes of the mode that the driver says the one that its pictures have."""

    grant: Grant
    truth: Grant = lambda said: said
    opens: bool = True
    ended: bool = True  # its JPEG files have an end marker
    silent: bool = False

    def __post_init__(self) -> None:
        self._asked = Mode(640, 480, 30.0, "YUYV")
        self._converts = True
        self._number = 0
        self.asked: list[Mode] = []

    @property
    def said(self) -> Mode:
        return self.grant(self._asked)

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return self.opens

    def get(self, prop: int, /) -> float:
        said = self.said
        return {
            cv2.CAP_PROP_FOURCC: float(cv2.VideoWriter.fourcc(*said.code)),
            cv2.CAP_PROP_FRAME_WIDTH: float(said.width),
            cv2.CAP_PROP_FRAME_HEIGHT: float(said.height),
            cv2.CAP_PROP_FPS: said.fps,
        }[prop]

    def set(self, prop: int, value: float, /) -> bool:
        old = self._asked
        if prop == cv2.CAP_PROP_CONVERT_RGB:
            self._converts = bool(value)
            return True
        if prop == cv2.CAP_PROP_FOURCC:
            code = int(value).to_bytes(4, "little").decode()
            self._asked = Mode(old.width, old.height, old.fps, code)
        elif prop == cv2.CAP_PROP_FRAME_WIDTH:
            self._asked = Mode(int(value), old.height, old.fps, old.code)
        elif prop == cv2.CAP_PROP_FRAME_HEIGHT:
            self._asked = Mode(old.width, int(value), old.fps, old.code)
        elif prop == cv2.CAP_PROP_FPS:
            self._asked = Mode(old.width, old.height, value, old.code)
            self.asked.append(self._asked)
        return True

    def grab(self) -> bool:
        self._number += 1
        return not self.silent

    def retrieve(self) -> tuple[bool, Raw]:
        """As OpenCV's V4L2 backend: raw bytes of MJPG are one row, others' in their own shape."""
        real = self.truth(self.said)
        picture = drawn(self._number, real.width, real.height)
        if self._converts:
            return True, picture
        if real.code != MJPG:
            return True, np.zeros((1, real.area * 2), np.uint8)
        file = np.asarray(cv2.imencode(".jpg", picture)[1], np.uint8).reshape(1, -1)
        return True, file if self.ended else file[:, :-2]
