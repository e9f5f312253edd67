"""The prints that guests have let be shown on the attract screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.showcase_view import ClearShowcase
from kiosk.ui.staff.asks import Asks

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffShowcaseModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._data_dir = data_dir
        self._paths: tuple[str, ...] = ()

    def show(self, paths: tuple[str, ...]) -> None:
        if paths != self._paths:
            self._paths = paths
            self.changed.emit()

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._paths)

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def pictures(self) -> list[str]:
        """Their URLs, the newest first."""
        return [QUrl.fromLocalFile(str(self._data_dir / path)).toString() for path in self._paths]

    @Slot()
    def clear(self) -> None:
        self._asks.ask(ClearShowcase())
