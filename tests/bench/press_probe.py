"""From a finger on the glass to the first frame in which the control under it has changed."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import SIGNAL, QObject, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.touch import middle_of
from kiosk.ui.window import Screen
from tests.ui.glass import box_of, targets

FRAME_WITHIN_S = 1.0
STILL_S = 0.15
PRESSED = SIGNAL("pressedChanged()")


class PressProbe(QObject):
    """Nothing is grabbed while the time runs: a frame counts that was synchronised after the
    control's ``pressed`` changed. Whether its pixels changed is looked at before and after: where
    they did not, no frame was the answer, and none is counted."""

    def __init__(self, screen: Screen, wait: Callable[[float], None]) -> None:
        super().__init__()
        self.took: list[tuple[str, float]] = []
        self.unchanged: list[str] = []
        self._screen = screen
        self._wait = wait
        self._finger = QTest.createTouchDevice()
        self._pressed = self._synchronized = False
        self._swapped_ns: int | None = None
        screen.window.afterSynchronizing.connect(self._after_sync)
        screen.window.frameSwapped.connect(self._swap)

    def press_all(self, name: str) -> None:
        """Each control that answers a press on this screen, and is let go outside of itself."""
        for target in targets(self._screen.window):
            if target.item.property("pressed") is False:
                self._press(f"{name}/{target.name}", target.item)

    def _press(self, name: str, item: QQuickItem) -> None:
        window, at = self._screen.window, middle_of(item)
        if not QRect(0, 0, window.width(), window.height()).contains(at):
            return
        before = self._grab(item)
        self._pressed = self._synchronized = False
        self._swapped_ns = None
        QObject.connect(item, PRESSED, self._on_pressed)
        began = time.monotonic_ns()
        QTest.touchEvent(window, self._finger).press(0, at, window).commit()
        give_up = time.monotonic() + FRAME_WITHIN_S
        while self._swapped_ns is None and time.monotonic() < give_up:
            self._wait(0)
        QObject.disconnect(item, PRESSED, self._on_pressed)
        answered = self._swapped_ns
        self._wait(STILL_S)
        if answered is None or self._grab(item) == before:
            self.unchanged.append(name)
        else:
            self.took.append((name, (answered - began) / 1e6))
        outside = (
            QPoint(1, 1) if at.y() > window.height() / 2 else _far(window.width(), window.height())
        )
        QTest.touchEvent(window, self._finger).move(0, outside, window).commit()
        QTest.touchEvent(window, self._finger).release(0, outside, window).commit()
        self._wait(STILL_S)

    def _grab(self, item: QQuickItem) -> QImage:
        return self._screen.window.grabWindow().copy(box_of(item).toAlignedRect())

    def _on_pressed(self) -> None:
        self._pressed = True

    def _after_sync(self) -> None:
        self._synchronized = self._synchronized or self._pressed

    def _swap(self) -> None:
        if self._synchronized and self._swapped_ns is None:
            self._swapped_ns = time.monotonic_ns()


def _far(width: int, height: int) -> QPoint:
    return QPoint(width - 2, height - 2)
