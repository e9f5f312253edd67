"""The real window with the clip before its camera, and a way to photograph it when it is still."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace, TracebackType

import cv2
import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import View
from kiosk.domain.order import Shot
from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.compose import Composer
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.templates.files import load_templates
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.touch import find_item, middle_of
from kiosk.ui.window import Screen, application, open_screen
from tests.ui import samples, staff_samples

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CODE = "7KQ2M9XB4RT1WNC8HZ3P"
EVENT = "Pasar Sabtu"
QUIET_S = 0.07  # no new frame for so long: nothing moves any more
PATIENCE_S = 0.6  # some screens never stand still: the live picture, a wheel that turns
DOUBLE_TAP_S = 0.4
START_S = 1.0  # the screens that are made ahead
LAID_S = 1.2  # until every print lies on the table


class Clip:
    """A preview source that shows the clip's first frames at their own rate."""

    def __init__(self, count: int = 60) -> None:
        video = cv2.VideoCapture(str(ASSETS / "clip" / "studio.mp4"))
        self.frames = [video.read()[1] for _ in range(count)]
        self._number = 0

    def preview(self, after_number: int, width: int, height: int, mirror: bool) -> SimpleNamespace:  # noqa: FBT001
        time.sleep(1 / 30)
        stamp, self._number = time.monotonic_ns(), self._number + 1
        frame = cropped(self.frames[self._number % len(self.frames)], width, height)
        frame = cv2.cvtColor(cv2.resize(frame, (width, height)), cv2.COLOR_BGR2BGRA)
        pixels = np.ascontiguousarray(frame[:, ::-1] if mirror else frame)
        return SimpleNamespace(pixels=pixels, stamp_ns=stamp, number=self._number)


