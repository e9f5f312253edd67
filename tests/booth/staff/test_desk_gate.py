"""Nobody gets past the gate."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from kiosk.booth.staff import view as v
from kiosk.domain.printing import Media
from kiosk.domain.registered import RegisteredPrinter

from .desk_sights import (
    does,
    every_request,
    every_room_request,
    front_as_added,
    is_at,
    told,
    wait_until,
)
from .staff_room import DEADLINE_S, PIN, StaffRoom

WRONG = "1111"


@pytest.mark.parametrize("knocked", [False, True])
def test_nothing_is_done_at_a_gate_that_is_not_open(
    room: StaffRoom, front: RegisteredPrinter, *, knocked: bool
) -> None:
    desk = room.desk()
    if knocked:
        room.after(desk, v.Knock(), is_at(v.GateState.ASKING))
    for request in (*every_request(front.id), *every_room_request()):
        desk.ask(request)
    desk.ask(v.GoOut())
    desk.close(DEADLINE_S)
    assert room.registered("Front") == room.mirror.printers.get(front.id) == front_as_added(front)
    assert set(room.cups.asked) <= {"queue"}
    assert room.pages.drawn == []
    assert room.house.called == []


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
    for request in (*every_request(front.id), *every_room_request()):
        desk.ask(request)
    settled.wait(20 * room.pace.refresh)
    assert len(room.cups.asked) == asked
