"""The till: money is written down once and under the name of who took it, or staff hear why not."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.booth.staff import till_view as t, view as v
from kiosk.booth.staff.desk import StaffDesk
from kiosk.domain import session as s
from kiosk.domain.errors import ReceiptUnavailable
from kiosk.domain.faults import Fault
from kiosk.domain.order import ReturnWay
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.staff import Role
from kiosk.store.models import Payment

from .desk_sights import is_at, told, wait_until
from .staff_room import DEADLINE_S, NOW, StaffRoom
from .till_guests import PICTURE, PRICE, Guests

OWNERS_PIN = "7410"
FLOAT = 100_000


@pytest.fixture
def guests(room: StaffRoom) -> Guests:
    room.mirror.staff.set_pin("Sari", Role.OWNER, OWNERS_PIN, NOW)
    return Guests(room)


def with_shift(room: StaffRoom, desk: StaffDesk) -> StaffDesk:
    room.after(desk, t.StartShift(FLOAT), lambda view: view.till.shift is not None)
    return desk


def by_owner(room: StaffRoom) -> StaffDesk:
    desk = room.desk()
    desk.ask(v.Knock())
    room.after(desk, v.EnterPin(OWNERS_PIN), is_at(v.GateState.OPEN))
    return desk


def cash_card(room: StaffRoom) -> t.CashCard:
    cash = room.until(lambda view: view.till.cash is not None).till.cash
    assert cash is not None
    return cash


def claim_card(room: StaffRoom, session_id: str) -> t.ClaimCard:
    room.until(shows(session_id, lambda _: True))
    return next(c for c in room.screen.view.till.claims if c.claim.session_id == session_id)


def shows(session_id: str, true: Callable[[t.ClaimCard], bool]) -> Callable[[v.StaffView], bool]:
    return lambda view: any(
        card.claim.session_id == session_id and true(card) for card in view.till.claims
    )


# ---- cash -----------------------------------------------------------------------------------


def test_cash_is_written_under_the_members_name_and_the_room_closes(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    assert (card.due.amount, card.due.package_name) == (PRICE, "Foto 4×6")
    room.after(desk, t.TakeCash(card.payment_id), is_at(v.GateState.SHUT))
    assert isinstance(guests.state(session_id), s.Shooting)
    paid = Payment.get(Payment.id == card.payment_id)
    assert (paid.amount, paid.method, paid.taken_by) == (PRICE, "cash", "Dewi")


def test_a_double_tap_takes_money_once(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    for _ in range(3):
        desk.ask(t.TakeCash(card.payment_id))
    room.until(is_at(v.GateState.SHUT))
    desk.close(DEADLINE_S)
    assert guests.count(session_id, s.CashReceived) == 1
    assert guests.order(session_id).change_due == 0


def test_a_tap_on_money_that_is_written_down_already_takes_none(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    guests.happens(session_id, s.CashReceived(card.payment_id, PRICE, "Dewi"))
    room.after(desk, t.TakeCash(card.payment_id), is_at(v.GateState.SHUT))
    assert guests.count(session_id, s.CashReceived) == 1
    assert room.told == []


def test_no_cash_without_a_shift(room: StaffRoom, guests: Guests) -> None:
    guests.at_cash()
    desk = room.opened()
    room.after(desk, t.TakeCash(cash_card(room).payment_id), told(v.Outcome.NEEDS_SHIFT))
    assert room.told == []


def test_cash_that_comes_after_the_guest_left_is_owed(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    guests.happens(session_id, s.CancelAsked(s.CancelReason.TIME))
    room.until(lambda view: view.till.cash is None)
    room.after(desk, t.TakeCash(card.payment_id), told(v.Outcome.CASH_LATE))
    assert claim_card(room, session_id).claim.reason is s.OwedReason.PAID_LATE
    assert room.screen.view.gate.state is v.GateState.OPEN


def test_cash_that_nothing_was_left_to_pay_with_is_change(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    guests.happens(session_id, s.CashReceived("bill", PRICE, ""))
    room.after(desk, t.TakeCash(card.payment_id), told(v.Outcome.CASH_OVER))
    assert claim_card(room, session_id).claim.amount == PRICE


def test_nobody_takes_cash_that_no_guest_was_to_pay(room: StaffRoom, guests: Guests) -> None:
    guests.at_cash()
    desk = with_shift(room, room.opened())
    room.after(desk, t.TakeCash("made-up"), told(v.Outcome.REFUSED))
    assert room.told == []


def test_what_the_conductor_has_not_written_yet_is_said_and_stays_one_payment(
    room: StaffRoom, guests: Guests
) -> None:
    room.pace = replace(room.pace, till_limit=0.2)
    session_id = guests.at_cash()
    desk = with_shift(room, room.opened())
    card = cash_card(room)
    room.slow = lambda _: True
    busy = room.after(desk, t.TakeCash(card.payment_id), lambda view: bool(_cash(view).busy))
    assert busy.gate.state is v.GateState.OPEN
    room.until(told(v.Outcome.NOT_WRITTEN))
    room.slow = lambda _: False
    room.after(desk, t.TakeCash(card.payment_id), is_at(v.GateState.SHUT))
    late = room.told[0]
    assert room.mirror.journal.append(session_id, late.event, room.clock.now()) is None
    assert guests.count(session_id, s.CashReceived) == 1


def _cash(view: v.StaffView) -> t.CashCard:
    assert view.till.cash is not None
    return view.till.cash


# ---- reprints -------------------------------------------------------------------------------


def test_a_reprint_is_shown_until_the_paper_is_out(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    session_id = guests.unprinted()
    desk = room.opened()
    card = claim_card(room, session_id)
    assert (card.claim.picture, card.stage) == (PICTURE.path, t.ClaimStage.WAITS)
    desk.ask(t.DoDeed(session_id, t.Deed.REPRINT, t.Why.PRINTER))
    going = room.until(shows(session_id, lambda c: c.stage is t.ClaimStage.REPRINTING))
    assert going.till.claims[0].allowed == ()
    state = guests.state(session_id)
    assert isinstance(state, s.Printing)
    assert (state.job.printer_id, state.job.copies) == (front.id, 2)
    assert state.reprint == s.Approval("Dewi", "printer trouble")
    guests.happens(session_id, s.PrintSubmitted(7), s.PrintCompleted())
    view = room.until(told(v.Outcome.REPRINTED))
    assert view.report is not None
    assert view.report.about == card.claim.claim_code
    assert view.till.claims == ()


def test_a_reprint_that_fails_is_owed_again(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    del front
    session_id = guests.unprinted()
    desk = room.opened()
    claim_card(room, session_id)
    desk.ask(t.DoDeed(session_id, t.Deed.REPRINT))
    room.until(shows(session_id, lambda c: c.stage is t.ClaimStage.REPRINTING))
    guests.happens(session_id, s.GaveUp(s.OwedReason.PRINT))
    view = room.until(told(v.Outcome.REPRINT_FAILED))
    assert t.Deed.REPRINT in view.till.claims[0].allowed


def test_nothing_is_reprinted_where_no_printer_can(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    room.cups.printers[front.queue].fault = Fault.MEDIA_EMPTY
    session_id = guests.unprinted()
    desk = room.opened()
    claim_card(room, session_id)
    room.after(desk, t.DoDeed(session_id, t.Deed.REPRINT), told(v.Outcome.NO_PRINTER))
    assert isinstance(guests.state(session_id), s.Owed)
    assert room.told == []


def test_what_may_still_come_out_is_not_printed_again(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    session_id = guests.unprinted()
    approval = s.Approval("Dewi", "")
    asked = s.ReprintApproved(front.id, "key", 2, approval)
    guests.happens(
        session_id, asked, s.PrintSubmitted(7), s.GaveUp(s.OwedReason.PRINT, job_may_print=True)
    )
    desk = room.opened()
    assert claim_card(room, session_id).stage is t.ClaimStage.HELD
    room.after(desk, t.DoDeed(session_id, t.Deed.REPRINT), told(v.Outcome.MOVED_ON))
    assert room.told == []


# ---- money back -----------------------------------------------------------------------------


@pytest.mark.parametrize("deed", [deed for deed in t.Deed if deed in t.FOR_OWNERS])
def test_only_an_owner_gives_money_back_and_staff_hear_who_that_is(
    room: StaffRoom, guests: Guests, deed: t.Deed
) -> None:
    session_id = guests.unprinted()
    desk = with_shift(room, room.opened())
    claim_card(room, session_id)
    view = room.after(desk, t.DoDeed(session_id, deed), told(v.Outcome.OWNER_ONLY))
    assert view.report is not None
    assert view.report.detail == "Sari"
    assert room.told == []
    assert ("Dewi", "refund refused") in room.audit()


@pytest.mark.parametrize(
    ("deed", "way"),
    [(t.Deed.REFUND_CASH, ReturnWay.CASH), (t.Deed.REFUND_TRANSFER, ReturnWay.TRANSFER)],
)
def test_an_owner_gives_money_back_by_hand(
    room: StaffRoom, guests: Guests, deed: t.Deed, way: ReturnWay
) -> None:
    session_id = guests.unprinted()
    desk = with_shift(room, by_owner(room))
    claim_card(room, session_id)
    room.after(desk, t.DoDeed(session_id, deed, t.Why.GUEST_ASKED), told(v.Outcome.REFUNDED))
    state = guests.state(session_id)
    assert isinstance(state, s.Settled)
    assert (state.how, state.by, state.why) == (
        s.Settlement.REFUNDED,
        "Sari",
        "the guest asked for it",
    )
    assert [(r.amount, r.way) for r in state.order.till.returned] == [(PRICE, way)]


def test_cash_goes_back_from_an_open_drawer_only(room: StaffRoom, guests: Guests) -> None:
    unprinted, overpaid = guests.unprinted(), guests.overpaid(15_000)
    desk = by_owner(room)
    for session_id, deed in (
        (unprinted, t.Deed.REFUND_CASH),
        (overpaid, t.Deed.RETURN_CHANGE),
    ):
        claim_card(room, session_id)
        shown = room.screen.view.report
        before = shown.number if shown else 0
        desk.ask(t.DoDeed(session_id, deed))
        room.until(lambda view, n=before: told(v.Outcome.NEEDS_SHIFT)(view) and _number(view) > n)  # type: ignore[misc]  # the loop's variable, bound now
    assert room.told == []


def _number(view: v.StaffView) -> int:
    return view.report.number if view.report else 0


def test_xendit_is_asked_and_its_answer_is_told(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.unprinted()
    desk = by_owner(room)
    claim_card(room, session_id)
    asking = t.DoDeed(session_id, t.Deed.REFUND_QRIS)
    refunding = shows(session_id, lambda c: c.stage is t.ClaimStage.REFUNDING)
    room.after(desk, asking, refunding)
    guests.happens(session_id, s.RefundRefused())
    room.until(told(v.Outcome.REFUND_FAILED))
    room.until(shows(session_id, lambda c: c.stage is t.ClaimStage.REFUND_FAILED))
    room.after(desk, asking, refunding)
    guests.happens(session_id, s.RefundDone())
    room.until(told(v.Outcome.REFUNDED))
    assert isinstance(guests.state(session_id), s.Settled)


def test_staff_give_change_and_comp_without_an_owner(room: StaffRoom, guests: Guests) -> None:
    overpaid, unprinted = guests.overpaid(15_000), guests.unprinted()
    desk = with_shift(room, room.opened())
    assert claim_card(room, overpaid).allowed == (t.Deed.RETURN_CHANGE,)
    change = t.DoDeed(overpaid, t.Deed.RETURN_CHANGE)
    room.after(desk, change, told(v.Outcome.CHANGE_RETURNED))
    returned = guests.order(overpaid).till.returned
    assert [(r.amount, r.way) for r in returned] == [(15_000, ReturnWay.CASH)]
    room.after(desk, t.DoDeed(unprinted, t.Deed.COMP), told(v.Outcome.COMPED))
    room.until(lambda view: view.till.claims == ())


def test_who_comes_second_hears_that_things_moved_on(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.unprinted()
    desk = room.opened()
    claim_card(room, session_id)

    def overtaken(_: object) -> bool:
        guests.happens(session_id, s.SettledByStaff(s.Settlement.REFUNDED, "Sari", ""))
        return True

    room.slow = overtaken
    room.after(desk, t.DoDeed(session_id, t.Deed.COMP), told(v.Outcome.MOVED_ON))
    assert guests.count(session_id, s.SettledByStaff) == 1


def test_of_everything_asked_at_once_one_thing_is_done(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    del front
    desk = with_shift(room, by_owner(room))
    for deeds in itertools.islice(itertools.permutations(t.Deed), 0, 720, 90):
        session_id = guests.unprinted()
        claim_card(room, session_id)
        for deed in deeds:
            desk.ask(t.DoDeed(session_id, deed))
        wait_until(lambda i=session_id: not s.is_over(guests.state(i)) or _is_done(guests, i))  # type: ignore[misc]  # as above
        desk.ask(t.DoDeed(session_id, t.Deed.COMP))
        room.until(lambda view, i=session_id: not shows(i, lambda c: c.deed is not None)(view))  # type: ignore[misc]  # as above
        returned = sum(r.amount for r in guests.order(session_id).till.returned)
        assert returned in {0, PRICE}
        done = (s.SettledByStaff, s.ReprintApproved, s.RefundAsked)
        assert sum(guests.count(session_id, kind) for kind in done) == 1


def _is_done(guests: Guests, session_id: str) -> bool:
    state = guests.state(session_id)
    return isinstance(state, s.Settled) or (isinstance(state, s.Owed) and state.refund is not None)


# ---- shifts ---------------------------------------------------------------------------------


def test_staff_count_blind_and_owners_need_not(room: StaffRoom, guests: Guests) -> None:
    del guests
    desk = with_shift(room, room.opened())
    blind = room.screen.view.till.shift
    assert blind is not None
    assert (blind.opened_by, blind.drawer) == ("Dewi", None)
    room.after(desk, v.GoOut(), is_at(v.GateState.SHUT))
    by_owner(room)
    view = room.until(lambda view: view.till.shift is not None)
    assert view.till.shift is not None
    assert view.till.shift.drawer == t.Drawer(FLOAT, 0, 0, FLOAT)


def test_a_shift_that_is_closed_shows_its_difference_and_prints_a_slip(
    room: StaffRoom, guests: Guests
) -> None:
    guests.at_cash()
    desk = with_shift(room, room.opened())
    room.after(desk, t.TakeCash(cash_card(room).payment_id), is_at(v.GateState.SHUT))
    desk = room.opened()
    counted = FLOAT + PRICE - 5_000
    room.after(desk, t.EndShift(counted, "Salah kembalian"), lambda view: view.till.shift is None)
    view = room.until(lambda view: bool(view.till.past))
    closed = view.till.past[0]
    assert (closed.expected, closed.difference) == (FLOAT + PRICE, -5_000)
    assert (closed.closed_by, closed.note) == ("Dewi", "Salah kembalian")
    wait_until(lambda: room.slips == [closed])


def test_a_slip_that_can_not_be_printed_opens_no_shift_again(
    room: StaffRoom, guests: Guests
) -> None:
    del guests

    def fails(_: object) -> None:
        raise ReceiptUnavailable("no paper")

    room.print_slip = fails
    desk = with_shift(room, room.opened())
    room.after(desk, t.EndShift(FLOAT), told(v.Outcome.SLIP_FAILED))
    assert room.mirror.shifts.current() is None


@pytest.mark.parametrize("amount", [-1, 100_000_001])
def test_no_drawer_holds_as_much(room: StaffRoom, guests: Guests, amount: int) -> None:
    del guests
    desk = room.opened()
    room.after(desk, t.StartShift(amount), told(v.Outcome.REFUSED))
    assert room.mirror.shifts.current() is None
