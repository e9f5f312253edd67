"""The promises about money that no one session shows: nothing counted twice, every day's sums,
every shift's cash, and an audit log that nobody has tampered with."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator

from kiosk.domain.chain import Anchor, broken_links, cut_off
from kiosk.domain.facts import BookFacts, Facts, PaymentFacts
from kiosk.domain.ledger import lines
from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod
from kiosk.domain.session import Paying, Settled

ONCE = "no payment twice"
VOUCHERS = "a voucher once"
CASH = "cash"
SUMS = "takings add up"
SHIFTS = "shift"
LOG = "audit log"

Found = tuple[str, str, str]
"""The session ("" for none), the promise and what is wrong."""


def broken_books(
    sessions: tuple[Facts, ...], books: BookFacts, anchors: tuple[Anchor, ...]
) -> Iterator[Found]:
    """``anchors`` are those that were written down outside the store."""
    yield from _each_payment_once(sessions)
    yield from _each_voucher_once(sessions)
    yield from _without_session(books)
    yield from _sums(sessions, books)
    yield from _shifts(books)
    yield from _log(sessions, books, anchors)


def _each_payment_once(sessions: tuple[Facts, ...]) -> Iterator[Found]:
    users: dict[str, list[str]] = defaultdict(list)
    for facts in sessions:
        for taking in facts.book.takings:
            users[taking.payment_id].append(facts.session_id)
    for payment_id, used in users.items():
        for session_id in used[1:]:
            yield session_id, ONCE, f"payment {payment_id} paid for session {used[0]} already"


def _each_voucher_once(sessions: tuple[Facts, ...]) -> Iterator[Found]:
    used: dict[str, str] = {}
    for facts in sessions:
        for row in facts.payments:
            if row.voucher_id is None or row.status == "failed":
                continue
            if row.voucher_id in used:
                detail = f"voucher {row.voucher_id} was taken for payment {used[row.voucher_id]}"
                yield facts.session_id, VOUCHERS, f"{detail} and for payment {row.id}"
            used[row.voucher_id] = row.id


def _without_session(books: BookFacts) -> Iterator[Found]:
    logged = Counter(_payment_ids(books, "cash without a session"))
    for row in books.without_session:
        if row.session_id is not None:
            yield row.session_id, SUMS, f"payment {row.id} is of a session that nobody knows"
        elif (row.method, row.status) != (PaymentMethod.CASH.value, "completed"):
            yield "", CASH, f"payment {row.id} has no session and is {row.status} {row.method}"
        elif not logged.pop(row.id, 0):
            yield "", CASH, f"payment {row.id} has no session, and nobody logged it"
    for payment_id in logged:
        yield "", CASH, f"payment {payment_id} was logged as cash without a session and has no row"


def _payment_ids(books: BookFacts, what: str) -> list[str]:
    return [str(json.loads(x.data).get("payment_id")) for x in books.log if x.what == what]


def _sums(sessions: tuple[Facts, ...], books: BookFacts) -> Iterator[Found]:
    """Day by day (UTC) and method by method; then where it all went."""
    rows = [row for facts in sessions for row in facts.payments]
    by_rows = Counter[tuple[str, str]]()
    for row in (*rows, *books.without_session):
        if row.status == "completed":
            by_rows[(row.paid_at or "")[:10], row.method] += row.amount
    by_journal = Counter[tuple[str, str]]()
    for day, method, amount in _taken(sessions, books):
        by_journal[day, method] += amount
    for day, method in sorted(by_rows.keys() | by_journal.keys()):
        said, meant = by_rows[day, method], by_journal[day, method]
        if said != meant:
            detail = f"{day} by {method}: the rows say {rupiah(said)}"
            yield "", SUMS, f"{detail}, the journals {rupiah(meant)}"
    yield from _all_in_its_place(sessions)


def _taken(sessions: tuple[Facts, ...], books: BookFacts) -> Iterator[tuple[str, str, int]]:
    for facts in sessions:
        for taking in facts.book.takings:
            yield taking.at[:10], taking.method.value, taking.amount
    for row in books.without_session:
        if _is_stray(row):
            yield (row.paid_at or "")[:10], row.method, row.amount


def _is_stray(row: PaymentFacts) -> bool:
    return row.session_id is None and row.status == "completed"


def _all_in_its_place(sessions: tuple[Facts, ...]) -> Iterator[Found]:
    for facts in sessions:
        if isinstance(facts.state, Paying):
            continue  # vouchers are not used up yet
        placed = sum(line.amount for line in lines(facts.state))
        taken = sum(taking.amount for taking in facts.book.takings)
        if placed != taken:
            detail = f"{rupiah(taken)} came in, {rupiah(placed)} has a place"
            yield facts.session_id, SUMS, detail


def _shifts(books: BookFacts) -> Iterator[Found]:
    end = ""
    for shift in books.shifts:
        expected = shift.float_amount + shift.cash_in - shift.cash_out
        if shift.expected != expected:
            detail = f"shift {shift.id} expected {rupiah(shift.expected)}"
            yield "", SHIFTS, f"{detail}, the rows of its time say {rupiah(expected)}"
        if shift.opened_at < end:
            yield "", SHIFTS, f"shift {shift.id} began before the one before it was closed"
        end = shift.closed_at


def _log(
    sessions: tuple[Facts, ...], books: BookFacts, anchors: tuple[Anchor, ...]
) -> Iterator[Found]:
    for detail in broken_links(books.log):
        yield "", LOG, detail
    in_shifts = (shift.anchor for shift in books.shifts if shift.anchor is not None)
    for anchor in sorted({*anchors, *in_shifts}, key=lambda anchor: anchor.seq):
        if cut_off(anchor, books.log):
            yield "", LOG, f"entry {anchor.seq} was there and is gone, or another"
    entries = (x for x in books.log if x.what == "session settled")
    logged = {json.loads(entry.data).get("session_id") for entry in entries}
    for facts in sessions:
        if isinstance(facts.state, Settled) and facts.session_id not in logged:
            yield facts.session_id, LOG, f"settled by {facts.state.by}, and the log doesn't say so"
