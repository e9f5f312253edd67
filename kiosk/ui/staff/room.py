"""The staff's room: what QML is given of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.sessions_view import OpenSession
from kiosk.booth.staff.view import (
    Doing,
    GateState,
    LookForPrinters,
    Outcome,
    Request,
    Searching,
    StaffView,
)
from kiosk.booth.view import Check
from kiosk.domain.staff import Role
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.preview import PreviewSource
from kiosk.ui.staff.about import StaffAboutModel
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.camera import StaffCameraModel
from kiosk.ui.staff.card import StaffCardModel
from kiosk.ui.staff.deed import StaffDeedModel
from kiosk.ui.staff.event import StaffEventModel
from kiosk.ui.staff.forms import StaffCalibrateModel, StaffConfirmModel, StaffRefillModel
from kiosk.ui.staff.found import StaffSearchModel
from kiosk.ui.staff.gate import StaffGateModel
from kiosk.ui.staff.home import StaffHomeModel
from kiosk.ui.staff.places.places import (
    AtCalibrate,
    AtCamera,
    AtConfirm,
    AtEvent,
    AtPrinters,
    AtRefill,
    AtRemove,
    AtSearch,
    Place,
    place_after,
    tab_of,
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
    page_at,
)
from kiosk.ui.staff.places.till import (
    AtClaim,
    AtCode,
    AtDeed,
    AtDrawer,
    AtShift,
    AtTill,
    TillPlace,
)
from kiosk.ui.staff.printer_names import proposed_names
from kiosk.ui.staff.report import StaffReportModel
from kiosk.ui.staff.session import StaffSessionModel
from kiosk.ui.staff.sessions import StaffSessionsModel
from kiosk.ui.staff.setup import StaffSetupModel
from kiosk.ui.staff.showcase import StaffShowcaseModel
from kiosk.ui.staff.sync import StaffSyncModel
from kiosk.ui.staff.till import StaffTillModel
from kiosk.ui.translating import tr

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
    AtHome: "home",
    AtSessions: "sessions",
    AtSession: "session",
    AtComplaint: "complaint",
    AtMore: "more",
    AtSync: "sync",
    AtAbout: "about",
    AtShowcase: "showcase",
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
        self._place: Place = AtHome()
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
        self._home = StaffHomeModel(self._asks, self)
        self._sessions = StaffSessionsModel(self._asks, data_dir, self)
        self._session = StaffSessionModel(self._turn_to, data_dir, self)
        self._complaint = StaffDeedModel(self._asks, self._go, self)
        self._sync = StaffSyncModel(self._asks, self)
        self._about = StaffAboutModel(self._asks, self)
        self._showcase = StaffShowcaseModel(self._asks, data_dir, self)
        self._setup = StaffSetupModel(self._asks, self)

    def show(self, view: StaffView) -> None:
        if view.report != self._view.report:
            self._note(view)
        enters = view.gate.state is GateState.OPEN is not self._view.gate.state
        self._view = view
        self._till.show(view.till)
        self._show_rooms()
        self._show_printers()
        self._search.show(view.search)
        self._camera.show(view.camera)
        self._event.show(view.event, view.member)
        self._report.show(view.report)
        self._setup.show(view)
        self._gate.show(view.gate)
        if enters:
            self._sessions.forget()
            self._place = AtTill() if self._till.waits else AtHome()
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

    @Property(str, notify=changed)
    def tab(self) -> str:
        """Which of the rooms this is."""
        return tab_of(self._place).value

    @Property(str, notify=changed)
    def who(self) -> str:
        """The member of staff who came in."""
        return self._view.member.name if self._view.member else ""

    @Property(str, notify=changed)
    def role(self) -> str:
        member = self._view.member
        if member is None:
            return ""
        return tr("Pemilik") if member.role is Role.OWNER else tr("Petugas")

    @Property(StaffHomeModel, constant=True)
    def home(self) -> StaffHomeModel:
        return self._home

    @Property(StaffSessionsModel, constant=True)
    def sessions(self) -> StaffSessionsModel:
        return self._sessions

    @Property(StaffSessionModel, constant=True)
    def session(self) -> StaffSessionModel:
        return self._session

    @Property(StaffDeedModel, constant=True)
    def complaint(self) -> StaffDeedModel:
        return self._complaint

    @Property(StaffSyncModel, constant=True)
    def sync(self) -> StaffSyncModel:
        return self._sync

    @Property(StaffAboutModel, constant=True)
    def about(self) -> StaffAboutModel:
        return self._about

    @Property(StaffShowcaseModel, constant=True)
    def showcase(self) -> StaffShowcaseModel:
        return self._showcase

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

    @Property(int, notify=changed)
    def guests_at_printers(self) -> int:
        """Printers that wait for a person while a guest's print waits for them."""
        return sum(c.doing is Doing.WAITS and c.waiting > 0 for c in self._view.printers)

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

    @Property(StaffSetupModel, constant=True)
    def setup(self) -> StaffSetupModel:
        return self._setup

    @Property(StaffCardModel, notify=changed)
    def first_printer(self) -> StaffCardModel | None:
        cards = self._view.printers
        return self._card(cards[0].id) if cards else None

    @Property(StaffReportModel, constant=True)
    def report(self) -> StaffReportModel:
        return self._report

    @Slot()
    def open_home(self) -> None:
        self._turn_to(AtHome())

    @Slot()
    def open_sessions(self) -> None:
        self._turn_to(AtSessions())

    @Slot(str)
    def open_session(self, session_id: str) -> None:
        self._turn_to(AtSession(session_id))

    @Slot()
    def open_more(self) -> None:
        self._turn_to(AtMore())

    @Slot()
    def open_sync(self) -> None:
        self._turn_to(AtSync())

    @Slot()
    def open_about(self) -> None:
        self._turn_to(AtAbout())

    @Slot()
    def open_showcase(self) -> None:
        self._turn_to(AtShowcase())

    @Slot(str)
    def mend(self, key: str) -> None:
        """What helps where the check ``key`` fails."""
        match Check(key):
            case Check.CAMERA:
                self._home.restart_camera()
            case Check.CLOUD | Check.CLOCK:
                self._home.retry_cloud()
            case Check.PRINTER | Check.MEDIA:
                self.open_printers()
            case Check.PAYMENT:
                self._till.open_till()
            case Check.SETTINGS:
                self.open_more()
            case Check.LICENCE | Check.CUPS | Check.DISK | Check.STORE:
                self.open_about()

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
    def look_for_cameras(self) -> None:
        self._camera.look()

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
        self._go(place)
        match place:
            case AtSessions():
                self._sessions.begin()
            case AtSession(session_id):
                self._asks.ask(OpenSession(session_id))
            case _:
                pass

    def _go(self, place: Place) -> None:
        self._place = place
        self._confirm.show(place)
        self._refill.show(place)
        self._calibrate.show(place)
        match place:
            case AtSession():
                self._session.enter(place)
            case AtComplaint(session_id):
                page = page_at(self._view.rooms, session_id)
                self._complaint.show(place, page.card if page else None)
            case _:
                pass
        if isinstance(place, TillPlace):
            self._till.enter(place)
        self.changed.emit()

    def _show_rooms(self) -> None:
        rooms = self._view.rooms
        self._home.show(rooms.home, rooms.about)
        self._sessions.show(rooms.sessions)
        at = self._place.session_id if isinstance(self._place, AtSession | AtComplaint) else ""
        self._session.show(page_at(rooms, at))
        self._sync.show(rooms.cloud)
        self._about.show(rooms.about)
        self._showcase.show(rooms.showcase)

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
