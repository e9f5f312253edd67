"""The attract screen, in service or not, and the prints to choose from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
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
    showcase_changed = Signal()

    def __init__(self, papers: Papers, taps: Taps, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._taps = taps
        self._data_dir = data_dir
        self._view = View(packages=())
        self._packages: list[PackageModel] = []
        self._showcase: list[str] = []
        self._waits = False

    def renew(self) -> None:
        """The papers are others: the next view shows these."""
        self._view = View(packages=())

    def show(self, view: View) -> None:
        if view.packages != self._view.packages:
            self._packages = [PackageModel(each, self._papers, self) for each in view.packages]
        elif view.session_id != self._view.session_id:
            for package in self._packages:
                package.put_back()
        before, self._view = self._view, view
        waited, self._waits = self._waits, self._waits and view.starting
        if (before.packages, before.problems, waited) != (
            view.packages,
            view.problems,
            self._waits,
        ):
            self.changed.emit()
        if view.session_id is None and view.showcase != before.showcase:
            self._showcase = [self._url(path) for path in view.showcase]
            self.showcase_changed.emit()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def packages(self) -> list[PackageModel]:
        return self._packages

    @Property("QStringList", notify=showcase_changed)  # type: ignore[arg-type]  # as above
    def showcase(self) -> list[str]:
        """URLs of prints that may be shown, the newest first."""
        return self._showcase

    @Property(str, notify=changed)
    def lowest_price(self) -> str:
        """Empty where nothing costs anything."""
        lowest = min((package.price for package in self._view.packages), default=0)
        return rupiah(lowest) if lowest else ""

    @Property(str, notify=changed)
    def resting_words(self) -> str:
        return resting_words(self._view.problems)

    def _url(self, path: str) -> str:
        return QUrl.fromLocalFile(str(self._data_dir / path)).toString()

    @Property(bool, notify=changed)
    def waits(self) -> bool:
        """The guest has touched a booth that is starting."""
        return self._waits

    @Slot()
    def begin(self) -> None:
        if self._taps.send(None, ScreenName.ATTRACT, Begin()) and self._view.starting:
            self._waits = True
            self.changed.emit()
