"""Where staff are in their room. A place knows its page, which is a QML file's name without
``Staff``, and the room that it lies in."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.staff.view import GateState, StaffView
from kiosk.ui.staff.places.printers import (
    AtCalibrate,
    AtConfirm,
    AtPrinters,
    AtRefill,
    AtRemove,
    AtSearch,
    PrinterPlace,
    printer_place_after,
)
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
from kiosk.ui.staff.places.settings import (
    AtCamera,
    AtEvent,
    SettingsPlace,
    settings_place_after,
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

Place = PrinterPlace | TillPlace | RoomPlace | SettingsPlace


def first_place(view: StaffView) -> Place:
    """Where staff come in: to whoever waits because of money, if somebody does."""
    return AtTill() if view.till.cash is not None or view.till.claims else AtHome()


def place_after(place: Place, view: StaffView) -> Place:
    """Back where what was looked at is done, or gone, or no longer allowed."""
    if view.gate.state is not GateState.OPEN:
        return AtHome()
    match place:
        case AtPrinters() | AtSearch() | AtConfirm() | AtRefill() | AtCalibrate() | AtRemove():
            return printer_place_after(place, view)
        case AtTill() | AtCode() | AtClaim() | AtDeed() | AtShift() | AtDrawer():
            return till_place_after(place, view.till)
        case AtCamera() | AtEvent():
            return settings_place_after(place, view)
        case AtHome() | AtSessions() | AtSession() | AtComplaint():
            return room_place_after(place, view.rooms)
        case AtMore() | AtSync() | AtAbout() | AtShowcase():
            return room_place_after(place, view.rooms)
        case _:
            assert_never(place)
