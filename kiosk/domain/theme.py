"""What every screen is drawn with, and what becomes of it in an operator's two colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.contrast import (
    BLACK,
    GRAPHICS,
    TEXT,
    WHITE,
    contrast,
    hex_of,
    mixed,
    towards,
)
from kiosk.domain.templates import Colour

PRESSED_SHARE = 0.12
PRESSED_LEAST = 1.08  # less can't be seen under a finger
SUN_SHARE = 0.42
TINT_SHARE = 0.22


class Unreadable(ValueError):
    """Neither ink nor paper can be read on a colour; the text names the nearest good one."""


@dataclass(frozen=True)
class Theme:
    """``colours`` by name, among them ``coral`` and ``marigold``. Sizes are hundredths of the
    screen's shorter side, ``least_mm`` is what a finger needs, times are milliseconds."""

    colours: Mapping[str, Colour]
    sizes: Mapping[str, float]
    least_mm: float
    times: Mapping[str, int]

    def restyled(self, accent: Colour | None, highlight: Colour | None) -> Theme:
        """With an operator's colours instead of coral and marigold. Raises Unreadable."""
        own = {"coral": accent, "marigold": highlight}
        given = {name: colour for name, colour in own.items() if colour is not None}
        for colour in given.values():
            self.ink_on(colour)
        return replace(self, colours={**self.colours, **given})

    def ink_on(self, colour: Colour) -> Colour:
        """What is written with on ``colour``: ink, or paper where ink can't be read. Raises
        Unreadable."""
        inks = (self.colours["ink"], self.colours["paper"])
        for ink in inks:
            if contrast(ink, colour) >= TEXT:
                return ink
        raise Unreadable(
            "neither dark nor light text can be read on it; the nearest that works is "
            + hex_of(self._nearest(colour, inks))
        )

    def tokens(self) -> dict[str, str]:
        """Every colour, with those that follow from coral and marigold, as ``#RRGGBB``."""
        coral, marigold = self.colours["coral"], self.colours["marigold"]
        derived = {
            "coral_ink": self.ink_on(coral),
            "coral_pressed": self.pressed(coral),
            "coral_edge": self.edge_of(coral, self.colours["paper"]),
            "marigold_ink": self.ink_on(marigold),
            "sun": self._tint("paper", marigold, "ink_soft", SUN_SHARE),
            "warn_tint": self._tint("sheet", marigold, "ink_soft", TINT_SHARE),
        }
        return {name: hex_of(colour) for name, colour in {**self.colours, **derived}.items()}

    def pressed(self, colour: Colour) -> Colour:
        """A shade darker under the finger, or lighter where its text could no longer be read."""
        ink = self.ink_on(colour)
        shades = (mixed(colour, end, PRESSED_SHARE) for end in (BLACK, WHITE))
        return next(
            shade
            for shade in shades
            if contrast(ink, shade) >= TEXT and contrast(colour, shade) >= PRESSED_LEAST
        )

    def edge_of(self, colour: Colour, ground: Colour) -> Colour:
        """``colour``, darkened until its edge is seen on the light ``ground``."""
        shades = towards(colour, BLACK)
        return next(shade for shade in shades if contrast(shade, ground) >= GRAPHICS)

    def _tint(self, ground: str, colour: Colour, ink: str, share: float) -> Colour:
        """A breath of ``colour`` over ``ground``, as much as lets ``ink`` be read."""
        full = mixed(self.colours[ground], colour, share)
        paler = towards(full, self.colours[ground])
        return next(tint for tint in paler if contrast(self.colours[ink], tint) >= TEXT)

    def _nearest(self, colour: Colour, inks: tuple[Colour, ...]) -> Colour:
        both = zip(towards(colour, BLACK), towards(colour, WHITE), strict=True)
        shades = (shade for pair in both for shade in pair)
        return next(s for s in shades if any(contrast(ink, s) >= TEXT for ink in inks))


def theme_of(raw: Mapping[str, Any]) -> Theme:
    """The shipped theme file, parsed. Raises KeyError or ValueError where it is not whole."""
    touch = dict(raw["touch"])
    least_mm = float(touch.pop("least_mm"))
    return Theme(
        colours={name: Colour.from_hex(text) for name, text in raw["colours"].items()},
        sizes={**raw["type"], **raw["space"], **touch},
        least_mm=least_mm,
        times=dict(raw["motion"]),
    )
