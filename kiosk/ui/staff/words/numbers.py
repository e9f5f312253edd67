"""How numbers are written in the language in force."""

from __future__ import annotations

from kiosk.ui.translating import tr

MINUS = "−"


def decimal(number: float) -> str:
    """With one decimal: ``7,6``, ``−0,8``."""
    comma = tr(",", "between a number and its decimals")
    text = f"{round(number, 1) + 0.0:.1f}"  # no minus before zero
    return text.replace(".", comma).replace("-", MINUS)
