"""A queue's PPD is fetched when it may have changed, and only then."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kiosk.domain.printing import Sheet
from kiosk.printing.connection import Attributes, Connection, open_connection
from kiosk.printing.media import QueueMedia, offered
from kiosk.printing.ppds import PpdShelf, fetch_ppd
from tests.printing.conftest import QUEUE, PrintRoom, until


class Fetches:
    """Counts; the PPDs and attributes are cupsd's own."""

    def __init__(self, room: PrintRoom) -> None:
        self.connection = open_connection(room.world.addresses.cups or "")
        self.count = 0

    def getPPD3(self, name: str) -> tuple[int, float, str]:  # noqa: N802 - pycups' name
        self.count += 1
        return self.connection.getPPD3(name)

    def attributes(self) -> Attributes:
        return self.connection.getPrinterAttributes(QUEUE)

    def read(self, shelf: PpdShelf) -> QueueMedia | None:
        return shelf.media(self, QUEUE, self.attributes())  # type: ignore[arg-type]  # all it needs

    def is_settled(self) -> bool:
        said = self.attributes()
        return bool(said["printer-up-time"] - said["printer-config-change-time"] > 2)


def test_a_queue_that_stays_as_it_is_costs_one_fetch(room: PrintRoom) -> None:
    shelf, fetches = PpdShelf(), Fetches(room)
    until(fetches.is_settled, "its configuration is some seconds old")
    first = fetches.read(shelf)
    assert first is not None
    assert all(fetches.read(shelf) == first for _ in range(5))
    room.follow(room.submit("k1"))
    assert fetches.read(shelf) == first
    assert fetches.count == 1


def test_a_queue_that_was_changed_is_read_again_at_once(room: PrintRoom) -> None:
    shelf, fetches = PpdShelf(), Fetches(room)
    for _ in range(2):  # once right after the queue was made, and once when it has settled
        change(fetches.connection, "6x8", "5x5")
        smaller = fetches.read(shelf)
        assert smaller is not None
        assert Sheet.SIX_BY_EIGHT not in offered(smaller)
        change(fetches.connection, "5x5", "6x8")
        assert room.printers.queue(QUEUE).offered == frozenset(Sheet)
        found = fetches.read(shelf)
        assert found is not None
        assert offered(found) == frozenset(Sheet)
        until(fetches.is_settled, "its configuration is some seconds old")
        assert fetches.read(shelf) == found


def change(connection: Connection, before: str, after: str) -> None:
    ppd = fetch_ppd(connection, QUEUE).replace(before, after)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "new.ppd"
        file.write_text(ppd, encoding="utf-8")
        connection.addPrinter(QUEUE, filename=str(file))
