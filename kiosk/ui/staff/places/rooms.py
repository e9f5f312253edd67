"""Where staff are in the rooms beside the till and the printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, assert_never

from kiosk.booth.staff.rooms_view import RoomsView
from kiosk.booth.staff.sessions_view import SessionPage
from kiosk.booth.staff.till_view import Deed, Why
from kiosk.ui.staff.places.tabs import Tab


@dataclass(frozen=True)
class AtHome:
    page: ClassVar = "home"
    tab: ClassVar = Tab.HOME


@dataclass(frozen=True)
class AtSessions:
    page: ClassVar = "sessions"
    tab: ClassVar = Tab.SESSIONS


@dataclass(frozen=True)
class AtSession:
    """``helping``: what can be done for its guest is shown."""

    page: ClassVar = "session"
    tab: ClassVar = Tab.SESSIONS
    session_id: str
    helping: bool = False


@dataclass(frozen=True)
class AtComplaint:
    """What is about to be done for the guest of a delivered session."""

    page: ClassVar = "complaint"
    tab: ClassVar = Tab.SESSIONS
    session_id: str
    deed: Deed
    why: Why


@dataclass(frozen=True)
class AtMore:
    """The rooms that are entered more rarely."""

    page: ClassVar = "more"
    tab: ClassVar = Tab.MORE


@dataclass(frozen=True)
class AtSync:
    page: ClassVar = "sync"
    tab: ClassVar = Tab.MORE


@dataclass(frozen=True)
class AtAbout:
    page: ClassVar = "about"
    tab: ClassVar = Tab.MORE


@dataclass(frozen=True)
class AtShowcase:
    """The prints on the attract screen."""

    page: ClassVar = "showcase"
    tab: ClassVar = Tab.MORE


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
