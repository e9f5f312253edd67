"""A page that tells staff by how much a printer misses the middle of its paper.

A borderless printer enlarges a little and cuts off what hangs over. From each edge bars reach in,
the first by one millimetre, the next by two. The shortest that is seen says how much was cut off.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.registered import Calibration
from kiosk.domain.templates import Anchor, Weight
from kiosk.imaging.drawing import CORAL, GREY, INK, MARIGOLD, PAPER, WHITE, Sheet

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
    _head(sheet, name, facts)
    _foot(sheet, now)


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


def _head(sheet: Sheet, name: str, facts: tuple[str, ...]) -> None:
    room = sheet.width - 2 * INSIDE
    sheet.write("Kalibrasi", INSIDE, 25, 3.4, GREY, Weight.SEMIBOLD)
    sheet.write_within(name, INSIDE, 33.5, 7.5, room, INK)
    for number, line in enumerate(facts):
        sheet.write(line, INSIDE, 39 + 3.6 * number, 2.5, GREY)


def _foot(sheet: Sheet, now: Calibration) -> None:
    top = sheet.height / 2 + 18
    lines = (
        ("1", "Di tiap tepi, cari batang terpendek", "yang masih terlihat. Baca angkanya."),
        ("2", "Geser ke kanan: (kiri − kanan) ÷ 2", "Geser ke bawah: (atas − bawah) ÷ 2"),
        ("3", "Minus berarti ke kiri atau ke atas.", "Ada tepi putih? Besarkan ukuran."),
    )
    for number, (sign, *words) in enumerate(lines):
        y = top + 9.2 * number
        sheet.ring(INSIDE + 2.2, y + 0.9, 2.2, 0.3, CORAL)
        sheet.write(sign, INSIDE + 2.2, y + 1.9, 2.8, INK, Weight.EXTRABOLD, Anchor.MIDDLE)
        for row, line in enumerate(words):
            sheet.write(line, INSIDE + 6.6, y + 3.7 * row, 2.8, INK)
    _at_present(sheet, top + 27.2, now)


def _at_present(sheet: Sheet, y: float, now: Calibration) -> None:
    room = sheet.width - 2 * INSIDE
    sheet.fill(INSIDE, y, room, 8.4, PAPER)
    sheet.fill(INSIDE, y, 1, 8.4, MARIGOLD)
    values = (
        f"kanan {_signed(now.right_mm)} mm   bawah {_signed(now.down_mm)} mm   "
        f"ukuran {_decimal(now.scale * 100)} %"
    )
    sheet.write("Sekarang; hasil hitungan ditambahkan:", INSIDE + 3, y + 3.4, 2.3, GREY)
    sheet.write(values, INSIDE + 3, y + 6.9, 2.6, INK, Weight.SEMIBOLD)


def _signed(mm: float) -> str:
    return (
        f"{mm:+.1f}".replace(".", ",")
        .replace("-", "−")
        .replace("+0,0", "0,0")
        .replace("−0,0", "0,0")
    )


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
