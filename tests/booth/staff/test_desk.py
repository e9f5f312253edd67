"""The desk: nobody gets past the gate, nothing holds up anything else, nothing ends it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.booth.staff import view as v
from kiosk.booth.staff.ports import Register
from kiosk.domain.errors import PrintRefused, StoreUnusable
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration, RegisteredPrinter
from tests.booth.paper_world import Held

from .staff_room import DEADLINE_S, DEVICE, PIN, StaffRoom, card

WRONG = "1111"


def told(outcome: v.Outcome) -> Callable[[v.StaffView], bool]:
    return lambda view: view.report is not None and view.report.outcome is outcome


def is_at(state: v.GateState) -> Callable[[v.StaffView], bool]:
    return lambda view: view.gate.state is state


def does(name: str, doing: v.Doing) -> Callable[[v.StaffView], bool]:
    def met(view: v.StaffView) -> bool:
        found = card(view, name)
        return found is not None and found.doing is doing

    return met


def wait_until(met: Callable[[], bool]) -> None:
    give_up = time.monotonic() + DEADLINE_S
    while not met():
        assert time.monotonic() < give_up
        time.sleep(0.005)


@pytest.fixture
def front(room: StaffRoom) -> RegisteredPrinter:
    return room.register("Front")


class Before:
    """The real register, behind what a test puts before it."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def __getattr__(self, name: str) -> object:
        return getattr(self._register, name)


# ---- the gate -----------------------------------------------------------------------------------


def every_request(printer_id: str) -> tuple[v.Request, ...]:
    return (
        v.LookForPrinters(),
        v.AddPrinter(DEVICE.uri, "New", Media.FOUR_BY_SIX),
        v.PrintTestPage(printer_id),
        v.PrintCalibrationPage(printer_id),
        v.Calibrate(printer_id, Calibration(1.0)),
        v.MakeDefault(printer_id),
        v.MoveUp(printer_id),
        v.Pause(printer_id),
        v.Resume(printer_id),
        v.Load(printer_id, Media.SIX_BY_EIGHT, 5),
        v.RemovePrinter(printer_id),
    )


@pytest.mark.parametrize("knocked", [False, True])
def test_nothing_is_done_at_a_gate_that_is_not_open(
    room: StaffRoom, front: RegisteredPrinter, *, knocked: bool
) -> None:
    desk = room.desk()
    if knocked:
        room.after(desk, v.Knock(), is_at(v.GateState.ASKING))
    for request in every_request(front.id):
        desk.ask(request)
    desk.ask(v.GoOut())
    desk.close(DEADLINE_S)
    assert room.registered("Front") == room.mirror.printers.get(front.id) == front_as_added(front)
    assert set(room.cups.asked) <= {"queue"}
    assert room.pages.drawn == []


def front_as_added(front: RegisteredPrinter) -> RegisteredPrinter:
    return replace(front, is_default=True)


def test_a_pin_without_a_knock_opens_nothing(room: StaffRoom) -> None:
    desk = room.desk()
    desk.ask(v.EnterPin(PIN))
    desk.close(DEADLINE_S)
    assert room.screen.views == [v.StaffView()]


def test_the_pad_shows_no_printers(room: StaffRoom, front: RegisteredPrinter) -> None:
    room.opened()
    assert all(is_at(v.GateState.OPEN)(view) for view in room.screen.views if view.printers)


def test_a_second_wrong_pin_is_news_like_the_first(room: StaffRoom) -> None:
    desk = room.desk()
    room.after(desk, v.Knock(), is_at(v.GateState.ASKING))
    for _ in range(2):
        desk.ask(v.EnterPin(WRONG))
    room.until(lambda _: len(room.screen.views) >= 5)
    states = [view.gate.state for view in room.screen.views]
    asking, wrong = v.GateState.ASKING, v.GateState.WRONG
    assert states == [v.GateState.SHUT, asking, wrong, asking, wrong]


def test_a_lock_ends_by_itself(room: StaffRoom) -> None:
    desk = room.desk()
    room.after(desk, v.Knock(), is_at(v.GateState.ASKING))
    for _ in range(5):
        desk.ask(v.EnterPin(WRONG))
    locked = room.until(is_at(v.GateState.LOCKED))
    left_ns = (locked.gate.locked_until_ns or 0) - room.clock.monotonic_ns()
    assert 0 < left_ns <= 30 * 10**9
    room.clock.pass_(30)
    room.until(is_at(v.GateState.ASKING))
    room.after(desk, v.EnterPin(PIN), is_at(v.GateState.OPEN))


def test_a_pin_is_not_in_what_a_request_says_of_itself() -> None:
    assert PIN not in repr(v.EnterPin(PIN))


def test_without_a_pin_staff_are_told(room: StaffRoom) -> None:
    room.mirror.staff.remove("Dewi", room.clock.now())
    room.after(room.desk(), v.Knock(), is_at(v.GateState.NO_PIN))


@pytest.mark.parametrize(("opened", "after_s"), [(True, 180.0), (False, 30.0)])
def test_the_gate_shuts_behind_staff_who_have_left(
    room: StaffRoom, front: RegisteredPrinter, *, opened: bool, after_s: float
) -> None:
    room.pace = replace(room.pace, shut_after=180.0, pad_after=30.0)
    desk = room.opened() if opened else room.desk()
    if not opened:
        room.after(desk, v.Knock(), is_at(v.GateState.ASKING))
    room.clock.pass_(after_s - 10)
    asked = len(room.cups.asked)
    wait_until(lambda: len(room.cups.asked) > asked + 3)
    assert room.screen.view.gate != v.Gate()
    room.clock.pass_(11)
    assert room.until(is_at(v.GateState.SHUT)) == v.StaffView()


