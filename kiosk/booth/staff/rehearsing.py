"""A session of the staff's own, followed from the desk."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import assert_never

from kiosk.booth.staff.ports import StaffJournal
from kiosk.booth.staff.setup_room import SetupRoom
from kiosk.booth.staff.setup_view import Rehearsing
from kiosk.domain import session as s
from kiosk.domain.staff import StaffMember

NS_PER_S = 1_000_000_000


class Whose(enum.Enum):
    """Who has the screen."""

    STAFF_BEFORE = "staff-before"
    GUESTS = "guests"
    STAFF_AFTER = "staff-after"


@dataclass(frozen=True)
class Rehearsal:
    """``begin_by_ns``: one that has not begun by then did not find the booth ready."""

    session_id: str
    begin_by_ns: int
    member: StaffMember
    screen: Whose = Whose.STAFF_BEFORE


def stands(
    rehearsal: Rehearsal, room: SetupRoom, journal: StaffJournal, now_ns: int
) -> Rehearsing | None:
    """None where it was delivered, as it should. While it is on the screen, or its print is on the
    way, it is going."""
    found = journal.load(rehearsal.session_id)
    if found is None:
        waits = now_ns < rehearsal.begin_by_ns
        return Rehearsing.GOING if waits else Rehearsing.NOT_READY
    if room.on_screen() == rehearsal.session_id:
        return Rehearsing.GOING
    match found.state:
        case s.Choosing() | s.Paying() | s.Shooting() | s.Arranging() | s.Printing():
            return Rehearsing.GOING
        case s.Delivered():
            return None
        case s.Cancelled():
            return Rehearsing.LEFT
        case s.Owed() | s.Settled():
            return Rehearsing.OWED
        case _:
            assert_never(found.state)


def screen_of(rehearsal: Rehearsal, on_screen: str | None) -> Whose:
    """It is handed over once and taken back once."""
    match rehearsal.screen, on_screen == rehearsal.session_id:
        case _, True:
            return Whose.GUESTS
        case Whose.GUESTS, False:
            return Whose.STAFF_AFTER
        case _:
            return rehearsal.screen
