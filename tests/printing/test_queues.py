"""Driverless queues, set up by the booth itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintRefused
from kiosk.local import World, WorldPlan
from kiosk.printing import CupsPrinters
from kiosk.printing.connection import open_connection
from kiosk.printing.ppds import fetch_ppd
from tests.printing.conftest import QUEUE, PrintRoom

NO_PDF = ("application/octet-stream", "image/jpeg", "image/urf")


@pytest.fixture
def choosy_room(tmp_path: Path, picture: Path) -> Iterator[PrintRoom]:
    """A printer without PDF, as most photo printers are, on a queue that CUPS' own tool made."""
    plan = WorldPlan(cloud=False, printers=(QUEUE,), pace_s=0.1, formats=NO_PDF)
    with World(tmp_path / "world", plan) as world:
        printers = CupsPrinters(world.addresses.cups or "", add_patience_s=1.0)
        yield PrintRoom(world, printers, picture)
        printers.close()


def test_an_added_queue_prints_borderless_and_stops_on_failure(room: PrintRoom) -> None:
    room.printers.add_queue("second", room.device.uri)
    connection = open_connection(room.world.addresses.cups or "")
    assert "*PageSize 4x6.Borderless" in fetch_ppd(connection, "second")
    assert connection.getPrinterAttributes("second")["printer-error-policy"] == "stop-printer"
    assert room.printers.queue("second").able
    assert {status.queue for status in room.printers.queues()} == {QUEUE, "second"}


def test_a_removed_queue_is_gone(room: PrintRoom) -> None:
    room.printers.remove_queue(QUEUE)
    assert room.printers.queues() == ()


def test_a_queue_that_would_lose_copies_refuses_them(choosy_room: PrintRoom) -> None:
    with pytest.raises(PrintRefused, match="1 of 2 copies"):
        choosy_room.submit("k1", copies=2)
    choosy_room.follow(choosy_room.submit("k2"))
    assert len(choosy_room.sheets()) == 1


def test_a_queue_that_the_booth_added_makes_every_copy(choosy_room: PrintRoom) -> None:
    choosy_room.printers.add_queue(QUEUE, choosy_room.device.uri)
    choosy_room.follow(choosy_room.submit("k1", copies=3))
    assert len(choosy_room.sheets()) == 3


def test_a_printer_that_does_not_answer_leaves_no_queue(choosy_room: PrintRoom) -> None:
    with pytest.raises(PrintRefused, match="no driverless printer"):
        choosy_room.printers.add_queue("ghost", "ipp://localhost:9/ipp/print")
    assert [status.queue for status in choosy_room.printers.queues()] == [QUEUE]
