"""Printers at the desk: added, watched, changed, tried, removed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.booth.staff import view as v
from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration, RegisteredPrinter
from tests.booth.paper_world import Held

from .desk_sights import Before, does, front_as_added, is_at, told
from .staff_room import DEADLINE_S, DEVICE, PIN, StaffRoom, card


def test_from_no_printer_to_a_page_in_the_tray(room: StaffRoom) -> None:
    desk = room.opened()
    assert room.screen.view.printers == ()
    room.after(desk, v.LookForPrinters(), lambda view: view.search.state is v.Searching.DONE)
    add = v.AddPrinter(DEVICE.uri, "Front", Media.FOUR_BY_SIX)
    view = room.after(desk, add, told(v.Outcome.ADDED))
    assert view.search.adding == ""
    assert view.search.found[0].registered
    front = card(view, "Front")
    assert front is not None
    room.after(desk, v.PrintTestPage(front.id), told(v.Outcome.TEST_PRINTED))
    assert room.cups.sheets() == 1
    acts = ["printer added", "test-page printed"]
    assert room.audit()[-2:] == [("Dewi", act) for act in acts]


def test_what_was_added_is_shown_with_its_state_at_once(room: StaffRoom) -> None:
    desk = room.opened()
    room.after(desk, v.LookForPrinters(), lambda view: view.search.state is v.Searching.DONE)
    desk.ask(v.AddPrinter(DEVICE.uri, "Front", Media.FOUR_BY_SIX))
    room.until(does("Front", v.Doing.READY))


def test_an_add_that_fails_says_why(room: StaffRoom) -> None:
    desk = room.opened()
    room.after(desk, v.LookForPrinters(), lambda view: view.search.state is v.Searching.DONE)
    room.cups.add_fails = PrintRefused("the printer does not answer")
    add = v.AddPrinter(DEVICE.uri, "Front", Media.FOUR_BY_SIX)
    report = room.after(desk, add, told(v.Outcome.ADD_FAILED)).report
    assert report is not None
    assert report.detail == "the printer does not answer"
    assert room.screen.view.search.adding == ""


def test_one_printer_is_added_at_a_time(room: StaffRoom) -> None:
    released = threading.Event()
    room.cups.adding = lambda: released.wait(DEADLINE_S) or None
    desk = room.opened()
    room.after(desk, v.LookForPrinters(), lambda view: view.search.state is v.Searching.DONE)
    add = v.AddPrinter(DEVICE.uri, "Front", Media.FOUR_BY_SIX)
    room.after(desk, add, lambda view: view.search.adding == DEVICE.uri)
    room.after(desk, add, told(v.Outcome.REFUSED))
    released.set()
    assert len(room.until(told(v.Outcome.ADDED)).printers) == 1


def test_only_what_a_search_has_found_can_be_added(room: StaffRoom) -> None:
    desk = room.opened()
    desk.ask(v.AddPrinter("file:///etc/passwd", "Front", Media.FOUR_BY_SIX))
    room.until(told(v.Outcome.REFUSED))
    assert "add_queue" not in room.cups.asked


def test_one_page_at_a_time(room: StaffRoom, front: RegisteredPrinter) -> None:
    desk = room.opened()
    room.cups.printers["front"].fault = Fault.MEDIA_EMPTY
    for page in (v.PrintTestPage(front.id), v.PrintCalibrationPage(front.id)):
        desk.ask(page)
    room.until(told(v.Outcome.REFUSED))
    room.until(told(v.Outcome.PRINT_FAILED))
    assert len(room.pages.drawn) == 1


def test_the_fault_that_a_page_waits_for_is_shown_meanwhile(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    room.pace = replace(room.pace, page_limit=1e6, page_grace=0.0)
    desk = room.opened()
    room.cups.printers["front"].fault = Fault.COVER_OPEN

    def waiting(view: v.StaffView) -> bool:
        found = card(view, "Front")
        return (
            found is not None
            and found.task is v.Task.TEST_PAGE
            and found.faults == (Fault.COVER_OPEN,)
        )

    room.after(desk, v.PrintTestPage(front.id), waiting)
    room.cups.printers["front"].fault = None
    room.until(told(v.Outcome.TEST_PRINTED))


class Busy(Before):
    def waiting(self) -> dict[str, int]:
        return {printer.id: 2 for printer in self._register.all()}


def test_a_printer_with_prints_waiting_is_neither_removed_nor_tried(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    room.worse = Busy
    desk = room.opened()
    for request in (v.RemovePrinter(front.id), v.PrintTestPage(front.id)):
        view = room.after(desk, request, told(v.Outcome.REFUSED))
        assert "waiting" in (view.report.detail if view.report else "")
        desk.ask(v.GoOut())
        for step in (v.Knock(), v.EnterPin(PIN)):
            desk.ask(step)
        room.until(lambda view: is_at(v.GateState.OPEN)(view) and view.report is None)
    assert room.registered("Front").is_set_up
    assert room.pages.drawn == []


@pytest.mark.parametrize(("begun", "starts"), [(False, True), (True, False)])
def test_resume_starts_no_queue_that_would_print_twice(
    room: StaffRoom, front: RegisteredPrinter, *, begun: bool, starts: bool
) -> None:
    room.cups.stopped.add("front")
    room.cups.jobs.append(Held("front", "guest", "photo.jpg", 1, begun=begun))
    desk = room.opened()
    room.after(desk, v.Pause(front.id), does("Front", v.Doing.PAUSED))
    expected = v.Doing.READY if starts else v.Doing.RESTING
    room.after(desk, v.Resume(front.id), does("Front", expected))
    assert ("enable" in room.cups.asked) is starts


def test_what_staff_change_is_on_the_card_and_in_the_audit_log(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    room.register("Back")
    desk = room.opened()
    back = room.registered("Back")
    room.cups.printers["back"].counts = False
    calibration = Calibration(0.5, -0.3, 1.01)
    for request in (
        v.MakeDefault(back.id),
        v.Load(back.id, Media.SIX_BY_EIGHT, 400),
        v.Calibrate(back.id, calibration),
    ):
        desk.ask(request)

    def met(view: v.StaffView) -> bool:
        found = card(view, "Back")
        return (
            found is not None
            and found.is_default
            and (found.media, found.prints_left) == (Media.SIX_BY_EIGHT, 400)
            and found.calibration == calibration
        )

    assert [card.name for card in room.until(met).printers] == ["Back", "Front"]
    acts = ["printer made default", "printer loaded", "printer calibrated"]
    assert room.audit()[-3:] == [("Dewi", act) for act in acts]


@pytest.mark.parametrize(
    "request_of",
    [
        lambda i: v.Load(i, Media.FOUR_BY_SIX, -1),
        lambda i: v.Load(i, Media.FOUR_BY_SIX, 10**6),
        lambda i: v.Calibrate(i, Calibration(scale=0.0)),
        lambda i: v.Calibrate(i, Calibration(right_mm=float("nan"))),
        lambda i: v.Calibrate(i, Calibration(down_mm=float("inf"))),
        lambda i: v.Pause(i + "?"),
        lambda i: v.RemovePrinter(i + "?"),
    ],
)
def test_nonsense_is_refused(
    room: StaffRoom, front: RegisteredPrinter, request_of: Callable[[str], v.Request]
) -> None:
    desk = room.opened()
    room.after(desk, request_of(front.id), told(v.Outcome.REFUSED))
    assert room.registered("Front") == front_as_added(front)


def test_a_silent_cups_is_shown_and_comes_back(room: StaffRoom, front: RegisteredPrinter) -> None:
    desk = room.opened()
    room.cups.crash()
    room.until(does("Front", v.Doing.UNKNOWN))
    room.after(desk, v.LookForPrinters(), lambda w: w.search.state is v.Searching.FAILED)
    room.cups.up = True
    room.until(does("Front", v.Doing.READY))
