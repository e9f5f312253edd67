"""What the monkey does to the glass: each gesture is the seed's choice, by real touch events."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.ui.touch import middle_of
from tests.ui.glass import targets

AIMED = 0.75  # of the touches; the others go anywhere
HOLD_S = (0.2, 1.6)
FRAME_S = 0.004
DRAG_STEPS = 6
FINGERS = 3


def pump(seconds: float = FRAME_S) -> None:
    """Lets the window live for so long."""
    give_up = time.monotonic() + seconds
    QGuiApplication.processEvents()
    while time.monotonic() < give_up:
        time.sleep(0.002)
        QGuiApplication.processEvents()


class Hand:
    """``done`` counts the gestures by their names; ``last`` are the newest, for who has to find out
    what they did."""

    def __init__(self, window: Callable[[], QQuickWindow], chance: random.Random) -> None:
        self.done: Counter[str] = Counter()
        self.last: list[str] = []
        self._window = window
        self._chance = chance
        self._finger = QTest.createTouchDevice()
        gestures = {
            self._tap: 50,
            self._double_tap: 14,
            self._drag: 16,
            self._flick: 6,
            self._several: 8,
            self._hold: 3,
            self._mouse: 3,
        }
        self._gestures, self._weights = tuple(gestures), tuple(gestures.values())

    def gesture(self) -> None:
        [do] = self._chance.choices(self._gestures, self._weights)
        name = do.__name__.strip("_")
        at, what = self._somewhere()
        self.done[name] += 1
        self.last = [*self.last[-11:], f"{name} {what} {at.x()},{at.y()}"]
        do(at)
        pump()

    def tap_at(self, at: QPoint) -> None:
        """As one who knows what they want does."""
        self._tap(at)
        pump()

    def _tap(self, at: QPoint) -> None:
        self._touch().press(0, at, self._window()).commit()
        pump(0)
        self._touch().release(0, at, self._window()).commit()

    def _double_tap(self, at: QPoint) -> None:
        self._tap(at)
        pump(0)
        self._tap(at)

    def _hold(self, at: QPoint) -> None:
        self._touch().press(0, at, self._window()).commit()
        pump(self._chance.uniform(*HOLD_S))
        self._touch().release(0, at, self._window()).commit()

    def _drag(self, at: QPoint) -> None:
        onto, _ = self._somewhere()
        self._move(at, onto, FRAME_S)

    def _flick(self, at: QPoint) -> None:
        self._move(at, self._anywhere(), 0)

    def _move(self, start: QPoint, end: QPoint, between_s: float) -> None:
        self._touch().press(0, start, self._window()).commit()
        at = start
        for step in range(1, DRAG_STEPS + 1):
            at = start + (end - start) * step / DRAG_STEPS
            self._touch().move(0, at, self._window()).commit()
            pump(between_s)
        self._touch().release(0, at, self._window()).commit()

    def _several(self, at: QPoint) -> None:
        """Two or three fingers, which neither come nor go together."""
        window = self._window()
        places = [at, *(self._somewhere()[0] for _ in range(self._chance.randrange(1, FINGERS)))]
        for down in range(len(places)):
            touch = self._touch()
            for finger in range(down):
                touch.stationary(finger)
            touch.press(down, places[down], window).commit()
            pump(0)
        left = list(range(len(places)))
        self._chance.shuffle(left)
        while left:
            touch = self._touch()
            gone = left.pop()
            for finger in left:
                touch.stationary(finger)
            touch.release(gone, places[gone], window).commit()
            pump(0)

    def _mouse(self, at: QPoint) -> None:
        """Some touch panels are mice."""
        QTest.mouseClick(self._window(), Qt.MouseButton.LeftButton, pos=at)

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window(), self._finger)

    def _somewhere(self) -> tuple[QPoint, str]:
        if self._chance.random() < AIMED:
            found = targets(self._window())
            if found:
                target = self._chance.choice(found)
                inside = target.box.center().toPoint() if target.scrolls else middle_of(target.item)
                return inside, target.name
        return self._anywhere(), "-"

    def _anywhere(self) -> QPoint:
        window = self._window()
        x, y = self._chance.randrange(window.width()), self._chance.randrange(window.height())
        return QPoint(x, y)
