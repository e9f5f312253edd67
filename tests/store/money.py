"""Sessions in which money changes hands, through the real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, ReturnWay
from kiosk.store.mirror import Mirror
from tests.store.sample import EVENTS, NOW, ORDER

PAID_AT = "2026-05-01T12:00:05.000Z"
CASH = s.WayPicked(PaymentMethod.CASH, None)
CHANGE = s.ChangeReturned(15_000, ReturnWay.CASH, "Sari")
NO_CAMERA = s.GaveUp(s.OwedReason.CAMERA)
REFUNDED = s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "no camera")
SARI = s.Approval("Sari", "no camera")


def ordered(name: str) -> Order:
    """35.000 rupiah, nothing picked yet; every key is the session's own."""
    keys = {"photo_id": f"photo-{name}", "print_job_id": f"job-{name}", "code": f"code-{name}"}
    return replace(ORDER, payment_id=None, claim_code=f"CLAIM-{name}", **keys)


def qris(payment_id: str) -> s.WayPicked:
    return s.WayPicked(PaymentMethod.QRIS, payment_id)


def paid(payment_id: str, amount: int = 35_000, at: str = PAID_AT) -> s.PaymentCompleted:
    return s.PaymentCompleted(at, payment_id, amount)


def voucher(payment_id: str, voucher_id: str, amount: int) -> tuple[s.Event, ...]:
    picked = s.WayPicked(PaymentMethod.VOUCHER, payment_id)
    return picked, s.VoucherTaken(voucher_id, amount)


def bill(payment_id: str, amount: int, by: str = "Sari") -> s.CashReceived:
    return s.CashReceived(payment_id, amount, by)


def go(mirror: Mirror, name: str, *events: s.Event, at: datetime = NOW) -> s.State:
    """A session of that name, begun where there is none; every event must mean something."""
    if mirror.journal.load(name) is None:
        mirror.journal.start(name, s.Choosing(), at)
        mirror.journal.append(name, s.Chosen(ordered(name)), at)
    for event in events:
        assert mirror.journal.append(name, event, at) is not None, event
    found = mirror.journal.load(name)
    assert found is not None
    return found.state


PRINTED = EVENTS[3:]
"""From the first shot to the print."""
