"""The day's report: what came in, where it is, and every difference between rows and journals."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain import session as s
from kiosk.domain.cloud_report import Sum, compare
from kiosk.domain.ledger import Place
from kiosk.domain.money import Bill
from kiosk.domain.order import PaymentMethod, ReturnWay
from kiosk.domain.report import Ending, Period, Report
from kiosk.store.mirror import Mirror
from kiosk.store.report import kept_anchors
from tests.store.money import (
    CASH,
    CHANGE,
    NO_CAMERA,
    REFUNDED,
    SARI,
    bill,
    go,
    paid,
    qris,
    voucher,
)
from tests.store.sample import NOW

DAY = Period("2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z")
TOMORROW = Period(DAY.end, "2026-05-03T00:00:00.000Z")


@pytest.fixture
def busy(mirror: Mirror) -> Mirror:
    go(mirror, "cash", CASH, bill("b1", 50_000), CHANGE, NO_CAMERA, REFUNDED)
    go(mirror, "change", CASH, bill("b2", 50_000))
    go(mirror, "mixed", *voucher("v1", "VOUCHER", 10_000), qris("q1"), paid("q1", 25_000))
    go(mirror, "comped", qris("q4"), paid("q4"), NO_CAMERA)
    go(mirror, "comped", s.SettledByStaff(s.Settlement.COMPED, "Sari", "a free one tomorrow"))
    go(mirror, "refunded", qris("q5"), paid("q5"), NO_CAMERA, s.RefundAsked(SARI), s.RefundDone())
    go(mirror, "freed", *voucher("v2", "OTHER", 10_000), s.CancelAsked(s.CancelReason.GUEST))
    mirror.strays.record(Bill("stray", 5_000), NOW)
    return mirror


def made(mirror: Mirror, period: Period = DAY) -> Report:
    return mirror.reports.of(period, NOW)


def test_every_rupiah_that_came_in_has_its_place(busy: Mirror) -> None:
    report = made(busy)
    assert report.discrepancies == ()
    assert {(t.method.value, t.count, t.amount) for t in report.taken} == {
        ("qris", 3, 95_000),
        ("cash", 3, 105_000),
        ("voucher", 1, 10_000),
    }
    assert {(p.method.value, p.place, p.amount) for p in report.places} == {
        ("qris", Place.OPEN, 25_000),
        ("qris", Place.COMPED, 35_000),
        ("qris", Place.REFUNDED, 35_000),
        ("cash", Place.OPEN, 35_000),
        ("cash", Place.CHANGE_DUE, 15_000),
        ("cash", Place.CHANGE_RETURNED, 15_000),
        ("cash", Place.REFUNDED, 35_000),
        ("cash", Place.UNCLAIMED, 5_000),
        ("voucher", Place.OPEN, 10_000),
    }
    assert {(g.way, g.refund, g.count, g.amount) for g in report.given_back} == {
        (ReturnWay.CASH, True, 1, 35_000),
        (ReturnWay.QRIS, True, 1, 35_000),
        (ReturnWay.CASH, False, 1, 15_000),
    }
    assert {(e.ending, e.sessions) for e in report.endings} == {
        (Ending.COMPED, 1),
        (Ending.REFUNDED, 2),
    }
    out = report.outstanding
    assert (out.owed, out.change, out.change_amount) == (0, 1, 15_000)


def test_money_counts_on_the_day_on_which_it_was_paid_however_late_it_is_heard_of(
    mirror: Mirror,
) -> None:
    left = (qris("q"), s.WayLeft(), s.PaymentClosed(certain=True))
    yesterday, tomorrow = NOW - timedelta(days=1), NOW + timedelta(days=1)
    go(mirror, "one", *left, s.CancelAsked(s.CancelReason.GUEST), at=yesterday)
    go(mirror, "one", paid("q", at="2026-05-01T23:59:59.999Z"), at=tomorrow)
    assert [(t.method, t.amount) for t in made(mirror).taken] == [(PaymentMethod.QRIS, 35_000)]
    assert made(mirror).discrepancies == ()
    assert made(mirror, TOMORROW).taken == ()
    assert made(mirror, TOMORROW).discrepancies == ()
    assert [e.ending for e in made(mirror, TOMORROW).endings] == [Ending.OWED]
    mirror.database.execute_sql("PRAGMA foreign_keys = 0")
    mirror.database.execute_sql("DELETE FROM payments")
    [missing] = made(mirror).discrepancies
    assert missing.endswith("Rp 35.000 by qris in the journal, no row")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            "UPDATE payments SET amount = 1 WHERE id = 'q1'",
            "Rp 25.000 by qris in the journal, Rp 1",
        ),
        ("DELETE FROM payments WHERE id = 'b2'", "Rp 50.000 by cash in the journal, no row"),
        (
            "UPDATE payments SET status = 'completed', paid_at = created_at WHERE id = 'v2'",
            "a row of session freed, whose journal does not know it",
        ),
        (
            "UPDATE payments SET paid_at = '2026-04-01T00:00:00.000Z' WHERE id = 'q1'",
            "payment q1 of session mixed: Rp 25.000 by qris in the journal, no row",
        ),
        (
            "DELETE FROM cash_out WHERE why = 'change'",
            "Rp 50.000 was given back in cash, Rp 35.000",
        ),
        (
            "DELETE FROM session_events WHERE session_id = 'change' AND type = 'CashReceived'",
            "payment b2 of Rp 50.000 by cash: a row of session change",
        ),
    ],
)
def test_each_difference_between_rows_and_journals_is_listed(
    busy: Mirror, spoil: str, said: str
) -> None:
    busy.database.execute_sql("PRAGMA foreign_keys = 0")
    busy.database.execute_sql(spoil)
    assert any(said in detail for detail in made(busy).discrepancies), made(busy).discrepancies


def test_a_kept_report_is_private_whole_and_remembers_the_log(busy: Mirror, tmp_path: Path) -> None:
    now = datetime(2026, 5, 2, 3, tzinfo=UTC)
    file = busy.reports.write_missing(tmp_path, now)
    assert file is not None
    assert file.stat().st_mode & 0o077 == 0
    assert busy.reports.write_missing(tmp_path, now) is None
    kept = json.loads(file.read_text())
    assert {line["method"] for line in kept["taken"]} == {"qris", "cash", "voucher"}
    assert kept_anchors(tmp_path) == (busy.audit_log.anchor(),)
    file.write_text("{}")
    with pytest.raises(ValueError, match="no report of ours"):
        kept_anchors(tmp_path)


def test_what_still_waits_explains_a_difference_with_the_cloud_and_nothing_else_does(
    busy: Mirror,
) -> None:
    report, waiting = made(busy), busy.reports.waiting(DAY)
    assert {(w.method.value, w.count) for w in waiting} == {("cash", 3), ("voucher", 1)}
    cloud = {"qris": Sum(3, 95_000)}
    assert all(c.agrees for c in compare(report.taken, waiting, cloud))
    cloud = {"qris": Sum(3, 95_000), "cash": Sum(3, 105_000), "voucher": Sum(1, 10_000)}
    assert all(c.agrees for c in compare(report.taken, waiting, cloud))
    cloud = {"qris": Sum(3, 95_000), "cash": Sum(2, 55_000)}
    assert all(c.agrees for c in compare(report.taken, waiting, cloud))
    wrong = {"qris": Sum(4, 130_000), "cash": Sum(3, 104_000)}
    assert [c.method.value for c in compare(report.taken, waiting, wrong) if not c.agrees] == [
        "qris",
        "cash",
    ]
