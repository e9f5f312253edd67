"""A page that tells staff by how much a printer misses the middle of its paper.

A borderless printer enlarges a little and cuts off what hangs over. From each edge bars reach in,
the first by one millimetre, the next by two. The shortest that is seen says how much was cut off.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.registered import Calibration
from kiosk.domain.templates import Anchor, Weight
from kiosk.imaging.drawing import CORAL, GREY, INK, MARIGOLD, PAPER, WHITE, Sheet

DESIGNED_FOR = 152.4
"""Millimetres of the sheet's height; on others the words grow with it, and the rulers don't."""

LONGEST = 8  # mm; no borderless printer cuts off more
BAND = 9.5
PITCH = 4.3
BAR, HALF_BAR = 1.9, 0.7
NUMBER = 3.1
INSIDE = 19.0

Bar = Callable[[float, float, float], None]
"""Draws a bar so many mm long, at a place along the edge, so many mm thick."""


def draw_calibration_page(
    sheet: Sheet, name: str, facts: tuple[str, ...], now: Calibration
) -> None:
    """``now`` is the calibration with which the page is printed."""
    sheet.fill(BAND, BAND, sheet.width - 2 * BAND, sheet.height - 2 * BAND, WHITE)
    _rulers(sheet)
    _cross(sheet)
    k = sheet.height / DESIGNED_FOR
    _head(sheet, k, name, facts)
    _foot(sheet, k, now)


def _rulers(sheet: Sheet) -> None:
    wide, high = sheet.width, sheet.height
    _ruler(high / 2, lambda mm, at, thick: sheet.fill(0, at - thick / 2, mm, thick, INK))
    _ruler(high / 2, lambda mm, at, thick: sheet.fill(wide - mm, at - thick / 2, mm, thick, INK))
    _ruler(wide / 2, lambda mm, at, thick: sheet.fill(at - thick / 2, 0, thick, mm, INK))
    _ruler(wide / 2, lambda mm, at, thick: sheet.fill(at - thick / 2, high - mm, thick, mm, INK))
    lower = NUMBER * 0.36  # from a digit's middle to its baseline
    for mm in range(1, LONGEST + 1):
        across, down = _place(mm, wide / 2), _place(mm, high / 2) + lower
        _number(sheet, mm, BAND + 1.2, down, Anchor.START)
        _number(sheet, mm, wide - BAND - 1.2, down, Anchor.END)
        _number(sheet, mm, across, BAND + 1.2 + 2 * lower, Anchor.MIDDLE)
        _number(sheet, mm, across, high - BAND - 1.2, Anchor.MIDDLE)
    _edge_names(sheet)


def _edge_names(sheet: Sheet) -> None:
    wide, high = sheet.width, sheet.height
    before = LONGEST / 2 * PITCH + 3.6
    size = NUMBER * 0.85
    sheet.write("kiri", BAND + 1.2, high / 2 - before, size, GREY)
    sheet.write("kanan", wide - BAND - 1.2, high / 2 - before, size, GREY, anchor=Anchor.END)
    for words, y in (("atas", BAND + 1.2 + NUMBER * 0.72), ("bawah", high - BAND - 1.2)):
        sheet.write(words, wide / 2 - before, y, size, GREY, anchor=Anchor.END)


def _ruler(middle: float, bar: Bar) -> None:
    for mm in range(1, LONGEST + 1):
        bar(mm, _place(mm, middle), BAR)
        bar(mm - 0.5, _place(mm - 0.5, middle), HALF_BAR)


def _place(mm: float, middle: float) -> float:
    return middle + (mm - (LONGEST + 0.5) / 2) * PITCH


def _number(sheet: Sheet, mm: int, x: float, y: float, anchor: Anchor) -> None:
    sheet.write(str(mm), x, y, NUMBER, INK, Weight.SEMIBOLD, anchor)


def _cross(sheet: Sheet) -> None:
    x, y = sheet.width / 2, sheet.height / 2
    for radius in (4, 8):
        sheet.ring(x, y, radius, 0.25, CORAL)
    sheet.fill(x - 12, y - 0.15, 24, 0.3, INK)
    sheet.fill(x - 0.15, y - 12, 0.3, 24, INK)


def _head(sheet: Sheet, k: float, name: str, facts: tuple[str, ...]) -> None:
    left = INSIDE * k
    sheet.write("Kalibrasi", left, 27 * k, 3.4 * k, GREY, Weight.SEMIBOLD)
    sheet.write_within(name, left, 35.5 * k, 7.5 * k, sheet.width - 2 * left, INK)
    for number, line in enumerate(facts):
        sheet.write(line, left, (41 + 3.6 * number) * k, 2.5 * k, GREY)


def _foot(sheet: Sheet, k: float, now: Calibration) -> None:
    left, top = INSIDE * k, sheet.height / 2 + 17 * k
    steps = (
        ("1", "Di tiap tepi, baca batang terpendek", "yang terlihat (tipis: setengah)."),
        ("2", "Geser ke kanan: (kiri − kanan) ÷ 2", "Geser ke bawah: (atas − bawah) ÷ 2"),
        ("3", "Minus berarti ke kiri atau ke atas.", "Ada tepi putih? Besarkan ukuran."),
    )
    for number, (sign, *words) in enumerate(steps):
        y = top + 9.4 * number * k
        sheet.ring(left + 2.2 * k, y + 0.9 * k, 2.2 * k, 0.3 * k, CORAL)
        middle = (left + 2.2 * k, y + 1.9 * k)
        sheet.write(sign, *middle, 2.8 * k, INK, Weight.EXTRABOLD, Anchor.MIDDLE)
        for row, line in enumerate(words):
            sheet.write(line, left + 6.6 * k, y + 3.8 * row * k, 2.8 * k, INK)
    _at_present(sheet, k, top + 27.6 * k, now)


def _at_present(sheet: Sheet, k: float, y: float, now: Calibration) -> None:
    left = INSIDE * k
    sheet.fill(left, y, sheet.width - 2 * left, 9 * k, PAPER)
    sheet.fill(left, y, 1 * k, 9 * k, MARIGOLD)
    values = (
        f"kanan {_signed(now.right_mm)} mm   bawah {_signed(now.down_mm)} mm   "
        f"ukuran {_decimal(now.scale * 100)} %"
    )
    sheet.write("Sekarang; hasil hitungan ditambahkan:", left + 3 * k, y + 3.6 * k, 2.3 * k, GREY)
    sheet.write(values, left + 3 * k, y + 7.3 * k, 2.6 * k, INK, Weight.SEMIBOLD)


def _signed(mm: float) -> str:
    sign = "+" if mm >= 0.05 else "−" if mm <= -0.05 else ""
    return sign + _decimal(abs(mm))


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
