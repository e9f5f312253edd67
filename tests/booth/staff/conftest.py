"""A staff room for every test: real store, printers by their rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.registered import RegisteredPrinter
from tests.booth.conftest import HandClock

from .staff_room import DEADLINE_S, LiveClock, StaffCups, StaffRoom, opened_store


@pytest.fixture
def still_room(tmp_path: Path) -> Iterator[StaffRoom]:
    """Time passes only when CUPS is waited for, or a test says so."""
    clock = HandClock(ns=1)
    with opened_store(tmp_path) as mirror:
        yield StaffRoom(tmp_path, mirror, clock, StaffCups(clock, {}))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[StaffRoom]:
    clock = LiveClock()
    with opened_store(tmp_path) as mirror:
        room = StaffRoom(tmp_path, mirror, clock, StaffCups(clock, {}))
        yield room
        for desk in room.desks:
            desk.close(DEADLINE_S)


@pytest.fixture
def front(room: StaffRoom) -> RegisteredPrinter:
    return room.register("Front")
