"""What is in a printer, by its own word: media, and how many prints it is good for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kiosk.domain.printing import Media
from kiosk.printing.connection import Attributes

NATIVE_PRINTS = re.compile(r"(\d+) native prints remaining")
"""Gutenprint's dye-sub backends, in marker-message. Their marker-levels are percent, not prints."""

SIZE_IN_NAME = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(in|mm)$")
"""How a media's name ends (PWG 5101.1, 5)."""

MM_PER_INCH = 25.4
TOLERANCE_MM = 5.0
"""A postcard of 100×148 mm is sold as 4×6 paper; the nearest other size, A6, is not far off it."""

SIZES_MM: Mapping[Media, tuple[float, float]] = {
    Media.FOUR_BY_SIX: (101.6, 152.4),
    Media.SIX_BY_EIGHT: (152.4, 203.2),
}

COUNTED_IN = frozenset({"impressions", "sheets"})


def media_ready(attributes: Attributes) -> Media | None:
    """From media-ready (RFC 8011, 5.2.11) or media-col-ready (PWG 5100.7). None where it says
    neither; of several trays the one that our packages are printed on."""
    sizes = [*map(_named_size, several(attributes.get("media-ready")))]
    if not any(sizes):
        sizes = [*map(_collected_size, several(attributes.get("media-col-ready")))]
    found = {_media(size) for size in sizes if size is not None}
    return next((media for media in Media if media in found), None)


def prints_left(attributes: Attributes) -> int | None:
    """How many sheets the printer says it can still print, None where it does not say.

    A driver tells in marker-message, a driverless printer in printer-supply (PWG 5100.13), where
    only levels in impressions or sheets count; percent don't. The scarcest supply decides.
    """
    if match := NATIVE_PRINTS.search(str(attributes.get("marker-message") or "")):
        return int(match[1])
    supplies = map(_supply, several(attributes.get("printer-supply")))
    return min((left for left in supplies if left is not None), default=None)


def several(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _named_size(name: object) -> tuple[float, float] | None:
    match = SIZE_IN_NAME.search(str(name))
    if match is None:
        return None
    unit = MM_PER_INCH if match[3] == "in" else 1.0
    return float(match[1]) * unit, float(match[2]) * unit


def _collected_size(media: object) -> tuple[float, float] | None:
    """Its dimensions are hundredths of a millimetre; a range is a size that may be anything."""
    size = media.get("media-size") if isinstance(media, Mapping) else None
    if not isinstance(size, Mapping):
        return None
    x, y = size.get("x-dimension"), size.get("y-dimension")
    return (x / 100, y / 100) if isinstance(x, int) and isinstance(y, int) else None


def _media(size: tuple[float, float]) -> Media:
    short, long = sorted(size)
    for media, (width, height) in SIZES_MM.items():
        if abs(short - width) <= TOLERANCE_MM and abs(long - height) <= TOLERANCE_MM:
            return media
    return Media.OTHER


def _supply(description: object) -> int | None:
    raw = description if isinstance(description, bytes) else str(description).encode()
    fields = dict(
        pair.split("=", 1) for pair in raw.decode(errors="replace").split(";") if "=" in pair
    )
    if fields.get("class") == "receptacleThatIsFilled" or fields.get("unit") not in COUNTED_IN:
        return None
    level = fields.get("level", "")
    return int(level) if level.isdecimal() else None  # -2 is unknown, -3 is "some"
