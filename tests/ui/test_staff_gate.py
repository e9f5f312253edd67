"""The way into the staff's room, and out of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem

from kiosk.booth.staff.view import EnterPin, Gate, GateState, Knock, StaffView
from kiosk.booth.view import Begin, View
from kiosk.domain.session import Choosing, Shooting
from kiosk.ui.staff import touch
from tests.ui import samples, staff_samples
from tests.ui.conftest import SECOND, Stage
from tests.ui.test_words import texts

ASKING = StaffView(Gate(GateState.ASKING))
WRONG = StaffView(Gate(GateState.WRONG))
CORNER = QPoint(20, 20)


def knock(stage: Stage, taps: int = 5, pause_s: float = 0.2) -> None:
    for _ in range(taps):
        stage.tap_at(CORNER)
        stage.clock.pass_seconds(pause_s)


def enter(stage: Stage, pin: str) -> None:
    for digit in pin:
        stage.tap(touch.KEY + digit)
        stage.draw()
    stage.tap(touch.ENTER)
    stage.draw()


def test_five_taps_in_the_corner_within_three_seconds_knock(stage: Stage) -> None:
    stage.show(View(samples.PACKAGES))
    knock(stage)
    assert stage.asked == [Knock()]


@pytest.mark.parametrize(("taps", "pause_s"), [(4, 0.1), (5, 0.8), (20, 1.0)])
def test_fewer_or_slower_taps_do_not(stage: Stage, taps: int, pause_s: float) -> None:
    stage.show(View(samples.PACKAGES))
    knock(stage, taps, pause_s)
    assert stage.asked == []


def test_a_knock_begins_no_session_and_a_touch_beside_it_does(stage: Stage) -> None:
    stage.show(View(samples.PACKAGES))
    knock(stage)
    assert stage.sent == []
    stage.tap_at(QPoint(100, 100))
    assert stage.sent == [Begin()]


def test_staff_knock_amid_a_session_as_well(stage: Stage) -> None:
    stage.show(samples.of(Choosing()))
    knock(stage)
    assert stage.asked == [Knock()]


def test_beside_the_corner_nobody_knocks(stage: Stage) -> None:
    for _ in range(5):
        stage.tap_at(QPoint(100, 20))
        stage.tap_at(QPoint(20, 100))
    assert stage.asked == []


@pytest.mark.parametrize("pin", ["4815", "48151623"])
def test_a_pin_is_asked_for_once_and_is_nowhere_on_the_screen(stage: Stage, pin: str) -> None:
    stage.show_staff(ASKING)
    enter(stage, pin)
    stage.draw()
    assert stage.asked == [EnterPin(pin)]
    assert pin not in everything_in(stage)
    assert stage.screen.staff.gate.typed == 0


def test_digits_are_taken_back_and_no_more_than_eight_are_taken(stage: Stage) -> None:
    stage.show_staff(ASKING)
    for digit in "123456789":
        stage.tap(touch.KEY + digit)
    stage.draw()
    assert stage.screen.staff.gate.typed == 8
    for _ in range(5):
        stage.tap(touch.ERASE)
    stage.draw()
    assert stage.find(touch.ENTER) is None  # three are not a PIN
    stage.tap(touch.KEY + "0")
    stage.draw()
    stage.tap(touch.ENTER)
    assert stage.asked == [EnterPin("1230")]


@pytest.mark.parametrize("between", [[], [ASKING]])
def test_each_wrong_pin_is_told(stage: Stage, between: list[StaffView]) -> None:
    told: list[bool] = []
    stage.screen.staff.gate.refused.connect(lambda: told.append(True))
    stage.show_staff(ASKING)
    for tries in (1, 2):
        enter(stage, f"111{tries}")
        for view in (*between, StaffView(Gate(GateState.WRONG))):
            assert any("diperiksa" in text for text in texts(stage))
            stage.show_staff(view)
        assert len(told) == tries
        assert any("salah" in text for text in texts(stage))


def test_other_news_on_the_pad_is_not_another_wrong_pin(stage: Stage) -> None:
    told: list[bool] = []
    stage.screen.staff.gate.refused.connect(lambda: told.append(True))
    for _ in range(3):
        stage.show_staff(StaffView(Gate(GateState.WRONG)))
    assert len(told) == 1


def test_a_lock_counts_down_and_takes_no_digit(stage: Stage) -> None:
    stage.show_staff(StaffView(Gate(GateState.LOCKED, stage.clock.ns + 65 * SECOND)))
    assert "1.05" in texts(stage)
    stage.clock.pass_seconds(6)
    stage.bot.waitUntil(lambda: "0.59" in texts(stage))
    assert stage.find(touch.KEY + "1") is None


def test_without_a_pin_it_is_said_what_to_do(stage: Stage) -> None:
    stage.show_staff(StaffView(Gate(GateState.NO_PIN)))
    assert "kiosk staff pin" in texts(stage)
    assert stage.find(touch.KEY + "1") is None


def test_guests_are_out_of_reach_and_their_session_goes_on(stage: Stage) -> None:
    stage.show(View(samples.PACKAGES))
    stage.show_staff(staff_samples.inside())
    stage.tap_at(QPoint(270, 700))
    assert stage.sent == []
    assert stage.find("attractTouch") is None
    stage.show(samples.of(Shooting(samples.order(), ())))
    assert stage.screen.booth.screen == "shoot"
    stage.bot.waitUntil(lambda: bool(stage.camera.asked))  # the live view runs below
    stage.show_staff(StaffView())
    assert stage.find(touch.LEAVE) is None


def test_what_was_typed_is_forgotten_on_the_way_out(stage: Stage) -> None:
    stage.show_staff(ASKING)
    stage.tap(touch.KEY + "7")
    stage.show_staff(StaffView())
    stage.show_staff(ASKING)
    assert stage.screen.staff.gate.typed == 0


def everything_in(stage: Stage) -> str:
    """Every text property of every item, shown or not."""
    said: list[str] = []
    items: list[QQuickItem] = [stage.screen.window.contentItem()]
    while items:
        item = items.pop()
        items.extend(item.childItems())
        meta = item.metaObject()
        names = [meta.property(place).name() for place in range(meta.propertyCount())]
        said += [str(item.property(name)) for name in names if name == "text"]
    return "\n".join(said)
