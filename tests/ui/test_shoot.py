"""The live picture, the countdown and the time limits."""

from __future__ import annotations

import threading

import pytest

from kiosk.booth.view import Countdown, View
from kiosk.domain.session import Shooting
from tests.ui import samples
from tests.ui.conftest import SECOND, Stage


def shooting(stage: Stage, seconds: float) -> None:
    countdown = Countdown(1, stage.clock.ns + int(seconds * SECOND), 3.0)
    stage.show(samples.of(Shooting(samples.order()), countdown=countdown))


def test_the_numeral_counts_down_to_the_shutter_which_falls_once(stage: Stage) -> None:
    shoot = stage.screen.booth.shoot
    fallen = []
    shoot.shutter.connect(lambda: fallen.append(shoot.number))
    shooting(stage, 2.9)
    seen = [shoot.number]
    for _ in range(4):
        stage.clock.pass_seconds(0.9)
        stage.bot.wait(30)
        seen.append(shoot.number)
    assert seen == [3, 2, 2, 1, 0]
    assert fallen == [0]


@pytest.mark.parametrize("then", ["shoot-review", "shoot-2", "arrange-composing"])
def test_a_shot_that_is_there_before_the_screens_own_tick_still_has_its_shutter_once(
    stage: Stage, then: str
) -> None:
    fallen = []
    stage.screen.booth.shoot.shutter.connect(lambda: fallen.append(then))
    shooting(stage, 2.9)
    stage.clock.pass_seconds(3)
    stage.screen.booth.show(dict(samples.walk(samples.CLASSIC, stage.clock.ns))[then])
    assert fallen == [then]
    stage.bot.wait(40)
    shooting(stage, 2.9)
    stage.show(View(samples.PACKAGES))
    assert fallen == [then], "a countdown that is broken off has none"


def test_the_limit_is_rounded_up_and_ends_at_zero(stage: Stage) -> None:
    limit = stage.screen.booth.limit
    stage.show(samples.of(Shooting(samples.order()), deadline_ns=stage.clock.ns + 1_500_000_000))
    seen = [limit.seconds_left]
    for _ in range(3):
        stage.clock.pass_seconds(0.6)
        stage.bot.wait(120)
        seen.append(limit.seconds_left)
    assert seen == [2, 1, 1, 0]
    stage.show(samples.of(Shooting(samples.order())))
    assert limit.seconds_left == -1


def test_the_live_picture_comes_and_its_thread_ends_with_the_screen(stage: Stage) -> None:
    shooting(stage, 3)
    feed = stage.screen.booth.live_feed
    for number in (1, 2, 3):
        stage.camera.press()
        stage.bot.waitUntil(lambda number=number: feed.source == f"image://live/{number}")
        stage.bot.waitUntil(lambda number=number: feed.stats.figures().shown == number)
    width, height, mirror = stage.camera.asked[-1]
    assert (width, height, mirror) == (540, 360, True)
    stage.show(dict(samples.walk(samples.CLASSIC, 0))["arrange"])
    stage.bot.waitUntil(lambda: not live_threads())
    assert feed.source == ""


def test_closing_the_window_ends_the_live_picture(stage: Stage) -> None:
    shooting(stage, 3)
    assert live_threads()
    stage.screen.close()
    stage.bot.waitUntil(lambda: stage.screen.closed and not live_threads())


def live_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "live-view"]
