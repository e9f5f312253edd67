"""Drawing in millimetres on a sheet of paper, for pages that staff read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.registered import Form
from kiosk.domain.templates import Anchor, Colour, Text, TextFields, Weight
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.placing import MM_PER_INCH

WHITE = Colour(255, 255, 255)
INK = Colour.from_hex("#1E1B2E")
GREY = Colour.from_hex("#6B6878")
PAPER = Colour.from_hex("#FBF6EE")
CORAL = Colour.from_hex("#FF6B5E")
MARIGOLD = Colour.from_hex("#FFB627")

FINE = 16
"""OpenCV's places are whole numbers; with a shift of 4 bits they are sixteenths of a pixel."""
SHIFT = 4


class Sheet:
    """The upright sheet of ``form``; places and lengths in millimetres from its top left corner."""

    def __init__(self, form: Form, letterer: Letterer, ground: Colour) -> None:
        across, down = form.dpi
        self._across, self._down = across / MM_PER_INCH, down / MM_PER_INCH
        self._letterer = letterer
        self.width = form.size.width / self._across
        self.height = form.size.height / self._down
        self.pixels: Pixels = np.empty((form.size.height, form.size.width, 3), np.uint8)
        self.pixels[:] = bgr(ground)

    def area(self, x: float, y: float, width: float, height: float) -> Pixels:
        """A view of the pixels there; what reaches out of the sheet is cut off."""
        columns = (round(x * self._across), round((x + width) * self._across))
        rows = (round(y * self._down), round((y + height) * self._down))
        return self.pixels[
            max(rows[0], 0) : max(rows[1], 0), max(columns[0], 0) : max(columns[1], 0)
        ]

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.area(x, y, width, height)[:] = bgr(colour)

    def frame(self, inset: float, thickness: float, colour: Colour) -> None:
        """All round the sheet, ``inset`` from its edges."""
        wide, high = self.width - 2 * inset, self.height - 2 * inset
        self.fill(inset, inset, wide, thickness, colour)
        self.fill(inset, self.height - inset - thickness, wide, thickness, colour)
        self.fill(inset, inset, thickness, high, colour)
        self.fill(self.width - inset - thickness, inset, thickness, high, colour)

    def ring(self, x: float, y: float, radius: float, thickness: float, colour: Colour) -> None:
        middle = (round((x * self._across - 0.5) * FINE), round((y * self._down - 0.5) * FINE))
        axes = (round(radius * self._across * FINE), round(radius * self._down * FINE))
        width = max(1, round(thickness * self._across))
        shape = (self.pixels, middle, axes, 0, 0, 360, bgr(colour), width, cv2.LINE_AA, SHIFT)
        cv2.ellipse(*shape)

    def write(
        self,
        words: str,
        x: float,
        y: float,
        size: float,
        colour: Colour,
        weight: Weight = Weight.MEDIUM,
        anchor: Anchor = Anchor.START,
        width: float | None = None,
    ) -> None:
        """``y`` is the baseline, ``size`` the font's; no wider than ``width``.

        Raises TemplateError without the font.
        """
        place = (round(x * self._across), round(y * self._down))
        room = None if width is None else max(1, round(width * self._across))
        px = self._font_px(size)
        text = Text("{event}", *place, px, weight, colour, anchor, max_width=room)
        self._letterer.write(self.pixels, text, TextFields(event=words, date="", code=""))

    def write_within(
        self, words: str, x: float, y: float, size: float, width: float, colour: Colour
    ) -> None:
        """A headline on one line: smaller, down to half of ``size``, and then cut short."""
        shown = " ".join(words.split())
        self.write(shown, x, y, size, colour, Weight.EXTRABOLD, width=width)

    def _font_px(self, size: float) -> int:
        return max(1, round(size * self._down))


def bgr(colour: Colour) -> tuple[int, int, int]:
    return colour.blue, colour.green, colour.red


@cache
def cut_out(file: Path) -> Pixels:
    """A picture with transparency, BGRA. Raises OSError."""
    picture = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
    if picture is None or picture.ndim != 3 or picture.shape[2] != 4:
        raise OSError(f"{file} can't be read as a picture with transparency")
    return np.asarray(picture, np.uint8)


def lay_in(picture: Pixels, area: Pixels) -> None:
    """BGRA ``picture`` as high as ``area``, in its middle, on what is there."""
    height, width = area.shape[:2]
    size = (min(width, round(picture.shape[1] * height / picture.shape[0])), height)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    left = (width - size[0]) // 2
    below = area[:, left : left + size[0]]
    alpha = small[:, :, 3:].astype(np.float32) / 255
    below[:] = np.rint(small[:, :, :3] * alpha + below * (1 - alpha)).astype(np.uint8)
