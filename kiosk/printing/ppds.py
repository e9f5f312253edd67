"""A queue's PPD, fetched into memory."""

from __future__ import annotations

from pathlib import Path

from kiosk.printing.connection import Connection

OK = 200


def fetch_ppd(connection: Connection, queue: str) -> str:
    """Empty where CUPS has none for the queue: a raw queue, or one still being set up."""
    status, _, filename = connection.getPPD3(queue)
    if status != OK:
        return ""
    file = Path(filename)
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    finally:
        file.unlink()
