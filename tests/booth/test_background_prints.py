"""A print that goes on while the screen serves the next guest."""

from __future__ import annotations

from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Checked, Happened, Noticed, Progressed
from kiosk.booth.view import Begin, Choose, InLine, Notice, Print
from kiosk.domain import session as s

from .conftest import Rig
from .test_conductor import OFFER, PAID, PICTURE, SHOTS, begin, choose, tell

ACCEPTED = s.PrintSubmitted(7)
PAST_THE_LIMIT_S = 46


def printing(rig: Rig, conductor: Conductor) -> str:
    """A guest's session, up to the printer."""
    session_id = choose(rig, conductor)
    tell(rig, conductor, OFFER, PAID, *SHOTS, s.PictureComposed(PICTURE))
    conductor.handle(Print(session_id))
    return session_id


def state_of(rig: Rig, session_id: str) -> s.State:
    journaled = rig.mirror.journal.load(session_id)
    assert journaled is not None
    return journaled.state


def test_a_long_print_frees_the_screen_and_is_delivered_behind_it(rig: Rig) -> None:
    conductor = rig.conductor()
    first = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    rig.clock.pass_(PAST_THE_LIMIT_S)
    conductor.tick()
    assert rig.view.session_id is None

    second = printing(rig, conductor)
    assert second != first
    assert {first, second} <= rig.effects.running.keys()
    conductor.handle(Happened(first, s.PrintCompleted()))
    assert isinstance(state_of(rig, first), s.Delivered)
    assert rig.view.session_id == second


def test_the_next_guest_hears_of_the_print_before_theirs_until_that_is_out(rig: Rig) -> None:
    conductor = rig.conductor()
    first = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    rig.clock.pass_(PAST_THE_LIMIT_S)
    conductor.tick()
    second = printing(rig, conductor)

    def before(session_id: str) -> int:
        state = state_of(rig, session_id)
        assert isinstance(state, s.Printing)
        return rig.mirror.printers.jobs_before(state.job.printer_id, state.job.key)

    assert (before(first), before(second)) == (0, 1)
    conductor.handle(Progressed(second, InLine(1)))
    conductor.handle(Progressed(first, InLine(7)))
    assert rig.view.print_progress == InLine(1), "of this guest's print alone"
    conductor.handle(Happened(first, s.PrintCompleted()))
    assert before(second) == 0
    conductor.handle(Happened(second, ACCEPTED))
    assert rig.view.print_progress is None, "what was heard of the step before is over"


def test_a_print_that_waits_for_staff_keeps_its_guest_informed(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    conductor.handle(Noticed(session_id, Notice.PRINTER_WAITS))
    for _ in range(3):
        rig.clock.pass_(PAST_THE_LIMIT_S)
        conductor.tick()
    assert rig.view.session_id == session_id
    assert rig.view.notice is Notice.PRINTER_WAITS
    assert rig.view.deadline_ns is None


def test_a_bill_that_comes_late_hides_no_fault_of_the_printer(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    conductor.handle(Noticed(session_id, Notice.PRINTER_WAITS))
    conductor.handle(Progressed(session_id, InLine(1)))
    tell(rig, conductor, s.CashReceived("late-bill", 5_000, ""))
    assert (rig.view.notice, rig.view.print_progress) == (Notice.PRINTER_WAITS, InLine(1))


def test_a_print_that_cups_has_not_accepted_keeps_the_screen(rig: Rig) -> None:
    conductor = rig.conductor()
    printing(rig, conductor)
    assert conductor.next_tick_ns is None


def test_after_a_restart_every_print_goes_on_and_the_last_one_is_shown(rig: Rig) -> None:
    conductor = rig.conductor()
    first = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    rig.clock.pass_(PAST_THE_LIMIT_S)
    conductor.tick()
    second = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)

    rig.conductor()
    assert {first, second} == rig.effects.running.keys()
    assert rig.view.session_id == second


def test_after_a_restart_a_guest_who_waits_comes_before_a_print(rig: Rig) -> None:
    conductor = rig.conductor()
    first = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    rig.clock.pass_(PAST_THE_LIMIT_S)
    conductor.tick()
    second = choose(rig, conductor)
    tell(rig, conductor, OFFER, PAID)

    rig.conductor()
    assert {first, second} == rig.effects.running.keys()
    assert rig.view.session_id == second


def test_a_withdrawal_goes_on_after_a_restart_and_needs_no_screen(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = printing(rig, conductor)
    tell(rig, conductor, ACCEPTED, s.GaveUp(s.OwedReason.PRINT, job_may_print=True))
    rig.conductor()
    assert rig.view.session_id is None
    [withdrawal] = rig.effects.running[session_id]
    assert isinstance(withdrawal, s.WithdrawPrint)


def test_what_no_printer_could_print_is_not_offered(rig: Rig) -> None:
    conductor = rig.conductor()
    session_id = begin(rig, conductor)
    conductor.handle(Checked((), frozenset({"classic"})))
    assert rig.view.packages == ()
    conductor.handle(Choose(session_id, "classic"))
    assert isinstance(rig.view.state, s.Choosing)
    conductor.handle(Checked(()))
    conductor.handle(Choose(session_id, "classic"))
    assert isinstance(rig.view.state, s.Paying)


def test_a_tap_during_a_print_behind_the_screen_starts_a_session_of_its_own(rig: Rig) -> None:
    conductor = rig.conductor()
    printing(rig, conductor)
    tell(rig, conductor, ACCEPTED)
    rig.clock.pass_(PAST_THE_LIMIT_S)
    conductor.tick()
    conductor.handle(Begin())
    assert isinstance(rig.view.state, s.Choosing)
