"""Where money went: every rupiah that came in stands in exactly one place. Amounts: whole rupiah.

Pure, and told by nothing but a session's events: the report and the audit hold it against the rows.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, Received, ReturnWay


class Place(enum.Enum):
    OPEN = "open"  # the session goes on
    DELIVERED = "delivered"
    REPRINTED = "reprinted"
    COMPED = "comped"
    REFUNDED = "refunded"
    OWED = "owed"
    CHANGE_DUE = "change-due"
    CHANGE_RETURNED = "change-returned"
    LAPSED = "lapsed"  # a voucher in a session that was refunded: vouchers are not paid out
    UNCLAIMED = "unclaimed"  # cash that came without a session


@dataclass(frozen=True)
class Line:
    """``amount`` rupiah of one payment, and where they are. Never 0."""

    payment_id: str
    method: PaymentMethod
    place: Place
    amount: int


@dataclass(frozen=True)
class Taking:
    """What came in by one payment, ``at`` (ISO UTC) the moment at which it was paid."""

    payment_id: str
    method: PaymentMethod
    amount: int
    at: str


@dataclass(frozen=True)
class GivenBack:
    amount: int
    way: ReturnWay
    refund: bool
    at: str


@dataclass(frozen=True)
class Book:
    """One session's money. ``since`` is when it came to the kind of state that it is in (ISO UTC).
    A voucher that was not used up is not among the ``takings``."""

    state: s.State
    since: str
    takings: tuple[Taking, ...]
    given_back: tuple[GivenBack, ...]


def lines(state: s.State) -> tuple[Line, ...]:
    """Together exactly what came in: vouchers first fill the price, money after them in the order
    in which it came; what is beyond the price went back as change, or is to."""
    order = s.order_of(state)
    return () if order is None else tuple(_lines(order, _place(state)))


def unclaimed(payment_id: str, amount: int) -> Line:
    return Line(payment_id, PaymentMethod.CASH, Place.UNCLAIMED, amount)


def book(events: Iterable[tuple[str, s.Event]]) -> Book:
    """A session's journal, read for its money; each event with its moment."""
    state: s.State = s.Choosing()
    since = ""
    takings: list[Taking] = []
    given_back: list[GivenBack] = []
    for at, event in events:
        after = s.transition(state, event).state
        takings += _taken(state, after, event, at)
        given_back += _given_back(state, after, at)
        if type(after) is not type(state):
            since = at
        state = after
    return Book(state, since, tuple(takings), tuple(given_back))


def _place(state: s.State) -> Place:
    match state:
        case s.Choosing() | s.Paying() | s.Shooting() | s.Arranging() | s.Printing():
            return Place.OPEN
        case s.Delivered():
            return Place.DELIVERED
        case s.Cancelled() | s.Owed():
            return Place.OWED
        case s.Settled(how=s.Settlement.REPRINTED):
            return Place.REPRINTED
        case s.Settled(how=s.Settlement.COMPED):
            return Place.COMPED
        case s.Settled():
            return Place.REFUNDED
        case _:
            assert_never(state)


def _lines(order: Order, place: Place) -> Iterator[Line]:
    refunded = place is Place.REFUNDED
    price = order.amount
    for received in order.till.received:
        if received.method is PaymentMethod.VOUCHER:
            price -= received.amount
            yield _line(received, Place.LAPSED if refunded else place, received.amount)
    went_back = sum(r.amount for r in order.till.returned if not r.refund)
    repaid = sum(r.amount for r in order.till.returned if r.refund)
    kept = (Place.REFUNDED, repaid) if refunded else (place, max(price, 0))
    shares = [kept, (Place.CHANGE_RETURNED, went_back)]
    for received in order.till.received:
        if received.method is not PaymentMethod.VOUCHER:
            yield from _shared(received, shares)


def _shared(received: Received, shares: list[tuple[Place, int]]) -> Iterator[Line]:
    """Takes from ``shares`` what they still want; what nobody wants is change that is due."""
    left = received.amount
    for number, (place, wanted) in enumerate(shares):
        part = min(left, wanted)
        shares[number] = (place, wanted - part)
        left -= part
        if part:
            yield _line(received, place, part)
    if left:
        yield _line(received, Place.CHANGE_DUE, left)


def _line(received: Received, place: Place, amount: int) -> Line:
    return Line(received.payment_id, received.method, place, amount)


def _taken(before: s.State, after: s.State, event: s.Event, at: str) -> Iterator[Taking]:
    """Vouchers count from the moment at which the session is paid."""
    known = {r.payment_id for r in _received(before)}
    for received in _received(after):
        if received.method is PaymentMethod.VOUCHER:
            if isinstance(before, s.Paying) and isinstance(after, s.Shooting):
                yield _taking(received, at)
        elif received.payment_id not in known:
            paid_at = event.paid_at if isinstance(event, s.PaymentCompleted) else at
            yield _taking(received, paid_at)


def _taking(received: Received, at: str) -> Taking:
    return Taking(received.payment_id, received.method, received.amount, at)


def _given_back(before: s.State, after: s.State, at: str) -> Iterator[GivenBack]:
    orders = (s.order_of(before), s.order_of(after))
    was, now = (() if order is None else order.till.returned for order in orders)
    for returned in now[len(was) :]:
        yield GivenBack(returned.amount, returned.way, returned.refund, at)


def _received(state: s.State) -> tuple[Received, ...]:
    order = s.order_of(state)
    return () if order is None else order.till.received