def cropped(frame: np.ndarray, width: int, height: int) -> np.ndarray:
    rows, columns = frame.shape[:2]
    wide, high = min(columns, rows * width // height), min(rows, columns * height // width)
    x, y = (columns - wide) // 2, (rows - high) // 2
    return frame[y : y + high, x : x + wide]


class ClipLooks:
    """The shipped looks, of the clip's first still."""

    def __init__(self, clip: Clip) -> None:
        self._clip = clip
        self.looks = Looks((ASSETS / "looks",))

    def title(self, name: str) -> str:
        return self.looks.title(name)

    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> dict[str, np.ndarray]:
        small = cv2.resize(self._clip.frames[0], (width, width * 9 // 16))
        made = {name: self.looks.apply(name, small) for name in ("", *self.looks.names)}
        return {name: cv2.cvtColor(each, cv2.COLOR_BGR2BGRA) for name, each in made.items()}


def write_pictures(clip: Clip, looks: Looks, templates: dict[str, Template], folder: Path) -> None:
    """The shots and prints that the samples name."""
    stills = [clip.frames[place] for place in (0, 25, 50)]
    for seq, still in enumerate(stills, start=1):
        cv2.imwrite(str(folder / f"shot-{seq}.jpg"), still)
    composer = Composer(ASSETS / "fonts")
    fields = TextFields(EVENT, "22 November 2026", "K7P4")
    for package in samples.PACKAGES:
        for look in ("", "senja"):
            shots = [looks.apply(look, still) for still in stills]
            print_ = composer.compose(templates[package.template], shots, fields, samples.URL)
            cv2.imwrite(str(folder / samples.picture(package, look).path), print_)


class Studio:
    """``folder`` gets the pictures that the samples name. Needs a display."""

    def __init__(self, folder: Path, settings: ScreenSettings) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._app = application(ASSETS)
        self._finger = QTest.createTouchDevice()
        clip = Clip()
        offered = load_templates(ASSETS / "templates")
        looks = ClipLooks(clip)
        write_pictures(clip, looks.looks, offered, folder)
        self.screen: Screen = open_screen(
            send=lambda _: None,
            ask=lambda _: None,
            preview=clip,
            looks=looks,
            templates=offered,
            data_dir=folder.resolve(),
            assets=ASSETS,
            settings=settings,
        )
        self._swapped = time.monotonic()
        self.screen.window.frameSwapped.connect(self._swap)
        self.wait(START_S)

    def __enter__(self) -> Studio:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.screen.close()
        self.wait(0.1)

    def show(self, name: str, view: View) -> None:
        self.screen.show(view)
        self.wait(0.03)
        self._touch_up(name)

    def enter(self, scene: staff_samples.Scene) -> None:
        self.screen.show_staff(StaffView())
        self.wait(0.03)
        self.screen.show_staff(scene.view)
        self.wait(0.03)
        scene.enter(self.screen.staff)
        if scene.then is not None:
            self.screen.show_staff(scene.then)

    def leave_staff(self) -> None:
        self.screen.show_staff(StaffView())

    def picture(self) -> QImage:
        """Once all that is shown is loaded and stands still."""
        until = time.monotonic() + PATIENCE_S
        self._swapped = time.monotonic()
        self.screen.window.update()
        while time.monotonic() < until and self._moves():
            self.wait(0.01)
        return self.screen.window.grabWindow()

    def _moves(self) -> bool:
        if time.monotonic() - self._swapped < QUIET_S:
            return True
        return self._makes_thumbnails() or any(loading(self.screen.window.contentItem()))

    def _makes_thumbnails(self) -> bool:
        booth = self.screen.booth
        return booth.screen_name == "arrange" and not all(
            card.picture for card in booth.looks.cards
        )

    def _swap(self) -> None:
        self._swapped = time.monotonic()

    def wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while True:
            self._app.processEvents()
            if time.monotonic() >= until:
                return
            time.sleep(0.004)

    def _touch_up(self, name: str) -> None:
        """What a guest has done on the screen that is no part of the View."""
        booth = self.screen.booth
        if name.startswith("attract"):
            self.wait(LAID_S)
        if name == "choose-copies":
            booth.attract.packages[0].step(2)
        elif name.startswith("pay-voucher"):
            for key in CODE[booth.pay.voucher.typed : 13 if name == "pay-voucher" else None]:
                booth.pay.voucher.press(key)
        if name.startswith("pay-voucher-"):
            booth.pay.voucher.check()
        if name.startswith("arrange"):
            self._arrange(name)

    def _arrange(self, name: str) -> None:
        """A finger on the arrange screen."""
        arrange = self.screen.booth.arrange
        self.wait(DOUBLE_TAP_S if arrange.selected >= 0 else 0)
        arrange.let_go()
        if "selected" in name or "swapping" in name:
            self.wait(DOUBLE_TAP_S)
            arrange.touch(1)
        if "swapping" in name:
            self.wait(DOUBLE_TAP_S)
            arrange.begin_swap()
        elif name == "arrange-drag":
            self.picture()
            self._drag("slot:0", "slot:2")
        elif name == "arrange-colours":
            self.picture()
            self._drag("tabLooks", "")

    def _drag(self, name: str, onto: str) -> None:
        """Towards ``onto``, where the finger stays; a tap where that is empty."""
        root, window = self.screen.window.contentItem(), self.screen.window
        item, target = find_item(root, name), find_item(root, onto) if onto else None
        if item is None:
            return
        at = middle_of(item)
        QTest.touchEvent(window, self._finger).press(0, at, window).commit()
        if target is None:
            QTest.touchEvent(window, self._finger).release(0, at, window).commit()
            return
        near = middle_of(target) - QPoint(window.width() // 30, window.height() // 40)
        QTest.touchEvent(window, self._finger).move(0, near, window).commit()


def loading(item: QQuickItem) -> Iterator[bool]:
    """Something for each picture that is shown and not there yet."""
    if not (item.isVisible() and item.opacity() > 0):
        return
    if item.inherits("QQuickImage") and not item.property("source").isEmpty():
        yield from [True] if item.property("progress") < 1 else []
    for child in item.childItems():
        yield from loading(child)
