"""The staff's room: what QML is given of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.sessions_view import OpenSession
from kiosk.booth.staff.view import GateState, Request, StaffView
from kiosk.ui.preview import PreviewSource
from kiosk.ui.staff.about import StaffAboutModel
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.camera import StaffCameraModel
from kiosk.ui.staff.deed import StaffDeedModel
from kiosk.ui.staff.event import StaffEventModel
from kiosk.ui.staff.forms import StaffCalibrateModel, StaffConfirmModel, StaffRefillModel
from kiosk.ui.staff.found import StaffSearchModel
from kiosk.ui.staff.gate import StaffGateModel
from kiosk.ui.staff.home import StaffHomeModel
from kiosk.ui.staff.navigation import StaffNavigationModel
from kiosk.ui.staff.places.places import Place
from kiosk.ui.staff.places.rooms import AtComplaint, AtSession, AtSessions, page_at
from kiosk.ui.staff.places.settings import AtCamera, AtEvent
from kiosk.ui.staff.places.till import TillPlace
from kiosk.ui.staff.printers import StaffPrintersModel
from kiosk.ui.staff.report import StaffReportModel
from kiosk.ui.staff.session import StaffSessionModel
from kiosk.ui.staff.sessions import StaffSessionsModel
from kiosk.ui.staff.setup import StaffSetupModel
from kiosk.ui.staff.showcase import StaffShowcaseModel
from kiosk.ui.staff.sync import StaffSyncModel
from kiosk.ui.staff.till import StaffTillModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffModel(StaffNavigationModel):
    """Holds the pages' view models, and gives each its part of a StaffView."""

    def __init__(
        self,
        *,
        ask: Callable[[Request], None],
        now_ns: Callable[[], int],
        data_dir: Path,
        preview: PreviewSource,
    ) -> None:
        asks = Asks(ask, now_ns)
        super().__init__(asks)
        self._gate = StaffGateModel(asks, now_ns, self)
        self._report = StaffReportModel(self)
        self._home = StaffHomeModel(self)
        self._till = StaffTillModel(asks, self._go, self._turn_to, data_dir, self)
        self._sessions = StaffSessionsModel(asks, data_dir, self)
        self._session = StaffSessionModel(self._turn_to, data_dir, self)
        self._complaint = StaffDeedModel(asks, self._go, self)
        self._printers = StaffPrintersModel(asks, self)
        self._search = StaffSearchModel(asks, self)
        self._confirm = StaffConfirmModel(asks, self._go, self)
        self._refill = StaffRefillModel(asks, self._go, self)
        self._calibrate = StaffCalibrateModel(asks, self._go, self)
        self._camera = StaffCameraModel(asks, preview, now_ns, self)
        self._event = StaffEventModel(asks, self)
        self._sync = StaffSyncModel(asks, self)
        self._about = StaffAboutModel(asks, self)
        self._showcase = StaffShowcaseModel(asks, data_dir, self)
        self._setup = StaffSetupModel(asks, self)

    def show(self, view: StaffView) -> None:
        rooms = view.rooms
        self._report.show(view.report)
        self._home.show(rooms.home, rooms.about)
        self._till.show(view.till)
        self._sessions.show(rooms.sessions)
        self._printers.show(view)
        self._search.show(view.search)
        self._camera.show(view.camera)
        self._event.show(view.event, view.member)
        self._sync.show(rooms.cloud)
        self._about.show(rooms.about)
        self._showcase.show(rooms.showcase)
        self._setup.show(view)
        self._gate.show(view.gate)
        if view.gate.state is not GateState.OPEN:
            self._sessions.forget()
        self._follow(view)

    def _entered(self, place: Place) -> None:
        self._printers.enter(place)
        self._confirm.show(place)
        self._refill.show(place)
        self._calibrate.show(place)
        match place:
            case AtSession(session_id):
                self._session.show(place, page_at(self._view.rooms, session_id))
            case AtComplaint(session_id):
                page = page_at(self._view.rooms, session_id)
                self._complaint.show(place, page.card if page else None)
            case _:
                pass
        if isinstance(place, TillPlace):
            self._till.enter(place)

    def _turned(self, place: Place) -> None:
        """Staff have read what was reported on the page before."""
        self._report.put_away()
        match place:
            case AtSessions():
                self._sessions.begin()
            case AtSession(session_id):
                self._asks.ask(OpenSession(session_id))
            case AtCamera():
                self._camera.look()
            case AtEvent():
                self._event.begin()
            case _:
                pass

    @Property(StaffGateModel, constant=True)
    def gate(self) -> StaffGateModel:
        return self._gate

    @Property(StaffSetupModel, constant=True)
    def setup(self) -> StaffSetupModel:
        return self._setup

    @Property(StaffReportModel, constant=True)
    def report(self) -> StaffReportModel:
        return self._report

    @Property(StaffHomeModel, constant=True)
    def home(self) -> StaffHomeModel:
        return self._home

    @Property(StaffTillModel, constant=True)
    def till(self) -> StaffTillModel:
        return self._till

    @Property(StaffSessionsModel, constant=True)
    def sessions(self) -> StaffSessionsModel:
        return self._sessions

    @Property(StaffSessionModel, constant=True)
    def session(self) -> StaffSessionModel:
        return self._session

    @Property(StaffDeedModel, constant=True)
    def complaint(self) -> StaffDeedModel:
        return self._complaint

    @Property(StaffPrintersModel, constant=True)
    def printers(self) -> StaffPrintersModel:
        return self._printers

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

    @Slot()
    def look_for_cameras(self) -> None:
        self._camera.look()

    @Property(StaffEventModel, constant=True)
    def event_page(self) -> StaffEventModel:
        return self._event

    @Property(StaffSyncModel, constant=True)
    def sync(self) -> StaffSyncModel:
        return self._sync

    @Property(StaffAboutModel, constant=True)
    def about(self) -> StaffAboutModel:
        return self._about

    @Property(StaffShowcaseModel, constant=True)
    def showcase(self) -> StaffShowcaseModel:
        return self._showcase
