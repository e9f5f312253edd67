"""A paid print through everything that printers and CUPS do to it."""

from __future__ import annotations

import pytest

from kiosk.booth.view import AtPrinter, InLine, Notice
from kiosk.domain import session as s
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState

from .paper_world import Held, PaperPrinter
from .print_room import PrintRoom


def at(room: PrintRoom, second: int, what: object) -> None:
    """``what`` is called after so many of the world's seconds."""
    seconds = 0
    before = room.cups.meanwhile

    def meanwhile(call: str) -> None:
        nonlocal seconds
        before(call)
        if call == "wait":
            seconds += 1
            if seconds == second:
                assert callable(what)
                what()

    room.cups.meanwhile = meanwhile


def faulty(room: PrintRoom, name: str, fault: Fault | None) -> None:
    room.cups.printers[name].fault = fault


def test_a_print_comes_out_and_the_printers_speed_is_known() -> None:
    room = PrintRoom.with_printers(2, left=PaperPrinter())
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.sheets() == 2
    assert room.register.speeds == [1.0]


def test_the_guest_is_told_of_the_turn_and_of_each_sheet_that_is_known_to_be_out() -> None:
    room = PrintRoom.with_printers(3, left=PaperPrinter())
    room.register.before = "another"
    at(room, 3, lambda: setattr(room.register, "before", None))
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.told[:2] == [InLine(1), InLine(0)]
    at_printer = [told for told in room.told if isinstance(told, AtPrinter)]
    assert [told.out for told in at_printer if told.begun] == [0, 1, 2]
    assert {told.seconds_a_sheet for told in at_printer} == {1.0}


def test_a_printer_that_is_not_heard_only_tells_the_guest_less() -> None:
    room = PrintRoom.with_printers(2, left=PaperPrinter(remembers=False, counts=False))
    assert isinstance(room.to_the_end(), s.Delivered)
    assert {told.out for told in room.told if isinstance(told, AtPrinter)} == {0}


def test_a_lost_answer_of_cups_does_not_print_twice() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter())
    room.cups.lost_answers = 1
    assert isinstance(room.to_the_end(), s.Delivered)
    assert len(room.cups.jobs) == 1


def test_paper_that_is_back_in_time_needs_no_tap_and_no_other_printer() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY), right=PaperPrinter())
    at(room, 5, lambda: faulty(room, "left", None))
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.cups.printers["left"].tray.total() == 1
    assert Notice.PRINTER_WAITS in room.notices


def test_a_fault_that_lasts_moves_the_job_after_it_was_cancelled_and_seen_over() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_JAM), right=PaperPrinter())
    assert isinstance(room.to_the_end(), s.Delivered)
    assert [job.state for job in room.cups.jobs] == [JobState.CANCELED, JobState.COMPLETED]
    assert room.cups.printers["right"].tray.total() == 1
    assert any(isinstance(event, s.PrintMoved) for event in room.events)


def test_only_the_sheets_that_did_not_come_out_are_made_elsewhere() -> None:
    room = PrintRoom.with_printers(3, left=PaperPrinter(), right=PaperPrinter())
    left = room.cups.printers["left"]

    def runs_out_after_one(call: str) -> None:
        if left.tray.total() == 1:
            left.fault = Fault.MEDIA_EMPTY

    room.cups.meanwhile = runs_out_after_one
    assert isinstance(room.to_the_end(), s.Delivered)
    assert [p.tray.total() for p in room.cups.printers.values()] == [1, 2]


def test_with_no_other_printer_it_is_withdrawn_and_then_owed() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.COVER_OPEN))
    state = room.to_the_end()
    assert isinstance(state, s.Owed)
    faulty(room, "left", None)
    for _ in range(20):
        room.cups.step()
    assert room.sheets() == 0


def test_a_printer_that_can_t_tell_what_came_out_is_waited_for_longer() -> None:
    """Were its job moved, it might come out twice."""
    blind = PaperPrinter(remembers=False, counts=False, fault=Fault.MEDIA_JAM)
    room = PrintRoom.with_printers(left=blind, right=PaperPrinter())
    at(room, 15, lambda: faulty(room, "left", None))
    assert isinstance(room.to_the_end(), s.Delivered)
    assert blind.tray.total() == 1


