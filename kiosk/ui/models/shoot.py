"""The shoot screen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Countdown, Notice, Retake, View
from kiosk.domain.states import Shooting
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps

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

    def __init__(self, taps: Taps, now_ns: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._now_ns = now_ns
        self._session_id = ""
        self._shooting: Shooting | None = None
        self._countdown: Countdown | None = None
        self._one_moment = False
        self._retakes_left = 0
        self._again = False
        self._review_ends_ns: int | None = None
        self._review_ms = 0
        self._number = 0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def show(self, view: View, shooting: Shooting) -> None:
        before = self._seen()
        self._again = self._is_again(view, shooting)
        self._session_id = view.session_id or ""
        self._shooting = shooting
        self._one_moment = view.notice is Notice.ONE_MOMENT
        self._retakes_left = view.retakes_left
        self._count(view.countdown)
        self._review_ends_ns = view.deadline_ns if self._reviews() else None
        self._tick()
        if self._seen() != before:
            self._review_ms = self._time_for_review()
            self.changed.emit()

    def _seen(self) -> tuple[object, ...]:
        shooting, countdown = self._shooting, self._countdown
        return (
            *(self._session_id, shooting, countdown, self._again),
            *(self._one_moment, self._retakes_left, self._review_ends_ns),
        )

    def hide(self) -> None:
        self._count(None)
        self._timer.stop()
        self._set_number(0)

    @Property(int, notify=changed)
    def shot_count(self) -> int:
        """How many poses this order has."""
        return self._shots_in_all()

    @Property(int, notify=changed)
    def seq(self) -> int:
        """Which shot this is about: the one that is looked at, or else the next."""
        return self._seq()

    @Property(bool, notify=changed)
    def reviewing(self) -> bool:
        """Whether the guest looks at the shot that was just taken."""
        return self._reviews()

    @Property(int, notify=changed)
    def review_ms(self) -> int:
        """How long the review goes on from now; 0 where nobody knows."""
        return self._review_ms

    @Property(int, notify=changed)
    def retakes_left(self) -> int:
        return self._retakes_left

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

    @Slot()
    def retake(self) -> None:
        """The shot that is looked at, once more."""
        if self._reviews() and self._retakes_left > 0:
            retake = Retake(self._session_id, self._seq())
            self._taps.send(self._session_id, ScreenName.SHOOT, retake)

    def _shots_in_all(self) -> int:
        return self._shooting.order.package.shots if self._shooting else 0

    def _seq(self) -> int:
        if self._countdown is not None:
            return self._countdown.seq
        taken = [shot.seq for shot in self._shooting.shots] if self._shooting else []
        if self._reviews():
            return taken[-1]
        missing = (seq for seq in range(1, self._shots_in_all() + 1) if seq not in taken)
        return next(missing, 1)

    def _reviews(self) -> bool:
        waits = self._countdown is None and not self._one_moment and not self._again
        return waits and self._shooting is not None and bool(self._shooting.shots)

    def _is_again(self, view: View, shooting: Shooting) -> bool:
        """Whether a shot is missing because it is taken again: there is nothing to look at."""
        if view.countdown is not None or self._shooting is None:
            return False
        if view.session_id != self._session_id:
            return False
        return self._again or shooting.retakes > self._shooting.retakes

    def _time_for_review(self) -> int:
        if self._review_ends_ns is None:
            return 0
        return max(0, (self._review_ends_ns - self._now_ns()) // 1_000_000)

    def _count(self, countdown: Countdown | None) -> None:
        if countdown == self._countdown:
            return
        self._fall_if_due()  # the shot may be there before this thread has come to tick
        self._countdown = countdown
        if countdown is not None:
            self._timer.start()

    def _tick(self) -> None:
        if self._countdown is None:
            self._timer.stop()
            self._set_number(0)
            return
        left_ns = self._countdown.shutter_ns - self._now_ns()
        self._set_number(max(0, math.ceil(left_ns / SECOND_NS)))
        self._fall_if_due()

    def _fall_if_due(self) -> None:
        counted = self._countdown
        if counted is None or not self._timer.isActive() or counted.shutter_ns > self._now_ns():
            return
        self._timer.stop()
        self.shutter.emit()

    def _set_number(self, number: int) -> None:
        if number != self._number:
            self._number = number
            self.ticked.emit()
