"""Stopped queues with nothing in them are started, and those with something are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.booth.idle_queues import ABANDONED_S, RETRY_S, IdleQueues
from kiosk.booth.pool import Pool
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState

from .conftest import HandClock
from .paper_world import Held, PaperCups, PaperPrinter
from .print_room import Register, registered


class Room:
    def __init__(self, printer: PaperPrinter) -> None:
        self.clock, self.printer = HandClock(), printer
        self.cups = PaperCups(self.clock, {"front": printer})
        self.register = Register({"front": registered("front")})
        idle = IdleQueues(self.cups, self.register, self.clock)
        self.pool = Pool(self.cups, self.register, self.clock, idle.start)
        self.cups.restart()

    @property
    def able(self) -> bool:
        return self.pool.refresh()[0].able


@pytest.fixture
def room() -> Room:
    return Room(PaperPrinter())


def test_after_a_start_of_cups_the_booth_sells_again(room: Room) -> None:
    assert room.able


def test_what_staff_have_paused_stays_so(room: Room) -> None:
    room.register.printers["front"] = replace(room.register.printers["front"], paused=True)
    assert not room.able
    assert room.cups.stopped


def test_a_fault_is_waited_for(room: Room) -> None:
    room.printer.fault = Fault.MEDIA_JAM
    assert not room.able
    room.printer.fault = None
    assert room.able


def test_where_only_a_try_can_tell_it_is_tried_once_a_minute() -> None:
    room = Room(PaperPrinter(remembers=False, counts=False, gives_up=True, words=Fault.MEDIA_JAM))
    room.printer.words = Fault.MEDIA_JAM
    assert room.able
    room.cups.stopped.add("front")
    room.printer.words = Fault.MEDIA_JAM
    assert not room.able
    room.clock.pass_(RETRY_S)
    assert room.able


def test_a_begun_job_is_for_its_follower_to_judge(room: Room) -> None:
    room.cups.jobs.append(Held("front", "k", "a.jpg", 1, JobState.PENDING, begun=True))
    room.register.before = "k"
    assert not room.able
    room.clock.pass_(10 * ABANDONED_S)
    assert not room.able
    assert not room.cups.jobs[0].state.terminal


def test_a_page_that_a_crash_left_behind_is_cancelled_in_the_end(room: Room) -> None:
    room.cups.jobs.append(Held("front", "page", "a.jpg", 1, JobState.PENDING, begun=True))
    assert not room.able
    assert not room.cups.jobs[0].state.terminal
    room.clock.pass_(ABANDONED_S)
    assert not room.able
    assert room.cups.jobs[0].state is JobState.CANCELED
    assert room.able