def test_a_printer_that_can_t_tell_what_came_out_ends_owed_and_not_at_another() -> None:
    blind = PaperPrinter(remembers=False, counts=False, fault=Fault.MEDIA_JAM)
    room = PrintRoom.with_printers(left=blind, right=PaperPrinter())
    assert isinstance(room.to_the_end(), s.Owed)
    assert room.cups.printers["right"].tray.total() == 0


def gutenprint(fault: Fault | None = None) -> PaperPrinter:
    """A dye-sub on USB: nobody can ask it but its driver, which gives up at a fault."""
    return PaperPrinter(remembers=False, counts=False, gives_up=True, fault=fault)


def test_a_driver_that_gave_up_for_want_of_paper_is_tried_again_by_itself() -> None:
    room = PrintRoom.with_printers(left=gutenprint(Fault.MEDIA_EMPTY))
    at(room, 12, lambda: faulty(room, "left", None))
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.sheets() == 1


def test_a_driver_that_gave_up_amid_several_copies_leaves_the_count_to_staff() -> None:
    room = PrintRoom.with_printers(3, left=gutenprint())
    left = room.cups.printers["left"]

    def out_after_one(call: str) -> None:
        if left.tray.total() == 1:
            left.fault = Fault.MEDIA_EMPTY

    room.cups.meanwhile = out_after_one
    assert isinstance(room.to_the_end(), s.Owed)
    assert room.sheets() == 1


def test_a_fault_that_every_try_meets_again_ends_owed() -> None:
    room = PrintRoom.with_printers(left=gutenprint(Fault.MEDIA_JAM))
    assert isinstance(room.to_the_end(), s.Owed)
    assert room.sheets() == 0


def test_a_driver_that_died_with_cups_has_told_nothing() -> None:
    room = PrintRoom.with_printers(2, left=gutenprint())
    at(room, 3, room.cups.crash)
    at(room, 4, room.cups.restart)
    state = room.to_the_end()
    assert room.sheets() <= 2
    assert isinstance(state, s.Owed) or room.sheets() == 2


def test_a_counter_tells_of_a_job_only_where_nothing_else_is_being_printed() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(left=77))
    room.carry_on()
    assert room.events[-1] == s.PrintSubmitted(0, 77)
    room = PrintRoom.with_printers(left=PaperPrinter(left=77))
    room.cups.jobs.append(Held("left", "test page", "test.jpg", 1, JobState.PROCESSING, begun=True))
    room.carry_on()
    assert room.events[-1] == s.PrintSubmitted(1, None)


def test_a_job_waits_for_its_turn_and_is_in_nobodys_hands_until_then() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(), right=PaperPrinter())
    room.register.before = "another guest's"
    room.register.busy = {"left": 1, "right": 20}
    at(room, 5, lambda: setattr(room.register, "before", None))
    room.carry_on()
    assert room.events == [s.PrintSubmitted(0, 1000)]
    assert room.cups.clock.ns > 4e9


def test_a_job_that_waits_goes_to_the_printer_that_is_free_sooner() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(), right=PaperPrinter())
    room.register.before = "another guest's"
    room.register.busy["left"] = 20
    room.carry_on()
    assert [type(event) for event in room.events] == [s.PrintMoved]
    assert room.cups.jobs == []


def test_a_job_that_waits_leaves_a_printer_that_fell_ill() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_JAM), right=PaperPrinter())
    room.register.before = "another guest's"
    room.carry_on()
    assert [type(event) for event in room.events] == [s.PrintMoved]


