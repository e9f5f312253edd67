"""The choose screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Leave, View
from kiosk.ui.models.package import PackageModel
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseModel(QObject):
    """What there is to choose from stands in AttractModel."""

    def __init__(self, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._session_id = ""

    def show(self, view: View) -> None:
        self._session_id = view.session_id or ""

    @Slot(PackageModel)
    def choose(self, package: PackageModel) -> None:
        chosen = package.chosen(self._session_id)
        self._taps.send(self._session_id, ScreenName.CHOOSE, chosen)

    @Slot()
    def leave(self) -> None:
        self._taps.send(self._session_id, ScreenName.CHOOSE, Leave(self._session_id))
