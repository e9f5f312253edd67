"""What every source of pictures gives, and how a picture comes into the ring."""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np

from kiosk.camera.faults import lasting
from kiosk.camera.messages import Opened
from kiosk.camera.ring import Pixels, Size


class BadPicture(Exception):
    """One picture arrived broken; the next may be good."""


class Source(Protocol):
    def opened(self) -> Opened:
        """Size and rate as the source gives them."""

    def grab(self) -> int:
        """Waits for the next picture; its CLOCK_MONOTONIC stamp in ns. Raises SourceFault."""

    def retrieve(self, room: Pixels) -> Size:
        """Puts the grabbed picture as BGR at the start of ``room`` (flat).

        Raises BadPicture, and SourceFault when no picture will ever fit.
        """


def decoded(jpeg: Pixels) -> Pixels:
    """A JPEG file's bytes (flat) as BGR, shape (height, width, 3).

    Raises BadPicture, also where the file ends too early: OpenCV 5 gives nothing for those.
    """
    pixels = cv2.imdecode(jpeg, cv2.IMREAD_COLOR) if jpeg.size else None
    if pixels is None:
        raise BadPicture
    return np.asarray(pixels, np.uint8)


def lay_into(room: Pixels, pixels: Pixels) -> Size:
    """Copies BGR ``pixels`` to the start of ``room`` (flat). Raises SourceFault: too large."""
    height, width = pixels.shape[:2]
    part_of(room, (height, width, 3))[:] = pixels
    return Size(width, height)


def part_of(room: Pixels, shape: tuple[int, int, int]) -> Pixels:
    """The start of ``room`` in ``shape``. Raises SourceFault where it has not the room."""
    height, width, channels = shape
    if height * width * channels > room.size:
        raise lasting(
            f"Pictures of {width}×{height} are too large for the booth. Set a smaller size."
        )
    return room[: height * width * channels].reshape(shape)
