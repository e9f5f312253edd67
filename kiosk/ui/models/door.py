"""The door to the staff's room, which is there from the first picture on; the room comes later."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

KNOCKS = 5
KNOCK_NS = 3_000_000_000
AGAIN_NS = 500_000_000  # whoever taps twice has knocked once


@QmlElement
class DoorModel(QObject):
    """``knock`` is called for staff who want to come in."""

    changed = Signal()

    def __init__(self, knock: Callable[[], None], now_ns: Callable[[], int]) -> None:
        super().__init__()
        self._knock = knock
        self._now_ns = now_ns
        self._taps: deque[int] = deque(maxlen=KNOCKS)
        self._open = False
        self._knocked_ns = -AGAIN_NS

    def show(self, *, is_open: bool) -> None:
        if is_open is not self._open:
            self._open = is_open
            self.changed.emit()

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the staff's screens stand before the guests'."""
        return self._open

    @Slot()
    def corner(self) -> None:
        """One tap in the corner; the fifth within three seconds knocks."""
        now = self._now_ns()
        self._taps.append(now)
        if len(self._taps) == KNOCKS and now - self._taps[0] <= KNOCK_NS:
            self._taps.clear()
            self.knock()

    @Slot()
    def knock(self) -> None:
        """From a button that says so, where a guest waits for staff."""
        now = self._now_ns()
        if now - self._knocked_ns >= AGAIN_NS:
            self._knocked_ns = now
            self._knock()
