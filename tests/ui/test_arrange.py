"""Moving shots on the sheet, picking another template, taking a shot again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.booth.view import ArrangeShots, PickTemplate, Retake, StayOn, View
from kiosk.domain.session import Arranging, Shooting
from kiosk.ui import touch
from kiosk.ui.touch import middle_of
from tests.ui import samples
from tests.ui.conftest import SECOND, OpenStage, Stage

NOW = 1_000 * SECOND
COLOURS = ("#c01010", "#10a010", "#1010c0")
PRINTED = "#808080"
NIGHT = "classic-4x6-night"
BASE = dict(samples.walk(samples.CLASSIC, NOW))["arrange-full"]


def arranging(**changes: object) -> View:
    state = Arranging(samples.order(), samples.shots(3), samples.picture())
    return replace(BASE, state=replace(state, **changes))  # type: ignore[arg-type]


@pytest.fixture
def table(stage: Stage) -> Stage:
    """Each shot of a colour of its own, and a composed picture that has none of them."""
    for seq, colour in enumerate(COLOURS, start=1):
        Image.new("RGB", (192, 108), colour).save(stage.data_dir / f"shot-{seq}.jpg")
    Image.new("RGB", (120, 180), PRINTED).save(stage.data_dir / samples.picture().path)
    stage.show(arranging())
    becomes(stage, lambda: seen(stage) == [PRINTED] * 3)
    return stage


def becomes(stage: Stage, fits: Callable[[], bool]) -> None:
    def drawn() -> bool:
        stage.draw()
        return fits()

    stage.bot.waitUntil(drawn, timeout=3000)


def slot(stage: Stage, number: int, column: int = 0) -> QQuickItem:
    found = [i for i in everything(stage.screen.window.contentItem()) if is_slot(i, number)]
    return found[column]


def is_slot(item: QQuickItem, number: int) -> bool:
    return item.objectName() == f"{touch.SLOT}{number}"


def everything(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(each for child in item.childItems() for each in everything(child))]


def seen(stage: Stage) -> list[str]:
    """The colour a little inside each slot, as the nearest that there is."""
    image = stage.screen.window.grabWindow()
    places = (slot(stage, number).mapToScene(QPoint(6, 6)).toPoint() for number in range(3))
    return [nearest(QColor(image.pixel(at))) for at in places]


def nearest(colour: QColor) -> str:
    def distance(name: str) -> int:
        pairs = zip(colour.getRgb(), QColor(name).getRgb(), strict=True)
        return sum(abs(a - b) for a, b in pairs)

    return min((*COLOURS, PRINTED, "#efe6d8", "#ff6b5e"), key=distance)


class Finger:
    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._at = QPoint()

    def press(self, at: QPoint) -> None:
        self._at = at
        QTest.touchEvent(self._stage.screen.window, self._stage.finger).press(0, at).commit()

    def move(self, to: QPoint) -> None:
        begin = self._at
        for step in range(1, 5):
            self._at = begin + (to - begin) * step / 4
            event = QTest.touchEvent(self._stage.screen.window, self._stage.finger)
            event.move(0, self._at).commit()

    def lift(self) -> None:
        event = QTest.touchEvent(self._stage.screen.window, self._stage.finger)
        event.release(0, self._at).commit()


def drag(stage: Stage, begin: QPoint, end: QPoint) -> None:
    finger = Finger(stage)
    finger.press(begin)
    finger.move(end)
    finger.lift()


def test_a_shot_that_is_dropped_on_another_changes_places_with_it_at_once(table: Stage) -> None:
    drag(table, middle_of(slot(table, 0)), middle_of(slot(table, 2)))
    assert table.sent == [ArrangeShots(samples.SESSION, (3, 2, 1))]
    becomes(table, lambda: seen(table) == [COLOURS[2], COLOURS[1], COLOURS[0]])
    table.show(arranging(picture=None, slots=(3, 2, 1)))
    assert seen(table) == [COLOURS[2], COLOURS[1], COLOURS[0]], "until it is composed"
    composed = replace(samples.picture(), sha256="1" * 64)
    table.show(arranging(picture=composed, slots=(3, 2, 1)))
    becomes(table, lambda: seen(table) == [PRINTED] * 3)


def test_under_the_finger_one_sees_what_the_drop_would_do(table: Stage) -> None:
    finger = Finger(table)
    finger.press(middle_of(slot(table, 0)))
    finger.move(middle_of(slot(table, 1)))
    becomes(table, lambda: seen(table)[0] == COLOURS[1])
    assert slot(table, 1).property("target")
    assert table.sent == []
    finger.move(QPoint(270, 20))
    becomes(table, lambda: seen(table)[0] == "#efe6d8")
    finger.lift()
    becomes(table, lambda: seen(table) == [PRINTED] * 3)
    assert table.sent == [], "outside it is put back"


@pytest.mark.parametrize("back", [1, 2])
def test_a_swap_can_be_taken_back_at_once_and_asks_twice(table: Stage, back: int) -> None:
    for _ in range(back):
        drag(table, middle_of(slot(table, 0)), middle_of(slot(table, 1)))
        table.clock.pass_seconds(0.4)
    wanted = [(2, 1, 3), (1, 2, 3)][:back]
    assert table.sent == [ArrangeShots(samples.SESSION, slots) for slots in wanted]


def test_nobody_needs_to_drag(table: Stage) -> None:
    table.tap(touch.SLOT + "1")
    assert slot(table, 1).property("selected")
    table.clock.pass_seconds(0.4)
    table.tap(touch.SLOT_SWAP)
    table.clock.pass_seconds(0.4)
    assert slot(table, 0).property("offered")
    for _ in range(2):
        table.tap(touch.SLOT + "2")
    assert table.sent == [ArrangeShots(samples.SESSION, (1, 3, 2))]
    assert table.screen.booth.arrange.selected == -1, "half of a double tap selects nothing"
    becomes(table, lambda: seen(table)[1:] == [COLOURS[2], COLOURS[1]])


def test_a_selected_shot_is_taken_again_once(table: Stage) -> None:
    table.show(arranging(slots=(3, 2, 1), picture=None))
    table.tap(touch.SLOT + "0")
    table.clock.pass_seconds(0.4)
    for _ in range(2):
        table.tap(touch.SLOT_RETAKE)
    assert table.sent == [Retake(samples.SESSION, 3)], "the shot that is in the slot"


def test_without_retakes_there_is_no_button_for_it(table: Stage) -> None:
    table.show(replace(BASE, retakes_left=0))
    table.tap(touch.SLOT + "0")
    assert table.find(touch.SLOT_RETAKE) is None
    assert table.find(touch.SLOT_SWAP) is not None
    assert table.find(touch.ARRANGE_PRINT) is not None, "to print is always possible"


def test_letting_go_picks_nothing_of_what_comes_back_under_the_finger(table: Stage) -> None:
    table.tap(touch.SLOT + "0")
    table.clock.pass_seconds(0.4)
    done = table.find(touch.SLOT_DONE)
    assert done is not None
    at = middle_of(done)
    for _ in range(2):
        table.tap_at(at)
    assert table.screen.booth.arrange.selected == -1
    assert table.sent == []


def test_another_template_lies_on_the_table_before_the_booth_has_answered(table: Stage) -> None:
    for _ in range(2):
        table.tap(touch.TEMPLATE + NIGHT)
    assert table.sent == [PickTemplate(samples.SESSION, NIGHT)]
    paper = table.screen.booth.sheet.paper
    assert paper is not None
    assert QColor(paper.background) == QColor(*samples.NIGHT)
    becomes(table, lambda: seen(table) == list(COLOURS))


def test_frames_and_colours_are_asked_one_after_the_other(table: Stage) -> None:
    assert table.find(touch.LOOK) is None
    table.tap(touch.TAB_LOOKS)
    assert table.find(touch.LOOK) is not None
    assert table.find(touch.TEMPLATE + NIGHT) is None
    table.show(View(samples.PACKAGES))
    table.show(replace(BASE, session_id="next"))
    assert table.find(touch.TEMPLATE + NIGHT) is not None, "the next guest begins with the frames"


def test_on_a_pair_of_strips_each_strip_can_be_touched(open_stage: OpenStage) -> None:
    stage = open_stage((960, 540))
    order = samples.order(samples.STRIP)
    state = Arranging(order, samples.shots(3), samples.picture(samples.STRIP))
    stage.show(replace(BASE, state=state))
    drag(stage, middle_of(slot(stage, 0, column=1)), middle_of(slot(stage, 2, column=0)))
    assert stage.sent == [ArrangeShots(samples.SESSION, (3, 2, 1))]


def test_a_shot_that_is_taken_again_is_not_looked_at_meanwhile(stage: Stage) -> None:
    """The review of the shot before it would offer to take that one again."""
    stage.show(samples.of(Shooting(samples.order(), samples.shots(2)), retakes_left=2))
    stage.tap(touch.SHOOT_RETAKE)
    assert stage.sent == [Retake(samples.SESSION, 2)]
    again = Shooting(samples.order(), samples.shots(1), retakes=1)
    stage.show(samples.of(again, retakes_left=1))
    assert not stage.screen.booth.shoot.reviewing
    assert stage.screen.booth.shoot.seq == 2
    assert stage.find(touch.SHOOT_RETAKE) is None


WALK = dict(samples.walk(samples.CLASSIC, NOW))
ENDING = ("choose", "pay-picking", "pay-voucher", "pay-cash", "arrange-full", "takehome", "owed")


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400)])
def test_the_warning_of_time_can_be_touched_and_covers_nothing_that_can(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    for name in ENDING:
        stage.clock.pass_seconds(1)  # another touch
        ends = stage.clock.ns + 4 * SECOND
        stage.show(replace(WALK[name], deadline_ns=ends, may_stay=True))
        warning = stage.find(touch.STAY_ON)
        assert warning is not None, name
        box = warning.mapRectToScene(warning.boundingRect())
        assert box.height() >= 12 * min(size) / 100
        for other in everything(stage.screen.window.contentItem()):
            if not touchable(other):
                continue
            where = other.mapRectToScene(other.boundingRect())
            same = other.objectName() in {touch.STAY_ON, touch.TAKE_HOME_TOUCH}  # means it, too
            assert same or not box.intersects(where), (name, other.objectName())
        stage.sent.clear()
        stage.tap_at(box.toRect().topLeft() + QPoint(3, 5))  # where the staff's corner may be
        assert [type(each) for each in stage.sent] == [StayOn], name


def touchable(item: QQuickItem) -> bool:
    return item.isVisible() and item.isEnabled() and item.property("pressed") is not None


@pytest.mark.parametrize(("before", "flights"), [("shoot-3", 1), ("pay", 0)])
def test_the_last_shot_flies_into_its_slot_but_not_on_a_sheet_that_was_full(
    open_stage: OpenStage, before: str, flights: int
) -> None:
    stage = open_stage(reduced_motion=False)
    stage.show(dict(samples.walk(samples.CLASSIC, stage.clock.ns))[before])
    stage.screen.show(replace(BASE, state=Arranging(samples.order(), samples.shots(3))))
    stage.bot.waitUntil(lambda: one_called(stage, "lastShot") is not None)
    flight = one_called(stage, "lastShot")
    assert flight is not None
    seen = [flight.isVisible()]
    flight.visibleChanged.connect(lambda: seen.append(flight.isVisible()))
    stage.bot.wait(900)
    assert seen.count(True) == flights
    assert not seen[-1]


def one_called(stage: Stage, name: str) -> QQuickItem | None:
    found = everything(stage.screen.window.contentItem())
    return next((item for item in found if item.objectName() == name), None)
