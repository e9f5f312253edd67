"""The staff's rooms beside the till and the printers, as one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.booth.staff.about_view import AboutView, CopyLogs
from kiosk.booth.staff.cloud_view import CloudView, RetryCloud
from kiosk.booth.staff.home_view import HomeView, RestartCamera
from kiosk.booth.staff.sessions_view import (
    LookForSessions,
    OpenSession,
    SessionPage,
    SessionsView,
)
from kiosk.booth.staff.showcase_view import ClearShowcase


@dataclass(frozen=True)
class RoomsView:
    """``session`` is the one that staff have opened. ``showcase`` are paths, relative to the data
    directory, of the prints on the attract screen, the newest first."""

    home: HomeView = field(default=HomeView())
    sessions: SessionsView = field(default=SessionsView())
    session: SessionPage | None = None
    cloud: CloudView = field(default=CloudView())
    about: AboutView = field(default=AboutView())
    showcase: tuple[str, ...] = ()


EMPTY_ROOMS = RoomsView()

RoomRequest = RestartCamera | LookForSessions | OpenSession | RetryCloud | CopyLogs | ClearShowcase
