"""A real window on Qt's offscreen platform, a hand-moved clock, and a list for its intents."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.booth.staff.view import Request, StaffView
from kiosk.booth.view import Intent, View
from kiosk.domain.order import Shot
from kiosk.ui.looks import LookBook
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.sounds.sound import Player
from kiosk.ui.touch import find_item, middle_of
from kiosk.ui.window import Screen, application, open_screen
from tests.ui import samples
from tests.ui.staff_samples import Scene

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SECOND = 1_000_000_000


class HandClock:
    def __init__(self) -> None:
        self.ns = 1_000 * SECOND

    def __call__(self) -> int:
        return self.ns

    def pass_seconds(self, seconds: float) -> None:
        self.ns += int(seconds * SECOND)


@dataclass(frozen=True)
class HandFrame:
    pixels: np.ndarray
    stamp_ns: int
    number: int


class HandCamera:
    """Gives a frame for each ``press``; in between it answers None, as a camera that is away."""

    def __init__(self) -> None:
        self._ready = threading.Semaphore(0)
        self._number = 0
        self.asked: list[tuple[int, int, bool]] = []

    def press(self) -> None:
        self._ready.release()

    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - the camera's own signature
    ) -> HandFrame | None:
        self.asked.append((width, height, mirror))
        if not self._ready.acquire(timeout=0.02):
            return None
        self._number = after_number + 1
        pixels = np.full((height, width, 4), 128, np.uint8)
        return HandFrame(pixels, time.monotonic_ns(), self._number)


class HandLooks:
    """Each look is one colour, and made once it ``may_make``."""

    def __init__(self) -> None:
        self.may_make = threading.Event()
        self.may_make.set()
        self.made_on: list[str] = []

    def title(self, name: str) -> str:
        return name.capitalize()

    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> dict[str, np.ndarray]:
        self.may_make.wait(5)
        self.made_on.append(threading.current_thread().name)
        shades = enumerate(samples.LOOKS)
        return {name: np.full((9, 16, 4), 10 + 20 * n, np.uint8) for n, name in shades}


@dataclass
class Stage:
    """A window and everything around it."""

    screen: Screen
    camera: HandCamera
    clock: HandClock
    bot: QtBot
    data_dir: Path
    sent: list[Intent] = field(default_factory=list)
    asked: list[Request] = field(default_factory=list)

    def show(self, view: View) -> None:
        self.screen.show(view)
        self.bot.waitUntil(lambda: self.screen.booth.view is view)
        self.draw()

    def show_staff(self, view: StaffView) -> None:
        self.screen.show_staff(view)
        self.bot.waitUntil(lambda: self.screen.staff.view is view)
        self.draw()

    def enter(self, scene: Scene) -> None:
        """From outside to all that the scene shows."""
        self.show_staff(StaffView())
        self.show_staff(scene.view)
        scene.enter(self.screen.staff)
        if scene.then is not None:
            self.show_staff(scene.then)
        self.draw()

    def draw(self) -> None:
        for _ in range(2):  # columns are laid out with the frame
            with self.bot.waitSignal(self.screen.window.frameSwapped):
                self.screen.window.update()

    @property
    def millimetre(self) -> float:
        """In pixels of the window."""
        window, look = self.screen.window, self.screen.booth.look
        return math.hypot(window.width(), window.height()) / look.diagonal_mm

    def find(self, name: str) -> QQuickItem | None:
        return find_item(self.screen.window.contentItem(), name)

    def tap(self, name: str) -> None:
        item = self.find(name)
        assert item is not None, f"there is no {name} to touch"
        self.tap_at(middle_of(item))

    def tap_at(self, at: QPoint) -> None:
        window = self.screen.window
        QTest.touchEvent(window, self.finger).press(0, at, window).commit()
        QTest.touchEvent(window, self.finger).release(0, at, window).commit()

    def __post_init__(self) -> None:
        self.finger = QTest.createTouchDevice()


OpenStage = Callable[..., Stage]


@pytest.fixture
def open_stage(qapp: QGuiApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenStage]:
    application(ASSETS)
    write_pictures(tmp_path)
    stages: list[Stage] = []

    def open_one(
        size: tuple[int, int] = (540, 960),
        ask: Callable[[Request], None] | None = None,
        looks: LookBook | None = None,
        player: Player | None = None,
        **settings: object,
    ) -> Stage:
        sent: list[Intent] = []
        asked: list[Request] = []
        camera, clock = HandCamera(), HandClock()
        settings = {"reduced_motion": True, "event": "Pasar Sabtu", **settings}
        screen = open_screen(
            send=sent.append,
            ask=ask or asked.append,
            preview=camera,
            looks=looks or HandLooks(),
            templates=samples.TEMPLATES,
            data_dir=tmp_path,
            assets=ASSETS,
            settings=ScreenSettings(full_screen=False, size=size, **settings),
            player=player,
            now_ns=clock,
        )
        with qtbot.waitExposed(screen.window):
            pass
        stages.append(Stage(screen, camera, clock, qtbot, tmp_path, sent, asked))
        return stages[-1]

    yield open_one
    for stage in stages:
        closed = stage.screen
        closed.close()
        qtbot.waitUntil(lambda closed=closed: closed.closed)


def write_pictures(folder: Path) -> None:
    """What the samples name, small."""
    shots = [shot.path for shot in samples.shots(4)]
    prints = [samples.picture(p, look).path for p in samples.PACKAGES for look in ("", "senja")]
    for name in (*shots, *prints):
        Image.new("RGB", (120, 180)).save(folder / name)


@pytest.fixture
def stage(open_stage: OpenStage) -> Stage:
    return open_stage()
