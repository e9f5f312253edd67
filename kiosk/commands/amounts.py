"""Amounts of money on the command line."""

from __future__ import annotations

import re

import typer

AMOUNT = re.compile(r"\d{1,12}|\d{1,3}(\.\d{3}){1,3}", re.ASCII)


def amount(text: str) -> int:
    """Whole rupiah: ``35000``, or ``35.000`` as Indonesians write it.

    Typer's own reading of a whole number takes 35.000 for thirty-five.
    """
    if not AMOUNT.fullmatch(text):
        raise typer.BadParameter(f"{text!r} is no amount in whole rupiah, such as 35000 or 35.000")
    return int(text.replace(".", ""))
