"""Where staff are in their room, and what they have put together there and not asked for yet."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.booth.staff.view import Found, GateState, Outcome, StaffView
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration
from kiosk.ui.staff.places.rooms import (
    AtAbout,
    AtComplaint,
    AtHome,
    AtMore,
    AtSession,
    AtSessions,
    AtShowcase,
    AtSync,
    RoomPlace,
    room_place_after,
)
from kiosk.ui.staff.places.till import (
    AtClaim,
    AtCode,
    AtDeed,
    AtDrawer,
    AtShift,
    AtTill,
    TillPlace,
    till_place_after,
)

MOST_SHEETS = 999
FARTHEST_MM = 5.0
SCALES = (0.95, 1.05)


@dataclass(frozen=True)
class AtPrinters:
    pass


@dataclass(frozen=True)
class AtSearch:
    pass


@dataclass(frozen=True)
class AtConfirm:
    """``names`` are proposed, the likeliest first. ``since`` is the newest report's number when
    staff came here: an older failure is not this one's."""

    found: Found
    names: tuple[str, ...]
    name: str
    media: Media
    since: int


@dataclass(frozen=True)
class AtRefill:
    printer_id: str
    media: Media
    sheets: int

    def step(self, by: int) -> AtRefill:
        return replace(self, sheets=min(MOST_SHEETS, max(0, self.sheets + by)))


@dataclass(frozen=True)
class AtCalibrate:
    """``asked`` is what the booth was last told; ``printed`` whether a page was asked for."""

    printer_id: str
    calibration: Calibration
    asked: Calibration
    printed: bool = False

    def moved(self, right_mm: float, down_mm: float, scale: float) -> AtCalibrate:
        """In steps of 0.1 mm and 0.1 %, within what a printer can be off."""
        least, most = SCALES
        calibration = Calibration(
            _within(right_mm), _within(down_mm), round(min(most, max(least, scale)), 3)
        )
        return replace(self, calibration=calibration)


@dataclass(frozen=True)
class AtRemove:
    printer_id: str


@dataclass(frozen=True)
class AtCamera:
    pass


@dataclass(frozen=True)
class AtEvent:
    pass


PrinterPlace = AtPrinters | AtSearch | AtConfirm | AtRefill | AtCalibrate | AtRemove
SettingsPlace = AtCamera | AtEvent
Place = PrinterPlace | TillPlace | RoomPlace | SettingsPlace


def place_after(place: Place, view: StaffView) -> Place:
    """Back where what was looked at is done, or gone, or no longer allowed."""
    if view.gate.state is not GateState.OPEN:
        return AtHome()
    match place:
        case AtPrinters() | AtSearch():
            return place
        case AtConfirm():
            return AtPrinters() if _was_added(place, view) else place
        case AtRefill(printer_id) | AtCalibrate(printer_id) | AtRemove(printer_id):
            here = any(card.id == printer_id for card in view.printers)
            return place if here else AtPrinters()
        case AtTill() | AtCode() | AtClaim() | AtDeed() | AtShift() | AtDrawer():
            return till_place_after(place, view.till)
        case AtCamera():
            return place if view.camera is not None else AtMore()
        case AtEvent():
            return place if view.event is not None else AtMore()
        case AtHome() | AtSessions() | AtSession() | AtComplaint():
            return room_place_after(place, view.rooms)
        case AtMore() | AtSync() | AtAbout() | AtShowcase():
            return room_place_after(place, view.rooms)
        case _:
            assert_never(place)


class Tab(enum.Enum):
    """The rooms that are always one touch away."""

    HOME = "home"
    TILL = "till"
    SESSIONS = "sessions"
    PRINTERS = "printers"
    MORE = "more"


def tab_of(place: Place) -> Tab:
    match place:
        case AtHome():
            return Tab.HOME
        case AtTill() | AtCode() | AtClaim() | AtDeed() | AtShift() | AtDrawer():
            return Tab.TILL
        case AtSessions() | AtSession() | AtComplaint():
            return Tab.SESSIONS
        case AtPrinters() | AtSearch() | AtConfirm() | AtRefill() | AtCalibrate() | AtRemove():
            return Tab.PRINTERS
        case AtMore() | AtSync() | AtAbout() | AtShowcase() | AtCamera() | AtEvent():
            return Tab.MORE
        case _:
            assert_never(place)


def _was_added(place: AtConfirm, view: StaffView) -> bool:
    report = view.report
    return report is not None and report.number > place.since and report.outcome is Outcome.ADDED


def _within(millimetres: float) -> float:
    return round(min(FARTHEST_MM, max(-FARTHEST_MM, millimetres)), 1)
