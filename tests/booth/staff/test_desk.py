"""The desk: nothing holds up anything else, and nothing ends it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from kiosk.booth.staff import view as v
from kiosk.domain.errors import StoreUnusable
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media
from kiosk.domain.registered import RegisteredPrinter

from .desk_sights import Before, does, told
from .staff_room import DEADLINE_S, DEVICE, StaffRoom, card


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