def test_each_request_keeps_the_gate_open(room: StaffRoom, front: RegisteredPrinter) -> None:
    room.pace = replace(room.pace, shut_after=180.0)
    desk = room.opened()
    for _ in range(3):
        room.clock.pass_(120)
        sheets = int(room.clock.ns % 1000)
        room.after(desk, v.Load(front.id, Media.FOUR_BY_SIX, sheets), told(v.Outcome.SAVED))
    assert room.screen.view.gate.state is v.GateState.OPEN


def test_nothing_is_asked_of_anybody_while_the_gate_is_shut(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    desk = room.opened()
    room.until(does("Front", v.Doing.READY))
    room.after(desk, v.GoOut(), is_at(v.GateState.SHUT))
    settled = threading.Event()
    settled.wait(0.1)  # a look that was on its way
    asked = len(room.cups.asked)
    for request in every_request(front.id):
        desk.ask(request)
    settled.wait(20 * room.pace.refresh)
    assert len(room.cups.asked) == asked


# ---- beside each other --------------------------------------------------------------------------


@pytest.fixture
def blocked(room: StaffRoom) -> Iterator[threading.Event]:
    """A search that takes until the test lets it go."""
    released = threading.Event()
    room.cups.looking = lambda: released.wait(DEADLINE_S) or None
    yield released
    released.set()


def test_a_search_holds_up_neither_a_pause_nor_the_cards(
    room: StaffRoom, front: RegisteredPrinter, blocked: threading.Event
) -> None:
    desk = room.opened()
    looking = lambda view: view.search.state is v.Searching.LOOKING  # noqa: E731 - said once
    room.after(desk, v.LookForPrinters(), looking)
    room.after(desk, v.Pause(front.id), does("Front", v.Doing.PAUSED))
    room.after(desk, v.Resume(front.id), does("Front", v.Doing.READY))
    room.cups.printers["front"].fault = Fault.COVER_OPEN
    assert looking(room.until(does("Front", v.Doing.WAITS)))
    blocked.set()
    done = room.until(lambda view: view.search.state is v.Searching.DONE)
    assert [found.device for found in done.search.found] == [DEVICE]


def test_a_printer_that_answers_slowly_holds_up_no_other(
    room: StaffRoom, front: RegisteredPrinter
) -> None:
    room.register("Slow")
    released = threading.Event()
    answer = room.cups.queue
    slowly: list[str] = []

    def queue(name: str) -> object:
        if name == "slow":
            slowly.append(name)
            released.wait(DEADLINE_S)
        return answer(name)

    room.cups.queue = queue  # type: ignore[method-assign,assignment] - a part that is slow
    try:
        room.opened()
        room.until(does("Front", v.Doing.READY))
        room.cups.printers["front"].fault = Fault.MEDIA_EMPTY
        assert card(room.until(does("Front", v.Doing.WAITS)), "Slow") is not None
        assert len(slowly) == 1
    finally:
        released.set()


def test_the_desk_closes_in_time_beside_a_search_that_hangs(
    room: StaffRoom, blocked: threading.Event
) -> None:
    desk = room.opened()
    desk.ask(v.LookForPrinters())
    room.until(lambda view: view.search.state is v.Searching.LOOKING)
    began = time.monotonic()
    desk.close(0.5)
    assert time.monotonic() - began < 2.0
    assert not blocked.is_set()


# ---- printers -----------------------------------------------------------------------------------


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


# ---- what nobody foresaw ------------------------------------------------------------------------


class FullDisk(Before):
    def pause(self, _: str) -> None:
        raise StoreUnusable("disk full")


def test_what_fails_is_told_and_the_desk_goes_on(room: StaffRoom, front: RegisteredPrinter) -> None:
    room.worse = FullDisk
    desk = room.opened()
    view = room.after(desk, v.Pause(front.id), told(v.Outcome.REFUSED))
    assert view.report is not None
    assert view.report.detail == "disk full"
    room.after(desk, v.Load(front.id, Media.FOUR_BY_SIX, 9), told(v.Outcome.SAVED))


def test_a_search_that_fails_in_a_new_way_is_told(room: StaffRoom) -> None:
    def burst() -> None:
        raise ZeroDivisionError("nobody foresaw this")

    room.cups.looking = burst
    desk = room.opened()
    view = room.after(desk, v.LookForPrinters(), told(v.Outcome.REFUSED))
    assert view.search.state is v.Searching.FAILED
    room.cups.looking = lambda: None
    room.after(desk, v.LookForPrinters(), lambda w: w.search.state is v.Searching.DONE)


def test_a_screen_that_fails_ends_nothing(room: StaffRoom, front: RegisteredPrinter) -> None:
    show, failures = room.screen.show, iter([True])

    def stumbling(view: v.StaffView) -> None:
        if view.printers and next(failures, False):
            raise RuntimeError("the window is gone")
        show(view)

    room.screen.show = stumbling  # type: ignore[method-assign] - a screen that fails once
    desk = room.opened()
    room.after(desk, v.Pause(front.id), does("Front", v.Doing.PAUSED))
