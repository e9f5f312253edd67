"""Cash and other takings between two moments, from the payments' rows. Amounts: whole rupiah."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import fn

from kiosk.domain.order import PaymentMethod
from kiosk.domain.shifts import MethodTaken
from kiosk.store.models import CashOut, Payment

END_OF_TIME = "9999-12-31T23:59:59.999Z"
"""Later than every time. No shorter: SQLite takes what looks like a number for one, and in columns
of times that comes before all text."""


def taken(start: str, end: str = END_OF_TIME) -> tuple[MethodTaken, ...]:
    """Completed payments by method, by the moment at which they were paid; ``end`` is not in it."""
    count, amount = fn.COUNT(Payment.id), fn.SUM(Payment.amount)
    query = (
        Payment.select(Payment.method, count, amount)
        .where(Payment.status == "completed", Payment.paid_at >= start, Payment.paid_at < end)
        .group_by(Payment.method)
        .order_by(Payment.method)
        .tuples()
    )
    rows: Iterable[tuple[str, int, int]] = query.iterator()
    return tuple(MethodTaken(PaymentMethod(method), n, total) for method, n, total in rows)


def cash_in(takings: tuple[MethodTaken, ...]) -> int:
    return sum(line.amount for line in takings if line.method is PaymentMethod.CASH)


def cash_out(start: str, end: str = END_OF_TIME) -> int:
    total = fn.COALESCE(fn.SUM(CashOut.amount), 0)
    return int(CashOut.select(total).where(CashOut.at >= start, CashOut.at < end).scalar())
