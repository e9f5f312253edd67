"""What staff read, and what everything that they touch is called."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.booth.staff.view import Doing, Outcome, Report, Task
from kiosk.domain.camera import CameraTrouble
from kiosk.domain.printing import ConnectionType, Media
from kiosk.ui.staff import touch
from kiosk.ui.staff.words import printers as words
from kiosk.ui.staff.words.camera import remedy_words, trouble_words
from kiosk.ui.staff.words.report import report_words
from kiosk.ui.touch import middle_of
from tests.ui import staff_samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.staff_samples import card, inside
from tests.ui.test_words import ENGLISH

NAMES = [name for key, name in vars(touch).items() if key.isupper()]


def test_every_enum_has_words() -> None:
    said = [
        *(words.doing_words(doing) for doing in Doing),
        *(words.task_words(task) for task in Task),
        *(words.media_words(media) for media in Media),
        *(words.connection_words(connection) for connection in ConnectionType),
        *(words.found_words(found) for found in staff_samples.FOUND),
        *(trouble_words(trouble) for trouble in CameraTrouble),
        *(remedy_words(trouble) for trouble in CameraTrouble),
        *(report_words(Report(1, outcome, "Kiri")) for outcome in Outcome),
    ]
    assert all(said)
    assert not [text for text in said if ENGLISH.search(text)]


def test_numbers_have_the_comma_of_the_language_and_no_minus_before_zero() -> None:
    assert words.moved_words(0.5) == "+0,5 mm"
    assert words.moved_words(-0.8) == "−0,8 mm"
    assert words.moved_words(-0.04) == "0,0 mm"
    assert words.scale_words(1.002) == "100,2 %"


def test_everything_that_is_touched_has_a_documented_name(stage: Stage) -> None:
    seen = {touch.CORNER}
    for scene in staff_samples.scenes(stage.clock.ns):
        stage.enter(scene)
        for printer_id in ("spare", "right", "left"):
            if stage.find(touch.MORE + printer_id) is not None:
                stage.tap(touch.MORE + printer_id)
                stage.draw()
        for item in touchables(stage):
            name = item.objectName()
            known = [each for each in NAMES if name.startswith(each)]
            assert known, (scene.name, name)
            seen.update(known)
    # What is dragged, typed in, or waits for digits.
    assert seen >= {*NAMES} - {touch.TRACK, touch.FIELD, touch.SETUP_ENTER}


def test_a_finger_that_scrolls_touches_nothing(open_stage: OpenStage) -> None:
    stage = open_stage((960, 540))
    stage.show_staff(inside())
    stage.screen.staff.open_printers()
    stage.show_staff(inside(card(), staff_samples.RIGHT, staff_samples.SPARE))
    item = stage.find(touch.PAUSE + "right")
    assert item is not None
    scroll = scroller_of(item)
    assert scroll is not None
    window, at = stage.screen.window, middle_of(item)
    QTest.touchEvent(window, stage.finger).press(0, at, window).commit()
    for step in range(1, 9):
        QTest.touchEvent(window, stage.finger).move(0, at - QPoint(0, 25 * step), window).commit()
        stage.draw()
    QTest.touchEvent(window, stage.finger).release(0, at - QPoint(0, 200), window).commit()
    assert scroll.property("contentY") > 0
    assert stage.asked == []


def touchables(stage: Stage) -> list[QQuickItem]:
    """Everything in the room that answers a tap and can be seen now."""
    found: list[QQuickItem] = []
    items = [stage.screen.window.contentItem()]
    while items:
        item = items.pop()
        if not (item.isVisible() and item.isEnabled()):
            continue
        items.extend(item.childItems())
        if item.property("pressed") is not None and not item.inherits("QQuickMouseArea"):
            found.append(item)
    return found


def scroller_of(item: QQuickItem | None) -> QQuickItem | None:
    while item is not None and item.objectName() != "staffScroll":
        item = item.parentItem()
    return item
