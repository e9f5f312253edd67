"""Picking a look on the arrange screen."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.booth.view import Intent, PickLook, Print, View
from kiosk.domain.order import Picture, Shot
from kiosk.domain.session import Arranging, Delivered
from kiosk.ui import touch
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from tests.ui import samples
from tests.ui.conftest import HandClock, HandLooks, OpenStage, Stage

WALK = dict(samples.walk(samples.CLASSIC, 1_000_000_000_000))
MANY = ("", *(f"look-{n}" for n in range(20)))
RED, BLUE = QColor("#c01010"), QColor("#1010c0")


class BrokenLooks(HandLooks):
    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> dict[str, np.ndarray]:
        raise OSError(5, "Input/output error")


def pictures(stage: Stage) -> list[str]:
    return [card.picture for card in stage.screen.booth.looks.cards]


def picked(stage: Stage) -> list[str]:
    return [card.name for card in stage.screen.booth.looks.cards if card.picked]


def colour_of(stage: Stage, item: QQuickItem, down: float = 0.4) -> QColor:
    """In the middle of its width."""
    at = item.mapToScene(QPoint(0, 0)) + QPoint(int(item.width() / 2), int(item.height() * down))
    return QColor(stage.screen.window.grabWindow().pixel(at.toPoint()))


def card_of(stage: Stage, look: str) -> QQuickItem:
    found = stage.find(touch.LOOK + look)
    assert found is not None
    return found


def becomes(stage: Stage, fits: Callable[[], bool]) -> None:
    def drawn() -> bool:
        stage.draw()
        return fits()

    stage.bot.waitUntil(drawn, timeout=3000)


def test_each_card_shows_the_guest_s_own_shot_in_its_look(stage: Stage) -> None:
    stage.show(WALK["arrange-looks"])
    for n, look in enumerate(samples.LOOKS):
        shade = 10 + 20 * n
        card = card_of(stage, look)
        becomes(stage, lambda c=card, s=shade: colour_of(stage, c).red() == s)
    assert [card.title for card in stage.screen.booth.looks.cards][:3] == [
        "Asli",
        "Hitam-putih",
        "Kaset",
    ]


def test_the_thumbnails_are_made_off_the_gui_thread_and_once_for_a_guest(
    open_stage: OpenStage,
) -> None:
    looks = HandLooks()
    stage = open_stage(looks=looks)
    for name in ("arrange-looks", "arrange-look-composing", "arrange-look", "arrange-looks"):
        stage.show(WALK[name])
    stage.bot.waitUntil(lambda: all(pictures(stage)))
    assert looks.made_on == ["look-thumbnails"]
    assert threading.current_thread().name not in looks.made_on


def test_until_they_are_made_the_cards_can_be_touched_already(open_stage: OpenStage) -> None:
    looks = HandLooks()
    looks.may_make.clear()
    stage = open_stage(looks=looks)
    stage.show(WALK["arrange-looks"])
    assert pictures(stage) == [""] * len(samples.LOOKS)
    stage.tap(touch.LOOK + "pantai")
    assert stage.sent == [PickLook(samples.SESSION, "pantai")]
    looks.may_make.set()
    stage.bot.waitUntil(lambda: all(pictures(stage)))


def test_where_they_cannot_be_made_the_names_are_left(
    open_stage: OpenStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage = open_stage(looks=BrokenLooks())
    stage.show(WALK["arrange-looks"])
    stage.bot.waitUntil(lambda: stage.screen.booth.looks.failed)
    stage.draw()
    assert card_of(stage, "kaset").property("plain")
    stage.tap(touch.LOOK + "kaset")
    assert stage.sent == [PickLook(samples.SESSION, "kaset")]


def test_where_none_are_offered_there_is_nothing_to_pick(stage: Stage) -> None:
    stage.show(WALK["arrange"])
    assert stage.screen.booth.looks.cards == []
    assert stage.find(touch.LOOK) is None
    assert stage.find(touch.ARRANGE_PRINT) is not None


def test_a_tap_marks_its_card_before_the_booth_has_answered(stage: Stage) -> None:
    stage.show(WALK["arrange-looks"])
    assert picked(stage) == [""]
    stage.tap(touch.LOOK + "melati")
    assert picked(stage) == ["melati"]
    stage.show(WALK["arrange-look"])
    assert picked(stage) == ["senja"], "what the booth says holds"


def test_the_next_guest_never_sees_the_shots_of_the_last(open_stage: OpenStage) -> None:
    looks = HandLooks()
    stage = open_stage(looks=looks)
    stage.show(WALK["arrange-looks"])
    stage.bot.waitUntil(lambda: all(pictures(stage)))
    before = pictures(stage)
    provider = stage.screen.booth.look_thumbnails
    looks.may_make.clear()
    stage.show(View(samples.PACKAGES, looks=samples.LOOKS))
    stage.show(replace(WALK["arrange-looks"], session_id="next"))
    assert pictures(stage) == [""] * len(samples.LOOKS)
    assert provider.image(before[0].removeprefix("image://looks/")).isNull()
    looks.may_make.set()
    stage.bot.waitUntil(lambda: all(pictures(stage)))
    assert not set(pictures(stage)) & set(before)


def test_what_is_made_too_late_for_its_guest_is_dropped(open_stage: OpenStage) -> None:
    looks = HandLooks()
    looks.may_make.clear()
    stage = open_stage(looks=looks)
    stage.show(WALK["arrange-looks"])
    stage.show(View(samples.PACKAGES, looks=samples.LOOKS))
    looks.may_make.set()
    stage.bot.waitUntil(lambda: bool(looks.made_on))
    stage.draw()
    assert not any(pictures(stage))


def test_the_window_closes_while_thumbnails_are_being_made(open_stage: OpenStage) -> None:
    looks = HandLooks()
    looks.may_make.clear()
    stage = open_stage(looks=looks)
    stage.show(WALK["arrange-looks"])
    threading.Timer(0.1, looks.may_make.set).start()
    stage.screen.close()
    stage.bot.waitUntil(lambda: stage.screen.closed)
    assert looks.made_on == ["look-thumbnails"]


# ---- the sheet --------------------------------------------------------------------------------


def arranged(picture: Picture | None, look: str) -> View:
    state = Arranging(samples.order(), samples.shots(3), picture, look)
    return samples.of(state, looks=samples.LOOKS)


def test_the_sheet_shows_the_new_picture_though_its_file_has_the_same_name(stage: Stage) -> None:
    file = stage.data_dir / samples.picture().path
    Image.new("RGB", (120, 180), RED.name()).save(file)
    stage.show(arranged(samples.picture(), ""))
    becomes(stage, lambda: is_like(sheet_colour(stage), RED))
    Image.new("RGB", (120, 180), BLUE.name()).save(file)
    stage.show(arranged(None, "senja"))
    assert is_like(sheet_colour(stage), RED), "the last picture stays until there is another"
    stage.show(arranged(replace(samples.picture(), sha256="1" * 64), "senja"))
    becomes(stage, lambda: is_like(sheet_colour(stage), BLUE))


def test_a_look_that_is_picked_again_while_another_fades_in_is_shown_again(
    open_stage: OpenStage,
) -> None:
    """Qt still has its picture: it is there at once, and must not stay invisible."""
    stage = open_stage(reduced_motion=False)
    for name, colour in ((samples.picture().path, RED), ("other.jpg", BLUE)):
        Image.new("RGB", (120, 180), colour.name()).save(stage.data_dir / name)
    first, other = samples.picture(), replace(samples.picture(), path="other.jpg", sha256="1" * 64)
    stage.show(arranged(first, ""))
    becomes(stage, lambda: is_like(sheet_colour(stage), RED))
    stage.show(arranged(other, ""))
    becomes(stage, lambda: not is_like(sheet_colour(stage), RED))
    stage.show(arranged(first, ""))
    becomes(stage, lambda: is_like(sheet_colour(stage), RED))


def test_the_next_guest_s_sheet_never_has_the_last_one_s_picture(stage: Stage) -> None:
    stage.show(arranged(samples.picture(), ""))
    order = replace(samples.order(), photo_id="another")
    stage.show(samples.of(Arranging(order, samples.shots(3)), looks=samples.LOOKS))
    assert stage.screen.booth.sheet.picture == ""


def test_what_is_printed_has_the_picture_of_the_look(stage: Stage) -> None:
    senja = replace(samples.picture(), sha256="1" * 64)
    stage.show(arranged(samples.picture(), ""))
    stage.show(samples.of(Delivered(samples.order(), senja)))
    assert stage.screen.booth.sheet.picture.endswith("#" + "1" * 64)


def sheet_colour(stage: Stage) -> QColor:
    window = stage.screen.window
    middle = QPoint(window.width() // 2, int(0.42 * window.height()))
    return QColor(window.grabWindow().pixel(middle))


def is_like(seen: QColor, wanted: QColor) -> bool:
    """As near as JPEG comes."""
    pairs = zip(seen.getRgb(), wanted.getRgb(), strict=True)
    return all(abs(a - b) <= 12 for a, b in pairs)


# ---- fingers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400)])
def test_every_look_is_in_sight_large_enough_and_beside_the_others(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    stage.show(WALK["arrange-looks"])
    boxes = [card_of(stage, look) for look in samples.LOOKS]
    boxes = [box.mapRectToScene(box.boundingRect()) for box in boxes]
    least = 11 * min(size) / 100
    for box in boxes:
        assert min(box.width(), box.height()) >= least
        assert box.left() >= 0
        assert box.top() >= 0
        assert box.right() <= size[0]
        assert box.bottom() <= size[1]
    assert not any(a.intersects(b) for a, b in itertools.combinations(boxes, 2))


@pytest.mark.parametrize("size", [(540, 960), (960, 540)])
def test_more_looks_than_fit_show_that_they_scroll_and_are_scrolled_to(
    open_stage: OpenStage, size: tuple[int, int]
) -> None:
    stage = open_stage(size)
    stage.show(replace(WALK["arrange-looks"], looks=MANY))
    strip = card_of(stage, "").parentItem().parentItem()
    below = strip.mapToScene(QPoint(0, int(strip.height()))).y()
    cards = [card_of(stage, look) for look in MANY]
    tops = {card.mapToScene(QPoint(0, 0)).y() for card in cards}
    assert any(top < below < top + cards[0].height() for top in tops), "a row is cut"
    drag_up(stage, cards[0], strip.height())
    becomes(stage, lambda: strip.property("contentY") > 0 and not strip.property("moving"))
    assert stage.sent == [], "a finger that scrolls picks nothing"
    stage.tap(touch.LOOK + seen_last(stage, below))
    assert [type(intent) for intent in stage.sent] == [PickLook]
    stage.show(View(samples.PACKAGES, looks=MANY))
    stage.show(replace(WALK["arrange-looks"], session_id="next", looks=MANY))
    assert strip.property("contentY") == 0, "the next guest begins at the top"


def drag_up(stage: Stage, item: QQuickItem, by: float) -> None:
    window, finger = stage.screen.window, stage.finger
    at = touch.middle_of(item)
    QTest.touchEvent(window, finger).press(0, at, window).commit()
    for step in range(1, 21):
        QTest.qWait(5)
        to = QPoint(at.x(), at.y() - int(by * step / 20))
        QTest.touchEvent(window, finger).move(0, to, window).commit()
    QTest.touchEvent(window, finger).release(0, to, window).commit()


def seen_last(stage: Stage, below: float) -> str:
    """The name of a look that came into sight."""
    seen = [look for look in MANY if touch.middle_of(card_of(stage, look)).y() < below]
    return seen[-1]


def test_from_look_to_look_a_finger_may_be_as_fast_as_it_can() -> None:
    sent: list[Intent] = []
    clock = HandClock()
    taps = Taps(sent.append, clock)
    taps.look_at("a", ScreenName.ARRANGE, "arrange")
    for look in ("x", "x", "y", "z", "z"):
        taps.send("a", ScreenName.ARRANGE, PickLook("a", look))
        clock.pass_seconds(0.1)
    assert sent == [PickLook("a", "x"), PickLook("a", "y"), PickLook("a", "z")]
    taps.send("a", ScreenName.ARRANGE, Print("a"))
    assert len(sent) == 3, "half of a double tap prints nothing"
