"""The gate: nobody guesses a PIN, and a restart helps nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.booth.staff.gate import PATIENCE, Doorkeeper
from kiosk.booth.staff.ports import StaffBook
from kiosk.booth.staff.view import GateState
from kiosk.domain.errors import StoreUnusable
from kiosk.domain.tries import Tries

from .staff_room import NOW, PIN, StaffRoom, opened_store

WRONG = "1111"


def try_wrong(door: Doorkeeper, times: int) -> list[GateState]:
    return [door.enter(WRONG).gate.state for _ in range(times)]


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 300), (9, 900), (10, 900), (1000, 900)],
)
def test_locks_grow(wrong: int, seconds: float) -> None:
    assert PATIENCE.after(wrong) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("since_s", "left_s"), [(0, 30), (29, 1), (30, 0), (1e6, 0), (-5, 0), (-1e6, 0)]
)
def test_a_lock_ends_in_its_time_and_with_a_clock_that_is_set_back(
    since_s: float, left_s: float
) -> None:
    now = NOW + timedelta(seconds=since_s)
    assert PATIENCE.left(Tries(5, NOW), now) == timedelta(seconds=left_s)


def test_the_fifth_wrong_pin_locks_the_gate(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    assert door.knock().state is GateState.ASKING
    assert try_wrong(door, 5) == [GateState.WRONG] * 4 + [GateState.LOCKED]
    assert door.knock().locked_until_ns == still_room.clock.monotonic_ns() + 30 * 10**9


def test_a_locked_gate_does_not_even_look_at_a_pin(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    try_wrong(door, 5)
    entry = door.enter(PIN)
    assert (entry.gate.state, entry.member) == (GateState.LOCKED, None)
    assert still_room.mirror.staff.tries().wrong == 5
    still_room.clock.pass_(30)
    assert door.enter(PIN).gate.state is GateState.OPEN


def test_a_right_pin_starts_the_count_anew(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    for _ in range(3):
        assert try_wrong(door, 4) == [GateState.WRONG] * 4
        assert door.enter(PIN).gate.state is GateState.OPEN


def test_a_restart_does_not_open_a_locked_gate(still_room: StaffRoom) -> None:
    try_wrong(Doorkeeper(still_room.mirror.staff, still_room.clock), 6)
    still_room.mirror.close()
    with opened_store(still_room.folder) as again:
        clock = replace(still_room.clock, ns=5)
        clock.pass_(20)
        gate = Doorkeeper(again.staff, clock).knock()
    assert gate.state is GateState.LOCKED
    assert gate.locked_until_ns == clock.monotonic_ns() + 10 * 10**9


def test_what_cannot_be_a_pin_counts_as_wrong(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    for text in ("", "1", "123456789", "12a4", "٤٤٤٤", "' OR 1"):
        door.enter(text)
    assert door.knock().state is GateState.LOCKED


def test_without_any_pin_nobody_comes_in(still_room: StaffRoom) -> None:
    still_room.mirror.staff.remove("Dewi", NOW)
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    assert door.knock().state is GateState.NO_PIN
    assert door.enter(PIN).member is None


def test_every_try_is_in_the_audit_log(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    door.enter(WRONG)
    door.enter(PIN)
    assert still_room.audit()[-2:] == [("nobody", "PIN refused"), ("Dewi", "PIN accepted")]


def test_tries_at_a_locked_gate_are_in_the_audit_log_and_make_no_lock_longer(
    still_room: StaffRoom,
) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    try_wrong(door, 5)
    locked = door.knock()
    door.enter(WRONG)
    door.enter(PIN)
    assert still_room.audit()[-3:] == [
        ("nobody", "PIN refused"),
        ("nobody", "PIN tried while locked"),
        ("nobody", "PIN tried while locked"),
    ]
    assert door.knock() == locked


def test_a_locked_gate_says_how_long_the_next_lock_would_be(still_room: StaffRoom) -> None:
    door = Doorkeeper(still_room.mirror.staff, still_room.clock)
    try_wrong(door, 5)
    gate = door.knock()
    assert (gate.wrong, gate.next_lock_s) == (5, 60)


class FullDisk:
    """The real book on a disk that takes nothing."""

    def __init__(self, book: StaffBook) -> None:
        self.any, self.check, self.tries = book.any, book.check, book.tries

    def record(self, *_: object) -> None:
        raise StoreUnusable("disk full")

    turned_away = record


def test_a_try_that_cannot_be_counted_is_not_answered(still_room: StaffRoom) -> None:
    door = Doorkeeper(FullDisk(still_room.mirror.staff), still_room.clock)
    for pin in (PIN, WRONG):
        with pytest.raises(StoreUnusable):
            door.enter(pin)
