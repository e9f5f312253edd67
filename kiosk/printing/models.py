"""Photo printers that Gutenprint drives, by Gutenprint's own names for them.

What they print, and at which size in pixels, stands in their PPDs and is read there (sheets.py).
"""

from __future__ import annotations

import re

from kiosk.domain.printing import PrinterType
from kiosk.domain.registered import FIRST_GUESS_S

SECONDS: tuple[tuple[str, float], ...] = (
    (r"canon-(cp|es)\d+", 50.0),
    (r"ciaat-brava-21|sinfonia-chcs6145|shinko-chcs6145", 13.0),
    (r"(sinfonia|shinko)-chcs2[12]45|kodak-6900", 9.0),
    (r"(sinfonia|shinko)-chcs(1245|6245)|kodak-8810", 20.0),
    (r"citizen-(cx|cx-02|cw-02|op900(ii)?)", 9.0),
    (r"citizen-(cy|cy-02|cz-01|cw-01|cx-w|cx-02w)", 14.0),
    (r"dnp-(ds40|ds620)", 9.0),
    (r"dnp-dsrx1", 14.0),
    (r"dnp-(ds80|ds80dx|ds820|qw410|sl10|sl20)", 18.0),
    (r"fujifilm-ask-\d+", 14.0),
    (r"hiti-p5[12]\d\w*", 12.0),
    (r"hiti-p7\d\d\w*", 9.0),
    (r"kodak-(605|6800|6850|70\d\d)", 10.0),
    (r"kodak-305|mitsubishi-k60dw", 15.0),
    (r"mitsubishi-(d70dw|d707dw|d80dw|d90dw)", 9.0),
    (r"mitsubishi-cpm15?", 12.0),
    (r"sony-updr(150|200)|sony-upcr(10l|20l)", 14.0),
)
"""Seconds for a 4×6, or for the smallest sheet of a printer that has no 4×6. First guesses from
the makers' rounded claims, unconfirmed: the booth measures each printer of its own."""

COMPILED = tuple((re.compile(pattern), seconds) for pattern, seconds in SECONDS)

DYE_SUB_WORDS = re.compile(
    r"selphy|\bdnp\b|dai nippon|citizen (cx|cy|cz|cw|op)|\bhiti\b|brava|chc-s|ask-\d|cp-?[dkm]\d"
    r"|dye.?sub|thermal dye",
    re.IGNORECASE,
)
LASER_WORDS = re.compile(r"laser|\bled\b|phaser|ecosys|toner", re.IGNORECASE)


def is_photo_printer(model: str) -> bool:
    return any(pattern.fullmatch(model) for pattern, _ in COMPILED)


def first_guess_s(model: str) -> float:
    """Seconds a sheet until the booth has measured it."""
    found = (seconds for pattern, seconds in COMPILED if pattern.fullmatch(model))
    return next(found, FIRST_GUESS_S)


def type_of(make_and_model: str) -> PrinterType:
    """By the name alone, for a printer that says nothing else of itself."""
    if DYE_SUB_WORDS.search(make_and_model):
        return PrinterType.DYE_SUB
    return PrinterType.LASER if LASER_WORDS.search(make_and_model) else PrinterType.INKJET
