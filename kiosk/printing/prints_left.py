"""Prints left per registered printer, for reports."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.registered import RegisteredPrinter
from kiosk.printing.cups_printers import CupsPrinters


def prints_left(
    address: str, printers: Iterable[RegisteredPrinter]
) -> tuple[tuple[str, int | None], ...]:
    """Each printer's name and count; None where neither the printer nor CUPS says."""
    cups = CupsPrinters(address)
    try:
        return tuple((printer.name, _left(cups, printer.queue)) for printer in printers)
    finally:
        cups.close()


def _left(cups: CupsPrinters, queue: str) -> int | None:
    try:
        return cups.queue(queue).prints_left
    except (PrintingUnavailable, PrintRefused):
        return None
