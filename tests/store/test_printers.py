"""The register: which printers there are, in which order, and what is known of each."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import RandomKeys
from kiosk.domain.known_printers import KnownPrinter
from kiosk.domain.printing import ConnectionType, Media, PrinterType, Sheet
from kiosk.domain.registered import Calibration, PixelSize, RegisteredPrinter
from kiosk.store import database
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import Printer
from kiosk.store.printers import NameTaken
from tests.store.sample import NOW, WHO, live, printer

MADE = "2026-01-02T00:00:00.000Z"
DNP = RegisteredPrinter(
    id="dnp",
    name="DNP DS620",
    type=PrinterType.DYE_SUB,
    connection_type=ConnectionType.USB,
    is_default=False,
    queue="dnp-ds620",
    uri="gutenprint53+usb://dnpds40/serial",
    media=Media.SIX_BY_EIGHT,
    pixel_sizes={Sheet.FOUR_BY_SIX: PixelSize(1240, 1844)},
    calibration=Calibration(0.5, -0.3, 1.01),
    profile="/srv/ds620.icc",
    sheets_left=200,
    seconds_per_sheet=9.0,
)


def known(printer_id: str, name: str, version: int = 1, *, default: bool = False) -> KnownPrinter:
    kind, connection = PrinterType.DYE_SUB, ConnectionType.USB
    return KnownPrinter(printer_id, "customer", name, kind, connection, default, MADE, version)


def names(mirror: Mirror) -> list[str]:
    return [found.name for found in mirror.printers.all()]


def told(mirror: Mirror, printer_id: str) -> list[tuple[object, object]]:
    """Version and default of every row that the cloud is told of the printer."""
    entries = [e for e in mirror.outbox.due(NOW, 1000) if e.row_id == printer_id]
    return [(e.body["version"], e.body["is_default"]) for e in entries]


def test_everything_known_of_a_printer_outlives_a_restart(mirror: Mirror, tmp_path: Path) -> None:
    assert mirror.printers.add(DNP, WHO, NOW) == replace(DNP, rank=1)
    mirror.close()
    with closing(open_mirror(tmp_path, RandomKeys().new_id)) as again:
        assert again.printers.get("dnp") == replace(DNP, rank=1)


def test_the_default_stands_first_and_the_others_in_staff_s_order(mirror: Mirror) -> None:
    for name in ("B", "C", "D"):
        mirror.printers.add(printer(name, name), WHO, NOW)
    assert names(mirror) == ["Front", "B", "C", "D"]
    mirror.printers.move_up("D")
    assert names(mirror) == ["Front", "B", "D", "C"]
    mirror.printers.move_up("D")
    mirror.printers.move_up("D")
    mirror.printers.move_up("Front")
    mirror.printers.move_up("nobody")
    assert names(mirror) == ["Front", "D", "B", "C"]
    mirror.printers.make_default("C", NOW)
    assert names(mirror) == ["C", "Front", "D", "B"]


def test_what_is_not_rfc_007_s_is_not_told_to_the_cloud(mirror: Mirror) -> None:
    before = told(mirror, "printer")
    mirror.printers.pause("printer")
    mirror.printers.load("printer", Media.SIX_BY_EIGHT, 400)
    mirror.printers.calibrate("printer", Calibration(1.5, -2.0, 0.99))
    mirror.printers.set_profile("printer", "/srv/x.icc")
    mirror.printers.spent("printer", 3)
    [found] = mirror.printers.all()
    assert found.paused
    assert (found.media, found.sheets_left) == (Media.SIX_BY_EIGHT, 397)
    assert found.calibration == Calibration(1.5, -2.0, 0.99)
    assert found.profile == "/srv/x.icc"
    mirror.printers.resume("printer")
    assert not mirror.printers.all()[0].paused
    assert told(mirror, "printer") == before


def test_a_speed_follows_the_newest_jobs(mirror: Mirror) -> None:
    mirror.printers.took("printer", 10.0)
    assert mirror.printers.all()[0].seconds_per_sheet == pytest.approx(20 * 0.7 + 10 * 0.3)
    for _ in range(20):
        mirror.printers.took("printer", 10.0)
    assert mirror.printers.all()[0].seconds_per_sheet == pytest.approx(10, abs=0.1)
    mirror.printers.took("printer", 0.0)
    assert mirror.printers.all()[0].seconds_per_sheet > 1


@pytest.mark.parametrize(("name", "queue"), [("Front", "other"), ("Other", "front")])
def test_a_name_or_queue_in_use_is_refused_and_changes_nothing(
    mirror: Mirror, name: str, queue: str
) -> None:
    second = replace(printer("second", name), queue=queue)
    with pytest.raises(NameTaken, match="Front"):
        mirror.printers.add(second, WHO, NOW)
    assert names(mirror) == ["Front"]
    assert mirror.printers.remembered() == ()


def test_a_printer_that_has_printed_can_be_removed_and_come_back_as_itself(
    mirror: Mirror,
) -> None:
    live(mirror)
    mirror.printers.calibrate("printer", Calibration(0.5))
    mirror.printers.load("printer", Media.FOUR_BY_SIX, 400)
    mirror.printers.pause("printer")
    mirror.printers.remove("printer", NOW)
    mirror.printers.remove("printer", NOW)
    assert mirror.printers.all() == ()
    [gone] = mirror.printers.remembered()
    assert (gone.id, gone.is_set_up, gone.sheets_left, gone.paused) == (
        "printer",
        False,
        None,
        False,
    )
    back = mirror.printers.add(replace(printer("new-id", "Front"), queue="front-2"), WHO, NOW)
    assert (back.id, back.queue, back.is_default) == ("printer", "front-2", True)
    assert back.calibration == Calibration(0.5)
    assert mirror.printers.remembered() == ()
    assert told(mirror, "printer") == [(1, 1), (2, 0), (3, 1)]


def test_the_next_in_order_becomes_the_default_where_that_is_removed(mirror: Mirror) -> None:
    mirror.printers.add(printer("back", "Back"), WHO, NOW)
    mirror.printers.remove("printer", NOW)
    [left] = mirror.printers.all()
    assert (left.name, left.is_default) == ("Back", True)
    assert told(mirror, "back") == [(1, 0), (2, 1)]


def test_printers_of_the_cloud_are_remembered_and_not_printed_on(mirror: Mirror) -> None:
    assert mirror.printers.remember([known("cloud-1", "Lobby", default=True)], NOW) == 1
    assert names(mirror) == ["Front"]
    assert [found.name for found in mirror.printers.remembered()] == ["Lobby"]
    assert mirror.printers.all()[0].is_default
    assert told(mirror, "cloud-1") == []


def test_a_default_of_another_booth_is_not_touched_from_here(mirror: Mirror) -> None:
    mirror.printers.remember([known("cloud-1", "Lobby", default=True)], NOW)
    mirror.printers.add(printer("back", "Back"), WHO, NOW)
    mirror.printers.make_default("back", NOW)
    mirror.printers.make_default("cloud-1", NOW)
    assert names(mirror) == ["Back", "Front"]
    assert told(mirror, "cloud-1") == []


def test_a_remembered_name_takes_over_its_identity_and_the_cloud_hears_of_it(
    mirror: Mirror,
) -> None:
    mirror.printers.remember([known("cloud-1", "DNP DS620", 7, default=True)], NOW)
    added = mirror.printers.add(DNP, WHO, NOW)
    assert (added.id, added.queue, added.is_default) == ("cloud-1", "dnp-ds620", False)
    assert added.pixel_sizes == DNP.pixel_sizes
    assert told(mirror, "cloud-1") == [(8, 0)]
    assert mirror.printers.named("DNP DS620") == added


def test_of_two_versions_the_newer_one_stays(mirror: Mirror) -> None:
    mirror.printers.remember([known("a", "Old", 3), known("b", "Newer", 3)], NOW)
    mirror.printers.remember([known("a", "Older", 2), known("b", "Newest", 4)], NOW)
    mirror.printers.remember([known("a", "Other", 3)], NOW)
    assert [found.name for found in mirror.printers.remembered()] == ["Newest", "Old"]


def test_a_newer_row_of_the_cloud_changes_a_printer_that_is_set_up_here(mirror: Mirror) -> None:
    """As after a backup was restored. One of those set up here stays the default."""
    mirror.printers.remember([known("printer", "Renamed", 9)], NOW)
    [found] = mirror.printers.all()
    assert (found.name, found.queue, found.is_default) == ("Renamed", "front", True)
    assert told(mirror, "printer")[-1] == (10, 1)


def test_printers_of_an_older_kiosk_are_kept_in_their_order(tmp_path: Path) -> None:
    scripts = database._migrations()
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as old:
        for script in scripts[:3]:
            old.executescript(script)
        old.executescript(
            "INSERT INTO customers (id, name, email, license_key, purchase_date)"
            " VALUES ('customer', 'Sari', 's@example.id', 'PB1', '2026');"
            "INSERT INTO printers (id, customer_id, name, type, connection_type, is_default,"
            " created_at, queue, uri) VALUES"
            " ('b', 'customer', 'B', 'inkjet', 'usb', 0, '2026-02', 'b', 'usb://b'),"
            " ('a', 'customer', 'A', 'dye-sub', 'ipp', 0, '2026-01', 'a', 'ipp://a'),"
            " ('c', 'customer', 'C', 'dye-sub', 'ipp', 1, '2026-03', 'c', 'ipp://c');"
            "PRAGMA user_version = 3;"
        )
    with closing(open_mirror(tmp_path, RandomKeys().new_id)) as mirror:
        found = mirror.printers.all()
        assert [(p.id, p.rank) for p in found] == [("c", 2), ("a", 0), ("b", 1)]
        assert found[1] == replace(printer("a", "A"), uri="ipp://a")
        assert Printer.select().count() == 3
