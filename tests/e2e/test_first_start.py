"""A booth out of its box: from an empty data folder to a rehearsed session, by touch alone.

The window, the desk, the store, the Worker, cupsd and the printer are the real ones, a clip stands
before the camera. The pictures of each step are in ``build/first-start``.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import build_booth
from kiosk.booth.pace import Pace, rehearsal
from kiosk.local.booth_files import NO_CLOUD, BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World
from kiosk.running import Booth
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui import touch as guest_touch
from kiosk.ui.screens import ScreenName
from kiosk.ui.staff import touch
from kiosk.ui.window import Screen
from kiosk.wiring.shop import pace_of
from tests.ui.staff_finger import StaffFinger

from .persons_time import Walk
from .shown_card import card_of, clip_with
from .test_missing_parts import settings

PICTURES = Path(__file__).resolve().parents[2] / "build" / "first-start"
PIN = "2580"
FIVE_MINUTES_S = 300.0
SHOTS = 3
GUESTS_PAGES = 5  # from choosing to taking home
TAPS_TO_TYPE = 2  # to the page with the field, and into it
PATIENCE_S = 60.0


@dataclass
class FirstStart:
    """A person at a booth that is running."""

    booth: Booth
    screen: Screen
    finger: StaffFinger
    bot: QtBot
    keys: int = 0
    pages: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.screen.staff.setup.changed.connect(lambda: self.pages.add(self.page))

    @property
    def page(self) -> str:
        return self.screen.staff.setup.page

    def wait_for_page(self, page: str) -> None:
        self.finger.wait_until(lambda: self.page == page, PATIENCE_S, f"{page} does not come")

    def type(self, field: str, text: str) -> None:
        """As an input method does, with what was there gone first."""
        self.finger.tap(touch.FIELD + field)
        QTest.keyClick(self.screen.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.screen.window.focusObject(), event)
        self.keys += len(text)

    def enter_pin(self, pin: str) -> None:
        for digit in pin:
            self.finger.tap(touch.SETUP_KEY + digit)
        self.finger.tap(touch.SETUP_ENTER)

    def go_on(self) -> None:
        self.finger.tap(touch.SETUP_ON, PATIENCE_S)

    def tell_name(self) -> None:
        self.type("name", "Sudut Studio")
        self.type("email", "halo@sudut.example")
        self.go_on()

    def be_the_guest(self) -> None:
        wait = self.bot.waitUntil
        wait(lambda: self.screen.booth.screen_name == ScreenName.CHOOSE.value, timeout=20_000)
        self.finger.tap(guest_touch.PACKAGE + "classic")
        arrange = ScreenName.ARRANGE.value
        wait(lambda: self.screen.booth.screen_name == arrange, timeout=60_000)
        self.finger.tap(guest_touch.ARRANGE_PRINT, PATIENCE_S)
        over = ScreenName.TAKE_HOME.value
        wait(lambda: self.screen.booth.screen_name == over, timeout=60_000)
        self.finger.tap(guest_touch.TAKE_HOME_DONE, PATIENCE_S)


@pytest.fixture
def new(world: World, tmp_path: Path) -> BoothFiles:
    """Settings and nothing else."""
    files = BoothFiles(tmp_path)
    files.write(world.addresses, camera=f"clip:{CLIP}", size="540x960")
    files.data_dir.mkdir(mode=0o700)
    return files


@contextmanager
def running(files: BoothFiles, bot: QtBot, cloud: str | None = None) -> Iterator[FirstStart]:
    config = settings(files)
    if cloud is not None:
        section = config.cloud.model_copy(update={"url": cloud})
        config = config.model_copy(update={"cloud": section})
    pace = rehearsal(pace_of(config))
    booth = build_booth(
        config,
        files.data_dir,
        pace,
        lambda view: screen.show(view),
        lambda view: screen.show_staff(view),
    )
    screen = open_touchscreen(config, files.data_dir, booth, screen_settings_of(config))
    booth.start()
    try:
        yield FirstStart(booth, screen, StaffFinger(screen, bot, PICTURES), bot)
    finally:
        booth.close()
        screen.close()
        bot.waitUntil(lambda: screen.closed)


def test_from_an_empty_folder_to_a_rehearsed_session(
    qtbot: QtBot, world: World, new: BoothFiles, tmp_path: Path
) -> None:
    cloud, printer = world.addresses.cloud, world.addresses.printers[0]
    assert cloud is not None
    card = card_of(new, cloud.license_key, tmp_path / "licence.png")
    clip = clip_with(card, tmp_path / "card.avi")
    new.write(world.addresses, camera=f"clip:{clip}", size="540x960")
    sheets = len(list(printer.tray.glob("*.jpg")))
    began = time.monotonic()
    with running(new, qtbot) as start:
        finger = start.finger
        start.wait_for_page("welcome")
        finger.picture("welcome")
        start.go_on()
        finger.wait_for_words("berlaku sampai")
        finger.picture("licence")
        start.go_on()
        start.tell_name()
        start.enter_pin("1234")
        finger.wait_for_words("mudah ditebak")
        start.enter_pin(PIN)
        start.enter_pin("2581")
        finger.wait_for_words("tidak sama")
        start.enter_pin(PIN)
        start.enter_pin(PIN)
        start.wait_for_page("camera")
        finger.picture("camera")
        start.go_on()
        start.wait_for_page("printer")
    before = start
    # The power goes, and whoever comes back shows the PIN and is where they were.
    with running(new, qtbot) as start:
        finger = start.finger
        finger.enter_pin(PIN)
        start.wait_for_page("printer")
        finger.tap(touch.FOUND + printer.uri, PATIENCE_S)
        finger.tap(touch.CONFIRM)
        start.wait_for_page("test-page")
        finger.tap(touch.SETUP_TEST)
        finger.wait_until(lambda: start.screen.staff.setup.tested, PATIENCE_S, "no test page")
        finger.picture("tested")
        start.go_on()
        start.wait_for_page("rehearsal")
        start.go_on()
        start.be_the_guest()
        start.wait_for_page("done")
        finger.picture("done")
        finger.tap(touch.SETUP_FINISH)
        attract = ScreenName.ATTRACT.value
        qtbot.waitUntil(lambda: start.screen.booth.screen_name == attract, timeout=20_000)
        finger.picture("open")
        assert start.booth.mirror.setup.marks() is None
    took = time.monotonic() - began
    tell_time((before, start), took, len(cloud.license_key))
    assert len(list(printer.tray.glob("*.jpg"))) == sheets + 2
    with sqlite3.connect(new.data_dir / "kiosk.db") as store:
        assert store.execute("SELECT count(*) FROM payments").fetchone() == (0,)
        chosen = "SELECT data FROM session_events WHERE type = 'Chosen'"
        orders = [json.loads(data)["order"] for (data,) in store.execute(chosen)]
        assert [(o["rehearsal"], o["amount"], o["method"]) for o in orders] == [(True, 0, "free")]


def test_where_the_cloud_is_away_nothing_typed_is_lost(
    qtbot: QtBot, world: World, new: BoothFiles
) -> None:
    cloud = world.addresses.cloud
    assert cloud is not None
    with running(new, qtbot, NO_CLOUD) as start:
        start.wait_for_page("welcome")
        start.go_on()
        start.finger.tap(touch.LICENCE_TYPE)
        start.type("licence", cloud.license_key[:-4] + "AAAA")
        start.finger.wait_for_words("tidak cocok")
        assert start.finger.find(touch.SETUP_ON) is None
        in_groups = " ".join(cloud.license_key[i : i + 8] for i in range(0, 999, 8))
        start.type("licence", in_groups)
        start.finger.wait_for_words("berlaku sampai")
        start.go_on()
        start.type("email", "halo@sudut")
        assert start.finger.find(touch.SETUP_ON) is None
        start.tell_name()
        start.enter_pin(PIN)
        start.enter_pin(PIN)
        start.finger.wait_for_words("Internet belum tersambung")
        assert start.booth.mirror.activation.identity() is None
        assert not start.booth.mirror.staff.any()
        start.finger.tap(touch.SETUP_BACK)
        assert start.screen.staff.setup.email == "halo@sudut.example"
    # Nor by a power cut: all but the PIN, which nobody may find on the disk.
    with running(new, qtbot) as start:
        start.wait_for_page("pin")
        start.enter_pin(PIN)
        start.enter_pin(PIN)
        start.wait_for_page("camera")
        assert start.booth.mirror.activation.customer_name() == "Sudut Studio"


def tell_time(starts: tuple[FirstStart, ...], took_s: float, key: int) -> None:
    """Of all that was done above: the wrong PINs and the power cut are in it."""
    quick = rehearsal(Pace())
    walk = Walk(
        taps=sum(start.finger.taps for start in starts),
        keys=sum(start.keys for start in starts),
        pages=len(set().union(*(start.pages for start in starts))) + GUESTS_PAGES,
        shown=1,
        sheets=2,
        booth_s=took_s,
        longer_s=SHOTS * (Pace().countdown + Pace().retake_review)
        - SHOTS * (quick.countdown + quick.retake_review),
    )
    typed = replace(walk, taps=walk.taps + TAPS_TO_TYPE, keys=walk.keys + key, shown=0)
    lines = [walk.line("licence shown"), typed.line("licence typed")]
    (PICTURES / "time.txt").write_text("\n".join(lines) + "\n")
    print(*lines, sep="\n")  # noqa: T201 - a figure for whoever looks
    assert walk.total_s < FIVE_MINUTES_S
