"""A page comes out once, or staff hear why it did not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.paging import Paging
from kiosk.booth.staff.view import Outcome, Task
from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, Media, Sheet
from kiosk.domain.registered import RegisteredPrinter
from tests.booth.paper_world import Held, PaperPrinter

from .staff_room import StaffRoom

LOADED = 50


@pytest.fixture
def printer(still_room: StaffRoom) -> RegisteredPrinter:
    printer = still_room.register("Front")
    still_room.mirror.printers.load(printer.id, Media.FOUR_BY_SIX, LOADED)
    return printer


def paging(room: StaffRoom) -> Paging:
    office = room.office()
    return Paging(
        office.printers, office.register, office.pages, office.clock, office.keys, room.pace
    )


def print_page(room: StaffRoom, printer: RegisteredPrinter, page: Task = Task.TEST_PAGE) -> Ending:
    return paging(room).print(printer, printer.media, page)


def device(room: StaffRoom) -> PaperPrinter:
    return room.cups.printers["front"]


def left(room: StaffRoom) -> int | None:
    return room.registered("Front").sheets_left


def at_second(room: StaffRoom, seconds: float, happens: Callable[[], object]) -> None:
    """Lets something happen so many seconds from now."""
    due = room.clock.monotonic_ns() + seconds * 1e9
    done: list[object] = []

    def meanwhile(_: str) -> None:
        if not done and room.clock.monotonic_ns() >= due:
            done.append(happens())

    room.cups.meanwhile = meanwhile


@pytest.mark.parametrize(
    ("page", "outcome", "kind"),
    [
        (Task.TEST_PAGE, Outcome.TEST_PRINTED, "test"),
        (Task.CALIBRATION_PAGE, Outcome.CALIBRATION_PRINTED, "calibration"),
    ],
)
def test_a_page_takes_a_sheet(
    still_room: StaffRoom, printer: RegisteredPrinter, page: Task, outcome: Outcome, kind: str
) -> None:
    assert print_page(still_room, printer, page) == Ending(outcome, "Front")
    assert still_room.pages.drawn == [(kind, "Front", printer.form(Sheet.FOUR_BY_SIX))]
    assert still_room.cups.sheets() == 1
    assert left(still_room) == LOADED - 1


def test_a_page_is_as_large_as_what_is_loaded(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    large = replace(printer, media=Media.SIX_BY_EIGHT)
    print_page(still_room, large)
    assert still_room.pages.drawn[0][2] == printer.form(Sheet.SIX_BY_EIGHT)
    with pytest.raises(Refused):
        print_page(still_room, replace(printer, media=Media.OTHER))


def test_paper_that_is_loaded_in_time_brings_the_page(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    device(still_room).fault = Fault.MEDIA_EMPTY
    at_second(still_room, 90, lambda: setattr(device(still_room), "fault", None))
    assert print_page(still_room, printer).outcome is Outcome.TEST_PRINTED
    assert (still_room.cups.sheets(), left(still_room)) == (1, LOADED - 1)


def test_a_page_that_waits_too_long_is_withdrawn_and_says_why(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    device(still_room).fault = Fault.MEDIA_EMPTY
    began = still_room.clock.monotonic_ns()
    ending = print_page(still_room, printer)
    assert ending == Ending(Outcome.PRINT_FAILED, "Front", "media-empty")
    took_s = (still_room.clock.monotonic_ns() - began) / 1e9
    assert still_room.pace.page_limit <= took_s <= still_room.pace.page_limit + 5
    assert all(job.state.terminal for job in still_room.cups.jobs)
    device(still_room).fault = None
    for _ in range(10):
        still_room.cups.step()
    assert (still_room.cups.sheets(), left(still_room)) == (0, LOADED)


@pytest.mark.parametrize("second", range(1, 7))
@pytest.mark.parametrize("away", [0, 1, 10])
@pytest.mark.parametrize("remembers", [True, False])
def test_a_cups_that_dies_meanwhile_prints_no_second_page(
    still_room: StaffRoom,
    printer: RegisteredPrinter,
    second: int,
    away: int,
    *,
    remembers: bool,
) -> None:
    """A printer that remembers its jobs tells whether the page is out. Of another one nobody
    knows: staff are told, and see for themselves."""
    device(still_room).remembers = remembers
    cups = still_room.cups

    def crash() -> None:
        cups.crash()
        at_second(still_room, away, cups.restart)

    at_second(still_room, second, crash)
    ending = print_page(still_room, printer)
    assert cups.sheets() <= 1
    if remembers:
        assert ending.outcome is Outcome.TEST_PRINTED
        assert (cups.sheets(), left(still_room)) == (1, LOADED - 1)
    if ending.outcome is Outcome.TEST_PRINTED:
        assert cups.sheets() == 1
    for _ in range(20):
        cups.step()
    assert cups.sheets() <= 1


def test_an_answer_that_is_lost_does_not_send_the_page_twice(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    still_room.cups.lost_answers = 1
    assert print_page(still_room, printer).outcome is Outcome.TEST_PRINTED
    assert (len(still_room.cups.jobs), still_room.cups.sheets()) == (1, 1)


def test_a_page_starts_no_queue_that_would_send_a_guests_picture_again(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    cups = still_room.cups
    cups.jobs.append(Held("front", "guest", "photo.jpg", 1, JobState.PENDING, begun=True))
    cups.stopped.add("front")
    assert print_page(still_room, printer).outcome is Outcome.PRINT_FAILED
    assert "enable" not in cups.asked
    assert cups.stopped == {"front"}


def test_a_page_starts_a_queue_that_a_past_fault_has_stopped(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    still_room.cups.stopped.add("front")
    assert print_page(still_room, printer).outcome is Outcome.TEST_PRINTED


def test_a_queue_that_is_gone_is_told(still_room: StaffRoom, printer: RegisteredPrinter) -> None:
    still_room.cups.printers = {}
    with pytest.raises(PrintRefused, match="no queue"):
        print_page(still_room, printer)


def test_a_booth_that_stops_leaves_the_page_to_the_printer(
    still_room: StaffRoom, printer: RegisteredPrinter
) -> None:
    device(still_room).fault = Fault.COVER_OPEN
    desk = paging(still_room)
    at_second(still_room, 5, desk.stop.set)
    desk.print(printer, printer.media, Task.TEST_PAGE)
    assert "cancel" not in still_room.cups.asked
