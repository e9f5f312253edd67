"""Every rupiah that came in stands in exactly one place, whatever happened."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st

from kiosk.domain import session as s
from kiosk.domain.ledger import Line, Place, book, lines
from kiosk.domain.order import PaymentMethod, ReturnWay

from .test_session import HISTORIES, OPEN, SARI, WHOLE_SESSION, till_of

CASH = s.WayPicked(PaymentMethod.CASH, None)
VOUCHER = (s.WayPicked(PaymentMethod.VOUCHER, "voucher"), s.VoucherTaken("V", 10_000))
BILL = s.CashReceived("bill-1", 50_000, "Sari")
SECOND = s.PaymentCompleted("2026-01-01T00:00:05.000Z", "second", 35_000)
CHANGE = s.ChangeReturned(15_000, ReturnWay.CASH, "Sari")
OWED = s.GaveUp(s.OwedReason.CAMERA)

BEGINNINGS: st.SearchStrategy[tuple[s.Event, ...]] = st.sampled_from(
    [
        (),
        WHOLE_SESSION,
        (*WHOLE_SESSION, s.Complained(SARI)),
        (*WHOLE_SESSION, s.Complained(SARI), s.RefundAsked(SARI), SECOND),
        (s.Chosen(OPEN), CASH, BILL),
        (s.Chosen(OPEN), CASH, BILL, OWED),
        (s.Chosen(OPEN), CASH, BILL, CHANGE, OWED),
        (s.Chosen(OPEN), *VOUCHER, CASH),
        (s.Chosen(OPEN), *VOUCHER, CASH, BILL, OWED),
        (*WHOLE_SESSION[:3], OWED),
        (*WHOLE_SESSION[:3], OWED, s.RefundAsked(SARI)),
        (*WHOLE_SESSION[:3], OWED, s.RefundAsked(SARI), SECOND),
    ]
)
STORIES = st.builds(lambda start, rest: [*start, *rest], BEGINNINGS, HISTORIES)


def total(found: tuple[Line, ...], *places: Place) -> int:
    return sum(line.amount for line in found if line.place in places)


@given(STORIES)
def test_the_lines_are_what_came_in_payment_by_payment(events: list[s.Event]) -> None:
    state = s.replay(events)
    found = lines(state)
    for received in till_of(state).received:
        mine = [line for line in found if line.payment_id == received.payment_id]
        assert sum(line.amount for line in mine) == received.amount
        assert {line.method for line in mine} == {received.method}
    assert sum(line.amount for line in found) == till_of(state).worth
    assert all(line.amount > 0 for line in found)


@given(STORIES)
def test_what_went_back_and_what_is_to_go_back_are_those_of_the_order(
    events: list[s.Event],
) -> None:
    state = s.replay(events)
    found, till, order = lines(state), till_of(state), s.order_of(state)
    due = 0 if order is None or isinstance(state, s.Paying) else order.change_due
    assert total(found, Place.CHANGE_DUE) == due
    refunds = [r.amount for r in till.returned if r.refund]
    assert total(found, Place.REFUNDED) == sum(refunds)
    given_back = sum(r.amount for r in till.returned)
    assert total(found, Place.REFUNDED, Place.CHANGE_RETURNED) == given_back


@given(STORIES)
def test_a_voucher_is_never_paid_out(events: list[s.Event]) -> None:
    paid_out = {Place.REFUNDED, Place.CHANGE_DUE, Place.CHANGE_RETURNED}
    for line in lines(s.replay(events)):
        assert line.method is not PaymentMethod.VOUCHER or line.place not in paid_out


@given(STORIES)
def test_money_is_owed_exactly_in_an_owed_session(events: list[s.Event]) -> None:
    state = s.replay(events)
    owed = total(lines(state), Place.OWED)
    free = s.order_of(state) is None or not till_of(state).worth
    assert (owed > 0) == (isinstance(state, s.Owed) and not free)


@given(STORIES)
def test_the_journal_s_takings_are_the_till_s_once_a_session_is_paid(
    events: list[s.Event],
) -> None:
    found = book((f"2026-01-01T00:00:{n:02}.000Z", event) for n, event in enumerate(events))
    till = till_of(found.state)
    taken = {taking.payment_id: taking.amount for taking in found.takings}
    assert len(taken) == len(found.takings)
    pending = isinstance(found.state, s.Paying)
    assert taken == {
        r.payment_id: r.amount
        for r in till.received
        if not (pending and r.method is PaymentMethod.VOUCHER)
    }
    assert sum(g.amount for g in found.given_back) == sum(r.amount for r in till.returned)


def test_the_parts_of_a_bill_that_paid_and_that_went_back_are_told_apart() -> None:
    story = (s.Chosen(OPEN), *VOUCHER, CASH, BILL, s.ChangeReturned(25_000, ReturnWay.CASH, "S"))
    found = [(line.method.value, line.place, line.amount) for line in lines(s.replay(story))]
    assert found == [
        ("voucher", Place.OPEN, 10_000),
        ("cash", Place.OPEN, 25_000),
        ("cash", Place.CHANGE_RETURNED, 25_000),
    ]


def test_a_refund_by_xendit_is_of_the_payment_it_was_asked_for() -> None:
    story = (*WHOLE_SESSION[:3], OWED, s.RefundAsked(SARI), SECOND, s.RefundDone())
    found = [(line.payment_id, line.place) for line in lines(s.replay(story))]
    assert found == [("payment", Place.REFUNDED), ("second", Place.CHANGE_DUE)]


def test_what_happens_later_moves_money_and_never_makes_or_loses_any() -> None:
    story = (
        s.Chosen(OPEN),
        CASH,
        BILL,
        OWED,
        CHANGE,
        s.SettledByStaff(s.Settlement.COMPED, "S", ""),
    )
    states = [s.replay(story[:n]) for n in range(3, len(story) + 1)]
    for before, after in pairwise(states):
        assert total(lines(before), *Place) == total(lines(after), *Place) == 50_000
