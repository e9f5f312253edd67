"""The mirror on a real file: schema, transactions, outbox, backup."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

import kiosk
from kiosk.booth.audit import audit
from kiosk.domain import session as s
from kiosk.domain.errors import StoreUnusable
from kiosk.domain.order import PaymentMethod, Picture, Received, ReturnWay, Shot
from kiosk.store import backup
from kiosk.store.codec import decode, encode
from kiosk.store.database import StoreTooNew, open_database
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import OutboxEntry, Photo, Printer
from tests.store.sample import EVENTS, NOW, ORDER, WHO, live, printer

REFUNDED = s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "the printer was empty")

OTHER_EVENTS: tuple[s.Event, ...] = (
    s.Started(),
    s.LookPicked("senja"),
    s.TemplatePicked("classic-4x6-night"),
    s.ShotsArranged((2, 1)),
    s.RetakeAsked(2),
    s.ArrangementFailed("senja", "night", (2, 1), 1),
    s.ShotTaken(Shot(2, "photos/shot-2-b.jpg", "t", 1920, 1080, take=2)),
    s.PictureComposed(Picture("prints/p.jpg", 1200, 1800, "0"), "", "night", (2, 1), 1),
    s.PaymentRefused(),
    s.CancelAsked(s.CancelReason.TIME),
    s.PaymentClosed(certain=False),
    s.PrintSubmitted(7, 400),
    s.PrintMoved("back", "second-job", 1),
    s.GaveUp(s.OwedReason.PRINT),
    s.GaveUp(s.OwedReason.PRINT, job_may_print=True),
    s.PrintWithdrawn(),
    REFUNDED,
    s.WayPicked(PaymentMethod.CASH, None),
    s.WayLeft(),
    s.CashReceived("cash-1", 20_000, "Sari"),
    s.VoucherTaken("VOUCHER", 10_000),
    s.ReprintApproved("back", "third-job", 1, s.Approval("Sari", "paper jam")),
    s.RefundAsked(s.Approval("Sari", "paid late")),
    s.RefundDone(),
    s.RefundRefused(),
    s.ChangeReturned(15_000, ReturnWay.CASH, "Sari"),
    s.Complained(s.Approval("Sari", "bad print")),
)


def test_the_four_tables_have_exactly_the_columns_of_rfc_007_first(mirror: Mirror) -> None:
    wanted = {
        "customers": "id name email phone license_key license_type purchase_date created_at "
        "updated_at",
        "payments": "id customer_id xendit_payment_id amount platform_fee status paid_at "
        "created_at",
        "photos": "id customer_id r2_key print_status printer_id created_at",
        "printers": "id customer_id name type connection_type is_default created_at",
    }
    for name, columns in wanted.items():
        rows = mirror.database.execute_sql(f"PRAGMA table_info({name})").fetchall()
        assert [row[1] for row in rows][: len(columns.split())] == columns.split()


def test_every_commit_is_flushed_to_disk(mirror: Mirror) -> None:
    ask = mirror.database.execute_sql
    assert ask("PRAGMA synchronous").fetchone() == (2,)
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_store_is_readable_by_its_owner_alone(mirror: Mirror, tmp_path: Path) -> None:
    assert (tmp_path / "kiosk.db").stat().st_mode & 0o077 == 0


def test_every_event_survives_the_journal(mirror: Mirror) -> None:
    assert {type(e) for e in (*EVENTS, *OTHER_EVENTS)} == set(get_args(s.Event))
    for event in (*EVENTS, *OTHER_EVENTS):
        assert decode(*encode(event)) == event


def test_a_journal_from_before_there_were_looks_replays_without_one(mirror: Mirror) -> None:
    picture = '{"path": "prints/p.jpg", "width": 1200, "height": 1800, "sha256": "0"}'
    event = decode("PictureComposed", f'{{"picture": {picture}}}')
    assert event == s.PictureComposed(Picture("prints/p.jpg", 1200, 1800, "0"), "", "", (), 0)


def test_a_journal_from_before_there_were_retakes_replays_without_any(mirror: Mirror) -> None:
    kind, data = encode(s.Chosen(ORDER))
    chosen = json.loads(data)
    del chosen["order"]["package"]["retakes"]
    shot = '{"seq": 1, "path": "a.jpg", "taken_at": "t", "width": 6, "height": 4}'
    assert decode(kind, json.dumps(chosen)) == s.Chosen(ORDER)
    taken = decode("ShotTaken", f'{{"shot": {shot}}}')
    assert taken == s.ShotTaken(Shot(1, "a.jpg", "t", 6, 4, take=1))
    state = s.replay((decode(kind, json.dumps(chosen)), *EVENTS[1:3], taken, s.RetakeAsked(1)))
    assert isinstance(state, s.Arranging), "none were sold"


def test_an_unknown_event_is_an_error_and_not_skipped(mirror: Mirror) -> None:
    with pytest.raises(ValueError, match="unknown session event"):
        decode("Vanished", "{}")


def test_the_journal_replays_to_the_state_that_was_reached(mirror: Mirror) -> None:
    live(mirror)
    found = mirror.journal.load("session")
    assert found is not None
    assert isinstance(found.state, s.Delivered)
    assert mirror.journal.unfinished() == ()


@pytest.mark.parametrize("table", ["outbox", "photos"])
def test_an_event_its_rows_and_its_outbox_entries_are_written_together_or_not_at_all(
    mirror: Mirror, table: str
) -> None:
    live(mirror, EVENTS[:4])
    mirror.database.execute_sql(
        f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    )
    before, waiting = mirror.journal.events("session"), mirror.outbox.depth()
    with pytest.raises(Exception, match="disk full"):
        mirror.journal.append("session", EVENTS[4], NOW)
    assert mirror.journal.events("session") == before
    assert mirror.outbox.depth() == waiting
    assert not Photo.select().exists()


def test_the_cloud_is_told_of_a_photo_with_a_version_that_only_grows(mirror: Mirror) -> None:
    live(mirror)
    told = [e for e in mirror.outbox.due(NOW, 100) if e.kind == "photo"]
    assert [e.body["version"] for e in told] == [1, 2, 3, 4]
    assert [e.body["print_status"] for e in told] == ["pending", "pending", "printing", "completed"]
    assert told[-1].body["shots"] == ["customer/photos/2026/05/01/session/shot-1.jpg"]


def test_a_delivered_print_upload_is_written_to_its_photo_and_told(mirror: Mirror) -> None:
    live(mirror)
    uploads = [e for e in mirror.outbox.due(NOW, 100) if e.kind == "upload"]
    for entry in uploads:
        mirror.outbox.delivered(entry.id, NOW)
        mirror.outbox.delivered(entry.id, NOW)
    assert Photo.get().uploaded_at is not None
    news = [e for e in mirror.outbox.due(NOW, 100) if e.body.get("uploaded_at")]
    assert [e.body["version"] for e in news] == [5]


def test_a_failed_entry_waits_for_its_time_and_is_never_dropped(mirror: Mirror) -> None:
    [entry] = mirror.outbox.due(NOW, 10)
    for attempt in range(1, 30):
        mirror.outbox.failed(entry.id, NOW + timedelta(minutes=attempt), "no network")
    assert mirror.outbox.due(NOW, 10) == []
    [again] = mirror.outbox.due(NOW + timedelta(hours=1), 10)
    assert again.attempts == 29
    assert OutboxEntry.get_by_id(entry.id).last_error == "no network"


def test_what_a_clock_that_ran_ahead_has_put_off_does_not_wait_for_years(mirror: Mirror) -> None:
    [entry] = mirror.outbox.due(NOW, 10)
    ahead = NOW + timedelta(days=365)
    mirror.outbox.failed(entry.id, ahead + timedelta(minutes=5), "no network")
    assert [again.id for again in mirror.outbox.due(NOW, 10)] == [entry.id]


def test_one_printer_is_the_default_and_each_change_is_told(mirror: Mirror) -> None:
    mirror.printers.add(printer("back", "Back", default=True), WHO, NOW)
    assert [(p.name, p.is_default) for p in mirror.printers.all()] == [
        ("Back", True),
        ("Front", False),
    ]
    mirror.printers.make_default("printer", NOW)
    assert [p.name for p in mirror.printers.all()] == ["Front", "Back"]
    assert Printer.get_by_id("printer").version == 3


def test_what_is_settled_twice_at_once_is_settled_once(mirror: Mirror) -> None:
    live(mirror, (*EVENTS[:3], s.GaveUp(s.OwedReason.CAMERA), REFUNDED))
    comped = s.SettledByStaff(s.Settlement.COMPED, "Budi", "the printer was empty")
    assert mirror.journal.append("session", comped, NOW) is None
    assert mirror.journal.append("nobody's", comped, NOW) is None
    found = mirror.database.execute_sql("SELECT who FROM audit_log").fetchall()
    assert found == [("Sari",), ("Sari",)]


def test_settling_is_in_the_audit_log(mirror: Mirror) -> None:
    live(mirror, (*EVENTS[:3], s.GaveUp(s.OwedReason.CAMERA), REFUNDED))
    found = mirror.database.execute_sql("SELECT who, what FROM audit_log").fetchall()
    assert found == [("Sari", "money refunded"), ("Sari", "session settled")]


def test_a_store_from_when_a_session_had_one_payment_is_understood(
    mirror: Mirror, tmp_path: Path
) -> None:
    live(mirror, (*EVENTS[:3], s.GaveUp(s.OwedReason.CAMERA), REFUNDED))
    old = "UPDATE session_events SET data = json_remove(data, '$.payment_id', '$.amount', '$.way')"
    mirror.database.execute_sql(old)
    mirror.database.execute_sql("DELETE FROM cash_out")
    for table in ("films", "showcase"):
        mirror.database.execute_sql(f"DROP TABLE {table}")
    for column in ("version", "changed_at", "changed_by"):
        mirror.database.execute_sql(f"ALTER TABLE settings DROP COLUMN {column}")
    mirror.database.execute_sql("ALTER TABLE sessions DROP COLUMN pictures")
    mirror.database.execute_sql("PRAGMA user_version = 6")
    mirror.close()
    with closing(open_mirror(tmp_path, str)) as reopened:
        found = reopened.journal.load("session")
        assert found is not None
        assert isinstance(found.state, s.Settled)
        assert found.state.order.till.received == (Received("payment", PaymentMethod.QRIS, 35_000),)
        assert audit(reopened.evidence, tmp_path) == ()


def test_a_store_of_a_newer_kiosk_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreTooNew):
        open_database(tmp_path / "kiosk.db")


def test_a_backup_taken_in_use_restores_to_the_same_sessions(
    mirror: Mirror, tmp_path: Path
) -> None:
    live(mirror)
    copy = tmp_path / "copy.db"
    backup.back_up(tmp_path / "kiosk.db", copy)
    mirror.database.execute_sql("UPDATE sessions SET state = 'Lost'")
    mirror.close()
    kept = backup.restore(copy, tmp_path / "kiosk.db")
    assert kept is not None
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as store:
        assert store.execute("SELECT state FROM sessions").fetchall() == [("Delivered",)]
    assert copy.stat().st_mode & 0o077 == 0


def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    mirror: Mirror, tmp_path: Path
) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"not a database" * 100)
    before = (tmp_path / "kiosk.db").read_bytes()
    with pytest.raises(backup.NotABackup, match=re.escape(str(rubbish))):
        backup.restore(rubbish, tmp_path / "kiosk.db")
    assert (tmp_path / "kiosk.db").read_bytes() == before


def test_a_store_too_damaged_to_be_read_is_set_aside_by_a_restore(
    mirror: Mirror, tmp_path: Path
) -> None:
    live(mirror)
    copy, store = tmp_path / "copy.db", tmp_path / "kiosk.db"
    backup.back_up(store, copy)
    mirror.close()
    store.write_bytes(b"scrambled by a dying card" * 100)
    kept = backup.restore(copy, store)
    assert kept is not None
    assert kept.read_bytes().startswith(b"scrambled")
    with closing(sqlite3.connect(store)) as restored:
        assert restored.execute("SELECT state FROM sessions").fetchall() == [("Delivered",)]


def test_a_damaged_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreUnusable, match=r"kiosk\.db: file is not a database"):
        open_database(tmp_path / "kiosk.db")


def test_processes_that_start_together_make_one_schema(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys, kiosk.store.database as d; d.open_database(pathlib.Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "kiosk.db")]
    root = Path(kiosk.__file__).parents[1]
    together = [subprocess.Popen(command, cwd=root) for _ in range(5)]
    assert [process.wait(30) for process in together] == [0] * 5


def test_a_backup_without_a_place_to_go_leaves_nothing_behind(
    mirror: Mirror, tmp_path: Path
) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(backup.NotCopied):
        backup.back_up(tmp_path / "kiosk.db", tmp_path / "taken")
    assert not list(tmp_path.glob("*.part"))
