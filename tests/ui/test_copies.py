"""A guest sets how many copies before choosing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF

from kiosk.booth.view import Choose, View
from kiosk.ui import touch
from tests.ui import samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.test_words import texts

LESS, MORE = touch.COPIES_LESS + "classic", touch.COPIES_MORE + "classic"
CHOOSE = touch.PACKAGE + "classic"
VIEW = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))["choose-copies"]


def test_the_price_follows_the_copies_and_both_are_chosen(stage: Stage) -> None:
    stage.show(VIEW)
    assert "Rp 35.000" in texts(stage)
    stage.tap(MORE)
    stage.tap(MORE)
    stage.draw()
    assert "Rp 65.000" in texts(stage)
    assert [text for text in texts(stage) if "3 lembar 4×6" in text]
    stage.tap(LESS)
    stage.tap(CHOOSE)
    assert stage.sent == [Choose(samples.SESSION, "classic", 2)]


def test_there_are_never_fewer_than_the_package_has_nor_more_than_are_sold(stage: Stage) -> None:
    stage.show(VIEW)
    assert stage.find(LESS) is None
    for _ in range(3):
        stage.tap(MORE)
    assert stage.find(MORE) is None
    stage.screen.booth.attract.packages[0].step(1)
    stage.tap(CHOOSE)
    assert stage.sent == [Choose(samples.SESSION, "classic", 4)]


@pytest.mark.parametrize("name", ["choose-copies", "choose-four"])
@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400)])
def test_a_finger_that_misses_a_key_chooses_nothing(
    open_stage: OpenStage, name: str, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    stage.show(dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))[name])
    more = stage.find(MORE)
    assert more is not None
    assert more.height() >= 12 * min(size) / 100
    stepper = more.parentItem()
    for x in range(2, int(stepper.width()), 9):
        for y in range(2, int(stepper.height()), 9):
            stage.tap_at(stepper.mapToScene(QPointF(x, y)).toPoint())
    assert stage.sent == []


def test_the_next_guest_begins_with_what_the_package_has(stage: Stage) -> None:
    stage.show(VIEW)
    stage.tap(MORE)
    stage.show(replace(View(VIEW.packages), session_id=None))
    stage.show(replace(VIEW, session_id="another"))
    stage.tap(CHOOSE)
    assert stage.sent == [Choose("another", "classic", 1)]


def test_what_costs_nothing_is_free_in_a_guests_word(stage: Stage) -> None:
    stage.show(replace(VIEW, packages=samples.MENU))
    assert "Gratis" in texts(stage)
