"""Payments as rows: each is one, each ends as its session does, and the cloud hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.domain import session as s
from kiosk.domain.money import Bill
from kiosk.store.mirror import Mirror
from kiosk.store.models import AuditEntry, CashOut, OutboxEntry, Payment, PrintJob, Session
from tests.store.money import (
    CASH,
    CHANGE,
    NO_CAMERA,
    PAID_AT,
    PRINTED,
    REFUNDED,
    SARI,
    bill,
    go,
    paid,
    qris,
    voucher,
)
from tests.store.sample import NOW

OFFERED = s.PaymentOffered("QR", "2026-05-01T12:03:00.000Z", "pr-1", 245)
GUEST_LEFT = s.CancelAsked(s.CancelReason.GUEST)


def rows() -> dict[str, tuple[str, int, str]]:
    return {row.id: (row.method, row.amount, row.status) for row in Payment.select()}


def told(mirror: Mirror, kind: str) -> list[dict[str, Any]]:
    entries = [entry for entry in mirror.outbox.due(NOW, 100) if entry.kind == kind]
    return [{"row": entry.row_id, **entry.body} for entry in entries]


def logged() -> list[tuple[str, str]]:
    return [(row.who, row.what) for row in AuditEntry.select().order_by(AuditEntry.seq)]


def test_a_code_asks_for_what_is_still_due_and_the_voucher_counts_once_it_is_paid(
    mirror: Mirror,
) -> None:
    go(mirror, "one", *voucher("v", "VOUCHER", 10_000))
    assert rows() == {"v": ("voucher", 10_000, "pending")}
    assert told(mirror, "payment") == []
    go(mirror, "one", qris("q"), OFFERED)
    assert rows()["q"] == ("qris", 25_000, "pending")
    go(mirror, "one", paid("q", 25_000))
    assert rows() == {"v": ("voucher", 10_000, "completed"), "q": ("qris", 25_000, "completed")}
    [said] = told(mirror, "payment")
    assert said == {
        "row": "v",
        "id": "v",
        "customer_id": "customer",
        "amount": 10_000,
        "method": "voucher",
        "session_id": "one",
        "created_at": "2026-05-01T12:00:00.000Z",
        "voucher": "VOUCHER",
    }
    assert Payment.get_by_id("v").paid_at == said["created_at"]
    assert Payment.get_by_id("q").paid_at == PAID_AT


@pytest.mark.parametrize(("more", "ends"), [((), s.Cancelled), ((CASH, bill("b", 5_000)), s.Owed)])
def test_a_voucher_of_a_session_that_ends_unpaid_is_free_again(
    mirror: Mirror, more: tuple[s.Event, ...], ends: type[s.State]
) -> None:
    state = go(mirror, "one", *voucher("v", "VOUCHER", 10_000), *more, GUEST_LEFT)
    assert isinstance(state, ends)
    assert rows()["v"] == ("voucher", 10_000, "failed")
    assert "v" not in {entry["row"] for entry in told(mirror, "payment")}


def test_each_bill_is_a_payment_of_its_own_and_told_at_once(mirror: Mirror) -> None:
    go(mirror, "one", CASH, bill("b1", 20_000, ""))
    assert [entry["row"] for entry in told(mirror, "payment")] == ["b1"]
    go(mirror, "one", bill("b2", 50_000))
    assert Session.get_by_id("one").payment_id == "b2"
    assert Session.get_by_id("one").change_due == 35_000
    assert [Payment.get_by_id(key).taken_by for key in ("b1", "b2")] == ["", "Sari"]
    assert logged() == [("bill acceptor", "cash taken"), ("Sari", "cash taken")]


def test_a_code_left_open_beside_a_session_that_cash_has_paid_is_cancelled(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"), OFFERED, bill("b", 35_000))
    assert [entry["row"] for entry in told(mirror, "cancel_payment")] == ["q"]
    assert rows()["q"][2] == "pending"
    go(mirror, "one", paid("q"))
    assert rows()["q"] == ("qris", 35_000, "completed")
    assert Session.get_by_id("one").change_due == 35_000


def test_a_payment_that_is_not_at_hand_any_more_completes_its_own_row(mirror: Mirror) -> None:
    left = (qris("old"), OFFERED, s.WayLeft(), s.PaymentClosed(certain=False))
    go(mirror, "one", *left, qris("new"), OFFERED)
    go(mirror, "one", paid("old"))
    assert rows() == {"old": ("qris", 35_000, "completed"), "new": ("qris", 35_000, "pending")}
    assert [entry["row"] for entry in told(mirror, "cancel_payment")] == ["old", "new"]
    assert mirror.journal.session_of_payment("new") == "one"


def test_a_payment_that_a_restored_backup_forgot_gets_its_row_again(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"), OFFERED, s.PaymentRefused())
    Payment.update(session_id=None).where(Payment.id == "q").execute()
    Session.update(payment_id=None).execute()
    Payment.delete().execute()
    go(mirror, "one", paid("q"))
    assert rows() == {"q": ("qris", 35_000, "completed")}


def test_a_refused_code_has_failed_and_its_session_knows_it_no_more(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"), OFFERED, s.WayLeft(), s.PaymentClosed(certain=True))
    assert rows() == {"q": ("qris", 35_000, "failed")}
    assert told(mirror, "cancel_payment") == []


@pytest.mark.parametrize(
    ("answer", "status", "ends"),
    [(s.RefundDone(), "succeeded", s.Settled), (s.RefundRefused(), "failed", s.Owed)],
)
def test_what_xendit_says_of_a_refund_is_in_the_row(
    mirror: Mirror, answer: s.Event, status: str, ends: type[s.State]
) -> None:
    go(mirror, "one", qris("q"), paid("q"), NO_CAMERA, s.RefundAsked(SARI))
    assert Payment.get_by_id("q").refund_status == "pending"
    assert [left.session_id for left in mirror.journal.unfinished()] == ["one"]
    assert isinstance(go(mirror, "one", answer), ends)
    assert Payment.get_by_id("q").refund_status == status
    assert mirror.journal.unfinished() == ()
    assert not CashOut.select().exists()


def test_cash_that_goes_back_leaves_the_drawer_and_is_in_the_log(mirror: Mirror) -> None:
    go(mirror, "one", CASH, bill("b", 50_000), CHANGE, NO_CAMERA, REFUNDED)
    out = [(row.amount, row.by, row.why) for row in CashOut.select()]
    assert out == [(15_000, "Sari", "change"), (35_000, "Sari", "no camera")]
    assert [what for _, what in logged()] == [
        "cash taken",
        "change returned",
        "money refunded",
        "session settled",
    ]


def test_a_reprint_is_a_job_beside_the_first_and_ends_settled(mirror: Mirror) -> None:
    approved = s.ReprintApproved("printer", "second", 1, s.Approval("Sari", "a jam"))
    lost = s.GaveUp(s.OwedReason.PRINT)
    go(mirror, "one", qris("q"), paid("q"), *PRINTED[:4], lost, approved)
    assert {job.id: job.state for job in PrintJob.select()} == {
        "job-one": "failed",
        "second": "pending",
    }
    state = go(mirror, "one", s.PrintSubmitted(8), s.PrintCompleted())
    assert isinstance(state, s.Settled)
    assert logged() == [("Sari", "reprint approved"), ("Sari", "session settled")]


def test_cash_without_a_session_is_a_payment_that_the_cloud_hears_of(mirror: Mirror) -> None:
    mirror.strays.record(Bill("stray", 10_000), NOW)
    [row] = Payment.select()
    assert (row.method, row.amount, row.status, row.session_id) == (
        "cash",
        10_000,
        "completed",
        None,
    )
    assert [entry["row"] for entry in told(mirror, "payment")] == [row.id]
    with pytest.raises(ValueError, match="no bill"):
        mirror.strays.record(Bill("stray", 0), NOW)


def test_nothing_is_written_of_money_that_the_disk_refuses(mirror: Mirror) -> None:
    go(mirror, "one", CASH)
    mirror.database.execute_sql(
        "CREATE TRIGGER full BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(Exception, match="full"):
        mirror.journal.append("one", bill("b", 50_000), NOW)
    assert rows() == {}
    assert not OutboxEntry.select().where(OutboxEntry.kind == "payment").exists()
    assert isinstance(go(mirror, "one"), s.Paying)
