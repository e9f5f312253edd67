"""Every screen as a picture:  python -m tests.ui.gallery OUTDIR [--size 1080x1920] [--only pay]

The staff's are named ``staff-…``; ``--only staff`` takes these alone.

Needs a display (``xvfb-run -s '-screen 0 1920x1920x24'``). The clip stands before the camera.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.booth.staff.view import StaffView
from kiosk.domain.order import Package, Shot
from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.compose import Composer
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.templates.files import load_templates
from kiosk.ui.settings import LensEdge, ScreenSettings
from kiosk.ui.touch import find_item, middle_of
from kiosk.ui.window import Screen, application, open_screen
from tests.ui import samples, staff_samples

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CODE = "7KQ2M9XB4RT1WNC8HZ3P"
EVENT = "Pasar Sabtu"
SETTLED_S = 0.75
DOUBLE_TAP_S = 0.4


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


def process_events(app: QGuiApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.004)


def touch_up(screen: Screen, name: str) -> None:
    """What a guest has done on the screen that is no part of the View."""
    if name == "choose-copies":
        screen.booth.attract.packages[0].step(2)
    elif name.startswith("pay-voucher"):
        for key in CODE[screen.booth.pay.voucher.typed : 13 if name == "pay-voucher" else None]:
            screen.booth.pay.voucher.press(key)
    if name.startswith("pay-voucher-"):
        screen.booth.pay.voucher.check()


def arrange(app: QGuiApplication, screen: Screen, name: str) -> None:
    """A finger on the arrange screen."""
    screen.booth.arrange.let_go()
    process_events(app, DOUBLE_TAP_S)
    if "selected" in name or "swapping" in name:
        screen.booth.arrange.touch(1)
        process_events(app, DOUBLE_TAP_S)
    if "swapping" in name:
        screen.booth.arrange.begin_swap()
    elif name in ("arrange-drag", "arrange-colours"):
        process_events(app, SETTLED_S)  # the sheet has arrived
        root, finger = screen.window.contentItem(), QTest.createTouchDevice()
        item = find_item(root, "slot:0" if name == "arrange-drag" else "tabLooks")
        onto = find_item(root, "slot:2")
        if item is None or onto is None:
            return
        at, window = middle_of(item), screen.window
        QTest.touchEvent(window, finger).press(0, at, window).commit()
        if name == "arrange-drag":
            near = middle_of(onto) - QPoint(window.width() // 30, window.height() // 40)
            QTest.touchEvent(window, finger).move(0, near, window).commit()
        else:
            QTest.touchEvent(window, finger).release(0, at, window).commit()


def enter(app: QGuiApplication, screen: Screen, scene: staff_samples.Scene) -> None:
    screen.show_staff(StaffView())
    process_events(app, 0.05)
    screen.show_staff(scene.view)
    process_events(app, 0.05)
    scene.enter(screen.staff)
    if scene.then is not None:
        screen.show_staff(scene.then)


def picture(app: QGuiApplication, screen: Screen, file: Path) -> None:
    process_events(app, SETTLED_S)
    screen.window.grabWindow().save(str(file))
    sys.stdout.write(f"{file}\n")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--only", default="")
    parser.add_argument("--lens", default="top")
    parser.add_argument("--package", default="classic")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    width, height = map(int, options.size.split("x"))
    package: Package = next(p for p in samples.PACKAGES if p.key == options.package)

    app = application(ASSETS)
    clip = Clip()
    offered = load_templates(ASSETS / "templates")
    looks = ClipLooks(clip)
    write_pictures(clip, looks.looks, offered, options.out)
    screen = open_screen(
        send=lambda _: None,
        ask=lambda _: None,
        preview=clip,
        looks=looks,
        templates=offered,
        data_dir=options.out.resolve(),
        assets=ASSETS,
        settings=ScreenSettings(
            full_screen=False,
            size=(width, height),
            lens_edge=LensEdge(options.lens),
            event=EVENT,
        ),
    )
    process_events(app, SETTLED_S)
    for place, (name, _) in enumerate(samples.walk(package, 0)):
        view = dict(samples.walk(package, time.monotonic_ns()))[name]
        if options.only not in name:
            continue
        screen.show(view)
        process_events(app, 0.05)
        touch_up(screen, name)
        if name.startswith("arrange"):
            arrange(app, screen, name)
        picture(app, screen, options.out / f"{place:02}-{name}.png")
    for place, scene in enumerate(staff_samples.scenes(time.monotonic_ns())):
        name = f"staff-{place:02}-{scene.name}.png"
        if options.only in name:
            enter(app, screen, scene)
            picture(app, screen, options.out / name)
    screen.close()
    process_events(app, 0.1)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
