"""The printers that are set up on this booth."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import Doing, Outcome, PrinterCard, Report, Searching, StaffView
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.card import StaffCardModel
from kiosk.ui.staff.places.places import Place
from kiosk.ui.staff.places.printers import AtCalibrate, AtRefill, AtRemove

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffPrintersModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._rows = KeyedList(self)
        self._cards: tuple[PrinterCard, ...] = ()
        self._report: Report | None = None
        self._searching = Searching.IDLE
        self._fresh = ""  # the name or id of the printer that was added last and is not tested
        self._about = ""

    def show(self, view: StaffView) -> None:
        self._note(view.report)
        self._cards, self._searching = view.printers, view.search.state
        rows: list[tuple[str, QObject]] = []
        for place, card in enumerate(view.printers):
            item = self.at(card.id) or StaffCardModel(card, self._asks, self)
            item.show(card, place=place, fresh=self._fresh in (card.id, card.name))
            rows.append((card.id, item))
        self._rows.become(rows)
        self.changed.emit()

    def enter(self, place: Place) -> None:
        """From now on this is the page."""
        match place:
            case AtRefill(printer_id) | AtCalibrate(printer_id) | AtRemove(printer_id):
                about = printer_id
            case _:
                about = ""
        if about != self._about:
            self._about = about
            self.changed.emit()

    def at(self, printer_id: str) -> StaffCardModel | None:
        item = self._rows.at(printer_id)
        return item if isinstance(item, StaffCardModel) else None

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._cards)

    @Property(int, notify=changed)
    def needing_hands(self) -> int:
        return sum(card.doing is Doing.WAITS for card in self._cards)

    @Property(int, notify=changed)
    def guests_waiting(self) -> int:
        """Printers that wait for a person while a guest's print waits for them."""
        return sum(c.doing is Doing.WAITS and c.waiting > 0 for c in self._cards)

    @Property(bool, notify=changed)
    def cups_silent(self) -> bool:
        if not self._cards:
            return self._searching is Searching.FAILED
        return any(card.doing is Doing.UNKNOWN for card in self._cards)

    @Property(StaffCardModel, notify=changed)
    def first(self) -> StaffCardModel | None:
        return self.at(self._cards[0].id) if self._cards else None

    @Property(StaffCardModel, notify=changed)
    def subject(self) -> StaffCardModel | None:
        """The printer that the page is about; None where it is about none."""
        return self.at(self._about)

    def _note(self, report: Report | None) -> None:
        """A printer is fresh from when it was added until its test page is out."""
        if report is None or report == self._report:
            return
        self._report = report
        if report.outcome is Outcome.ADDED:
            self._fresh = report.about
        elif report.outcome is Outcome.TEST_PRINTED:
            self._fresh = ""
