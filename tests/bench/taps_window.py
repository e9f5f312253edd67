"""The screens with made-up sessions on a real window: presses and animations, timed. A process of
its own; one JSON object on standard output, in the form of ``Seen``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.ui.settings import ScreenSettings
from kiosk.ui.touch import SLOT, find_item, middle_of
from tests.bench.motion_probe import Motion, MotionProbe
from tests.bench.press_probe import PressProbe
from tests.ui import samples
from tests.ui.studio import Studio

PRESSED = (
    *("attract", "choose-copies", "choose-six", "pay-picking", "pay-several", "pay-cash"),
    *("pay-voucher", "shoot-review-retake", "arrange-full", "arrange-looks"),
    *("takehome", "owed", "cancelled"),
)
DRAG_S = 2.5
WATCHED_S = 4.0
TRAVEL_S = 1.2
TRAVELS = (
    *(("attract", "choose"), ("choose", "pay-picking"), ("pay-several", "shoot-review")),
    *(("shoot-review", "arrange"), ("arrange", "printing"), ("printing", "takehome")),
)


@dataclass
class Seen:
    """``presses`` are (control, ms from the finger to the frame) of those that answered,
    ``unchanged`` the controls whose pixels stayed as they were."""

    display_hz: float
    presses: list[tuple[str, float]]
    unchanged: list[str]
    motions: list[Motion]


class Stage:
    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._finger = QTest.createTouchDevice()
        self._motion = MotionProbe(studio.screen, studio.wait)

    def show(self, name: str) -> None:
        walk = dict(samples.walk(samples.CLASSIC, time.monotonic_ns()))
        self._studio.show(name, walk[name])

    def motions(self) -> list[Motion]:
        self.show("attract")
        self._studio.picture()
        found = [
            self._watch("attract: the invitation", lambda: None, WATCHED_S),
            self._watch("attract: guests' prints", lambda: self.show("attract-shown"), WATCHED_S),
        ]
        for before, after in TRAVELS:
            self.show(before)
            self._studio.wait(TRAVEL_S)
            found.append(self._watch(f"{before} to {after}", partial(self.show, after), TRAVEL_S))
        found.append(
            self._motion.watch_frames(
                "countdown and live picture", lambda: self.show("shoot-1"), WATCHED_S
            )
        )
        self.show("arrange-full")
        self._studio.picture()
        found.append(self._motion.watch_frames("drag on arrange", self._drag, DRAG_S))
        return found

    def presses(self) -> PressProbe:
        probe = PressProbe(self._studio.screen, self._studio.wait)
        for name in PRESSED:
            self.show(name)
            self._studio.picture()
            probe.press_all(name)
        return probe

    def _watch(self, name: str, begin: Callable[[], None], seconds: float) -> Motion:
        return self._motion.watch(name, begin, seconds)

    def _drag(self) -> None:
        """Sixty moves a second, there and back, as a panel sends them."""
        screen = self._studio.screen
        root, window = screen.window.contentItem(), screen.window
        one, other = find_item(root, SLOT + "0"), find_item(root, SLOT + "2")
        if one is None or other is None:
            raise LookupError("there are no slots to drag between")
        start, way = middle_of(one), middle_of(other) - middle_of(one)
        QTest.touchEvent(window, self._finger).press(0, start, window).commit()
        at, end = start, time.monotonic() + DRAG_S - 0.2
        while (now := time.monotonic()) < end:
            share = abs((now * 0.8) % 2 - 1)
            at = start + QPoint(round(way.x() * share), round(way.y() * share))
            QTest.touchEvent(window, self._finger).move(0, at, window).commit()
            self._studio.wait(1 / 60)
        QTest.touchEvent(window, self._finger).release(0, at, window).commit()


def main(folder: str, size: str) -> None:
    width, _, height = size.partition("x")
    settings = ScreenSettings(full_screen=False, size=(int(width), int(height)))
    with Studio(Path(folder), settings) as studio:
        stage = Stage(studio)
        motions = stage.motions()
        probe = stage.presses()
        hz = studio.screen.window.screen().refreshRate()
    seen = Seen(hz, probe.took, probe.unchanged, motions)
    json.dump(asdict(seen), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
