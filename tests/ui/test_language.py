"""Two languages: one touch changes everything that is read. What each screen says: test_glass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.booth.staff.view import Gate, GateState, StaffView
from kiosk.booth.view import View
from kiosk.ui import touch
from kiosk.ui.language import Language, Speaking
from kiosk.ui.staff import touch as staff_touch
from kiosk.ui.times import clock, day_and_clock
from kiosk.ui.words import sheet_words
from tests.ui import samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.fitting import words_on

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
FIRST = {view_name.split("-")[0]: view_name for view_name in reversed(WALK)}.values()
ID, EN = Language.INDONESIAN, Language.ENGLISH


def test_one_touch_on_any_screen_changes_the_language_and_nothing_else(
    open_stage: OpenStage,
) -> None:
    in_english = walked(open_stage(language=EN))
    stage = open_stage()
    for name in FIRST:
        stage.show(WALK[name])
        before = said_on(stage)
        stage.tap(touch.LANGUAGE)
        stage.draw()
        assert said_on(stage) == in_english[name], name
        stage.tap(touch.LANGUAGE)
        stage.draw()
        assert said_on(stage) == before, name
    assert stage.sent == []


def test_the_language_ends_with_the_session(stage: Stage) -> None:
    stage.show(WALK["attract"])
    stage.tap(touch.LANGUAGE)
    stage.show(WALK["choose"])
    stage.show(WALK["takehome"])
    assert "Done" in said_on(stage)
    stage.show(WALK["attract"])
    assert "Sentuh untuk mulai" in said_on(stage)


def test_whoever_picks_a_language_and_goes_leaves_it_as_it_was(stage: Stage) -> None:
    stage.show(WALK["attract"])
    stage.screen.language.switch()
    stage.screen.language.left_alone()
    stage.draw()
    assert "Sentuh untuk mulai" in said_on(stage)
    stage.show(WALK["pay"])
    stage.screen.language.switch()
    stage.screen.language.left_alone()
    assert stage.screen.language.language is EN


def test_staff_speak_their_own_language(stage: Stage) -> None:
    stage.show(WALK["pay"])
    stage.tap(touch.LANGUAGE)
    stage.show_staff(StaffView(Gate(GateState.ASKING)))
    assert "PIN petugas" in said_on(stage)
    stage.tap(staff_touch.LANGUAGE)
    stage.draw()
    assert "Staff PIN" in said_on(stage)
    stage.show_staff(StaffView())
    assert "Scan to pay" in said_on(stage)
    stage.show_staff(StaffView(Gate(GateState.ASKING)))
    assert "PIN petugas" in said_on(stage)


def test_a_booth_may_speak_english_itself(open_stage: OpenStage) -> None:
    stage = open_stage(language=EN)
    stage.show(WALK["attract"])
    assert "Touch to start" in said_on(stage)
    stage.tap(touch.LANGUAGE)
    stage.draw()
    assert "Sentuh untuk mulai" in said_on(stage)


def test_the_live_picture_and_the_count_go_on(stage: Stage) -> None:
    stage.show(WALK["shoot-1"])
    shoot, moved = stage.screen.booth.shoot, []
    shoot.ticked.connect(lambda: moved.append(shoot.number))
    items = set(living(stage.screen.window.contentItem()))
    asked = set(stage.camera.asked)
    stage.tap(touch.LANGUAGE)
    stage.draw()
    assert "Photo 1 of 3" in said_on(stage)
    assert moved == []
    assert set(living(stage.screen.window.contentItem())) == items
    assert set(stage.camera.asked) == asked


def test_amounts_are_written_alike_in_both(stage: Stage) -> None:
    stage.show(WALK["pay"])
    stage.tap(touch.LANGUAGE)
    assert "Rp 35.000" in said_on(stage)


def test_a_guest_keeps_the_language_through_every_step() -> None:
    speaking = Speaking(ID).seeing(WALK["attract"]).switched()
    for view in (v for v in WALK.values() if v.session_id is not None):
        speaking = speaking.seeing(view)
        assert speaking.now is EN
    assert speaking.seeing(View(())).now is ID


def walked(stage: Stage) -> dict[str, set[str]]:
    """What each screen says, in a window that is closed after it."""
    said: dict[str, set[str]] = {}
    for name in FIRST:
        stage.show(WALK[name])
        said[name] = said_on(stage)
    stage.screen.close()
    stage.bot.waitUntil(lambda: stage.screen.closed)
    return said


def living(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from living(child)


def said_on(stage: Stage) -> set[str]:
    return {said.text for said in words_on(stage.screen.window)}


def test_dates_and_times_are_written_as_the_language_writes_them(stage: Stage) -> None:
    at = datetime(2026, 8, 5, 9, 7).astimezone()
    assert (clock(at), day_and_clock(at)) == ("09.07", "05/08 09.07")
    stage.screen.language.switch()
    assert (clock(at), day_and_clock(at)) == ("09:07", "05/08 09:07")


@pytest.mark.parametrize(("n", "said"), [(1, "1 print 4×6"), (2, "2 prints 4×6")])
def test_counts_have_their_plural(stage: Stage, n: int, said: str) -> None:
    stage.screen.language.switch()
    assert sheet_words(replace(samples.CLASSIC, copies=n)) == said
