"""Every screen on every glass: a finger hits what it means to, and everything can be read.

Windows are a quarter or half as large as the screens that they stand for: sizes follow the window
and its diagonal, so that only hairlines differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF

from kiosk.booth.staff.view import StaffView
from kiosk.booth.view import View
from kiosk.domain.contrast import TEXT
from kiosk.ui import touch
from tests.ui import samples, staff_samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.glass import overlaps, targets, weak_words

LEAST_MM = 15
ROUNDING_MM = 0.15

TALL, LARGE = ((540, 960), 21.5), ((540, 960), 32.0)
WIDE, TABLET, PANEL = ((960, 540), 21.5), ((640, 400), 10.1), ((640, 400), 15.6)
GLASSES = [TALL, WIDE, TABLET, PANEL, LARGE]

SMALL_MM = 200
SMALL_KEYS_MM = 12  # of the voucher's 32 keys on a 10 inch screen, as those of a tablet's keyboard
WHOLE_SCREEN = {touch.ATTRACT, touch.TAKE_HOME_TOUCH}  # a touch anywhere else
ALIKE = ("fault-", "pay-voucher-", "till-claim-re")  # one of these screens stands for all


def guests() -> Iterator[tuple[str, View]]:
    yield from unlike(samples.walk(samples.CLASSIC, 1_000_000_000_000))


def unlike(scenes: Iterator[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    seen: set[str] = set()
    for name, scene in scenes:
        kind = next((kind for kind in ALIKE if name.startswith(kind)), name)
        if kind not in seen:
            seen.add(kind)
            yield name, scene


def faults_of(stage: Stage) -> Iterator[str]:
    window = stage.screen.window
    mm = stage.millimetre
    glass = QRectF(0, 0, window.width(), window.height()).adjusted(-1, -1, 1, 1)
    found = targets(window)
    for target in found:
        wide, high = target.item.width() / mm, target.item.height() / mm
        key = target.name.startswith((touch.VOUCHER_KEY, touch.VOUCHER_ERASE))
        least = SMALL_KEYS_MM if key and window.height() / mm < SMALL_MM else LEAST_MM
        if min(wide, high) < least - ROUNDING_MM:
            yield f"{target.name} is {wide:.1f} × {high:.1f} mm"
        if not target.scrolls and not glass.contains(target.box):
            yield f"{target.name} is not all on the screen"
    for one, other in overlaps(found):
        if WHOLE_SCREEN.isdisjoint((one, other)):
            yield f"{one} and {other} lie over one another"
    for text, seen in weak_words(window, TEXT):
        yield f"{text!r} has a contrast of {seen}"


def walk_guests(stage: Stage, highest: float = 0) -> list[str]:
    """``highest`` is the share of the window above which nothing is to be touched."""
    faults = []
    top = highest * stage.screen.window.height()
    for name, view in guests():
        stage.show(view)
        faults += [f"{name}: {fault}" for fault in faults_of(stage)]
        high = [target.name for target in targets(stage.screen.window) if target.box.top() < top]
        faults += [f"{name}: {each} is out of reach" for each in high]
    return faults


def walk_staff(stage: Stage) -> list[str]:
    faults = []
    scenes = staff_samples.scenes(stage.clock.ns)
    for name, scene in unlike((scene.name, scene) for scene in scenes):
        staff = stage.screen.staff
        staff.show(StaffView())
        staff.show(scene.view)
        scene.enter(staff)
        stage.show_staff(scene.then or scene.view)
        faults += [f"{name}: {fault}" for fault in faults_of(stage)]
    return faults


Walk = Callable[[Stage], list[str]]
WALKS = [
    *((walk_guests, *glass) for glass in GLASSES),
    *((walk_staff, *glass) for glass in (TALL, WIDE, TABLET)),
]


@pytest.mark.parametrize(("walk", "size", "inches"), WALKS)
def test_a_finger_hits_what_it_means_to_and_everything_can_be_read(
    open_stage: OpenStage, walk: Walk, size: tuple[int, int], inches: float
) -> None:
    assert walk(open_stage(size, diagonal_in=inches)) == []


def test_lowered_screens_keep_what_is_touched_in_the_lower_part(open_stage: OpenStage) -> None:
    size, inches = TALL
    stage = open_stage(size, diagonal_in=inches)
    stage.screen.booth.reach.change()
    assert walk_guests(stage, highest=0.45) == []
