"""The pages Camera and Event by real touches and keys: what is asked, and what is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.booth.staff.camera_view import (
    CameraDoing,
    ChooseCamera,
    LookForCameras,
    SetMirror,
    SetOffset,
    TakeProof,
)
from kiosk.booth.staff.event_view import EventView, Saved, SaveEvent
from kiosk.booth.staff.view import Request, StaffView
from kiosk.booth.view import View
from kiosk.domain.templates import Anchor, Colour, Text, Weight
from kiosk.ui.staff import touch
from tests.ui import samples, staff_settings_samples as mood
from tests.ui.conftest import OpenStage, Stage
from tests.ui.staff_finger import StaffFinger

SIZES = [(540, 960), (960, 540), (640, 400)]


def fingers(stage: Stage) -> StaffFinger:
    return StaffFinger(stage.screen, stage.bot, stage.data_dir / "pictures")


def at_camera(stage: Stage, view: StaffView | None = None) -> StaffFinger:
    stage.show_staff(view or mood.inside())
    stage.screen.staff.open_camera()
    stage.draw()
    return fingers(stage)


def at_event(stage: Stage, view: StaffView | None = None) -> StaffFinger:
    stage.show_staff(view or mood.inside())
    stage.screen.staff.open_event()
    stage.draw()
    return fingers(stage)


def write(stage: Stage, finger: StaffFinger, field: str, text: str) -> None:
    """In the place of what stands there."""
    finger.tap(touch.FIELD + field)
    QTest.keyClick(stage.screen.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for key in text or [Qt.Key.Key_Delete]:
        QTest.keyClick(stage.screen.window, key)
    stage.draw()


def asked(stage: Stage, kind: type[Request]) -> Request:
    stage.bot.waitUntil(lambda: any(isinstance(each, kind) for each in stage.asked))
    return next(each for each in stage.asked if isinstance(each, kind))


@pytest.mark.parametrize("size", SIZES)
def test_a_camera_is_seen_chosen_and_tried_with_a_finger(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = at_camera(stage)
    assert stage.asked == [LookForCameras()]
    live = stage.screen.staff.camera.live_feed
    for _ in range(3):
        before = live.property("source")
        stage.camera.press()
        stage.bot.waitUntil(lambda before=before: live.property("source") != before)
    for name in (
        touch.CAMERA + mood.SECOND.source,
        touch.MIRROR_OFF,
        touch.CROP + "1",
        touch.CAMERA_SHOOT,
    ):
        finger.tap(name)
    assert stage.asked[1:] == [ChooseCamera(mood.SECOND.source), SetMirror(on=False), TakeProof()]
    assert stage.screen.staff.camera.property("crop_aspects") == [1.0]
    stage.show_staff(mood.inside(camera=replace(mood.CAMERA, proof=mood.proof())))
    finger.wait_for_words("66 ms sesudah yang tampil di layar")
    finger.tap(touch.BACK)
    assert not live.property("running"), "nobody looks at it any more"


def test_steps_of_the_offset_are_set_once_and_stay_within_what_a_camera_takes(
    stage: Stage,
) -> None:
    near_the_end = replace(mood.NOW, offset_ms=485)
    finger = at_camera(stage, mood.inside(camera=replace(mood.CAMERA, now=near_the_end)))
    for by in (10, 10, 1):
        finger.tap(f"{touch.STEP}{by}")
    assert asked(stage, SetOffset) == SetOffset(500)
    assert sum(isinstance(each, SetOffset) for each in stage.asked) == 1


def test_while_a_guest_is_served_nothing_can_be_touched_and_it_says_why(stage: Stage) -> None:
    finger = at_camera(stage, mood.inside(camera=replace(mood.CAMERA, guest_here=True)))
    finger.wait_for_words("Ada tamu di layar")
    wanted = (touch.CAMERA, touch.MIRROR_ON, touch.MIRROR_OFF, touch.STEP, touch.CAMERA_SHOOT)
    assert [name for prefix in wanted for name in finger.names(prefix)] == []
    busy = replace(mood.CAMERA, doing=CameraDoing.CHANGING, trying=mood.SECOND.source)
    stage.show_staff(mood.inside(camera=busy))
    finger.wait_for_words("Sedang dicoba…")
    assert finger.names(touch.CAMERA_SHOOT) == []


@pytest.mark.parametrize("size", SIZES)
def test_an_owner_types_prices_switches_and_saves_all_of_it(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    finger = at_event(stage)
    assert finger.names(touch.EVENT_SAVE) == [], "there is nothing to save"
    write(stage, finger, "event", "Rina & Budi")
    write(stage, finger, "price:classic", "4x0.000")
    finger.tap(touch.MORE_COPIES + "strip")
    finger.tap(touch.OFFER + "album")
    finger.tap(touch.KEEP + "90")
    finger.tap(touch.KEEP_LATER)
    finger.wait_for_words("Belum disimpan")
    finger.tap(touch.EVENT_SAVE)
    classic, strip, album = mood.TERMS.packages
    more = replace(strip, most_copies=3, extra_copy=15_000)  # one more is not for nothing
    changed = (replace(classic, price=40_000), more, replace(album, offered=True))
    after = replace(mood.TERMS, event="Rina & Budi", packages=changed, keep_days=90)
    after = replace(after, keep_at="05:00")
    assert stage.asked == [SaveEvent(mood.TERMS, after)]
    now = replace(mood.EVENT.now, terms=after)
    stage.show_staff(mood.inside(event=EventView(now, Saved(1))))
    assert finger.names(touch.EVENT_SAVE) == []
    finger.tap(touch.BACK)


def test_what_is_refused_is_said_at_its_field_and_nothing_typed_is_lost(stage: Stage) -> None:
    finger = at_event(stage)
    write(stage, finger, "event", "")
    write(stage, finger, "price:classic", "350000000")
    finger.tap(touch.EVENT_SAVE)
    stage.show_staff(mood.inside(event=mood.refused()))
    finger.wait_for_words("Tulis sesuatu dulu, ya.")
    finger.wait_for_words("Paling banyak Rp 20.000.000.")
    field = finger.find(touch.FIELD + "price:classic")
    assert field is not None
    assert field.property("text").replace(".", "") == "350000000"
    write(stage, finger, "event", "Rina")
    assert "Tulis sesuatu dulu, ya." not in finger.words()
    # News of something else, and another page, leave the draft alone.
    stage.show_staff(replace(mood.inside(event=mood.refused()), printers=()))
    stage.screen.staff.open_printers()
    finger = at_event(stage, mood.inside(event=mood.refused()))
    finger.wait_for_words("Belum disimpan")
    finger.tap(touch.EVENT_UNDO)
    stage.draw()
    field = finger.find(touch.FIELD + "event")
    assert field is not None
    assert field.property("text") == mood.TERMS.event
    write(stage, finger, "event", "Draf")
    stage.show_staff(StaffView())
    finger = at_event(stage)
    assert finger.names(touch.EVENT_SAVE) == [], "who comes next has begun nothing"


def test_staff_who_are_no_owners_only_read(stage: Stage) -> None:
    finger = at_event(stage, mood.inside(mood.STAFF))
    finger.wait_for_words("Hanya pemilik yang bisa mengubahnya.")
    wanted = (touch.FIELD, touch.OFFER, touch.FREE_ON, touch.KEEP, touch.EVENT_SAVE)
    assert [name for prefix in wanted for name in finger.names(prefix)] == []


def test_the_guests_screen_takes_over_the_events_name_and_the_mirror(
    open_stage: OpenStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ink = Colour(30, 27, 46)
    name = Text("{event}", 600, 1700, 60, Weight.SEMIBOLD, ink, Anchor.MIDDLE)
    named = replace(samples.TEMPLATES["classic-4x6"], texts=(name,))
    monkeypatch.setitem(samples.TEMPLATES, "classic-4x6", named)
    stage = open_stage(mirror=True, event="Pesta Lama")
    stage.show(View(samples.PACKAGES))
    stage.show(View(samples.PACKAGES, event="Pesta Baru", mirror=False))
    paper = stage.screen.booth.attract.packages[0].paper
    assert [line["text"] for line in paper.lines] == ["Pesta Baru"]
    stage.screen.booth.live_feed.start(stage.screen.window.size())
    stage.bot.waitUntil(lambda: bool(stage.camera.asked))
    assert stage.camera.asked[-1][2] is False
