"""Where staff are among the printers, and what they have put together and not asked for yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from kiosk.booth.staff.view import Found, Outcome, PrinterCard, StaffView
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration
from kiosk.ui.staff.places.tabs import Tab
from kiosk.ui.staff.printer_names import proposed_names

MOST_SHEETS = 999
FARTHEST_MM = 5.0
SCALES = (0.95, 1.05)


@dataclass(frozen=True)
class AtPrinters:
    page: ClassVar = "printers"
    tab: ClassVar = Tab.PRINTERS


@dataclass(frozen=True)
class AtSearch:
    page: ClassVar = "search"
    tab: ClassVar = Tab.PRINTERS


@dataclass(frozen=True)
class AtConfirm:
    """``names`` are proposed, the likeliest first. ``since`` is the newest report's number when
    staff came here: an older failure is not this one's."""

    page: ClassVar = "confirm"
    tab: ClassVar = Tab.PRINTERS
    found: Found
    names: tuple[str, ...]
    name: str
    media: Media
    since: int


@dataclass(frozen=True)
class AtRefill:
    page: ClassVar = "refill"
    tab: ClassVar = Tab.PRINTERS
    printer_id: str
    media: Media
    sheets: int

    def step(self, by: int) -> AtRefill:
        return replace(self, sheets=min(MOST_SHEETS, max(0, self.sheets + by)))


@dataclass(frozen=True)
class AtCalibrate:
    """``asked`` is what the booth was last told; ``printed`` whether a page was asked for."""

    page: ClassVar = "calibrate"
    tab: ClassVar = Tab.PRINTERS
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
    page: ClassVar = "remove"
    tab: ClassVar = Tab.PRINTERS
    printer_id: str


PrinterPlace = AtPrinters | AtSearch | AtConfirm | AtRefill | AtCalibrate | AtRemove


def to_confirm(view: StaffView, uri: str) -> AtConfirm | None:
    """None where there is no such device, or where it can't be set up (again)."""
    found = next((each for each in view.search.found if each.device.uri == uri), None)
    if found is None or not found.device.ppd_name or found.registered:
        return None
    names = proposed_names(found.device.make_and_model, found.known_as, _taken(view))
    media = found.device.media_ready or found.device.media[0]
    return AtConfirm(found, names, names[0], media, view.report.number if view.report else -1)


def to_refill(view: StaffView, printer_id: str) -> AtRefill | None:
    card = card_at(view, printer_id)
    return AtRefill(printer_id, card.media, card.prints_left or 0) if card else None


def to_calibrate(view: StaffView, printer_id: str) -> AtCalibrate | None:
    card = card_at(view, printer_id)
    return AtCalibrate(printer_id, card.calibration, card.calibration) if card else None


def printer_place_after(place: PrinterPlace, view: StaffView) -> PrinterPlace:
    """Back where the printer was added, or is gone."""
    match place:
        case AtPrinters() | AtSearch():
            return place
        case AtConfirm():
            return AtPrinters() if _was_added(place, view) else place
        case AtRefill(printer_id) | AtCalibrate(printer_id) | AtRemove(printer_id):
            return place if card_at(view, printer_id) else AtPrinters()
        case _:
            assert_never(place)


def card_at(view: StaffView, printer_id: str) -> PrinterCard | None:
    return next((card for card in view.printers if card.id == printer_id), None)


def _was_added(place: AtConfirm, view: StaffView) -> bool:
    report = view.report
    return report is not None and report.number > place.since and report.outcome is Outcome.ADDED


def _taken(view: StaffView) -> frozenset[str]:
    """Names that a new printer can't have."""
    here = {card.name for card in view.printers}
    known = {name for found in view.search.found for name in found.known_as}
    return frozenset(here | known)


def _within(millimetres: float) -> float:
    return round(min(FARTHEST_MM, max(-FARTHEST_MM, millimetres)), 1)
