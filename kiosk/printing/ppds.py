"""A queue's PPD, fetched into memory, and what the booth remembers of it."""

from __future__ import annotations

from pathlib import Path

from kiosk.printing.connection import Attributes, Connection
from kiosk.printing.media import QueueMedia, read_ppd

OK = 200
SETTLED_S = 2
"""Times of configuration are whole seconds: a PPD is remembered when none can look the same."""


class PpdShelf:
    """What each queue offers, read again when its configuration has changed. For one thread."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, QueueMedia | None]] = {}

    def media(
        self, connection: Connection, queue: str, attributes: Attributes
    ) -> QueueMedia | None:
        """None where the queue has no driver. ``attributes`` are the queue's own of this moment."""
        changed = int(attributes["printer-config-change-time"])
        known = self._known.get(queue)
        if known is not None and known[0] == changed:
            return known[1]
        self._known.pop(queue, None)
        ppd = fetch_ppd(connection, queue)
        found = read_ppd(ppd) if ppd else None
        if int(attributes["printer-up-time"]) - changed >= SETTLED_S:
            self._known[queue] = (changed, found)
        return found


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


def server_ppd(connection: Connection, ppd_name: str) -> str:
    """The PPD of a driver that CUPS has. CUPS asks the driver for it: a tenth of a second."""
    file = Path(connection.getServerPPD(ppd_name))
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    finally:
        file.unlink()
