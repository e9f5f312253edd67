"""What staff see of past sessions, and what they may look for. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.booth.staff.till_view import ClaimCard
from kiosk.domain.order import Order
from kiosk.domain.session import Event, State
from kiosk.domain.session_list import PrintLine, SessionLine

PAGE = 24
"""Sessions that are shown at once."""


@dataclass(frozen=True)
class LookForSessions:
    """Those of the day ``days_ago`` (0 is today) at the booth's place, of one ``hour`` (0 to 23) or
    of all; ``page`` counts from 0, the newest first."""

    days_ago: int = 0
    hour: int | None = None
    page: int = 0


@dataclass(frozen=True)
class OpenSession:
    session_id: str


@dataclass(frozen=True)
class HourCount:
    hour: int
    sessions: int


@dataclass(frozen=True)
class SessionsView:
    """The answer to ``asked``, None before anything was asked. ``total`` sessions are in ``pages``
    pages, of which ``lines`` are one. ``failed``: the store could not be read."""

    asked: LookForSessions | None = None
    day: date | None = None
    hours: tuple[HourCount, ...] = ()
    lines: tuple[SessionLine, ...] = ()
    total: int = 0
    pages: int = 0
    failed: bool = False


@dataclass(frozen=True)
class SessionPage:
    """One session: ``events`` with their moments (ISO UTC), its print jobs, and ``card``: what can
    be done for its guest, None where nothing can. ``claimed``: it stands at the till."""

    line: SessionLine
    state: State
    order: Order
    events: tuple[tuple[str, Event], ...]
    prints: tuple[PrintLine, ...]
    card: ClaimCard | None = None
    claimed: bool = False
