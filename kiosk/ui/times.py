"""Clock and calendar as the language in force writes them, in the booth's own zone."""

from __future__ import annotations

from datetime import datetime

from kiosk.ui.translating import tr


def clock(at: datetime) -> str:
    """``21.45``. ``at`` knows its zone, here and below."""
    local = at.astimezone()
    said = tr("{hour}.{minute}", "a time of day")
    return said.format(hour=f"{local.hour:02}", minute=f"{local.minute:02}")


def day_and_clock(at: datetime) -> str:
    """``22/11 21.45``"""
    return f"{at.astimezone():%d/%m} {clock(at)}"
