"""What stands in a QR code that is held before the camera."""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np

from kiosk.camera.ring import Pixels
from kiosk.domain.camera import Frame

WIDEST = 1280
"""Pixels that are looked at: a licence key's code that fills a third of the picture's height has 4
of them for a module then, which is enough, and the search takes a third of what it takes at 1080p.
"""

LONGEST = 1000


class Looking(Protocol):
    def latest(self) -> Frame | None: ...


class CodeReader:
    """For one thread at a time."""

    def __init__(self, camera: Looking) -> None:
        self._camera = camera
        self._detector = cv2.QRCodeDetectorAruco()
        self._seen = 0

    def read(self) -> str | None:
        """The text, 1000 letters of ASCII at most; None where there is no code in the newest
        picture, or that picture was looked at before. Takes up to half a second."""
        frame = self._camera.latest()
        if frame is None or frame.number == self._seen:
            return None
        self._seen = frame.number
        try:
            text, _, _ = self._detector.detectAndDecode(_small(frame.pixels))
        except (cv2.error, UnicodeDecodeError):  # a damaged code, or one that is no text
            return None
        good = 0 < len(text) <= LONGEST and text.isascii() and text.isprintable()
        return text if good else None


def _small(pixels: Pixels) -> Pixels:
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)
    height, width = grey.shape
    if width <= WIDEST:
        return grey
    size = (WIDEST, round(height * WIDEST / width))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
