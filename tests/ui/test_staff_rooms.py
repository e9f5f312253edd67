"""The staff's rooms by touch: every answer in two taps, and what is asked for there, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.booth.staff.about_view import CopyLogs
from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.sessions_view import LookForSessions, OpenSession
from kiosk.booth.staff.showcase_view import ClearShowcase
from kiosk.booth.staff.till_view import Deed, DoDeed, Why
from kiosk.booth.staff.view import Gate, GateState, StaffView
from kiosk.booth.view import Check
from kiosk.ui.staff import touch
from kiosk.ui.staff.words.till import date_words
from tests.ui import staff_room_samples as rooms, staff_till_samples as tills
from tests.ui.conftest import OpenStage, Stage
from tests.ui.staff_finger import StaffFinger
from tests.ui.staff_samples import card

SIZES = [(540, 960), (960, 540), (640, 400)]
WELL = rooms.inside(rooms.home(), card())


@pytest.fixture
def finger(stage: Stage, tmp_path: Path) -> StaffFinger:
    return finger_on(stage, tmp_path)


def finger_on(stage: Stage, folder: Path) -> StaffFinger:
    stage.show_staff(StaffView(Gate(GateState.ASKING)))
    stage.show_staff(WELL)
    return StaffFinger(stage.screen, stage.bot, folder / "pictures")


def page(stage: Stage) -> str:
    return str(stage.screen.staff.page)


@pytest.mark.parametrize("size", SIZES)
def test_any_page_is_two_taps_away(
    open_stage: OpenStage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = finger_on(stage, tmp_path)
    assert page(stage) == "home"
    for room, name in (
        (touch.TILL, "till"),
        (touch.SESSIONS, "sessions"),
        (touch.PRINTERS, "printers"),
        (touch.REST, "more"),
        (touch.HOME, "home"),
    ):
        finger.tap(room)
        assert page(stage) == name
    for way, name in (
        (touch.MORE_SHOWCASE, "showcase"),
        (touch.MORE_SYNC, "sync"),
        (touch.MORE_ABOUT, "about"),
    ):
        finger.tap(touch.REST)
        finger.tap(way)
        assert page(stage) == name


@pytest.mark.parametrize(
    ("check", "asked", "leads"),
    [
        (Check.CAMERA, [RestartCamera()], "home"),
        (Check.CLOUD, [RetryCloud()], "home"),
        (Check.PAYMENT, [], "till"),
        (Check.MEDIA, [], "printers"),
        (Check.LICENCE, [], "about"),
        (Check.SETTINGS, [], "more"),
    ],
)
def test_what_fails_is_named_with_the_button_that_mends_it(
    stage: Stage, finger: StaffFinger, check: Check, asked: list[object], leads: str
) -> None:
    assert finger.names(touch.MEND) == []
    stage.show_staff(rooms.inside(rooms.home(check), card()))
    assert "1 perlu dilihat" in finger.words()
    assert finger.names(touch.MEND) == [touch.MEND + check.value]
    for _ in range(2):
        if page(stage) == "home":
            finger.tap(touch.MEND + check.value)
    assert stage.asked == asked
    assert page(stage) == leads


def test_who_waits_is_said_at_home_and_leads_to_the_till(stage: Stage, finger: StaffFinger) -> None:
    assert finger.names(touch.OWED) == []
    stage.show_staff(rooms.inside(rooms.home(), card(), till=tills.till(*tills.CLAIMS)))
    finger.tap(touch.OWED)
    assert page(stage) == "till"


def test_that_nobody_pays_is_said_at_home_with_who_and_when_and_leads_to_the_event(
    stage: Stage, finger: StaffFinger
) -> None:
    assert finger.names(touch.FREE) == []
    stage.show_staff(rooms.inside(rooms.home(), card(), event=rooms.FREE))
    said = date_words(rooms.FREE.now.free_since)
    assert f"Dinyalakan Sari, {said}" in finger.words()
    finger.tap(touch.FREE)
    assert page(stage) == "event"


def test_guests_prints_are_taken_off_the_attract_screen_by_holding_alone(
    stage: Stage, finger: StaffFinger
) -> None:
    stage.show_staff(rooms.inside(rooms.SHOWING, card()))
    finger.tap(touch.REST)
    finger.tap(touch.MORE_SHOWCASE)
    finger.tap(touch.SHOWCASE_CLEAR)
    assert stage.asked == []
    finger.hold(touch.SHOWCASE_CLEAR)
    assert stage.asked == [ClearShowcase()]
    stage.show_staff(WELL)
    assert finger.names(touch.SHOWCASE_CLEAR) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_guest_who_comes_back_gets_a_new_print(
    open_stage: OpenStage, tmp_path: Path, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = finger_on(stage, tmp_path)
    finger.tap(touch.SESSIONS)
    assert stage.asked == [LookForSessions()]
    stage.show_staff(rooms.inside(rooms.listed(rooms.found()), card()))
    finger.tap(touch.SESSION + rooms.SESSION)
    assert stage.asked[-1] == OpenSession(rooms.SESSION)
    stage.show_staff(rooms.inside(rooms.opened(rooms.PAGE_DELIVERED), card()))
    finger.tap(touch.SESSION_HELP)
    finger.tap(touch.DEED + Deed.REPRINT.value)
    finger.tap(touch.DEED_CONFIRM)
    assert isinstance(stage.asked[-1], OpenSession)
    finger.hold(touch.DEED_CONFIRM)
    asked = [each for each in stage.asked if isinstance(each, DoDeed)]
    assert asked == [DoDeed(rooms.SESSION, Deed.REPRINT, Why.BAD_PRINT)]
    assert page(stage) == "session"
    stage.show_staff(rooms.inside(rooms.opened(rooms.BUSY), card()))
    assert finger.names(touch.DEED) == []
    assert any("Sedang dicatat" in words for words in finger.words())


def test_what_is_owed_is_settled_at_the_till(stage: Stage, finger: StaffFinger) -> None:
    owed = rooms.inside(rooms.opened(rooms.OWED), card())
    stage.show_staff(owed)
    finger.tap(touch.SESSIONS)
    stage.screen.staff.open_session(rooms.SESSION)
    stage.show_staff(rooms.inside(rooms.opened(rooms.OWED), card(prints_left=2)))
    assert finger.names(touch.SESSION_HELP) == []
    assert finger.names(touch.SESSION_TILL) == [touch.SESSION_TILL]


def test_sessions_are_turned_by_day_hour_and_page_and_found_again(
    stage: Stage, finger: StaffFinger
) -> None:
    finger.tap(touch.SESSIONS)
    stage.show_staff(rooms.inside(rooms.listed(rooms.found()), card()))
    finger.tap(touch.OLDER)
    older = LookForSessions(page=1)
    assert stage.asked[-1] == older
    stage.show_staff(rooms.inside(rooms.listed(rooms.found(older)), card()))
    assert "25–42 dari 42" in finger.words()
    assert finger.names(touch.OLDER) == []
    finger.tap(touch.SESSION + "session-30")
    finger.tap(touch.SESSION_BACK)
    assert stage.asked[-1] == older
    finger.tap(touch.HOUR + "11")
    assert stage.asked[-1] == LookForSessions(hour=11)
    finger.tap(touch.DAY_EARLIER)
    assert stage.asked[-1] == LookForSessions(days_ago=1)


def test_pictures_are_read_small_and_off_the_gui_thread(stage: Stage, finger: StaffFinger) -> None:
    finger.tap(touch.SESSIONS)
    stage.show_staff(rooms.inside(rooms.listed(rooms.found()), card()))
    finger.wait_for(touch.SESSION + rooms.SESSION)
    pictures = list(_pictures(stage.screen.window.contentItem(), stage.data_dir))
    assert len(pictures) > 10
    for picture in pictures:
        assert picture.property("asynchronous")
        assert 0 < picture.property("sourceSize").height() < 400


def _pictures(item: QQuickItem, folder: Path) -> Iterator[QQuickItem]:
    if item.inherits("QQuickImage") and str(folder) in item.property("source").toString():
        yield item
    for child in item.childItems():
        yield from _pictures(child, folder)


def test_the_cloud_is_tried_now_and_the_logs_are_copied_once(
    stage: Stage, finger: StaffFinger
) -> None:
    finger.tap(touch.REST)
    finger.tap(touch.MORE_SYNC)
    stage.show_staff(rooms.inside(rooms.synced(rooms.OFFLINE), card()))
    assert any("37 detik" in words for words in finger.words())
    finger.tap(touch.SYNC_NOW)
    stage.show_staff(rooms.inside(rooms.synced(rooms.SENDING), card()))
    assert finger.names(touch.SYNC_NOW) == []
    finger.tap(touch.MORE_BACK)
    finger.tap(touch.MORE_ABOUT)
    for _ in range(2):
        finger.tap(touch.COPY_LOGS)
    assert stage.asked == [RetryCloud(), CopyLogs()]
