"""How many frames a second an animation gets, and what they cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import psutil
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.ui.window import Screen

LONGEST_GAP_S = 0.25
"""Between two frames of one movement; after it, the next movement has begun."""

MOVERS = {
    "Sheet": ("x", "y", "width", "rotation"),
    "Daylight": ("x", "y", "width"),
    "Place": ("opacity",),
    "Face": ("opacity",),
    "LaidPrint": ("offset", "opacity"),
}
"""What moves by itself on the guests' screens, by its QML type, and what of it."""


@dataclass(frozen=True)
class Motion:
    """``begun_ms`` is from the View to the first frame in which something has moved, ``longest_ms``
    the longest time between two frames after it. ``cpu_percent`` is of one core, over the whole
    time that was watched."""

    name: str
    fps: float
    frames: int
    begun_ms: float
    longest_ms: float
    cpu_percent: float


class MotionProbe(QObject):
    def __init__(self, screen: Screen, wait: Callable[[float], None]) -> None:
        super().__init__()
        self._window = screen.window
        self._wait = wait
        self._swaps: list[float] = []
        self._moved: list[float] = []
        self._looks = False
        self._movers: list[QQuickItem] = []
        self._seen: list[tuple[object, ...]] = []
        self._process = psutil.Process()
        screen.window.frameSwapped.connect(self._swap)

    def watch(self, name: str, begin: Callable[[], None], seconds: float) -> Motion:
        """A movement of ours, which ``begin`` starts: its longest run of frames in each of which
        something stands elsewhere than in the one before. What is painted after it does not count,
        and a frame that is missing in it does.
        """
        self._looks = True
        return self._motion(name, begin, seconds, self._moved)

    def watch_frames(self, name: str, begin: Callable[[], None], seconds: float) -> Motion:
        """What changes from outside, as a finger or the camera has it: all frames count."""
        self._looks = False
        return self._motion(name, begin, seconds, self._swaps)

    def _motion(
        self, name: str, begin: Callable[[], None], seconds: float, frames: list[float]
    ) -> Motion:
        self._movers = list(movers(self._window.contentItem()))
        self._seen = list(self._places())
        before, began = self._cpu(), time.monotonic()
        self._swaps.clear()
        self._moved.clear()
        begin()
        self._wait(max(0.0, seconds - (time.monotonic() - began)))
        cpu = 100 * (self._cpu() - before) / (time.monotonic() - began)
        run = _longest_run(frames)
        gaps = [b - a for a, b in pairwise(run)]
        fps = len(gaps) / (run[-1] - run[0]) if gaps else 0.0
        begun = 1000 * (frames[0] - began) if frames else 0.0
        longest = 1000 * max(gaps, default=0.0)
        return Motion(
            *(name, round(fps, 1), len(run)),
            *(round(begun, 1), round(longest, 1), round(cpu, 1)),
        )

    def _swap(self) -> None:
        now = time.monotonic()
        self._swaps.append(now)
        if self._looks:
            places = list(self._places())
            if places != self._seen:
                self._moved.append(now)
            self._seen = places

    def _places(self) -> Iterator[tuple[object, ...]]:
        for item in self._movers:
            if shiboken6.isValid(item):
                yield tuple(item.property(name) for name in MOVERS[type_of(item)])

    def _cpu(self) -> float:
        times = self._process.cpu_times()
        return times.user + times.system


def type_of(item: QQuickItem) -> str:
    """Its QML type's name."""
    return item.metaObject().className().partition("_")[0]


def movers(item: QQuickItem) -> Iterator[QQuickItem]:
    if type_of(item) in MOVERS:
        yield item
    for child in item.childItems():
        yield from movers(child)


def _longest_run(frames: list[float]) -> list[float]:
    best: list[float] = []
    run: list[float] = []
    for at in frames:
        if run and at - run[-1] > LONGEST_GAP_S:
            run = []
        run.append(at)
        if len(run) > len(best):
            best = run
    return best
