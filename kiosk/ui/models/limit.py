"""How long the step lasts."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 100
SECOND_NS = 1_000_000_000


@QmlElement
class LimitModel(QObject):
    """``seconds_left`` is rounded up, and -1 where the step does not end by itself."""

    changed = Signal()

    def __init__(self, now_ns: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now_ns = now_ns
        self._deadline_ns: int | None = None
        self._seconds_left = -1
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def show(self, deadline_ns: int | None) -> None:
        self._deadline_ns = deadline_ns
        if deadline_ns is None:
            self._timer.stop()
        else:
            self._timer.start()
        self._tick()

    @Property(int, notify=changed)
    def seconds_left(self) -> int:
        return self._seconds_left

    def _tick(self) -> None:
        left = -1
        if self._deadline_ns is not None:
            left = max(0, math.ceil((self._deadline_ns - self._now_ns()) / SECOND_NS))
        if left != self._seconds_left:
            self._seconds_left = left
            self.changed.emit()
