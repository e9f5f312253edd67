"""Past sessions at the desk: found by time, and made good where a guest complains."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.booth.audit_money import broken_money
from kiosk.booth.audit_prints import broken_prints
from kiosk.booth.messages import Happened
from kiosk.booth.staff import till_view as t, view as v
from kiosk.booth.staff.sessions_view import (
    PAGE,
    LookForSessions,
    OpenSession,
    SessionPage,
    SessionsView,
)
from kiosk.domain import session as s
from kiosk.domain.ledger import Place
from kiosk.domain.order import ReturnWay
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.report import Period
from kiosk.domain.session_list import JobEnd, SessionKind
from kiosk.domain.staff import Role
from kiosk.store.models import Session

from .desk_sights import is_at, told
from .staff_room import NOW, StaffRoom
from .test_till import OWNERS_PIN, claim_card, with_shift
from .till_guests import PRICE, Guests

EVER = Period("2000-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z")


@pytest.fixture
def guests(room: StaffRoom, front: RegisteredPrinter) -> Guests:
    room.mirror.staff.set_pin("Sari", Role.OWNER, OWNERS_PIN, NOW)
    return Guests(room, front.id)


def found(room: StaffRoom, met: Callable[[SessionsView], bool]) -> SessionsView:
    return room.until(lambda view: met(view.rooms.sessions)).rooms.sessions


def opened(room: StaffRoom, met: Callable[[SessionPage], bool]) -> SessionPage:
    view = room.until(lambda v: v.rooms.session is not None and met(v.rooms.session))
    assert view.rooms.session is not None
    return view.rooms.session


def broken(room: StaffRoom) -> list[tuple[str, str]]:
    return [b for f in room.mirror.evidence.facts() for b in (*broken_money(f), *broken_prints(f))]


def places(room: StaffRoom) -> set[tuple[Place, int]]:
    report = room.mirror.reports.of(EVER, room.clock.now())
    assert report.discrepancies == ()
    return {(line.place, line.amount) for line in report.places}


# ---- finding --------------------------------------------------------------------------------


def test_a_days_sessions_come_page_by_page_the_newest_first(
    room: StaffRoom, guests: Guests
) -> None:
    ids = [guests.unprinted() for _ in range(PAGE + 2)]
    desk = room.opened()
    desk.ask(LookForSessions())
    first = found(room, lambda view: bool(view.lines))
    assert (first.total, first.pages, len(first.lines)) == (PAGE + 2, 2, PAGE)
    desk.ask(LookForSessions(page=1))
    second = found(room, lambda view: view.asked == LookForSessions(page=1))
    shown = [line.session_id for line in (*first.lines, *second.lines)]
    assert sorted(shown) == sorted(ids)
    times = [line.at for line in (*first.lines, *second.lines)]
    assert times == sorted(times, reverse=True)


def test_an_hour_and_a_day_narrow_what_is_found(room: StaffRoom, guests: Guests) -> None:
    now = guests.delivered()
    before = guests.unprinted()
    Session.update(created_at="2020-01-01T00:00:00.000Z").where(Session.id == before).execute()
    desk = room.opened()
    desk.ask(LookForSessions())
    today = found(room, lambda view: bool(view.lines))
    [line] = today.lines
    assert (line.session_id, line.kind, line.amount) == (now, SessionKind.DELIVERED, PRICE)
    [only] = today.hours
    assert only.sessions == 1
    other = LookForSessions(hour=(only.hour + 1) % 24)
    desk.ask(other)
    assert found(room, lambda view: view.asked == other).lines == ()
    desk.ask(LookForSessions(days_ago=1))
    assert found(room, lambda view: view.asked == LookForSessions(days_ago=1)).total == 0


# ---- complaints -----------------------------------------------------------------------------


def test_a_delivered_print_is_made_again_once_and_both_are_in_the_books(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.delivered()
    desk = room.opened()
    desk.ask(OpenSession(session_id))
    page = opened(room, lambda _: True)
    assert page.card is not None
    assert t.Deed.REPRINT in page.card.allowed
    assert not page.claimed
    asked = t.DoDeed(session_id, t.Deed.REPRINT, t.Why.BAD_PRINT)
    for _ in range(3):
        desk.ask(asked)
    again = opened(room, lambda page: isinstance(page.state, s.Printing))
    assert [line.end for line in again.prints] == [JobEnd.COMPLETED, JobEnd.PENDING]
    guests.happens(session_id, s.PrintSubmitted(8), s.PrintCompleted())
    room.until(told(v.Outcome.REPRINTED))
    assert guests.count(session_id, s.Complained) == 1
    assert guests.count(session_id, s.ReprintApproved) == 1
    assert {("Dewi", "complaint"), ("Dewi", "reprint approved")} <= set(room.audit())
    assert broken(room) == []
    assert places(room) == {(Place.REPRINTED, PRICE)}


def test_a_reprint_that_is_out_at_once_is_told_as_begun_and_then_as_out(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.delivered()

    def comes_out_at_once(happened: Happened) -> bool:
        guests.happens(session_id, happened.event)
        if isinstance(happened.event, s.ReprintApproved):
            opened(room, lambda page: isinstance(page.state, s.Printing))
            guests.happens(session_id, s.PrintSubmitted(8), s.PrintCompleted())
            opened(room, lambda page: isinstance(page.state, s.Settled))
        return True

    room.slow = comes_out_at_once
    desk = room.opened()
    desk.ask(OpenSession(session_id))
    desk.ask(t.DoDeed(session_id, t.Deed.REPRINT, t.Why.BAD_PRINT))
    view = room.until(told(v.Outcome.REPRINTED))
    assert view.report is not None
    assert view.report.number == len((v.Outcome.REPRINTING, v.Outcome.REPRINTED))


def test_an_owner_refunds_what_was_delivered_and_it_counts_as_refunded(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.delivered()
    desk = room.desk()
    desk.ask(v.Knock())
    with_shift(room, room.after_pin(desk, OWNERS_PIN))
    desk.ask(t.DoDeed(session_id, t.Deed.REFUND_CASH, t.Why.GUEST_ASKED))
    room.until(told(v.Outcome.REFUNDED))
    state = guests.state(session_id)
    assert isinstance(state, s.Settled)
    assert [(r.amount, r.way) for r in state.order.till.returned] == [(PRICE, ReturnWay.CASH)]
    assert broken(room) == []
    assert places(room) == {(Place.REFUNDED, PRICE)}


def test_what_staff_may_not_do_leaves_no_complaint_behind(
    room: StaffRoom, front: RegisteredPrinter, guests: Guests
) -> None:
    session_id = guests.delivered()
    desk = room.opened()
    room.after(desk, t.DoDeed(session_id, t.Deed.REFUND_TRANSFER), told(v.Outcome.OWNER_ONLY))
    room.mirror.printers.pause(front.id)
    room.after(desk, t.DoDeed(session_id, t.Deed.REPRINT), told(v.Outcome.NO_PRINTER))
    assert room.told == []
    assert isinstance(guests.state(session_id), s.Delivered)
    assert ("Dewi", "refund refused") in room.audit()


def test_a_complaint_whose_deed_was_lost_on_the_way_waits_at_the_till(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.delivered()
    guests.happens(session_id, s.Complained(s.Approval("Dewi", "bad print")))
    desk = room.opened()
    claim = claim_card(room, session_id).claim
    assert (claim.reason, claim.amount) == (s.OwedReason.COMPLAINT, PRICE)
    room.after(desk, t.DoDeed(session_id, t.Deed.COMP), told(v.Outcome.COMPED))
    assert broken(room) == []


def test_what_was_deleted_since_is_made_good_without_a_print(
    room: StaffRoom, guests: Guests
) -> None:
    session_id = guests.delivered()
    Session.update(pictures="going").execute()
    desk = room.opened()
    desk.ask(OpenSession(session_id))
    card = opened(room, lambda _: True).card
    assert card is not None
    assert t.Deed.REPRINT not in card.allowed
    room.after(desk, t.DoDeed(session_id, t.Deed.REPRINT), told(v.Outcome.MOVED_ON))
    assert isinstance(guests.state(session_id), s.Delivered)

    guests.happens(session_id, s.Complained(s.Approval("Dewi", "bad print")))
    again = s.ReprintApproved("front", "key", 1, s.Approval("Dewi", "bad print"))
    assert room.mirror.journal.append(session_id, again, NOW) is None, "deleted at that moment"
    assert claim_card(room, session_id).allowed == (
        t.Deed.COMP,
        t.Deed.REFUND_QRIS,
        t.Deed.REFUND_CASH,
        t.Deed.REFUND_TRANSFER,
    )


def test_the_session_is_closed_with_the_room(room: StaffRoom, guests: Guests) -> None:
    session_id = guests.delivered()
    desk = room.opened()
    desk.ask(OpenSession(session_id))
    opened(room, lambda _: True)
    room.after(desk, v.GoOut(), is_at(v.GateState.SHUT))
    desk.ask(v.Knock())
    room.after_pin(desk, "2580")
    assert room.screen.view.rooms.session is None
