"""A new member of staff at a real booth: from no printer to a sheet in the tray, by touch alone.

The window, the desk, the store, the search, cupsd and the printer are the real ones. The pictures
of each step are in ``build/staff-setup/booth``.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import View
from kiosk.clock import SystemClock
from kiosk.domain.staff import Role
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui.screens import ScreenName
from kiosk.ui.staff import touch
from kiosk.wiring.shop import pace_of
from tests.ui.staff_finger import StaffFinger
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk

from .test_missing_parts import settings

PICTURES = Path(__file__).resolve().parents[2] / "build" / "staff-setup" / "booth"
PIN = "2580"
A_MINUTE_S = 60.0
TAPS_TO_ADD = 3
PATIENCE_MS = 20_000


@pytest.fixture
def bare(world: World, tmp_path: Path, warm_kiosk: WarmKiosk) -> BoothFiles:
    """A booth that is activated and has no printer."""
    files = WarmBoothFiles(tmp_path, warm_kiosk)
    files.write(world.addresses, camera=f"clip:{CLIP}", size="540x960")
    cloud = world.addresses.cloud
    assert cloud is not None
    who = ("--name", "Sudut Studio", "--email", "halo@sudut.example", "--booth", "Bare")
    files.call("activate", "--license-key", cloud.license_key, *who)
    return files


def test_from_no_printer_to_a_test_page_in_under_a_minute(
    qtbot: QtBot, world: World, bare: BoothFiles
) -> None:
    config = settings(bare)
    printer = world.addresses.printers[0]
    before = len(list(printer.tray.glob("*.jpg")))

    def publish(view: View) -> None:
        screen.show(view)

    def publish_staff(view: StaffView) -> None:
        screen.show_staff(view)

    booth = build_booth(config, bare.data_dir, pace_of(config), publish, publish_staff)
    booth.mirror.staff.set_pin("Sari", Role.OWNER, PIN, SystemClock().now())
    screen = open_touchscreen(config, bare.data_dir, booth, screen_settings_of(config))
    booth.start()
    try:
        qtbot.waitUntil(
            lambda: screen.booth.screen_name == ScreenName.RESTING.value, timeout=PATIENCE_MS
        )
        finger = StaffFinger(screen, qtbot, PICTURES)
        finger.picture("no-printer-no-sale")
        began = time.monotonic()
        finger.knock()
        finger.enter_pin(PIN)
        finger.tap(touch.PRINTERS)
        finger.wait_for(touch.ADD)
        taps = finger.taps
        printer_id = finger.set_up_printer(printer.uri)
        assert finger.taps - taps == TAPS_TO_ADD
        finger.print_test_page(printer_id)
        took = time.monotonic() - began
        finger.tap(touch.LEAVE)
        qtbot.waitUntil(
            lambda: screen.booth.screen_name == ScreenName.ATTRACT.value, timeout=PATIENCE_MS
        )
        finger.picture("the-booth-sells")
    finally:
        booth.close()
        screen.close()
        qtbot.waitUntil(lambda: screen.closed)
    assert took < A_MINUTE_S
    assert len(list(printer.tray.glob("*.jpg"))) == before + 1
