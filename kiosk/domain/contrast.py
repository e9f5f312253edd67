"""How well one colour is read on another, by the Web Content Accessibility Guidelines 2.1.

Luminance and ratio are defined at https://www.w3.org/TR/WCAG21/#dfn-relative-luminance and
#dfn-contrast-ratio, the limits at #contrast-minimum and #non-text-contrast.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.templates import Colour

TEXT = 4.5
GRAPHICS = 3.0  # also of text from 24 px on, or 18.7 px bold

WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)
STEPS = 100


def luminance(colour: Colour) -> float:
    """From 0, black, to 1, white."""
    parts = (part / 255 for part in colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1, alike, to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: Colour, other: Colour, share: float) -> Colour:
    """``share`` of ``other`` from 0 to 1, the rest is ``colour``."""
    return Colour(*(round(a + share * (b - a)) for a, b in zip(colour, other, strict=True)))


def towards(colour: Colour, end: Colour) -> Iterator[Colour]:
    """From ``colour`` to ``end`` in small even steps, both included."""
    return (mixed(colour, end, step / STEPS) for step in range(STEPS + 1))


def hex_of(colour: Colour) -> str:
    return f"#{bytes(colour).hex().upper()}"
