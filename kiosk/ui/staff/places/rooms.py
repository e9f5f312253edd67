"""Where staff are in the rooms beside the till and the printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from kiosk.booth.staff.rooms_view import RoomsView
from kiosk.booth.staff.sessions_view import SessionPage
from kiosk.booth.staff.till_view import Deed, Why


@dataclass(frozen=True)
class AtHome:
    pass


@dataclass(frozen=True)
class AtSessions:
    pass


@dataclass(frozen=True)
class AtSession:
    """``helping``: what can be done for its guest is shown."""

    session_id: str
    helping: bool = False


@dataclass(frozen=True)
class AtComplaint:
    """What is about to be done for the guest of a delivered session."""

    session_id: str
    deed: Deed
    why: Why


@dataclass(frozen=True)
class AtMore:
    """The rooms that are entered more rarely."""


@dataclass(frozen=True)
class AtSync:
    pass


@dataclass(frozen=True)
class AtAbout:
    pass


@dataclass(frozen=True)
class AtShowcase:
    """The prints on the attract screen."""


RoomPlace = AtHome | AtSessions | AtSession | AtComplaint | AtMore | AtSync | AtAbout | AtShowcase


def room_place_after(place: RoomPlace, rooms: RoomsView) -> RoomPlace:
    """Back where what was about to be done makes no sense any more."""
    match place:
        case AtHome() | AtSessions() | AtSession():
            return place
        case AtMore() | AtSync() | AtAbout() | AtShowcase():
            return place
        case AtComplaint(session_id, deed):
            page = page_at(rooms, session_id)
            allowed = () if page is None or page.card is None else page.card.allowed
            return place if deed in allowed else AtSession(session_id)
        case _:
            assert_never(place)


def page_at(rooms: RoomsView, session_id: str) -> SessionPage | None:
    page = rooms.session
    return page if page is not None and page.line.session_id == session_id else None
