"""The staff's room: what QML is given of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import (
    Doing,
    GateState,
    LookForPrinters,
    Outcome,
    Request,
    Searching,
    StaffView,
)
from kiosk.ui.asks import Asks
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.models.staff_camera import StaffCameraModel
from kiosk.ui.models.staff_card import StaffCardModel
from kiosk.ui.models.staff_event import StaffEventModel
from kiosk.ui.models.staff_forms import StaffCalibrateModel, StaffConfirmModel, StaffRefillModel
from kiosk.ui.models.staff_found import StaffSearchModel
from kiosk.ui.models.staff_gate import StaffGateModel
from kiosk.ui.models.staff_report import StaffReportModel
from kiosk.ui.models.staff_till import StaffTillModel
from kiosk.ui.preview import PreviewSource
from kiosk.ui.printer_names import proposed_names
from kiosk.ui.staff_places import (
    AtCalibrate,
    AtCamera,
    AtConfirm,
    AtEvent,
    AtPrinters,
    AtRefill,
    AtRemove,
    AtSearch,
    Place,
    home_of,
    place_after,
)
from kiosk.ui.staff_till_places import (
    AtClaim,
    AtCode,
    AtDeed,
    AtDrawer,
    AtShift,
    AtTill,
    TillPlace,
)

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


PAGES: dict[type[Place], str] = {
    AtPrinters: "printers",
    AtSearch: "search",
    AtConfirm: "confirm",
    AtRefill: "refill",
    AtCalibrate: "calibrate",
    AtRemove: "remove",
    AtTill: "till",
    AtCode: "code",
    AtClaim: "claim",
    AtDeed: "deed",
    AtShift: "shift",
    AtDrawer: "drawer",
    AtCamera: "camera",
    AtEvent: "event",
}


@QmlElement
class StaffModel(QObject):
    """Holds the room's view models, gives each its part of a StaffView, and knows the page."""

    changed = Signal()

    def __init__(
        self,
        *,
        ask: Callable[[Request], None],
        now_ns: Callable[[], int],
        data_dir: Path,
        preview: PreviewSource,
    ) -> None:
        super().__init__()
        self._asks = Asks(ask, now_ns)
        self._view = StaffView()
        self._place: Place = AtPrinters()
        self._home: Place = AtPrinters()
        self._fresh = ""  # the name or id of the printer that was added last and is not tested
        self._gate = StaffGateModel(self._asks, now_ns, self)
        self._printers = KeyedList(self)
        self._search = StaffSearchModel(self._asks, self)
        self._confirm = StaffConfirmModel(self._asks, self._go, self)
        self._refill = StaffRefillModel(self._asks, self._go, self)
        self._calibrate = StaffCalibrateModel(self._asks, self._go, self)
        self._report = StaffReportModel(self)
        self._camera = StaffCameraModel(self._asks, preview, now_ns, self)
        self._event = StaffEventModel(self._asks, self)
        self._till = StaffTillModel(self._asks, self._go, self._turn_to, data_dir, self)

    def show(self, view: StaffView) -> None:
        if view.report != self._view.report:
            self._note(view)
        enters = view.gate.state is GateState.OPEN is not self._view.gate.state
        self._view = view
        self._till.show(view.till)
        self._show_printers()
        self._search.show(view.search)
        self._camera.show(view.camera)
        self._event.show(view.event, view.member)
        self._report.show(view.report)
        self._gate.show(view.gate)
        if enters:
            self._place = AtTill() if self._till.waits else self._home
        self._go(place_after(self._place, view))

    @property
    def view(self) -> StaffView:
        return self._view

    @Property(str, notify=changed)
    def page(self) -> str:
        return PAGES[type(self._place)]

    @Property(StaffGateModel, constant=True)
    def gate(self) -> StaffGateModel:
        return self._gate

    @Property(bool, notify=changed)
    def at_till(self) -> bool:
        """Which of the two rooms this is."""
        return isinstance(home_of(self._place), AtTill)

    @Property(str, notify=changed)
    def who(self) -> str:
        """The member of staff who came in."""
        return self._view.member.name if self._view.member else ""

    @Property(StaffTillModel, constant=True)
    def till(self) -> StaffTillModel:
        return self._till

    @Property(QObject, constant=True)
    def printers(self) -> QObject:
        return self._printers

    @Property(int, notify=changed)
    def printer_count(self) -> int:
        return len(self._view.printers)

    @Property(int, notify=changed)
    def needing_hands(self) -> int:
        return sum(card.doing is Doing.WAITS for card in self._view.printers)

    @Property(bool, notify=changed)
    def cups_silent(self) -> bool:
        cards = self._view.printers
        if not cards:
            return self._view.search.state is Searching.FAILED
        return any(card.doing is Doing.UNKNOWN for card in cards)

    @Property(StaffCardModel, notify=changed)
    def subject(self) -> StaffCardModel | None:
        """The printer that the page is about; None where it is about none."""
        match self._place:
            case AtRefill(printer_id) | AtCalibrate(printer_id) | AtRemove(printer_id):
                return self._card(printer_id)
            case _:
                return None

    @Property(StaffSearchModel, constant=True)
    def search(self) -> StaffSearchModel:
        return self._search

    @Property(StaffConfirmModel, constant=True)
    def confirm(self) -> StaffConfirmModel:
        return self._confirm

    @Property(StaffRefillModel, constant=True)
    def refill(self) -> StaffRefillModel:
        return self._refill

    @Property(StaffCalibrateModel, constant=True)
    def calibrate(self) -> StaffCalibrateModel:
        return self._calibrate

    @property
    def camera(self) -> StaffCameraModel:
        """The same as ``camera_page``, for Python."""
        return self._camera

    @Property(StaffCameraModel, constant=True)
    def camera_page(self) -> StaffCameraModel:
        return self._camera

    @Property(StaffEventModel, constant=True)
    def event_page(self) -> StaffEventModel:
        return self._event

    @Property(StaffReportModel, constant=True)
    def report(self) -> StaffReportModel:
        return self._report

    @Slot()
    def open_printers(self) -> None:
        self._turn_to(AtPrinters())

    @Slot()
    def open_camera(self) -> None:
        """Where there is a camera to be set."""
        if self._view.camera is not None:
            self._camera.look()
            self._turn_to(AtCamera())

    @Slot()
    def open_event(self) -> None:
        if self._view.event is not None:
            self._event.begin()
            self._turn_to(AtEvent())

    @Slot()
    def open_search(self) -> None:
        self._asks.ask(LookForPrinters())
        self._turn_to(AtSearch())

    @Slot()
    def back_to_search(self) -> None:
        """To what was found; nothing is searched anew."""
        self._turn_to(AtSearch())

    @Slot(str)
    def open_confirm(self, uri: str) -> None:
        item = self._search.device(uri)
        if item is None or not item.found.device.ppd_name or item.found.registered:
            return
        found = item.found
        names = proposed_names(found.device.make_and_model, found.known_as, self._taken())
        media = found.device.media_ready or found.device.media[0]
        since = self._view.report.number if self._view.report else -1
        self._turn_to(AtConfirm(found, names, names[0], media, since))

    @Slot(str)
    def open_refill(self, printer_id: str) -> None:
        if (card := self._card(printer_id)) is not None:
            self._turn_to(AtRefill(printer_id, card.card.media, card.card.prints_left or 0))

    @Slot(str)
    def open_calibrate(self, printer_id: str) -> None:
        if (card := self._card(printer_id)) is not None:
            now = card.card.calibration
            self._turn_to(AtCalibrate(printer_id, now, now))

    @Slot(str)
    def open_remove(self, printer_id: str) -> None:
        self._turn_to(AtRemove(printer_id))

    def _turn_to(self, place: Place) -> None:
        """Staff turn a page: they have read what was reported on the one before."""
        self._report.put_away()
        self._home = home_of(place)
        self._go(place)

    def _go(self, place: Place) -> None:
        self._place = place
        self._confirm.show(place)
        self._refill.show(place)
        self._calibrate.show(place)
        if isinstance(place, TillPlace):
            self._till.enter(place)
        self.changed.emit()

    def _show_printers(self) -> None:
        rows: list[tuple[str, QObject]] = []
        for place, card in enumerate(self._view.printers):
            item = self._card(card.id) or StaffCardModel(card, self._asks, self)
            item.show(card, place=place, fresh=self._fresh in (card.id, card.name))
            rows.append((card.id, item))
        self._printers.become(rows)

    def _note(self, view: StaffView) -> None:
        """A printer is fresh from when it was added until its test page is out."""
        report = view.report
        if report is None:
            return
        if report.outcome is Outcome.ADDED:
            self._fresh = report.about
        elif report.outcome is Outcome.TEST_PRINTED:
            self._fresh = ""

    def _card(self, printer_id: str) -> StaffCardModel | None:
        item = self._printers.at(printer_id)
        return item if isinstance(item, StaffCardModel) else None

    def _taken(self) -> frozenset[str]:
        here = {card.name for card in self._view.printers}
        known = {name for found in self._view.search.found for name in found.known_as}
        return frozenset(here | known)
