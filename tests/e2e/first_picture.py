"""``kiosk run`` with a finger on its first picture. Ends with the first session, the first View
that says why there is none, or staff at the door; prints what it saw as JSON.

    python -m tests.e2e.first_picture CONFIG DATA_DIR [touch | knock | leave | fail]
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.age import process_age_ms
from kiosk.booth.view import View
from kiosk.commands.running import hasten_libraries, open_log, private_folder, settings
from kiosk.start_marks import StartMarks

if TYPE_CHECKING:
    from kiosk.building import Building
    from kiosk.running import Booth


def main() -> int:
    marks = StartMarks()
    config, data_dir, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    folder = private_folder(data_dir)
    hasten_libraries(folder)
    from kiosk.touchscreen import Start, starting
    from kiosk.ui.touch import find_item
    from kiosk.ui.window import Screen

    marks.add("Qt imported")
    seen: dict[str, object] = {}
    ended = threading.Event()

    def see(view: View) -> None:
        if what not in ("knock", "fail") and not view.starting and not ended.is_set():
            if view.state is None and not view.problems:
                return  # it sells; the kept touch is answered next, or nobody touches
            ended.set()
            seen["state"] = type(view.state).__name__
            seen["problems"] = [problem.check.value for problem in view.problems]
            screen.close()

    def before_the_picture() -> None:
        """As it is drawn: once it stands, the building's thread imports all the rest."""
        imported = [name for name, module in sys.modules.items() if module is not None]
        seen.setdefault("imported", sorted(imported))

    def first_picture() -> None:
        if what == "leave":
            screen.close()
        elif what == "fail":
            pass  # the building closes the window
        elif what == "knock":
            _knock(screen)
            screen.door.changed.connect(staff_came)
        else:
            _touch(screen)
            screen.window.frameSwapped.connect(
                lambda: seen.setdefault("answered_ms", process_age_ms())
            )

    def fail() -> None:
        raise OSError("the last step of a start went wrong")

    def staff_came() -> None:
        seen["gate"] = screen.staff.gate.property("state")
        seen["shown"] = find_item(screen.window.contentItem(), "pinWords") is not None
        screen.close()

    load = partial(settings, config, data_dir)
    start = Start(partial(open_log, folder), load, config, folder, seen=see)
    if what == "fail":
        start = replace(start, settled=fail)
    with starting(start, marks) as opened:
        screen: Screen = opened[0]
        screen.window.afterAnimating.connect(before_the_picture)
        screen.drawn.connect(first_picture)
        screen.run()
        seen |= _came_of(opened[1])
    seen["marks"] = [asdict(mark) for mark in marks.all()]
    sys.stdout.write(json.dumps(seen))
    return 0


def _came_of(building: Building[Booth]) -> dict[str, object]:
    try:
        return {"built": building.result() is not None}
    except OSError as error:
        left = [thread.name for thread in threading.enumerate()]
        return {"failed": str(error), "left": left}


def _knock(screen: object) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    window = screen.window  # type: ignore[attr-defined]  # as in _touch
    finger = QTest.createTouchDevice()
    for _ in range(5):
        QTest.touchEvent(window, finger).press(0, QPoint(9, 9), window).commit()
        QTest.touchEvent(window, finger).release(0, QPoint(9, 9), window).commit()


def _touch(screen: object) -> None:
    from PySide6.QtTest import QTest

    from kiosk.ui.touch import find_item, middle_of

    window = screen.window  # type: ignore[attr-defined]  # imported after the first mark
    item = find_item(window.contentItem(), "attractTouch")
    if item is None:
        sys.exit("there is nothing to touch on the first picture")
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window, finger).press(0, middle_of(item), window).commit()
    QTest.touchEvent(window, finger).release(0, middle_of(item), window).commit()


if __name__ == "__main__":
    sys.exit(main())
