"""A print template: where the shots, the words and the download code stand on the picture.

All places and sizes are pixels of one picture at 300 dpi, from its top left corner.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kiosk.domain.printing import Sheet

DPI = 300

# Width and height of one picture that each sheet takes: a strip is half a sheet.
PICTURE_SIZES: dict[Sheet, tuple[tuple[int, int], ...]] = {
    Sheet.FOUR_BY_SIX: ((1200, 1800), (1800, 1200)),
    Sheet.TWO_BY_SIX_PAIR: ((600, 1800),),
    Sheet.SIX_BY_EIGHT: ((1800, 2400), (2400, 1800)),
}


class Colour(NamedTuple):
    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Colour:
        """Reads ``#RRGGBB``. Raises ValueError."""
        if len(text) != 7 or not text.startswith("#"):
            raise ValueError(f"{text!r} is not #RRGGBB")
        return cls(*bytes.fromhex(text[1:]))


class Weight(enum.IntEnum):
    MEDIUM = 500
    SEMIBOLD = 600
    EXTRABOLD = 800


class Anchor(enum.Enum):
    """Which point of a line of text stands at its ``x``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class TextFields:
    """What a template's words may name: ``{event}``, ``{date}``, ``{code}``."""

    event: str
    date: str
    code: str


@dataclass(frozen=True)
class Slot:
    """Where one shot goes; the shot fills it, its middle kept.

    The box is turned by ``angle`` degrees clockwise around its own middle. ``x``, ``y`` are the
    top left corner that it would have without.
    """

    x: int
    y: int
    width: int
    height: int
    angle: float = 0.0

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Where its four corners lie once it is turned, clockwise from its own top left one."""
        (x, y), right, down = self.middle, self.width / 2, self.height / 2
        turn = math.radians(self.angle)
        cos, sin = math.cos(turn), math.sin(turn)
        ways = ((-right, -down), (right, -down), (right, down), (-right, down))
        return tuple((x + a * cos - b * sin, y + a * sin + b * cos) for a, b in ways)


@dataclass(frozen=True)
class Text:
    """One line of words; ``y`` is its baseline, ``size`` the font's size.

    ``font`` is a file of the template's own; without, ``weight`` is one of the booth's own font.
    A line wider than ``max_width`` is set smaller, down to half its size, and then cut short.
    """

    text: str
    x: int
    y: int
    size: int
    weight: Weight
    colour: Colour
    anchor: Anchor
    font: Path | None = None
    max_width: int | None = None

    def filled(self, fields: TextFields) -> str:
        return self.text.format(event=fields.event, date=fields.date, code=fields.code)


@dataclass(frozen=True)
class QrBox:
    """The square for the download code, its white margin included."""

    x: int
    y: int
    size: int


@dataclass(frozen=True)
class Template:
    """``slots`` are in the order of the shots.

    ``backdrop`` is a picture behind them, on the ``background`` colour; ``overlay`` is a PNG drawn
    over them. Both have the template's size.
    """

    name: str
    folder: Path
    sheet: Sheet
    width: int
    height: int
    background: Colour
    overlay: Path | None
    slots: tuple[Slot, ...]
    texts: tuple[Text, ...] = ()
    qr: QrBox | None = None
    backdrop: Path | None = None

    @property
    def shots(self) -> int:
        return len(self.slots)
