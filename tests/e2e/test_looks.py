"""A guest picks a look by finger, sees it, prints, and finds it on the paper."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.pace import rehearsal
from kiosk.booth.view import View
from kiosk.imaging.jpeg import read_pixels
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui import touch
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import DOUBLE_TAP_NS
from kiosk.ui.window import Screen
from kiosk.wiring.pictures import looks_of
from kiosk.wiring.shop import pace_of
from tests.ui.staff_finger import StaffFinger
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk

from .conftest import answered
from .test_missing_parts import settings

PICTURES = Path(__file__).resolve().parents[2] / "build" / "looks"
PATIENCE_S = 30.0
LOOK = "hitam-putih"
FIRST_SLOT = np.s_[66:866, 66:1134]
GREY, COLOUR = 3.0, 12.0
"""How far the channels of a picture lie apart, of 255, on average."""


@pytest.fixture
def free(world: World, tmp_path: Path, warm_kiosk: WarmKiosk) -> BoothFiles:
    files = WarmBoothFiles(tmp_path, warm_kiosk)
    files.write(world.addresses, camera=f"clip:{CLIP}", methods=("free",), size="540x960")
    files.set_up(world.addresses)
    return files


def test_the_picked_look_is_on_the_screen_and_on_the_paper(
    qtbot: QtBot, world: World, free: BoothFiles
) -> None:
    config = settings(free)
    tray = world.addresses.printers[0].tray
    before = set(tray.glob("*.jpg"))

    def publish(view: View) -> None:
        screen.show(view)

    booth = build_booth(config, free.data_dir, rehearsal(pace_of(config)), publish, lambda _: None)
    screen = open_touchscreen(config, free.data_dir, booth, screen_settings_of(config))
    booth.start()
    try:
        finger = StaffFinger(screen, qtbot, PICTURES)
        for name in (touch.ATTRACT, touch.PACKAGE + "classic"):
            tap(qtbot, finger, name)
        finger.wait_for(touch.ARRANGE_PRINT, PATIENCE_S)
        finger.wait_until(
            lambda: all(c.picture for c in screen.booth.looks.cards), PATIENCE_S, "no thumbnails"
        )
        finger.picture("asli")
        finger.wait_until(lambda: colourful(on_sheet(screen)) > COLOUR, PATIENCE_S, "no colour")
        if len(screen.booth.templates.cards) > 1:  # the frames are asked first
            tap(qtbot, finger, touch.TAB_LOOKS)
        tap(qtbot, finger, touch.LOOK + LOOK)
        finger.wait_until(lambda: colourful(on_sheet(screen)) < GREY, PATIENCE_S, "not grey")
        finger.picture(LOOK)
        tap(qtbot, finger, touch.ARRANGE_PRINT)
        home = ScreenName.TAKE_HOME.value
        finger.wait_until(lambda: screen.booth.screen_name == home, PATIENCE_S, "no print")
        look = booth.timings.spread("look_to_picture")
    finally:
        booth.close()
        screen.close()
        qtbot.waitUntil(lambda: screen.closed)
    assert look is not None
    [file] = set(tray.glob("*.jpg")) - before
    printed = middle(read_pixels(file)[FIRST_SLOT])
    [shot] = free.data_dir.glob("photos/**/shot-1.jpg")
    taken = middle(read_pixels(shot))
    assert colourful(taken) > COLOUR, "the shot itself stays as it was taken"
    assert colourful(printed) < GREY
    wanted = looks_of(config, free.data_dir).apply(LOOK, taken)
    assert np.abs(mean(wanted) - mean(printed)).max() < 12
    assert answered(free, "audit")["violations"] == []


def tap(bot: QtBot, finger: StaffFinger, name: str) -> None:
    """As a guest does: a screen that has just come takes no tap that was meant for the last."""
    finger.wait_for(name, PATIENCE_S)
    bot.wait(2 * DOUBLE_TAP_NS // 1_000_000)
    finger.tap(name)


def on_sheet(screen: Screen) -> np.ndarray:
    """What the screen shows where the first shot lies on the sheet."""
    image = screen.window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    pixels = pixels.reshape(image.height(), image.width(), 4)[:, :, :3]
    height, width = pixels.shape[:2]
    return pixels[int(0.3 * height) : int(0.36 * height), int(0.4 * width) : int(0.6 * width)]


def middle(pixels: np.ndarray) -> np.ndarray:
    """Of the height the middle half, and as wide: what the slot's shape leaves of any shot."""
    height, width = pixels.shape[:2]
    top, left = height // 4, (width - height // 2) // 2
    return pixels[top : top + height // 2, left : left + height // 2]


def mean(pixels: np.ndarray) -> np.ndarray:
    return np.asarray(pixels.reshape(-1, 3).mean(0))


def colourful(pixels: np.ndarray) -> float:
    wide = pixels.astype(np.int16)
    return float((wide.max(axis=2) - wide.min(axis=2)).mean())
