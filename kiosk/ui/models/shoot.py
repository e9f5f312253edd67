"""The shoot screen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Countdown, Notice, View
from kiosk.domain.session import Shooting

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 20  # the numeral changes this late at most
SECOND_NS = 1_000_000_000


@QmlElement
class ShootModel(QObject):
    """``shutter`` comes once for each countdown, at the instant that the shot is taken from."""

    changed = Signal()
    ticked = Signal()
    shutter = Signal()

    def __init__(self, now_ns: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now_ns = now_ns
        self._shooting: Shooting | None = None
        self._countdown: Countdown | None = None
        self._one_moment = False
        self._number = 0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def show(self, view: View, shooting: Shooting) -> None:
        self._shooting = shooting
        self._one_moment = view.notice is Notice.ONE_MOMENT
        if view.countdown != self._countdown:
            self._countdown = view.countdown
            if self._countdown is not None:
                self._timer.start()
        self._tick()
        self.changed.emit()

    def hide(self) -> None:
        self._timer.stop()
        self._countdown = None
        self._set_number(0)

    @Property(int, notify=changed)
    def shot_count(self) -> int:
        """How many poses this order has."""
        return self._shooting.order.package.shots if self._shooting else 0

    @Property(int, notify=changed)
    def taken(self) -> int:
        return len(self._shooting.shots) if self._shooting else 0

    @Property(bool, notify=changed)
    def counting(self) -> bool:
        return self._countdown is not None

    @Property(bool, notify=changed)
    def one_moment(self) -> bool:
        return self._one_moment

    @property
    def seconds(self) -> int:
        """The same as ``number``, for Python."""
        return self._number

    @Property(int, notify=ticked)
    def number(self) -> int:
        """The seconds left, rounded up; 0 when there is nothing to count."""
        return self._number

    def _tick(self) -> None:
        if self._countdown is None:
            self._timer.stop()
            self._set_number(0)
            return
        left_ns = self._countdown.shutter_ns - self._now_ns()
        self._set_number(max(0, math.ceil(left_ns / SECOND_NS)))
        if left_ns <= 0 and self._timer.isActive():
            self._timer.stop()
            self.shutter.emit()

    def _set_number(self, number: int) -> None:
        if number != self._number:
            self._number = number
            self.ticked.emit()
