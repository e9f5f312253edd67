"""The promises about one session's money: what the rows say is what its journal says."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.facts import Facts, PaymentFacts
from kiosk.domain.money import rupiah
from kiosk.domain.order import Order, PaymentMethod, ReturnWay
from kiosk.domain.session import (
    Arranging,
    Closing,
    Delivered,
    Offered,
    Owed,
    Paying,
    Printing,
    Refunding,
    Requesting,
    Shooting,
    order_of,
)

PAID = "paid session"
VOUCHERS = "a voucher once"
CASH = "cash"
CHANGE = "change"
REFUND = "refund"
CODES = "one payment at a time"
TOLD = "told to the cloud"

Broken = tuple[str, str]
"""The promise and what is wrong."""


def broken_money(facts: Facts) -> Iterator[Broken]:
    order = order_of(facts.state)
    yield from _takings(facts)
    yield from _statuses(facts)
    yield from _given_back(facts)
    if order is not None:
        yield from _order(facts, order)


def _takings(facts: Facts) -> Iterator[Broken]:
    """Payment by payment, both ways round."""
    rows = {row.id: row for row in facts.payments if row.status == "completed"}
    for taking in facts.book.takings:
        row = rows.pop(taking.payment_id, None)
        said = f"payment {taking.payment_id} of {rupiah(taking.amount)} by {taking.method.value}"
        if row is None:
            yield PAID, f"{said} came in, and no row says so"
        elif (row.method, row.amount) != (taking.method.value, taking.amount):
            yield PAID, f"{said} came in, its row says {rupiah(row.amount)} by {row.method}"
        elif row.paid_at != taking.at:
            yield PAID, f"{said} came in at {taking.at}, its row says {row.paid_at}"
    for row in rows.values():
        detail = f"payment {row.id} of {rupiah(row.amount)} is a row that the journal doesn't know"
        yield PAID, detail


def _statuses(facts: Facts) -> Iterator[Broken]:
    for row in facts.payments:
        match row.method:
            case "qris":
                yield from _code(facts, row)
            case "cash" if row.status != "completed":
                yield CASH, f"cash payment {row.id} is {row.status}"
            case "voucher" if row.status == "pending" and not isinstance(facts.state, Paying):
                yield VOUCHERS, f"voucher {row.voucher_id} is neither used up nor free"
            case _ if row.status == "completed" and "payment" not in row.outbox_kinds:
                yield TOLD, f"payment {row.id} was never given to the outbox"


def _code(facts: Facts, row: PaymentFacts) -> Iterator[Broken]:
    """A code that is not the guest's any more must be on its way to being cancelled."""
    if row.status not in ("pending", "processing") or "cancel_payment" in row.outbox_kinds:
        return
    match facts.state:
        case Paying(order, Requesting() | Offered() | Closing()) if order.payment_id == row.id:
            return
        case _:
            yield CODES, f"payment {row.id} can be paid yet, and nobody cancels it"


def _given_back(facts: Facts) -> Iterator[Broken]:
    cash = [g.amount for g in facts.book.given_back if g.way is ReturnWay.CASH]
    if sorted(cash) != sorted(facts.cash_out):
        said = f"{rupiah(sum(cash))} was given back in cash"
        yield CASH, f"{said}, {rupiah(sum(facts.cash_out))} went out of the drawer"
    by_xendit = sum(g.amount for g in facts.book.given_back if g.way is ReturnWay.QRIS and g.refund)
    done = sum(row.amount for row in facts.payments if row.refund_status == "succeeded")
    if by_xendit != done:
        yield REFUND, f"{rupiah(by_xendit)} was refunded by Xendit, the rows say {rupiah(done)}"
    asked = [row.id for row in facts.payments if row.refund_status == "pending"]
    if asked != _asked(facts):
        yield REFUND, f"asked for {', '.join(_asked(facts)) or 'none'}, the rows say otherwise"


def _asked(facts: Facts) -> list[str]:
    match facts.state:
        case Owed(refund=Refunding(payment_id=payment_id)):
            return [payment_id]
        case _:
            return []


def _order(facts: Facts, order: Order) -> Iterator[Broken]:
    if isinstance(facts.state, Shooting | Arranging | Printing | Delivered) and order.due:
        yield PAID, f"{facts.recorded_state} with {rupiah(order.due)} still to be paid"
    if facts.recorded_change != order.change_due:
        said = f"{rupiah(order.change_due)} is due as change"
        yield CHANGE, f"{said}, the row says {rupiah(facts.recorded_change)}"
    asked = order.method is PaymentMethod.QRIS and order.payment_id is not None
    if asked and order.payment_id not in {row.id for row in facts.payments}:
        yield PAID, f"its payment {order.payment_id} has no row"
