"""Words on a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import Anchor, Text, TextFields, Weight
from kiosk.imaging.jpeg import Pixels

FONT_FILES = {
    Weight.MEDIUM: "PlusJakartaSans-Medium.ttf",
    Weight.SEMIBOLD: "PlusJakartaSans-SemiBold.ttf",
    Weight.EXTRABOLD: "PlusJakartaSans-ExtraBold.ttf",
}
PILLOW_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
LINES_KEPT = 64  # most lines on a print are the same for a whole evening


@dataclass(frozen=True, eq=False)
class _Line:
    """``ink`` is how much of each pixel is covered, 0–255, from ``left``, ``top`` of the anchor."""

    ink: Pixels
    left: int
    top: int


class Letterer:
    """Draws with the fonts in one folder. Safe for several threads."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._line = lru_cache(LINES_KEPT)(self._draw_line)

    def write(self, canvas: Pixels, text: Text, fields: TextFields) -> None:
        """Draws ``text`` on BGR ``canvas``; what reaches out of the picture is cut off.

        Raises TemplateError when the font's file is missing.
        """
        words = text.filled(fields)
        if words.strip():
            line = self._line(words, text.weight, text.size, text.anchor)
            colour = (text.colour.blue, text.colour.green, text.colour.red)
            _blend(canvas, line, text.x, text.y, colour)

    def width(self, words: str, weight: Weight, size: int) -> int:
        """In pixels. Raises TemplateError as ``write`` does."""
        return round(self._font(weight, size).getlength(words))

    def _draw_line(self, words: str, weight: Weight, size: int, anchor: Anchor) -> _Line:
        font = self._font(weight, size)
        place = PILLOW_ANCHORS[anchor]
        left, top, right, bottom = (round(edge) for edge in font.getbbox(words, anchor=place))
        image = Image.new("L", (max(1, right - left), max(1, bottom - top)))
        ImageDraw.Draw(image).text((-left, -top), words, fill=255, font=font, anchor=place)
        return _Line(np.asarray(image), left, top)

    def _font(self, weight: Weight, size: int) -> ImageFont.FreeTypeFont:
        file = self._fonts / FONT_FILES[weight]
        try:
            return ImageFont.truetype(file, size)
        except OSError as error:
            raise TemplateError(f"{file}: the font is missing or can't be read") from error


def _blend(canvas: Pixels, line: _Line, x: int, y: int, colour: tuple[int, int, int]) -> None:
    left, top = x + line.left, y + line.top
    right, bottom = left + line.ink.shape[1], top + line.ink.shape[0]
    area = canvas[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    skip_x, skip_y = max(0, -left), max(0, -top)
    ink = line.ink[skip_y : skip_y + area.shape[0], skip_x : skip_x + area.shape[1], None]
    below = area.astype(np.int32)
    area[:] = (below * 255 + (np.array(colour, np.int32) - below) * ink + 127) // 255
