"""The table of prints, the question about showing one, and how far the print is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickItem

from kiosk.booth.view import AtPrinter, Begin, Finish, InLine, PrintProgress, ShowPrint, View
from kiosk.domain.session import Job, Printing
from kiosk.ui import touch
from tests.ui import samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.test_words import texts

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
SIZES = [(540, 960), (960, 540), (640, 400)]
SHEET_ITEMS = 20
"""A print that is spread out has more, one that is not has fewer."""


def laid(stage: Stage) -> list[QQuickItem]:
    """The prints that lie on the attract screen's table, the newest on top."""
    root = stage.screen.window.contentItem()
    found = [item for item in everything(root) if item.property("turnNumber") is not None]
    seen = [item for item in found if item.isVisible() and item.opacity() > 0]
    return sorted(seen, key=lambda item: item.property("turnNumber"), reverse=True)


def everything(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(below for child in item.childItems() for below in everything(child))]


@pytest.mark.parametrize("size", SIZES)
def test_a_touch_anywhere_wakes_the_booth(open_stage: OpenStage, size: tuple[int, int]) -> None:
    stage = open_stage(size)
    for at in (QPoint(size[0] // 2, 5), QPoint(size[0] - 4, size[1] - 4), QPoint(9, size[1] // 2)):
        stage.show(View(samples.PACKAGES))
        stage.tap_at(at)
        stage.clock.pass_seconds(3)
    assert stage.sent == [Begin()] * 3


def test_prints_that_may_be_shown_lie_among_the_booths_own(stage: Stage) -> None:
    stage.show(WALK["attract-shown"])
    stage.bot.waitUntil(lambda: len(laid(stage)) == 5)
    shown = [item.property("what") for item in laid(stage)]
    assert sum(isinstance(what, str) for what in shown) in (2, 3)
    stage.show(View(samples.PACKAGES))
    assert not [item for item in laid(stage) if isinstance(item.property("what"), str)]


def test_what_can_no_longer_be_sold_is_taken_off_the_table_in_silence(stage: Stage) -> None:
    stage.show(View(samples.PACKAGES))
    stage.bot.waitUntil(lambda: len(laid(stage)) == 5)
    stage.show(View(()))
    assert laid(stage) == []
    stage.show(View(samples.PACKAGES[:1]))
    stage.bot.waitUntil(lambda: len(laid(stage)) >= 4)
    stage.show(replace(WALK["resting"], packages=()))
    stage.show(View(samples.PACKAGES))
    stage.bot.waitUntil(lambda: len(laid(stage)) >= 4)


@pytest.mark.qt_log_ignore("JPEG data", "Error decoding", extend=True)
def test_a_print_that_is_gone_or_unreadable_is_left_out_in_silence(stage: Stage) -> None:
    (stage.data_dir / "torn.jpg").write_bytes(b"\xff\xd8no picture")
    stage.show(replace(WALK["attract-shown"], showcase=("torn.jpg",)))
    assert all(not isinstance(item.property("what"), str) for item in laid(stage))
    assert laid(stage)
    stage.tap(touch.ATTRACT)
    assert stage.sent == [Begin()]


def test_one_print_after_the_other_is_laid_unless_motion_is_reduced(open_stage: OpenStage) -> None:
    for still in (True, False):
        stage = open_stage(reduced_motion=still)
        stage.show(View(samples.PACKAGES))
        stage.bot.waitUntil(lambda stage=stage: len(laid(stage)) == 5)
        newest = laid(stage)[0].property("turnNumber")
        table = laid(stage)[0].parentItem()
        assert table.property("moves") is not still
        table.setProperty("laid", table.property("laid") + 1)
        stage.draw()
        assert laid(stage)[0].property("turnNumber") == newest + 1
        assert len(laid(stage)) == (5 if still else 6), "the one below goes when it is covered"


def test_the_next_print_is_made_before_it_is_laid_and_none_is_turned_as_it_slides(
    stage: Stage,
) -> None:
    stage.show(View(samples.PACKAGES))
    stage.bot.waitUntil(lambda: len(laid(stage)) == 5)
    table = laid(stage)[0].parentItem()
    stage.bot.waitUntil(lambda: len(prints(table)) == 6)
    table.setProperty("laid", table.property("laid") + 1)
    stage.bot.waitUntil(lambda: len(laid(stage)) == 5)
    (next_one,) = set(prints(table)) - set(laid(stage))
    assert next_one.property("content") == table.property("laid") + 1
    stage.bot.waitUntil(lambda: len(everything(next_one)) > SHEET_ITEMS)
    made = everything(next_one)
    turns = [item.rotation() for item in made]
    table.setProperty("laid", table.property("laid") + 1)
    stage.draw()
    assert next_one.property("offset") > 0
    assert everything(next_one) == made
    assert [item.rotation() for item in made] == turns


def prints(table: QQuickItem) -> list[QQuickItem]:
    return [item for item in table.childItems() if item.property("turnNumber") is not None]


@pytest.mark.parametrize("size", SIZES)
def test_the_answer_to_showing_is_no_until_it_is_touched_and_no_again_after(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    stage.show(WALK["takehome"])
    assert "Tidak" in texts(stage)
    stage.tap(touch.TAKE_HOME_SHOW)
    stage.tap(touch.TAKE_HOME_SHOW)  # half of a double tap
    assert stage.sent == [ShowPrint(samples.SESSION, shown=True)]
    stage.show(WALK["takehome-shown"])
    assert "Boleh" in texts(stage)
    assert "Tidak" not in texts(stage)
    stage.clock.pass_seconds(1)
    stage.tap(touch.TAKE_HOME_SHOW)
    stage.clock.pass_seconds(1)
    stage.tap(touch.TAKE_HOME_DONE)
    assert stage.sent[1:] == [ShowPrint(samples.SESSION, shown=False), Finish(samples.SESSION)]


def test_where_showing_is_not_asked_nothing_asks(stage: Stage) -> None:
    stage.show(replace(WALK["takehome"], shown=None))
    assert stage.find(touch.TAKE_HOME_SHOW) is None
    assert stage.find(touch.TAKE_HOME_DONE) is not None


@pytest.mark.parametrize(
    ("name", "said"),
    [("takehome", "Sebentar lagi fotomu di sana."), ("takehome-offline", "Booth sedang offline.")],
)
def test_the_guest_hears_whether_the_picture_can_be_on_its_way(
    stage: Stage, name: str, said: str
) -> None:
    stage.show(WALK[name])
    assert [text for text in texts(stage) if text.startswith(said)]


SENT, ACCEPTED = Job("job", "p", 2), Job("job", "p", 2, 7)


@pytest.mark.parametrize(
    ("job", "progress", "step", "said"),
    [
        (SENT, None, "sending", "Tunggu di sini, ya."),
        (SENT, InLine(2), "sending", "Giliranmu setelah 2 orang lagi."),
        (ACCEPTED, AtPrinter(False, 0, 9.0), "at-printer", "Printernya bersiap"),  # noqa: FBT003
        (ACCEPTED, AtPrinter(True, 0, 9.0), "printing", "2 lembar, satu per satu."),  # noqa: FBT003
        (ACCEPTED, AtPrinter(True, 1, 9.0), "printing", "1 dari 2 lembar sudah keluar."),  # noqa: FBT003
        (replace(ACCEPTED, copies=1), AtPrinter(True, 0, 9.0), "printing", "1 dari 2 lembar"),  # noqa: FBT003
    ],
)
def test_the_print_is_as_far_as_the_booth_knows_and_the_sheet_moves_no_sooner(
    stage: Stage, job: Job, progress: PrintProgress | None, step: str, said: str
) -> None:
    bought = replace(samples.order(), package=replace(samples.CLASSIC, copies=2))
    state = Printing(bought, samples.picture(), job)
    stage.show(samples.of(state, print_progress=progress))
    assert [text for text in texts(stage) if text.startswith(said)]
    printing = stage.screen.booth.printing
    assert printing.step == step
    assert printing.seconds == job.copies * (9.0 if isinstance(progress, AtPrinter) else 15.0)
    front = next(
        item
        for item in everything(stage.screen.window.contentItem())
        if item.property("sheetHeld") is not None and item.isVisible()
    )
    goes_down = front.property("sheetPlace").y() > front.property("start") + 1
    assert goes_down is (step == "printing")
