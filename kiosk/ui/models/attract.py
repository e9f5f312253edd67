"""The attract screen, in service or not, and the prints to choose from."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Begin, View
from kiosk.domain.money import rupiah
from kiosk.ui.models.package import PackageModel
from kiosk.ui.models.papers import Papers
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import resting_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttractModel(QObject):
    changed = Signal()

    def __init__(self, papers: Papers, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._taps = taps
        self._view = View(packages=())
        self._packages: list[PackageModel] = []
        self._waits = False

    def show(self, view: View) -> None:
        if view.packages != self._view.packages:
            self._packages = [PackageModel(each, self._papers, self) for each in view.packages]
        elif view.session_id != self._view.session_id:
            for package in self._packages:
                package.put_back()
        self._view = view
        self._waits = self._waits and view.starting
        self.changed.emit()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def packages(self) -> list[PackageModel]:
        return self._packages

    @Property(str, notify=changed)
    def lowest_price(self) -> str:
        """Empty where nothing costs anything."""
        lowest = min((package.price for package in self._view.packages), default=0)
        return rupiah(lowest) if lowest else ""

    @Property(str, notify=changed)
    def resting_words(self) -> str:
        return resting_words(self._view.problems)

    @Property(bool, notify=changed)
    def waits(self) -> bool:
        """The guest has touched a booth that is starting."""
        return self._waits

    @Slot()
    def begin(self) -> None:
        if self._taps.send(None, ScreenName.ATTRACT, Begin()) and self._view.starting:
            self._waits = True
            self.changed.emit()
