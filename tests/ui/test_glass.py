"""Every screen on every glass: a finger hits what it means to, and everything can be read, in
either language.

Windows are a quarter or half as large as the screens that they stand for: sizes follow the window
and its diagonal, so that only hairlines differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF

from kiosk.booth.staff.view import GoOut
from kiosk.booth.view import View
from kiosk.domain.contrast import TEXT
from kiosk.ui import touch
from kiosk.ui.staff import touch as staff_touch
from tests.ui import samples, staff_samples
from tests.ui.conftest import OpenStage, Stage
from tests.ui.fitting import misfits, words_on
from tests.ui.glass import overlaps, targets, weak_words
from tests.ui.vocabulary import foreign

LEAST_MM = 15
ROUNDING_MM = 0.15

TALL, LARGE = ((540, 960), 21.5), ((540, 960), 32.0)
WIDE, TABLET, PANEL = ((960, 540), 21.5), ((640, 400), 10.1), ((640, 400), 15.6)

LEAST_UNITS = 2.6  # of letters; in hundredths of the shorter side
HIGHEST = 0.45  # share of the window above which nothing is touched where the screen is lowered
SMALL_MM = 200
SMALL_KEYS_MM = 12  # of the voucher's 32 keys on a 10 inch screen, as those of a tablet's keyboard
WHOLE_SCREEN = {touch.ATTRACT, touch.TAKE_HOME_TOUCH}  # a touch anywhere else
ALIKE = ("pay-voucher-",)  # one of these screens stands for all


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


def faults_of_words(stage: Stage) -> Iterator[str]:
    window, language = stage.screen.window, stage.screen.language
    least = int(LEAST_UNITS * min(window.width(), window.height()) / 100)
    for text in foreign(window, language.language):
        yield f"{text!r} is not in {language.code}"
    yield from misfits(window)
    for said in words_on(window):
        if said.item.property("font").pixelSize() < least:
            yield f"{said.text!r} is too small to read"


def in_both(stage: Stage) -> list[str]:
    """What is wrong with what is shown now: as it is, and after a touch on the other language."""
    faults = [*faults_of(stage), *faults_of_words(stage)]
    stage.screen.language.switch()
    stage.draw()
    faults += faults_of_words(stage)
    stage.screen.language.switch()
    return faults


def as_it_is(stage: Stage) -> list[str]:
    return list(faults_of(stage))


def out_of_reach(stage: Stage) -> list[str]:
    top = HIGHEST * stage.screen.window.height()
    high = [each.name for each in targets(stage.screen.window) if each.box.top() < top]
    return [*faults_of(stage), *(f"{name} is out of reach" for name in high)]


Look = Callable[[Stage], list[str]]


def walk_guests(stage: Stage, scenes: Iterator[tuple[str, View]], look: Look) -> list[str]:
    faults = []
    for name, view in scenes:
        stage.show(view)
        faults += [f"{name}: {fault}" for fault in look(stage)]
    return faults


def walk_staff(stage: Stage) -> list[str]:
    faults = []
    for scene in staff_samples.scenes(stage.clock.ns):
        stage.enter(scene)
        faults += [f"{scene.name}: {fault}" for fault in in_both(stage)]
        stage.clock.pass_seconds(1)
        stage.asked.clear()
        stage.tap(staff_touch.LEAVE)
        if stage.asked != [GoOut()]:
            faults.append(f"{scene.name}: there is no way out")
    return faults


@pytest.mark.parametrize(("size", "inches"), [TALL, WIDE, TABLET])
def test_every_screen_is_hit_and_read_in_either_language(
    open_stage: OpenStage, size: tuple[int, int], inches: float
) -> None:
    walk = samples.walk(samples.CLASSIC, 1_000_000_000_000)
    faults = walk_guests(open_stage(size, diagonal_in=inches), walk, in_both)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("size", "inches"), [TALL, WIDE, TABLET])
def test_every_room_is_hit_and_read_in_either_language_and_has_a_way_out(
    open_stage: OpenStage, size: tuple[int, int], inches: float
) -> None:
    faults = walk_staff(open_stage(size, diagonal_in=inches))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("size", "inches"), [PANEL, LARGE])
def test_a_finger_hits_what_it_means_to_on_other_glass(
    open_stage: OpenStage, size: tuple[int, int], inches: float
) -> None:
    assert walk_guests(open_stage(size, diagonal_in=inches), guests(), as_it_is) == []


def test_lowered_screens_keep_what_is_touched_in_the_lower_part(open_stage: OpenStage) -> None:
    size, inches = TALL
    stage = open_stage(size, diagonal_in=inches)
    stage.screen.booth.reach.change()
    assert walk_guests(stage, guests(), out_of_reach) == []