@pytest.mark.parametrize(
    ("printer", "ends"),
    [
        (PaperPrinter(), s.Delivered),
        (PaperPrinter(remembers=False), s.Delivered),
        (PaperPrinter(remembers=False, counts=False), s.Owed),
    ],
    ids=["remembers", "counts", "knows nothing"],
)
@pytest.mark.parametrize("outage", [1, 3])
@pytest.mark.parametrize("second", range(1, 7))
def test_cups_that_dies_at_any_second_prints_nothing_twice(
    printer: PaperPrinter, ends: type[s.State], second: int, outage: int
) -> None:
    printer = PaperPrinter(remembers=printer.remembers, counts=printer.counts)
    room = PrintRoom.with_printers(5, left=printer)
    at(room, second, room.cups.crash)
    at(room, second + outage, room.cups.restart)
    state = room.to_the_end()
    assert room.sheets() <= 5
    assert isinstance(state, ends | s.Delivered)
    if isinstance(state, s.Delivered):
        assert room.sheets() == 5


@pytest.mark.parametrize("second", range(1, 7))
def test_cups_that_dies_before_it_wrote_down_what_it_began_prints_nothing_twice(
    second: int,
) -> None:
    room = PrintRoom.with_printers(2, left=PaperPrinter())
    at(room, second, lambda: room.cups.crash(forgetting=True))
    at(room, second + 2, room.cups.restart)
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.sheets() == 2


def test_completed_by_cups_and_forgotten_by_the_printer_is_not_taken_for_printed() -> None:
    """A printer that is switched off and on again has no job history, and CUPS calls that done."""
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY))
    left = room.cups.printers["left"]

    def power_cycle() -> None:
        left.switch(on=False)
        left.switch(on=True)
        left.fault = None

    at(room, 5, power_cycle)
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.sheets() == 1
    assert [job.state for job in room.cups.jobs] == [JobState.COMPLETED] * 2


@pytest.mark.parametrize(("back_after", "ends"), [(6, s.Delivered), (None, s.Owed)])
def test_completed_by_cups_and_unplugged_is_not_taken_for_printed(
    back_after: int | None, ends: type[s.State]
) -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY))
    left = room.cups.printers["left"]

    def unplugged() -> None:
        left.switch(on=False)
        left.fault = None
        room.cups.jobs[0].state = JobState.COMPLETED

    at(room, 4, unplugged)
    if back_after is not None:
        at(room, 4 + back_after, lambda: left.switch(on=True))
    assert isinstance(room.to_the_end(), ends)
    assert room.sheets() == (1 if ends is s.Delivered else 0)
    assert Notice.PRINTER_WAITS in room.notices


def test_a_cups_that_stays_silent_frees_the_guest_and_is_withdrawn_from_when_it_is_back() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY))
    assert room.carry_on()  # accepted
    at(room, 3, room.cups.crash)
    assert room.carry_on()
    state = room.state
    assert isinstance(state, s.Owed)
    assert state.withdraw is not None

    at(room, 2, room.cups.restart)
    state = room.to_the_end()
    assert isinstance(state, s.Owed)
    assert state.withdraw is None
    assert all(job.state.terminal for job in room.cups.jobs)
    faulty(room, "left", None)
    for _ in range(20):
        room.cups.step()
    assert room.sheets() == 0


def test_what_comes_out_after_it_was_given_up_is_delivered_after_all() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY))
    assert room.carry_on()
    at(room, 3, room.cups.crash)
    assert room.carry_on()
    assert isinstance(room.state, s.Owed)
    faulty(room, "left", None)
    room.cups.step()
    room.cups.restart()
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.sheets() == 1


def test_what_staff_cancel_is_owed_and_not_sent_to_another_printer() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY), right=PaperPrinter())
    at(room, 4, lambda: room.cups.cancel(0))
    assert isinstance(room.to_the_end(), s.Owed)
    assert room.sheets() == 0


def test_a_test_page_left_behind_by_a_crash_does_not_hold_up_guests() -> None:
    room = PrintRoom.with_printers(left=PaperPrinter(fault=Fault.MEDIA_EMPTY))
    room.cups.jobs.append(Held("left", "test page", "test.jpg", 1))
    for _ in range(3):
        room.cups.step()
    room.cups.crash()
    room.cups.restart()
    faulty(room, "left", None)
    assert isinstance(room.to_the_end(), s.Delivered)
    assert room.cups.jobs[0].state is JobState.CANCELED
