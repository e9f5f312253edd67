"""The unattended guest: a finger on the real window, and a watch.

It touches what a guest would touch, through Qt's own touch events, and waits where a guest waits.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtTest import QTest

from kiosk.booth.view import View
from kiosk.domain.order import PaymentMethod
from kiosk.ui.camera_roll import CameraRoll
from kiosk.ui.screens import ScreenName, moment_of, screen_of
from kiosk.ui.stats import LiveFigures
from kiosk.ui.taps import DOUBLE_TAP_NS
from kiosk.ui.touch import Drag, Tap, Wishes, find_item, middle_of, way_on
from kiosk.ui.window import Screen

TICK_MS = 10
PRESS_MS = 30  # a finger's shortest touch
LOOK_S = DOUBLE_TAP_NS / 1e9  # nobody sees a new screen and touches it sooner
RETRY_S = 3.0  # a guest who sees nothing happen touches again
PATIENCE_S = 180.0  # in one moment; a payment code lives that long

DRAG_STEPS = 8

LOOKS_IN_SIGHT = 9
EVERY = 4  # visits: one with another template, one with a swap, one with a retake, one with none

IDLE = (ScreenName.ATTRACT, ScreenName.RESTING)


@dataclass(frozen=True)
class Visit:
    """One session as the guest saw it. ``ended`` is the last screen before attract."""

    package_key: str
    ended: ScreenName
    seconds: float


@dataclass(frozen=True)
class GuestFigures:
    """``tap_to_screen_ms`` runs from the finger's lift to the first frame of the next screen."""

    visits: tuple[Visit, ...]
    tap_to_screen_ms: tuple[float, ...]
    live: LiveFigures
    screens: tuple[Path, ...]
    trouble: tuple[str, ...]


