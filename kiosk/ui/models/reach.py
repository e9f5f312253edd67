"""Whether the guests' screens lie low, within reach of a wheelchair."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

UNUSED_MS = 60_000  # whoever lowered the screen and went away


@QmlElement
class ReachModel(QObject):
    """One guest's choice: it ends with their session, or after a minute without one. Where it is
    ``always`` low there is nothing to choose."""

    changed = Signal()

    def __init__(self, *, always: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._always = always
        self._lowered = always
        self._session_id: str | None = None
        self._unused = QTimer(self, interval=UNUSED_MS, singleShot=True)
        self._unused.timeout.connect(self._reset)

    def show(self, view: View) -> None:
        if view.session_id == self._session_id:
            return
        over = self._session_id is not None
        self._session_id = view.session_id
        self._unused.stop()
        if over:
            self._reset()

    @Property(bool, constant=True)
    def offered(self) -> bool:
        return not self._always

    @Property(bool, notify=changed)
    def lowered(self) -> bool:
        return self._lowered

    @Slot()
    def change(self) -> None:
        """Lower if it is high, and the other way round."""
        if self._always:
            return
        self._lowered = not self._lowered
        if self._session_id is None:
            self._unused.start()
        self.changed.emit()

    def _reset(self) -> None:
        if self._lowered is not self._always:
            self._lowered = self._always
            self.changed.emit()
