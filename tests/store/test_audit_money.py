"""The audit finds what never may be: the database is tampered with, and each time it is named."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.booth.audit import audit
from kiosk.domain import session as s
from kiosk.domain.money import Bill
from kiosk.store.mirror import Mirror
from kiosk.store.report import kept_anchors
from tests.store.money import (
    CASH,
    CHANGE,
    NO_CAMERA,
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

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def busy(mirror: Mirror) -> Mirror:
    """A shift with a session of every kind."""
    mirror.shifts.open("Sari", 100_000, NOW)
    go(mirror, "cash", CASH, bill("b1", 50_000), CHANGE, NO_CAMERA, REFUNDED)
    go(mirror, "change", CASH, bill("b2", 50_000))
    go(mirror, "mixed", *voucher("v1", "VOUCHER", 10_000), qris("q1"), paid("q1", 25_000))
    go(mirror, "late", qris("q2"), s.WayLeft(), s.PaymentClosed(certain=False), qris("q3"))
    go(mirror, "refunding", qris("q4"), paid("q4"), NO_CAMERA, s.RefundAsked(SARI))
    go(mirror, "refunded", qris("q5"), paid("q5"), NO_CAMERA, s.RefundAsked(SARI), s.RefundDone())
    go(mirror, "freed", *voucher("v2", "OTHER", 10_000), s.CancelAsked(s.CancelReason.GUEST))
    mirror.strays.record(Bill("stray", 5_000), NOW)
    mirror.shifts.close("Sari", 160_000, "", LATER)
    return mirror


def found(mirror: Mirror, folder: Path) -> list[tuple[str, str, str]]:
    broken = audit(mirror.evidence, folder, kept_anchors(folder))
    return [(v.session_id, v.promise, v.detail) for v in broken]


def test_money_that_is_in_order_breaks_nothing(busy: Mirror, tmp_path: Path) -> None:
    assert found(busy, tmp_path) == []


@pytest.mark.parametrize(
    ("spoil", "session", "promise", "detail"),
    [
        (
            "DELETE FROM payments WHERE id = 'b2'",
            "change",
            "paid session",
            "payment b2 of Rp 50.000 by cash came in, and no row says so",
        ),
        (
            "UPDATE payments SET amount = 40000 WHERE id = 'b2'",
            "change",
            "paid session",
            "payment b2 of Rp 50.000 by cash came in, its row says Rp 40.000 by cash",
        ),
        (
            "UPDATE payments SET method = 'qris' WHERE id = 'b2'",
            "change",
            "paid session",
            "payment b2 of Rp 50.000 by cash came in, its row says Rp 50.000 by qris",
        ),
        (
            "UPDATE payments SET paid_at = '2026-04-30T12:00:00.000Z' WHERE id = 'b2'",
            "change",
            "paid session",
            "by cash came in at 2026-05-01T12:00:00.000Z, its row says 2026-04-30T12:00:00.000Z",
        ),
        (
            "UPDATE payments SET status = 'completed', paid_at = created_at WHERE id = 'q3'",
            "late",
            "paid session",
            "payment q3 of Rp 35.000 is a row that the journal doesn't know",
        ),
        (
            "DELETE FROM payments WHERE id = 'q3'",
            "late",
            "paid session",
            "its payment q3 has no row",
        ),
        (
            "DELETE FROM outbox WHERE row_id = 'q2'",
            "late",
            "one payment at a time",
            "payment q2 can be paid yet, and nobody cancels it",
        ),
        (
            "DELETE FROM outbox WHERE row_id = 'b2'",
            "change",
            "told to the cloud",
            "payment b2 was never given to the outbox",
        ),
        (
            "UPDATE payments SET status = 'pending' WHERE id = 'v2'",
            "freed",
            "a voucher once",
            "voucher OTHER is neither used up nor free",
        ),
        (
            "UPDATE payments SET status = 'pending' WHERE id = 'b2'",
            "change",
            "cash",
            "cash payment b2 is pending",
        ),
        (
            "UPDATE sessions SET change_due = 0 WHERE id = 'change'",
            "change",
            "change",
            "Rp 15.000 is due as change, the row says Rp 0",
        ),
        (
            "DELETE FROM cash_out WHERE why = 'change'",
            "cash",
            "cash",
            "Rp 50.000 was given back in cash, Rp 35.000 went out of the drawer",
        ),
        (
            "UPDATE payments SET refund_status = 'failed' WHERE id = 'q5'",
            "refunded",
            "refund",
            "Rp 35.000 was refunded by Xendit, the rows say Rp 0",
        ),
        (
            "UPDATE payments SET refund_status = NULL WHERE id = 'q4'",
            "refunding",
            "refund",
            "asked for q4, the rows say otherwise",
        ),
        (
            "UPDATE session_events SET data = replace(data, '\"b2\"', '\"b1\"')",
            "change",
            "no payment twice",
            "payment b1 paid for session cash already",
        ),
        (
            "UPDATE payments SET voucher_id = 'VOUCHER', status = 'completed' WHERE id = 'v2'",
            "mixed",
            "a voucher once",
            "voucher VOUCHER was taken for payment v2 and for payment v1",
        ),
        (
            "DELETE FROM payments WHERE session_id IS NULL",
            "",
            "cash",
            "was logged as cash without a session and has no row",
        ),
        (
            "UPDATE payments SET session_id = NULL WHERE id = 'b2'",
            "",
            "cash",
            "payment b2 has no session, and nobody logged it",
        ),
        (
            "UPDATE payments SET session_id = 'nowhere' WHERE id = 'b2'",
            "nowhere",
            "takings add up",
            "payment b2 is of a session that nobody knows",
        ),
        (
            "UPDATE payments SET amount = 40000 WHERE id = 'b2'",
            "",
            "takings add up",
            "2026-05-01 by cash: the rows say Rp 95.000, the journals Rp 105.000",
        ),
        (
            "UPDATE shifts SET expected = expected - 10000",
            "",
            "shift",
            "expected Rp 145.000, the rows of its time say Rp 155.000",
        ),
        (
            "UPDATE audit_log SET who = 'Budi' WHERE seq = 3",
            "",
            "audit log",
            "entry 3 is not what was written",
        ),
        (
            "UPDATE audit_log SET data = replace(data, '15000', '1500') WHERE what LIKE 'change%'",
            "",
            "audit log",
            "entry 3 is not what was written",
        ),
        ("DELETE FROM audit_log WHERE seq = 3", "", "audit log", "entry 4 follows entry 2"),
        ("DELETE FROM audit_log WHERE seq = 1", "", "audit log", "entry 2 follows entry 0"),
        (
            "UPDATE audit_log SET seq = CASE seq WHEN 3 THEN 40 ELSE 30 END WHERE seq IN (3, 4)",
            "",
            "audit log",
            "entry 40 follows entry 2",
        ),
        (
            "UPDATE audit_log SET seq = NULL, hash = NULL WHERE seq = 3",
            "",
            "audit log",
            "stands outside the chain, after its entry 2",
        ),
        (
            "DELETE FROM audit_log WHERE what = 'session settled'",
            "cash",
            "audit log",
            "settled by Sari, and the log doesn't say so",
        ),
        (
            "DELETE FROM audit_log WHERE what = 'shift closed'",
            "",
            "audit log",
            "was there and is gone, or another",
        ),
    ],
)
def test_each_thing_that_is_tampered_with_is_found(
    busy: Mirror, tmp_path: Path, spoil: str, session: str, promise: str, detail: str
) -> None:
    busy.database.execute_sql("PRAGMA foreign_keys = 0")
    busy.database.execute_sql(spoil)
    broken = found(busy, tmp_path)
    assert [b for b in broken if b[:2] == (session, promise) and detail in b[2]], broken


def test_a_tail_that_is_cut_off_together_with_its_shift_is_found_by_the_kept_report(
    busy: Mirror, tmp_path: Path
) -> None:
    busy.reports.write(tmp_path, NOW.date(), LATER)
    assert found(busy, tmp_path) == []
    busy.database.execute_sql("DELETE FROM audit_log WHERE what = 'shift closed'")
    busy.database.execute_sql("DELETE FROM shifts")
    [(_, promise, detail)] = found(busy, tmp_path)
    assert promise == "audit log"
    assert detail.endswith("was there and is gone, or another")


def test_entries_from_before_the_chain_stay_valid_before_it_and_only_there(
    mirror: Mirror, tmp_path: Path
) -> None:
    old = "INSERT INTO audit_log (id, at, who, what, data) VALUES (?, '2026', 'Sari', 'x', '{}')"
    mirror.database.execute_sql(old, ("old",))
    mirror.shifts.open("Sari", 0, NOW)
    assert found(mirror, tmp_path) == []
    mirror.database.execute_sql(old, ("slipped in",))
    [(_, promise, detail)] = found(mirror, tmp_path)
    assert (promise, detail) == (
        "audit log",
        "entry slipped in stands outside the chain, after its entry 1",
    )


def test_what_staff_had_printed_again_is_no_second_print(mirror: Mirror, tmp_path: Path) -> None:
    approved = s.ReprintApproved("printer", "second", 1, s.Approval("Sari", "a jam"))
    lost = s.GaveUp(s.OwedReason.PRINT, job_may_print=True)
    go(mirror, "one", qris("q"), paid("q"), *PRINTED[:4], lost, s.PrintWithdrawn(), approved)
    go(mirror, "one", s.PrintSubmitted(8), lost, s.PrintCompleted())
    broken = [b for b in found(mirror, tmp_path) if b[1] != "no picture lost"]
    assert broken == []
