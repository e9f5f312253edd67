"""The end of a time-lapse: the last picture gives way to the event's name and date."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from kiosk.domain.films import Titles
from kiosk.domain.templates import Anchor, Colour, Text, TextFields, Weight
from kiosk.imaging.drawing import CORAL, GREY, INK, PAPER, bgr
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.motion.cut import FPS

FADE = FPS // 3
STAND = FPS - FADE // 2


def ending(last: Pixels, titles: Titles, letterer: Letterer) -> Iterator[Pixels]:
    """The pictures that follow ``last``. Raises TemplateError without the fonts."""
    shown = card(last.shape[1], last.shape[0], titles, letterer)
    for step in range(1, FADE + 1):
        part = step / (FADE + 1)
        yield np.asarray(cv2.addWeighted(shown, part, last, 1 - part, 0), np.uint8)
    for _ in range(STAND):
        yield shown


def card(width: int, height: int, titles: Titles, letterer: Letterer) -> Pixels:
    pixels: Pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = bgr(PAPER)
    short = min(width, height)
    size = _fitting(titles.event, letterer, short // 7, width * 4 // 5)
    middle = height // 2
    _write(pixels, letterer, titles.event, middle, size, Weight.EXTRABOLD, INK)
    _stroke(pixels, middle + short // 14, short)
    _write(pixels, letterer, titles.date, middle + short // 5, short // 13, Weight.MEDIUM, GREY)
    return pixels


def _fitting(words: str, letterer: Letterer, size: int, room: int) -> int:
    """``size``, or smaller where the words would not have ``room`` pixels."""
    return min(size, max(8, size * room // max(1, letterer.width(words, Weight.EXTRABOLD, size))))


def _stroke(pixels: Pixels, y: int, short: int) -> None:
    half, thick = short // 16, max(2, short // 90)
    middle = pixels.shape[1] // 2
    pixels[y : y + thick, middle - half : middle + half] = bgr(CORAL)


def _write(
    pixels: Pixels,
    letterer: Letterer,
    words: str,
    y: int,
    size: int,
    weight: Weight,
    colour: Colour,
) -> None:
    text = Text("{event}", pixels.shape[1] // 2, y, size, weight, colour, Anchor.MIDDLE)
    letterer.write(pixels, text, TextFields(event=words, date="", code=""))
