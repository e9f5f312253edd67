"""How long the step lasts, and the touch that makes it last longer."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 100
SECOND_NS = 1_000_000_000
SOON_S = 15
VERY_SOON_S = 5


@QmlElement
class LimitModel(QObject):
    """``seconds_left`` is rounded up, and -1 where the step does not end by itself.

    ``stay`` is called for a guest who says that they are still there; only where ``may_stay``.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(
        self, now_ns: Callable[[], int], parent: QObject, stay: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._now_ns = now_ns
        self._stay = stay
        self._deadline_ns: int | None = None
        self._may_stay = False
        self._seconds_left = -1
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def show(self, deadline_ns: int | None, *, may_stay: bool = False) -> None:
        news = may_stay != self._may_stay
        self._deadline_ns, self._may_stay = deadline_ns, may_stay
        if deadline_ns is None:
            self._timer.stop()
        else:
            self._timer.start()
        self._tick()
        if news:
            self.changed.emit()

    @Property(int, notify=changed)
    def seconds_left(self) -> int:
        return self._seconds_left

    @Property(bool, notify=changed)
    def soon(self) -> bool:
        """Time to say that the step ends."""
        return 0 <= self._seconds_left <= SOON_S

    @Property(bool, notify=changed)
    def very_soon(self) -> bool:
        return 0 <= self._seconds_left <= VERY_SOON_S

    @Property(bool, notify=changed)
    def may_stay(self) -> bool:
        return self._may_stay

    @Property(float, notify=ticked)
    def share(self) -> float:
        """What is left of the warning's time, from 1 to 0."""
        if self._deadline_ns is None:
            return 1.0
        left_s = (self._deadline_ns - self._now_ns()) / SECOND_NS
        return min(1.0, max(0.0, left_s / SOON_S))

    @Slot()
    def stay(self) -> None:
        if self._may_stay:
            self._stay()

    def _tick(self) -> None:
        left = -1
        if self._deadline_ns is not None:
            left = max(0, math.ceil((self._deadline_ns - self._now_ns()) / SECOND_NS))
        if left != self._seconds_left:
            self._seconds_left = left
            self.changed.emit()
        if 0 <= left <= SOON_S:
            self.ticked.emit()
