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
from kiosk.imaging.layers import Layer

FONT_FILES = {
    Weight.MEDIUM: "PlusJakartaSans-Medium.ttf",
    Weight.SEMIBOLD: "PlusJakartaSans-SemiBold.ttf",
    Weight.EXTRABOLD: "PlusJakartaSans-ExtraBold.ttf",
}
PILLOW_ANCHORS = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}
LINES_KEPT = 64  # most lines on a print are the same for a whole evening
NO_CHARACTER = "\uffff"  # no font has it, so it looks like what a font lacks


@dataclass(frozen=True)
class LineBox:
    """The pixels that a line covers on its picture; ``words`` are those that are left of it."""

    left: int
    top: int
    right: int
    bottom: int
    words: str


@dataclass(frozen=True, eq=False)
class _Line:
    """``layer`` lies from ``left``, ``top`` of the anchor on."""

    layer: Layer
    left: int
    top: int
    words: str


class Letterer:
    """Draws with the fonts in one folder, and with templates' own. Safe for several threads.

    Every method raises TemplateError when a font's file is missing or is no font.
    """

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._line = lru_cache(LINES_KEPT)(self._draw_line)

    def write(self, canvas: Pixels, text: Text, fields: TextFields) -> None:
        """Draws ``text`` on BGR ``canvas``; what reaches out of the picture is cut off."""
        words = text.filled(fields)
        if words.strip():
            line = self._line(text, words)
            line.layer.lay_over(canvas, text.x + line.left, text.y + line.top)

    def width(self, words: str, weight: Weight, size: int) -> int:
        """In pixels."""
        return round(open_font(self._fonts / FONT_FILES[weight], size).getlength(words))

    def box(self, text: Text, fields: TextFields) -> LineBox | None:
        """Where ``write`` would draw; None for a line without words."""
        words = text.filled(fields)
        if not words.strip():
            return None
        line = self._line(text, words)
        height, width = line.layer.kept.shape[:2]
        left, top = text.x + line.left, text.y + line.top
        return LineBox(left, top, left + width, top + height, line.words)

    def missing(self, text: Text, words: str) -> str:
        """The letters of ``words`` that the line's font does not have, each once."""
        font = self._font(text, text.size)
        unknown = bytes(font.getmask(NO_CHARACTER))
        letters = dict.fromkeys(letter for letter in words if not letter.isspace())
        return "".join(a for a in letters if bytes(font.getmask(a)) == unknown)

    def _draw_line(self, text: Text, filled: str) -> _Line:
        words, size = self._fitted(text, filled)
        font, place = self._font(text, size), PILLOW_ANCHORS[text.anchor]
        left, top, right, bottom = (round(edge) for edge in font.getbbox(words, anchor=place))
        image = Image.new("L", (max(1, right - left), max(1, bottom - top)))
        ImageDraw.Draw(image).text((-left, -top), words, fill=255, font=font, anchor=place)
        colour = (text.colour.blue, text.colour.green, text.colour.red)
        return _Line(Layer.of_one_colour(colour, np.asarray(image)), left, top, words)

    def _fitted(self, text: Text, words: str) -> tuple[str, int]:
        """The words and the size that keep the line within its ``max_width``."""
        width = self._font(text, text.size).getlength(words)
        if text.max_width is None or width <= text.max_width:
            return words, text.size
        least = max(1, text.size // 2)
        size = max(least, int(text.size * text.max_width / width))
        while size > least and self._font(text, size).getlength(words) > text.max_width:
            size -= 1
        return _cut_short(words, self._font(text, size), text.max_width), size

    def _font(self, text: Text, size: int) -> ImageFont.FreeTypeFont:
        return open_font(text.font or self._fonts / FONT_FILES[text.weight], size)


def open_font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """Raises TemplateError."""
    try:
        return ImageFont.truetype(file, size)
    except OSError as error:
        raise TemplateError(f"{file}: the font is missing or can't be read") from error


def _cut_short(words: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    """As many letters as there is room for, and an ellipsis where some are left out."""
    if font.getlength(words) <= room:
        return words
    least, most = 0, len(words) - 1
    while least < most:
        tried = (least + most + 1) // 2
        if font.getlength(_shortened(words, tried)) <= room:
            least = tried
        else:
            most = tried - 1
    return _shortened(words, least)


def _shortened(words: str, letters: int) -> str:
    return words[:letters].rstrip() + "…"
