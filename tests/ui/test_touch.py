"""Every touch that means something sends one intent; every other sends none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.booth.view import (
    Begin,
    Choose,
    EnterVoucher,
    Finish,
    HavePaid,
    Intent,
    Leave,
    LeaveWay,
    PickLook,
    PickTemplate,
    PickWay,
    Print,
    Retake,
    StayOn,
)
from kiosk.domain.order import PaymentMethod
from kiosk.ui import touch
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.touch import middle_of
from tests.ui import samples
from tests.ui.conftest import SECOND, HandClock, OpenStage, Stage
from tests.ui.test_words import texts

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
NIGHT = "classic-4x6-night"
TOUCHES = [
    ("attract", touch.ATTRACT, Begin()),
    ("choose", touch.PACKAGE + "classic", Choose(samples.SESSION, "classic")),
    ("choose", touch.PACKAGE + "strip", Choose(samples.SESSION, "strip")),
    ("choose", touch.CHOOSE_BACK, Leave(samples.SESSION)),
    ("choose-copies", touch.PACKAGE + "strip", Choose(samples.SESSION, "strip", 1)),
    ("pay-picking", touch.WAY + "qris", PickWay(samples.SESSION, PaymentMethod.QRIS)),
    ("pay-picking", touch.WAY + "cash", PickWay(samples.SESSION, PaymentMethod.CASH)),
    ("pay-picking-failed", touch.WAY + "voucher", PickWay(samples.SESSION, PaymentMethod.VOUCHER)),
    ("pay-picking-offline", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("pay-requesting", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("pay-requesting-slow", touch.PAY_OTHER, LeaveWay(samples.SESSION)),
    ("pay", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("pay-several", touch.PAY_OTHER, LeaveWay(samples.SESSION)),
    ("pay-several", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("pay", touch.PAY_PAID, HavePaid(samples.SESSION)),
    ("pay-cash", touch.PAY_OTHER, LeaveWay(samples.SESSION)),
    ("pay-cash-part", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("pay-voucher", touch.PAY_OTHER, LeaveWay(samples.SESSION)),
    ("pay-voucher-wrong", touch.PAY_CANCEL, Leave(samples.SESSION)),
    ("arrange", touch.ARRANGE_PRINT, Print(samples.SESSION)),
    ("arrange-looks", touch.LOOK + "melati", PickLook(samples.SESSION, "melati")),
    ("arrange-look", touch.LOOK, PickLook(samples.SESSION, "")),
    ("shoot-review-retake", touch.SHOOT_RETAKE, Retake(samples.SESSION, 2)),
    ("arrange-full", touch.TEMPLATE + NIGHT, PickTemplate(samples.SESSION, NIGHT)),
    ("arrange-full", touch.ARRANGE_PRINT, Print(samples.SESSION)),
    ("arrange-ending-14", touch.STAY_ON, StayOn(samples.SESSION)),
    ("arrange-ending-4", touch.STAY_ON, StayOn(samples.SESSION)),
    ("choose-ending", touch.STAY_ON, StayOn(samples.SESSION)),
    ("takehome", touch.TAKE_HOME_DONE, Finish(samples.SESSION)),
    ("owed", touch.OWED_DONE, Finish(samples.SESSION)),
    ("cancelled", touch.CANCELLED_DONE, Finish(samples.SESSION)),
    ("settled", touch.SETTLED_DONE, Finish(samples.SESSION)),
]


@pytest.mark.parametrize(("name", "item", "intent"), TOUCHES)
def test_a_double_tap_sends_one_intent(stage: Stage, name: str, item: str, intent: Intent) -> None:
    stage.show(WALK[name])
    stage.tap(item)
    stage.tap(item)
    assert stage.sent == [intent]


def test_a_button_answers_the_press_at_once_and_acts_on_release(open_stage: OpenStage) -> None:
    stage = open_stage(reduced_motion=False)
    stage.show(WALK["takehome"])
    window, button = stage.screen.window, stage.find(touch.TAKE_HOME_DONE)
    assert button is not None
    plain = button.childItems()[0].property("color")
    at, beside = middle_of(button), QPoint(270, 20)
    finger = QTest.touchEvent(window, stage.finger)
    finger.press(0, at, window).commit()
    assert button.property("pressed")
    assert button.childItems()[0].property("color") != plain
    finger.move(0, beside, window).commit()
    finger.release(0, beside, window).commit()
    assert stage.sent == []  # the finger went elsewhere
    finger.press(0, at, window).commit()
    assert stage.sent == []
    finger.release(0, at, window).commit()
    assert stage.sent == [Finish(samples.SESSION)]


def test_a_touch_anywhere_on_take_home_says_that_the_guest_is_still_here(stage: Stage) -> None:
    stage.show(replace(WALK["takehome"], may_stay=True))
    stage.tap_at(QPoint(270, 930))  # below the last button
    assert stage.sent == [StayOn(samples.SESSION)]
    stage.clock.pass_seconds(0.4)
    stage.tap(touch.TAKE_HOME_DONE)
    assert stage.sent[1:] == [Finish(samples.SESSION)]


@pytest.mark.parametrize("name", ["cancelled", "settled", "takehome", "owed"])
def test_a_last_screen_says_when_it_ends(stage: Stage, name: str) -> None:
    stage.show(replace(WALK[name], deadline_ns=stage.clock.ns + 8 * SECOND))
    warning = "Kembali ke awal" if name in {"cancelled", "settled"} else "Layar ditutup"
    said = list(texts(stage))
    assert "8" in said
    assert said.count(warning) == (2 if warning == "Kembali ke awal" else 1)


@pytest.mark.parametrize("name", ["resting", "pay-closing", "shoot-1", "printing"])
def test_where_a_guest_can_only_wait_no_touch_does_anything(stage: Stage, name: str) -> None:
    stage.show(WALK[name])
    for x in range(20, 540, 65):
        for y in range(20, 960, 65):
            stage.tap_at(QPoint(x, y))
    assert stage.sent == []


def test_the_print_button_waits_for_the_picture(stage: Stage) -> None:
    stage.show(WALK["arrange-composing"])
    assert stage.find(touch.ARRANGE_PRINT) is None


def test_a_tap_that_is_late_for_its_step_does_nothing(stage: Stage) -> None:
    stage.show(WALK["choose"])
    stage.show(WALK["pay"])
    booth = stage.screen.booth
    booth.choose.choose(booth.attract.packages[0])
    assert stage.sent == []


def test_a_tap_of_a_stale_session_does_nothing() -> None:
    sent: list[Intent] = []
    taps = Taps(sent.append, HandClock())
    taps.look_at("new", ScreenName.ARRANGE, "arrange")
    taps.send("old", ScreenName.ARRANGE, Print("old"))
    assert sent == []


def test_a_question_holds_nothing_back_but_itself() -> None:
    sent: list[Intent] = []
    clock = HandClock()
    taps = Taps(sent.append, clock)
    taps.look_at("a", ScreenName.PAY, "pay-voucher")
    for intent in (EnterVoucher("a", "1"), EnterVoucher("a", "1"), EnterVoucher("a", "2")):
        taps.send("a", ScreenName.PAY, intent)
        clock.pass_seconds(0.5)
    for _ in range(2):
        taps.send("a", ScreenName.PAY, Leave("a"))
        clock.pass_seconds(0.5)
    assert sent == [EnterVoucher("a", "1"), EnterVoucher("a", "2"), Leave("a")]


def test_the_second_half_of_a_double_tap_means_nothing_to_what_the_first_has_brought(
    stage: Stage,
) -> None:
    stage.show(WALK["choose"])
    stage.tap(touch.PACKAGE + "classic")
    stage.show(WALK["pay-picking"])
    stage.tap(touch.PAY_CANCEL)
    assert stage.sent == [Choose(samples.SESSION, "classic")]
    stage.clock.pass_seconds(0.4)
    stage.tap(touch.PAY_CANCEL)
    assert stage.sent[1:] == [Leave(samples.SESSION)]


def test_an_intent_that_changed_nothing_can_be_sent_again_after_a_while() -> None:
    sent: list[Intent] = []
    clock = HandClock()
    taps = Taps(sent.append, clock)
    taps.look_at("a", ScreenName.ARRANGE, "arrange")
    for pause in (0, 1.5, 1.0):
        clock.pass_seconds(pause)
        taps.send("a", ScreenName.ARRANGE, Print("a"))
    assert len(sent) == 2


@pytest.mark.parametrize("name", WALK)
def test_the_way_on_is_there_wherever_a_guest_has_one(stage: Stage, name: str) -> None:
    stage.show(WALK[name])
    way = touch.way_on(WALK[name], "classic", PaymentMethod.QRIS)
    if isinstance(way, touch.Tap) and not name.endswith("composing"):
        assert any(stage.find(each) for each in way.names)
