"""Whoever sits lowers the screens for themselves, and for nobody after them."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import Begin, Leave, View
from kiosk.ui import touch
from tests.ui import samples, staff_samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.glass import box_of

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))


def top_of(stage: Stage, name: str) -> float:
    item = stage.find(name)
    assert item is not None
    return box_of(item).top() / stage.screen.window.height()


def test_lowered_before_the_session_it_stays_so_until_its_end(stage: Stage) -> None:
    stage.show(WALK["attract"])
    stage.tap(touch.REACH)
    assert stage.sent == []  # the touch is the switch's, and does not begin
    stage.tap(touch.ATTRACT)
    assert stage.sent == [Begin()]
    for name, item in (
        ("choose", touch.CHOOSE_BACK),
        ("pay-several", touch.PAY_CANCEL),
        ("shoot-1", touch.REACH),
        ("takehome", touch.TAKE_HOME_DONE),
    ):
        stage.show(WALK[name])
        assert top_of(stage, item) > 0.55, name
    stage.show(WALK["attract"])
    assert top_of(stage, touch.ATTRACT) == 0


def test_the_same_switch_raises_the_screen_again(stage: Stage) -> None:
    stage.show(WALK["choose"])
    high = top_of(stage, touch.PACKAGE + "classic")
    stage.tap(touch.REACH)
    stage.draw()
    assert top_of(stage, touch.PACKAGE + "classic") > high
    stage.tap(touch.REACH)
    stage.draw()
    assert top_of(stage, touch.PACKAGE + "classic") == high


def test_above_the_lowered_screen_nothing_is_touched(stage: Stage) -> None:
    stage.show(WALK["choose"])
    stage.tap(touch.REACH)
    stage.draw()
    for y in range(20, 520, 40):
        stage.tap_at(QPoint(270, y))
    assert stage.sent == []
    stage.tap(touch.CHOOSE_BACK)
    assert stage.sent == [Leave(samples.SESSION)]


def test_staff_have_the_whole_screen(stage: Stage) -> None:
    stage.show(WALK["choose"])
    stage.tap(touch.REACH)
    stage.show_staff(staff_samples.inside(staff_samples.card()))
    assert stage.find(touch.REACH) is None
    assert top_of(stage, "staffLeave") == 0
    stage.show_staff(StaffView())
    assert top_of(stage, touch.CHOOSE_BACK) > 0.55


def test_a_booth_that_is_always_low_has_no_switch(open_stage: OpenStage) -> None:
    stage = open_stage(lowered=True)
    for view in (WALK["choose"], View(samples.PACKAGES), WALK["choose"]):
        stage.show(view)
        assert stage.find(touch.REACH) is None
    assert top_of(stage, touch.CHOOSE_BACK) > 0.55


def test_where_all_is_within_reach_there_is_no_switch(open_stage: OpenStage) -> None:
    for size, inches in (((960, 540), 21.5), ((540, 960), 15.6)):
        stage = open_stage(size, diagonal_in=inches, lowered=True)
        stage.show(WALK["attract"])
        assert stage.find(touch.REACH) is None
        assert top_of(stage, touch.ATTRACT) == 0


def test_the_operators_colours_are_on_the_button_and_its_words(open_stage: OpenStage) -> None:
    stage = open_stage(accent="#1E5B45", highlight="#BFDDF5")
    stage.show(WALK["takehome"])
    button = stage.find(touch.TAKE_HOME_DONE)
    assert button is not None
    ground = button.childItems()[0].property("color")
    words = [item.property("color") for item in button.childItems()[1].childItems()]
    assert ground == QColor("#1E5B45")
    assert QColor("#FBF6EE") in words