class Guest(QObject):
    """``folder`` gets one picture of each screen; ``prefer`` is how it pays where it may pick.

    Lives on the GUI thread.
    """

    def __init__(
        self,
        screen: Screen,
        folder: Path,
        prefer: PaymentMethod = PaymentMethod.QRIS,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._booth = screen.booth
        self._roll = CameraRoll(screen.window, folder)
        self._device = QTest.createTouchDevice()
        self._watch = _TapWatch(screen, self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._prefer = prefer
        self._wanted = 0
        self._on_done: Callable[[], None] | None = None
        self._visits: list[Visit] = []
        self._trouble: list[str] = []
        self._moment = ""
        self._since = self._began = time.monotonic()
        self._last = ScreenName.ATTRACT
        self._touched = self._lifted = 0.0
        self._path: list[QPoint] = []  # of the last touch in this moment
        self._pressing = False

    def run(self, sessions: int, on_done: Callable[[], None]) -> None:
        """Plays ``sessions`` visits, then calls ``on_done`` once; earlier where nothing moves."""
        self._wanted = sessions
        self._on_done = on_done
        self._since = time.monotonic()
        self._timer.start()

    @property
    def figures(self) -> GuestFigures:
        return GuestFigures(
            tuple(self._visits),
            tuple(self._watch.taps_ms),
            self._screen.live_stats.figures(),
            tuple(self._roll.files),
            tuple(self._trouble),
        )

    def _tick(self) -> None:
        now = time.monotonic()
        view = self._booth.view
        if view is None or view.starting:
            return
        if moment_of(view) != self._moment:
            self._arrive(view, now)
        if len(self._visits) >= self._wanted:
            self._finish()
        elif now - self._since > PATIENCE_S:
            self._trouble.append(f"nothing moved for {PATIENCE_S:.0f} s at {self._moment}")
            self._finish()
        elif self._roll.wants(self._moment, now - self._since):
            self._roll.take(self._moment)
        else:
            self._touch(view, now)

    def _arrive(self, view: View, now: float) -> None:
        before, self._last = self._last, screen_of(view)
        self._moment, self._since, self._touched = moment_of(view), now, 0.0
        self._path = []
        if before in IDLE:
            self._began = now
        elif self._last in IDLE:
            self._visits.append(Visit(self._package_key(), before, now - self._began))
            if before is not ScreenName.TAKE_HOME:
                self._trouble.append(f"session {len(self._visits)} ended at {before.value}")

    def _touch(self, view: View, now: float) -> None:
        if self._pressing or now - self._lifted <= LOOK_S or self._roll.waits_for(self._moment):
            return
        act = way_on(view, self._package_key(), self._prefer, self._wishes(view))
        path = self._path_of(act)
        again = path == self._path
        if not path or (again and now - self._touched < RETRY_S):
            return
        if again:
            self._trouble.append(f"touched again at {self._moment}")
        self._touched, self._path = now, path
        self._press(path)

    def _path_of(self, act: Tap | Drag | None) -> list[QPoint]:
        """Where the finger goes; empty while what it is for is not there."""
        match act:
            case None:
                return []
            case Tap(names):
                found = (self._middle(name) for name in names)
                return [at for at in found if at is not None][:1]
            case Drag(name, onto):
                begin, end = self._middle(name), self._middle(onto)
                if begin is None or end is None:
                    return []
                return [begin + (end - begin) * n / DRAG_STEPS for n in range(DRAG_STEPS + 1)]
            case _:
                assert_never(act)

    def _middle(self, name: str) -> QPoint | None:
        item = find_item(self._screen.window.contentItem(), name)
        return middle_of(item) if item is not None else None

    def _press(self, path: list[QPoint]) -> None:
        self._pressing = True
        window = self._screen.window
        QTest.touchEvent(window, self._device).press(0, path[0], window).commit()
        QTimer.singleShot(PRESS_MS, self, lambda: self._follow(path, 1))

    def _follow(self, path: list[QPoint], step: int) -> None:
        if step >= len(path):
            self._release(path[-1])
            return
        window = self._screen.window
        QTest.touchEvent(window, self._device).move(0, path[step], window).commit()
        QTimer.singleShot(PRESS_MS, self, lambda: self._follow(path, step + 1))

    def _release(self, at: QPoint) -> None:
        window = self._screen.window
        self._watch.start()
        self._lifted = time.monotonic()
        QTest.touchEvent(window, self._device).release(0, at, window).commit()
        self._pressing = False

    def _package_key(self) -> str:
        offers = self._booth.view.packages if self._booth.view else ()
        return offers[len(self._visits) % len(offers)].key if offers else ""

    def _wishes(self, view: View) -> Wishes:
        """Each visit another look, of those that are in sight without scrolling."""
        visit = len(self._visits)
        in_sight = view.looks[:LOOKS_IN_SIGHT]
        return Wishes(
            look=in_sight[(visit + 1) % len(in_sight)] if in_sight else None,
            another=visit % EVERY == 0,
            swap=visit % EVERY == 1,
            retake=visit % EVERY == 2,
        )

    def _finish(self) -> None:
        self._timer.stop()
        done, self._on_done = self._on_done, None
        if done is not None:
            done()


class _TapWatch(QObject):
    """From a tap to the first frame of the screen that it leads to."""

    def __init__(self, screen: Screen, parent: QObject) -> None:
        super().__init__(parent)
        self.taps_ms: list[float] = []
        self._booth = screen.booth
        self._tapped_ns: int | None = None
        self._from = ""
        self._drawn = False
        screen.window.afterSynchronizing.connect(self._synchronized)
        screen.window.frameSwapped.connect(self._swapped)

    def start(self) -> None:
        self._tapped_ns = time.monotonic_ns()
        self._from = self._booth.screen_name
        self._drawn = False

    def _synchronized(self) -> None:
        moved = self._booth.screen_name != self._from
        self._drawn = moved and self._tapped_ns is not None

    def _swapped(self) -> None:
        if self._drawn and self._tapped_ns is not None:
            self.taps_ms.append((time.monotonic_ns() - self._tapped_ns) / 1e6)
            self._tapped_ns, self._drawn = None, False
