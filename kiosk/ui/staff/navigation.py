"""Who of the staff is in, on which page, and every way to another that is not one page's own."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.view import GateState, LookForPrinters, StaffView
from kiosk.booth.view import Check
from kiosk.domain.staff import Role
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.places.places import Place, first_place, place_after
from kiosk.ui.staff.places.printers import (
    AtPrinters,
    AtRemove,
    AtSearch,
    to_calibrate,
    to_confirm,
    to_refill,
)
from kiosk.ui.staff.places.rooms import (
    AtAbout,
    AtHome,
    AtMore,
    AtSession,
    AtSessions,
    AtShowcase,
    AtSync,
)
from kiosk.ui.staff.places.settings import AtCamera, AtEvent
from kiosk.ui.staff.places.till import AtTill
from kiosk.ui.translating import tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffNavigationModel(QObject):
    """What is shown on the pages hears of it through ``_entered`` and ``_turned``."""

    changed = Signal()

    def __init__(self, asks: Asks) -> None:
        super().__init__()
        self._asks = asks
        self._view = StaffView()
        self._place: Place = AtHome()

    def _entered(self, place: Place) -> None:
        """The page is this one, or what is put together on it has changed."""
        raise NotImplementedError

    def _turned(self, place: Place) -> None:
        """Staff came to this page by a touch."""
        raise NotImplementedError

    @property
    def view(self) -> StaffView:
        return self._view

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._place.page

    @Property(str, notify=changed)
    def tab(self) -> str:
        """Which of the rooms this is."""
        return self._place.tab.value

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

    def _follow(self, view: StaffView) -> None:
        """To where staff are now that the booth is as ``view`` says."""
        enters = view.gate.state is GateState.OPEN is not self._view.gate.state
        self._view = view
        self._go(place_after(first_place(view) if enters else self._place, view))

    def _turn_to(self, place: Place | None) -> None:
        """Nothing happens where there is no such page now."""
        if place is not None:
            self._go(place)
            self._turned(place)

    def _go(self, place: Place) -> None:
        self._place = place
        self._entered(place)
        self.changed.emit()

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

    @Slot()
    def open_camera(self) -> None:
        """Where there is a camera to be set."""
        if self._view.camera is not None:
            self._turn_to(AtCamera())

    @Slot()
    def open_event(self) -> None:
        if self._view.event is not None:
            self._turn_to(AtEvent())

    @Slot()
    def open_printers(self) -> None:
        self._turn_to(AtPrinters())

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
        self._turn_to(to_confirm(self._view, uri))

    @Slot(str)
    def open_refill(self, printer_id: str) -> None:
        self._turn_to(to_refill(self._view, printer_id))

    @Slot(str)
    def open_calibrate(self, printer_id: str) -> None:
        self._turn_to(to_calibrate(self._view, printer_id))

    @Slot(str)
    def open_remove(self, printer_id: str) -> None:
        self._turn_to(AtRemove(printer_id))

    @Slot(str)
    def mend(self, key: str) -> None:
        """What helps where the check ``key`` fails."""
        match Check(key):
            case Check.CAMERA:
                self._asks.ask(RestartCamera())
            case Check.CLOUD | Check.CLOCK:
                self._asks.ask(RetryCloud())
            case Check.PRINTER | Check.MEDIA:
                self.open_printers()
            case Check.PAYMENT:
                self._turn_to(AtTill())
            case Check.SETTINGS:
                self.open_more()
            case Check.LICENCE | Check.CUPS | Check.DISK | Check.STORE:
                self.open_about()
