"""A page that shows staff whether a printer prints to the edge, sharp, and in true colours."""

from __future__ import annotations

import numpy as np

from kiosk.domain.templates import Anchor, Colour, Weight
from kiosk.imaging.drawing import CORAL, GREY, INK, MARIGOLD, PAPER, WHITE, Sheet, bgr, lay_in
from kiosk.imaging.jpeg import Pixels

DESIGNED_FOR = 152.4
"""Millimetres of the sheet's height; on others everything grows with it."""

EDGE = 2.6
"""Wider than what borderless printers cut off, which is about 1.7 mm."""

SAFE = 3.05  # 36 px at 300 dpi: what templates keep free
MARGIN = 8.0

PURE = (
    Colour(0, 174, 239),
    Colour(236, 0, 140),
    Colour(255, 242, 0),
    Colour(255, 0, 0),
    Colour(0, 166, 81),
    Colour(46, 49, 146),
    CORAL,
    MARIGOLD,
)
SKIN = tuple(
    Colour.from_hex(tone)
    for tone in (
        "#FBE3D3", "#F1C7A8", "#E0AC83", "#C68A5E", "#A56B43", "#7E4C2E", "#5A3420", "#3B2216",
    )
)  # fmt: skip
STEPS = 11
BUST = 0.72  # of the portrait's height
RAYS = 36
CHECKS = (
    "Tepi merah sama tebal di keempat sisi",
    "Bingkai tipis utuh: batas aman",
    "Kulit wajar, abu-abu tanpa warna",
    "Garis halus terlihat satu per satu",
)


def draw_test_page(sheet: Sheet, name: str, facts: tuple[str, ...], portrait: Pixels) -> None:
    """``facts`` are short lines for the lower right; ``portrait`` is BGRA."""
    k = sheet.height / DESIGNED_FOR
    _head(sheet, k, name)
    _photograph(sheet, k, portrait)
    _patches(sheet, k)
    _greys(sheet, k)
    _foot(sheet, k, facts)
    sheet.frame(SAFE, 0.17, GREY)
    sheet.frame(0, EDGE, CORAL)


def _head(sheet: Sheet, k: float, name: str) -> None:
    sheet.fill(0, 0, sheet.width, 25 * k, INK)
    sheet.write("Halaman tes", MARGIN * k, 10.4 * k, 3.4 * k, MARIGOLD, Weight.SEMIBOLD)
    room = sheet.width - 2 * MARGIN * k
    sheet.write_within(name, MARGIN * k, 19.6 * k, 8 * k, room, PAPER)


def _photograph(sheet: Sheet, k: float, portrait: Pixels) -> None:
    """A face before a soft gradient, which shows bands where a printer makes them."""
    area = sheet.area(0, 25 * k, sheet.width, 56 * k)
    down = np.linspace(0, 1, area.shape[0])[:, None, None]
    top, bottom = (np.array(bgr(Colour.from_hex(c))) for c in ("#BFD9DE", "#F7E3CF"))
    area[:] = np.rint(top + (bottom - top) * down).astype(np.uint8)
    bust = portrait[: round(len(portrait) * BUST)]
    lay_in(bust, sheet.area(0, 28 * k, sheet.width, 53 * k))


def _patches(sheet: Sheet, k: float) -> None:
    for y, row in ((84, PURE), (94, SKIN)):
        width = (sheet.width - 2 * MARGIN * k) / len(row)
        for number, colour in enumerate(row):
            sheet.fill(MARGIN * k + number * width, y * k, width, 9 * k, colour)


def _greys(sheet: Sheet, k: float) -> None:
    ramp = sheet.area(MARGIN * k, 105 * k, sheet.width - 2 * MARGIN * k, 4 * k)
    ramp[:] = np.linspace(0, 255, ramp.shape[1]).round().astype(np.uint8)[None, :, None]
    width = (sheet.width - 2 * MARGIN * k) / STEPS
    for step in range(STEPS):
        grey = Colour(*[round(255 * step / (STEPS - 1))] * 3)
        sheet.fill(MARGIN * k + step * width, 109 * k, width, 5 * k, grey)
    sheet.fill(MARGIN * k, 114 * k, sheet.width - 2 * MARGIN * k, 0.1 * k, GREY)


def _foot(sheet: Sheet, k: float, facts: tuple[str, ...]) -> None:
    _star(sheet.area(MARGIN * k, 118 * k, 26 * k, 26 * k))
    left = (MARGIN + 30) * k
    for number, line in enumerate(CHECKS):
        y = (120.8 + 4.3 * number) * k
        sheet.ring(left + 1.1 * k, y - 1 * k, 1.0 * k, 0.25 * k, INK)
        sheet.write(line, left + 3.6 * k, y, 2.7 * k, INK)
    _fine_lines(sheet, k, left)
    right = sheet.width - MARGIN * k
    for number, line in enumerate(facts):
        y = (138 + 3.3 * number) * k
        sheet.write(line, right, y, 2.4 * k, GREY, Weight.MEDIUM, Anchor.END)


def _star(area: Pixels) -> None:
    """Rays that meet in the middle: the grey blot there is as large as the printer is unsharp."""
    height, width = area.shape[:2]
    fine = 3
    y, x = np.mgrid[0 : height * fine, 0 : width * fine]
    y, x = (y + 0.5) / fine / height * 2 - 1, (x + 0.5) / fine / width * 2 - 1
    dark = (np.floor(np.arctan2(y, x) * RAYS / np.pi) % 2 == 0) & (np.hypot(x, y) < 1)
    share = dark.reshape(height, fine, width, fine).mean(axis=(1, 3))[:, :, None]
    area[:] = np.rint(np.array(bgr(WHITE)) * (1 - share) + np.array(bgr(INK)) * share)


def _fine_lines(sheet: Sheet, k: float, left: float) -> None:
    """Groups of lines that are one, two and three of the printer's pixels wide."""
    for number, thickness in enumerate((1, 2, 3)):
        area = sheet.area(left + number * 7.5 * k, 137.2 * k, 6 * k, 6.8 * k)
        dark = np.arange(area.shape[1]) // thickness % 2 == 0
        area[:, dark] = bgr(INK)
