"""What a day brought, and where it went. Pure; amounts are whole rupiah, times ISO UTC.

What came in is counted twice, from the payments' rows and from the sessions' journals: where the
two don't agree to the rupiah, that is a discrepancy.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.chain import Anchor
from kiosk.domain.ledger import Book, GivenBack, Line, Place, Taking, lines, unclaimed
from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod, ReturnWay
from kiosk.domain.session import Delivered, Owed, Settled, State, order_of
from kiosk.domain.shifts import ClosedShift, MethodTaken, OpenShift


@dataclass(frozen=True)
class Period:
    """``end`` is not in it."""

    start: str
    end: str

    def has(self, moment: str | None) -> bool:
        return moment is not None and self.start <= moment < self.end


@dataclass(frozen=True)
class PlaceLine:
    method: PaymentMethod
    place: Place
    amount: int


@dataclass(frozen=True)
class ReturnLine:
    way: ReturnWay
    refund: bool
    count: int
    amount: int


class Ending(enum.Enum):
    """How sessions came to an end that somebody paid for, and those that were free."""

    DELIVERED = "delivered"
    DELIVERED_FREE = "delivered-free"
    REPRINTED = "reprinted"
    COMPED = "comped"
    REFUNDED = "refunded"
    OWED = "owed"


@dataclass(frozen=True)
class EndingLine:
    """``prints`` are the copies that these sessions were to get."""

    ending: Ending
    sessions: int
    prints: int


@dataclass(frozen=True)
class Outstanding:
    """What waits for guests at the moment of the report, however old it is."""

    owed: int
    owed_amount: int
    change: int
    change_amount: int


@dataclass(frozen=True)
class VoucherTwice:
    voucher: str
    uses: int


@dataclass(frozen=True)
class PaidRow:
    """A completed payment's row; ``session_id`` is None for cash that came without a session."""

    id: str
    session_id: str | None
    method: str
    amount: int
    paid_at: str


@dataclass(frozen=True)
class Evidence:
    """What a report is made of: the ``books`` of all sessions that something happened to in the
    period, by session id; ``rows`` and ``cash_out`` of the period."""

    books: Mapping[str, Book]
    rows: tuple[PaidRow, ...]
    cash_out: int


@dataclass(frozen=True)
class Report:
    """``discrepancies`` is empty where rows and journals agree. ``anchor`` is the audit log's
    newest entry at ``made_at``."""

    start: str
    end: str
    made_at: str
    taken: tuple[MethodTaken, ...]
    places: tuple[PlaceLine, ...]
    given_back: tuple[ReturnLine, ...]
    endings: tuple[EndingLine, ...]
    outstanding: Outstanding
    shifts: tuple[ClosedShift, ...]
    open_shift: OpenShift | None
    vouchers_used_twice: tuple[VoucherTwice, ...]
    discrepancies: tuple[str, ...]
    anchor: Anchor | None


def taken(rows: tuple[PaidRow, ...]) -> tuple[MethodTaken, ...]:
    """By method, in the order in which the methods are declared."""
    found = []
    for method in PaymentMethod:
        amounts = [row.amount for row in rows if row.method == method.value]
        if amounts:
            found.append(MethodTaken(method, len(amounts), sum(amounts)))
    return tuple(found)


def places(evidence: Evidence, period: Period) -> tuple[PlaceLine, ...]:
    """Where the period's takings are now."""
    sums = Counter[tuple[PaymentMethod, Place]]()
    for line in _lines(evidence, period):
        sums[line.method, line.place] += line.amount
    return tuple(
        PlaceLine(method, place, sums[method, place])
        for method in PaymentMethod
        for place in Place
        if sums[method, place]
    )


def given_back(evidence: Evidence, period: Period) -> tuple[ReturnLine, ...]:
    amounts: dict[tuple[bool, ReturnWay], list[int]] = {}
    for returned in _returns(evidence, period):
        amounts.setdefault((returned.refund, returned.way), []).append(returned.amount)
    return tuple(
        ReturnLine(way, refund, len(amounts[refund, way]), sum(amounts[refund, way]))
        for refund in (True, False)
        for way in ReturnWay
        if (refund, way) in amounts
    )


def endings(evidence: Evidence, period: Period) -> tuple[EndingLine, ...]:
    copies: dict[Ending, list[int]] = {}
    for book in evidence.books.values():
        ending, order = _ending(book.state), order_of(book.state)
        if ending is not None and order is not None and period.has(book.since):
            copies.setdefault(ending, []).append(order.package.copies)
    return tuple(
        EndingLine(ending, len(copies[ending]), sum(copies[ending]))
        for ending in Ending
        if ending in copies
    )


def discrepancies(evidence: Evidence, period: Period) -> Iterator[str]:
    """Rows against journals, payment by payment; then what came in against where it is, and the
    drawer against what was given back."""
    rows = {row.id: row for row in evidence.rows if row.session_id is not None}
    journaled = 0
    for session_id, taking in _takings(evidence, period):
        journaled += taking.amount
        yield from _differences(session_id, taking, rows.pop(taking.payment_id, None))
    for row in rows.values():
        said = f"payment {row.id} of {rupiah(row.amount)} by {row.method}"
        yield f"{said}: a row of session {row.session_id}, whose journal does not know it"
    strays = sum(row.amount for row in evidence.rows if row.session_id is None)
    placed = sum(line.amount for line in _lines(evidence, period))
    if placed != journaled + strays:
        yield f"{rupiah(journaled + strays)} came in, {rupiah(placed)} has a place"
    cash = sum(g.amount for g in _returns(evidence, period) if g.way is ReturnWay.CASH)
    if cash != evidence.cash_out:
        went = rupiah(evidence.cash_out)
        yield f"{rupiah(cash)} was given back in cash, {went} went out of the drawer"


def _differences(session_id: str, taking: Taking, row: PaidRow | None) -> Iterator[str]:
    said = f"payment {taking.payment_id} of session {session_id}"
    meant = f"{rupiah(taking.amount)} by {taking.method.value}"
    if row is None:
        yield f"{said}: {meant} in the journal, no row"
    elif (row.method, row.amount) != (taking.method.value, taking.amount):
        yield f"{said}: {meant} in the journal, {rupiah(row.amount)} by {row.method} in its row"


def _takings(evidence: Evidence, period: Period) -> Iterator[tuple[str, Taking]]:
    for session_id, book in evidence.books.items():
        for taking in book.takings:
            if period.has(taking.at):
                yield session_id, taking


def _lines(evidence: Evidence, period: Period) -> Iterator[Line]:
    for book in evidence.books.values():
        mine = {taking.payment_id for taking in book.takings if period.has(taking.at)}
        yield from (line for line in lines(book.state) if line.payment_id in mine)
    yield from (unclaimed(row.id, row.amount) for row in _strays(evidence.rows))


def _strays(rows: Iterable[PaidRow]) -> Iterator[PaidRow]:
    return (row for row in rows if row.session_id is None)


def _returns(evidence: Evidence, period: Period) -> Iterator[GivenBack]:
    for book in evidence.books.values():
        yield from (returned for returned in book.given_back if period.has(returned.at))


def _ending(state: State) -> Ending | None:
    match state:
        case Delivered(order):
            return Ending.DELIVERED if order.amount else Ending.DELIVERED_FREE
        case Settled(how=how):
            return Ending(how.value)
        case Owed():
            return Ending.OWED
        case _:
            return None
