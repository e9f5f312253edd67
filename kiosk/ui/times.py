"""Clock and calendar as the language in force writes them, in the booth's own zone."""

from __future__ import annotations

from datetime import datetime

from kiosk.ui.translating import marked, tr

MONTHS = (
    marked("Januari"),
    marked("Februari"),
    marked("Maret"),
    marked("April"),
    marked("Mei"),
    marked("Juni"),
    marked("Juli"),
    marked("Agustus"),
    marked("September"),
    marked("Oktober"),
    marked("November"),
    marked("Desember"),
)


def clock(at: datetime) -> str:
    """``21.45``. ``at`` knows its zone, here and below."""
    local = at.astimezone()
    said = tr("{hour}.{minute}", "a time of day")
    return said.format(hour=f"{local.hour:02}", minute=f"{local.minute:02}")


def day(at: datetime) -> str:
    """``22 November 2026``"""
    local = at.astimezone()
    said = tr("{day} {month} {year}", "a date")
    return said.format(day=local.day, month=tr(MONTHS[local.month - 1]), year=local.year)


def day_and_clock(at: datetime) -> str:
    """``22/11 21.45``"""
    return f"{at.astimezone():%d/%m} {clock(at)}"
