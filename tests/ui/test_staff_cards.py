"""What staff ask with one touch, and what the cards say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from kiosk.booth.staff import view as v
from kiosk.domain.faults import Fault
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration
from kiosk.ui.staff import touch
from kiosk.ui.staff.card import StaffCardModel
from kiosk.ui.touch import middle_of
from tests.ui.conftest import Stage
from tests.ui.staff_samples import DNP, FOUND, OFFICE, RIGHT, SPARE, card, inside
from tests.ui.test_words import texts


@pytest.fixture
def stage(stage: Stage) -> Stage:
    """At the printers."""
    stage.show_staff(inside())
    stage.screen.staff.open_printers()
    return stage


AT_ONCE = [
    (card(), touch.TEST, v.PrintTestPage("left")),
    (card(), touch.PAUSE, v.Pause("left")),
    (card(doing=v.Doing.PAUSED), touch.RESUME, v.Resume("left")),
    (card(doing=v.Doing.WAITS, faults=(Fault.OTHER,)), touch.RESUME, v.Resume("left")),
    (card(doing=v.Doing.RESTING), touch.RESUME, v.Resume("left")),
]
RARE = [
    (touch.FIRST, "spare", v.MakeDefault("spare")),
    (touch.UP, "spare", v.MoveUp("spare")),
    (touch.FIRST, "right", v.MakeDefault("right")),
]


@pytest.mark.parametrize(("shown", "item", "request_"), AT_ONCE)
def test_a_double_tap_asks_once(
    stage: Stage, shown: v.PrinterCard, item: str, request_: v.Request
) -> None:
    stage.show_staff(inside(shown))
    stage.tap(item + "left")
    stage.tap(item + "left")
    assert stage.asked == [request_]


@pytest.mark.parametrize(("item", "printer_id", "request_"), RARE)
def test_rare_actions_are_behind_the_last_tile(
    stage: Stage, item: str, printer_id: str, request_: v.Request
) -> None:
    stage.show_staff(inside(card(), RIGHT, SPARE))
    assert stage.find(item + printer_id) is None
    stage.tap(touch.MORE + printer_id)
    stage.draw()
    stage.tap(item + printer_id)
    assert stage.asked == [request_]


def test_only_what_makes_sense_is_offered(stage: Stage) -> None:
    stage.show_staff(inside(card(), RIGHT))
    stage.tap(touch.MORE + "left")
    stage.tap(touch.MORE + "right")
    stage.draw()
    assert stage.find(touch.FIRST + "left") is None  # it is
    assert stage.find(touch.UP + "right") is None  # that would be the first place


def test_paper_can_be_loaded_while_a_page_waits_for_it(stage: Stage) -> None:
    stage.show_staff(inside(card(task=v.Task.TEST_PAGE, doing=v.Doing.WAITS)))
    assert stage.find(touch.REFILL + "left") is not None
    assert stage.find(touch.RESUME + "left") is not None
    stage.show_staff(inside(card(task=v.Task.REMOVING)))
    assert stage.find(touch.REFILL + "left") is None


@pytest.mark.parametrize("shown", [card(waiting=1), card(task=v.Task.TEST_PAGE)])
def test_no_page_of_staffs_between_guests_prints(stage: Stage, shown: v.PrinterCard) -> None:
    stage.show_staff(inside(shown))
    assert stage.find(touch.TEST + "left") is None


def test_a_touch_outlives_news_about_this_printer_and_others(stage: Stage) -> None:
    stage.show_staff(inside(card()))
    item = stage.find(touch.PAUSE + "left")
    assert item is not None
    at, window = middle_of(item), stage.screen.window
    QTest.touchEvent(window, stage.finger).press(0, at, window).commit()
    stage.show_staff(inside(card(prints_left=311), RIGHT))
    QTest.touchEvent(window, stage.finger).release(0, at, window).commit()
    assert stage.asked == [v.Pause("left")]


def test_a_touch_on_a_device_outlives_the_next_find(stage: Stage) -> None:
    looking = v.Search(v.Searching.LOOKING, FOUND[:1])
    stage.show_staff(inside(search=looking))
    stage.screen.staff.open_search()
    stage.draw()
    item = stage.find(touch.FOUND + DNP.uri)
    assert item is not None
    at, window = middle_of(item), stage.screen.window
    QTest.touchEvent(window, stage.finger).press(0, at, window).commit()
    stage.show_staff(inside(search=v.Search(v.Searching.DONE, FOUND)))
    QTest.touchEvent(window, stage.finger).release(0, at, window).commit()
    assert stage.screen.staff.page == "confirm"


def test_a_device_without_driver_or_in_use_cannot_be_added(stage: Stage) -> None:
    used = replace(FOUND[0], registered=True)
    stage.show_staff(inside(search=v.Search(v.Searching.DONE, (used, FOUND[2]))))
    stage.screen.staff.open_search()
    stage.draw()
    for uri in (DNP.uri, OFFICE.uri):
        assert stage.find(touch.FOUND + uri) is None
        stage.screen.staff.open_confirm(uri)
        assert stage.screen.staff.page == "search"


def test_name_and_media_are_chosen_before_adding(stage: Stage) -> None:
    stage.show_staff(inside(search=v.Search(v.Searching.DONE, FOUND)))
    stage.screen.staff.open_confirm(DNP.uri)
    stage.draw()
    for item in (touch.NAME + "Printer kanan", touch.MEDIA + "6x8", touch.CONFIRM):
        stage.tap(item)
        stage.draw()
    assert stage.asked == [v.AddPrinter(DNP.uri, "Printer kanan", Media.SIX_BY_EIGHT)]


def test_a_failed_add_says_so_and_can_be_tried_again(stage: Stage) -> None:
    search = v.Search(v.Searching.DONE, FOUND)
    stage.show_staff(inside(search=search, report=v.Report(1, v.Outcome.ADDED, "old")))
    stage.screen.staff.open_confirm(DNP.uri)
    stage.show_staff(inside(search=replace(search, adding=DNP.uri)))
    assert stage.find(touch.CONFIRM) is None
    stage.show_staff(inside(search=search, report=v.Report(2, v.Outcome.ADD_FAILED, "", "why")))
    assert stage.find(touch.CONFIRM) is not None
    assert any("Belum bisa dipasang" in text for text in texts(stage))


def test_a_refill_is_a_kit_and_a_number(stage: Stage) -> None:
    stage.show_staff(inside(card(prints_left=12)))
    stage.tap(touch.REFILL + "left")
    stage.draw()
    taps = (touch.MEDIA + "6x8", touch.PRESET + "200", touch.STEP + "-10", touch.STEP + "1")
    for item in (*taps, touch.REFILL_SAVE):
        stage.tap(item)
        stage.draw()
    assert stage.asked == [v.Load("left", Media.SIX_BY_EIGHT, 191)]
    assert stage.screen.staff.page == "printers"


def test_a_calibration_is_told_before_its_page_is_printed(stage: Stage) -> None:
    stage.show_staff(inside(card()))
    stage.screen.staff.open_calibrate("left")
    stage.draw()
    for name, taps in (("right", 3), ("down", 1), ("size", 2)):
        for _ in range(taps):
            stage.tap((touch.LESS if name == "down" else touch.GREATER) + name)
            stage.draw()
    stage.tap(touch.CALIBRATE_PRINT)
    told = v.Calibrate("left", Calibration(0.3, -0.1, 1.002))
    assert stage.asked == [told, v.PrintCalibrationPage("left")]
    stage.tap(touch.CALIBRATE_SAVE)
    assert stage.asked[2:] == []  # it is saved already


def test_a_slider_follows_the_finger(stage: Stage) -> None:
    stage.show_staff(inside(card()))
    stage.screen.staff.open_calibrate("left")
    stage.draw()
    track = stage.find(touch.TRACK + "right")
    assert track is not None
    window = stage.screen.window
    seen = []
    middle = middle_of(track)
    QTest.touchEvent(window, stage.finger).press(0, middle, window).commit()
    for share in (0.5, 0.6, 0.7, 0.8, 1.5):
        at = track.mapToScene(QPointF(share * track.width(), track.height() / 2)).toPoint()
        QTest.touchEvent(window, stage.finger).move(0, at, window).commit()
        stage.draw()  # a finger's moves are heard with the frame
        seen.append(stage.screen.staff.calibrate.right_mm)
    QTest.touchEvent(window, stage.finger).release(0, at, window).commit()
    assert seen == sorted(seen)
    assert seen[3] == pytest.approx(3.0, abs=0.2)
    assert seen[-1] == 5.0
    stage.tap_at(track.mapToScene(QPointF(2, 2)).toPoint() + QPoint(0, 5))
    assert stage.screen.staff.calibrate.right_mm == pytest.approx(-4.9, abs=0.1)


def test_a_printer_goes_only_after_a_second_question(stage: Stage) -> None:
    stage.show_staff(inside(card()))
    for item in (touch.MORE + "left", touch.REMOVE + "left", touch.REMOVE_NO):
        stage.tap(item)
        stage.draw()
    assert stage.asked == []
    for item in (touch.MORE + "left", touch.REMOVE + "left", touch.REMOVE_YES):
        stage.tap(item)
        stage.draw()
    assert stage.asked == [v.RemovePrinter("left")]


def test_a_printer_with_prints_waiting_does_not_go(stage: Stage) -> None:
    stage.show_staff(inside(card(waiting=2)))
    stage.screen.staff.open_remove("left")
    stage.draw()
    assert stage.find(touch.REMOVE_YES) is None


def test_a_card_puts_forward_the_one_thing_to_do(stage: Stage) -> None:
    def emphasis(shown: v.PrinterCard, **more: object) -> str:
        stage.show_staff(inside(shown, **more))
        model = stage.screen.staff.printers.at("left")
        assert isinstance(model, StaffCardModel)
        return model.emphasis

    added = v.Report(1, v.Outcome.ADDED, "DNP DS620")
    tested = v.Report(2, v.Outcome.TEST_PRINTED, "DNP DS620")
    assert emphasis(card()) == ""
    assert emphasis(card(), report=added) == "test"
    assert emphasis(card(), report=tested) == ""
    assert emphasis(card(doing=v.Doing.PAUSED)) == "resume"
    assert emphasis(card(prints_left=39)) == "refill"
    assert emphasis(card(prints_left=None)) == "refill"
    assert emphasis(card(prints_left=None, counts_itself=True)) == ""
    assert emphasis(card(doing=v.Doing.WAITS, faults=(Fault.MEDIA_EMPTY,))) == "refill"


@pytest.mark.parametrize(
    ("loaded", "left", "low"), [(54, 6, False), (54, 5, True), (700, 69, True)]
)
def test_low_is_a_tenth_of_what_was_loaded(
    stage: Stage, loaded: int, left: int, *, low: bool
) -> None:
    for prints_left in (3, loaded, left):
        stage.show_staff(inside(card(prints_left=prints_left)))
    model = stage.screen.staff.printers.at("left")
    assert isinstance(model, StaffCardModel)
    assert model.low is low


def test_bad_news_stays_until_it_is_put_away_or_the_page_is_turned(stage: Stage) -> None:
    report = stage.screen.staff.report
    stage.show_staff(inside(card(), report=v.Report(1, v.Outcome.PRINT_FAILED, "DNP DS620")))
    assert report.open
    stage.tap(touch.REPORT_CLOSE)
    assert not report.open
    stage.show_staff(inside(card(), report=v.Report(2, v.Outcome.PRINT_FAILED, "DNP DS620")))
    assert report.open  # the same again is told again
    stage.tap(touch.ADD)
    assert not report.open  # over the next page it would be in the way


def test_silent_cups_is_said_with_what_it_means(stage: Stage) -> None:
    stage.show_staff(inside(card(doing=v.Doing.UNKNOWN)))
    assert any("aman" in text for text in texts(stage))
    stage.show_staff(inside(card()))
    assert not any("aman" in text for text in texts(stage))
