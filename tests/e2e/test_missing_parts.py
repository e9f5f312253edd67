"""No camera, no CUPS, no cloud: the booth starts all the same, and somebody is told what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.view import View
from kiosk.config import Config, load_config
from kiosk.local.booth_files import NO_CLOUD, NO_CUPS, BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World
from kiosk.resources import assets
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui.screens import ScreenName
from kiosk.wiring.shop import pace_of

from .conftest import answered, kiosk

PATIENCE_MS = 15_000


def change(files: BoothFiles, was: str, becomes: str) -> None:
    text = files.settings.read_text()
    assert was in text
    files.settings.write_text(text.replace(was, becomes))


def without_camera(files: BoothFiles, world: World) -> None:
    change(files, f"clip:{CLIP}", "/dev/video-that-is-not-there")


def without_cups(files: BoothFiles, world: World) -> None:
    assert world.addresses.cups is not None
    change(files, world.addresses.cups, NO_CUPS)


def without_cloud(files: BoothFiles, world: World) -> None:
    assert world.addresses.cloud is not None
    change(files, world.addresses.cloud.api, NO_CLOUD)


def examined(files: BoothFiles) -> dict[str, dict[str, Any]]:
    """The doctor's checks by name; something is wrong."""
    done = kiosk(files, "doctor", "--json")
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    assert report["ok"] is False
    return {check["name"]: check for check in report["checks"]}


@pytest.mark.parametrize(
    ("take_away", "names", "cause", "remedy"),
    [
        (without_camera, ["camera"], "/dev/video-that-is-not-there", "cable"),
        (without_cups, ["printer"], "CUPS does not answer", "start cups"),
        # It sells by QRIS alone: without the cloud there is no way to pay.
        (without_cloud, ["cloud", "payment"], "does not answer", "network"),
    ],
)
def test_the_doctor_names_the_cause_and_the_remedy(
    world: World,
    booth: BoothFiles,
    take_away: Callable[[BoothFiles, World], None],
    names: list[str],
    cause: str,
    remedy: str,
) -> None:
    take_away(booth, world)
    checks = examined(booth)
    assert [name for name, check in checks.items() if not check["ok"]] == names
    assert cause in checks[names[0]]["detail"]
    assert remedy in checks[names[0]]["remedy"]


def test_the_doctor_of_a_well_booth_has_nothing_to_say(booth: BoothFiles) -> None:
    assert answered(booth, "doctor")["ok"] is True


@pytest.mark.parametrize(
    ("take_away", "words"), [(without_camera, "Kamera"), (without_cups, "Printer")]
)
def test_the_guest_reads_that_the_booth_rests(
    qtbot: QtBot,
    world: World,
    booth: BoothFiles,
    take_away: Callable[[BoothFiles, World], None],
    words: str,
) -> None:
    take_away(booth, world)
    config = settings(booth)

    def publish(view: View) -> None:
        screen.show(view)

    running = build_booth(config, booth.data_dir, pace_of(config), publish, lambda _: None)
    screen = open_touchscreen(config, booth.data_dir, running, screen_settings_of(config))
    running.start()
    try:
        told = screen.booth.attract
        qtbot.waitUntil(lambda: told.resting_words.startswith(words), timeout=PATIENCE_MS)
        assert screen.booth.screen_name == ScreenName.RESTING.value
    finally:
        running.close()
        screen.close()
        qtbot.waitUntil(lambda: screen.closed)


def test_without_the_cloud_a_free_booth_simply_works_and_tells_it_later(
    world: World, booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    working = booth.settings.read_text()
    change(booth, '"qris"', '"free"')
    without_cloud(booth, world)

    options = ("--screens", str(tmp_path / "screens"))
    report = answered(booth, "rehearse", *options, display=display)
    assert report["completed"] == 1
    assert report["outbox"]["pending"] > 0

    booth.settings.write_text(working)
    assert answered(booth, "sync", "--once")["pending"] == 0
    assert answered(booth, "audit")["violations"] == []


def settings(files: BoothFiles) -> Config:
    return load_config(files.settings, assets() / "templates")
