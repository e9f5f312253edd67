"""Touches a field of the staff's in a window with Qt's keyboard, and says what came of it, as JSON.

A process of its own: an input method is chosen when Qt's application is made, and pytest has made
its own by then.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.settings import ScreenSettings
from kiosk.ui.staff.touch import FIELD
from kiosk.ui.touch import find_item, middle_of
from tests.ui import staff_samples
from tests.ui.studio import Studio

PATIENCE_S = 20.0
KEYBOARD = "staffKeyboard"


def main() -> int:
    width, height = (int(part) for part in sys.argv[2].split("x"))
    sys.stdout.write(json.dumps(probe(Path(sys.argv[1]), (width, height))))
    return 0


def probe(
    folder: Path, size: tuple[int, int], look: Callable[[], object] = lambda: None
) -> dict[str, bool]:
    """Calls ``look`` while the keyboard is there."""
    width, height = size
    settings = ScreenSettings(full_screen=False, size=(width, height), reduced_motion=True)
    with Studio(folder, settings) as studio:
        before = panel(studio) is not None
        scenes = {scene.name: scene for scene in staff_samples.scenes(time.monotonic_ns())}
        studio.enter(scenes["event"])
        studio.wait(0.2)
        touch(studio, found(studio, FIELD + "event"))
        until = time.monotonic() + PATIENCE_S
        while not shown(studio) and time.monotonic() < until:
            studio.wait(0.05)
        studio.wait(0.5)
        field, keys = found(studio, FIELD + "event"), panel(studio)
        look()
        return {
            "before": before,
            "shown": shown(studio),
            "apart": keys is not None and not area(field).intersects(area(keys)),
            "inside": keys is not None and area(keys).bottom() <= height + 1,
        }


def panel(studio: Studio) -> QQuickItem | None:
    return find_item(studio.screen.window.contentItem(), KEYBOARD)


def shown(studio: Studio) -> bool:
    keys = panel(studio)
    return keys is not None and bool(keys.property("active"))


def found(studio: Studio, name: str) -> QQuickItem:
    item = find_item(studio.screen.window.contentItem(), name)
    if item is None:
        raise LookupError(name)
    return item


def area(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect())


def touch(studio: Studio, item: QQuickItem) -> None:
    window, finger, at = studio.screen.window, QTest.createTouchDevice(), QPoint(middle_of(item))
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    QTest.touchEvent(window, finger).release(0, at, window).commit()


if __name__ == "__main__":
    raise SystemExit(main())
