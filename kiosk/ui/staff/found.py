"""The search for printers, and one device that it found."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import Found, LookForPrinters, Search, Searching
from kiosk.domain.printing import ConnectionType
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.printer_names import model_name
from kiosk.ui.staff.words.printers import connection_words, found_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffFoundModel(QObject):
    changed = Signal()

    def __init__(self, found: Found, parent: QObject) -> None:
        super().__init__(parent)
        self._found = found

    @property
    def found(self) -> Found:
        return self._found

    def show(self, found: Found) -> None:
        if found != self._found:
            self._found = found
            self.changed.emit()

    @Property(str, constant=True)
    def uri(self) -> str:
        return self._found.device.uri

    @Property(str, notify=changed)
    def name(self) -> str:
        return model_name(self._found.device.make_and_model)

    @Property(str, notify=changed)
    def words(self) -> str:
        return found_words(self._found)

    @Property(str, notify=changed)
    def connection_words(self) -> str:
        return connection_words(self._found.device.connection_type)

    @Property(bool, notify=changed)
    def usb(self) -> bool:
        return self._found.device.connection_type is ConnectionType.USB

    @Property(bool, notify=changed)
    def registered(self) -> bool:
        return self._found.registered

    @Property(bool, notify=changed)
    def addable(self) -> bool:
        return bool(self._found.device.ppd_name) and not self._found.registered

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return bool(self._found.known_as)


@QmlElement
class StaffSearchModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._search = Search()
        self._found = KeyedList(self)

    def show(self, search: Search) -> None:
        self._search = search
        rows: list[tuple[str, QObject]] = []
        for each in search.found:
            item = self.device(each.device.uri) or StaffFoundModel(each, self)
            item.show(each)
            rows.append((each.device.uri, item))
        self._found.become(rows)
        self.changed.emit()

    def device(self, uri: str) -> StaffFoundModel | None:
        item = self._found.at(uri)
        return item if isinstance(item, StaffFoundModel) else None

    @Property(QObject, constant=True)
    def found(self) -> QObject:
        return self._found

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._search.found)

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._search.state is Searching.LOOKING

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._search.state is Searching.FAILED

    @Property(bool, notify=changed)
    def done(self) -> bool:
        return self._search.state is Searching.DONE

    @Property(str, notify=changed)
    def adding(self) -> str:
        """The uri of the device that is being added, empty where none is."""
        return self._search.adding

    @Slot()
    def look(self) -> None:
        self._asks.ask(LookForPrinters())
