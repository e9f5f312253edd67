"""How many frames a second an animation gets, and what they cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import psutil
from PySide6.QtCore import QObject

from kiosk.ui.window import Screen

LONGEST_GAP_S = 0.25
"""Between two frames of one movement; after it, the next movement has begun."""


@dataclass(frozen=True)
class Motion:
    """``cpu_percent`` is of one core, over the whole time that was watched; ``longest_ms`` the
    longest gap within the movement."""

    name: str
    fps: float
    frames: int
    longest_ms: float
    cpu_percent: float


class MotionProbe(QObject):
    def __init__(self, screen: Screen, wait: Callable[[float], None]) -> None:
        super().__init__()
        self._wait = wait
        self._swaps: list[float] = []
        self._process = psutil.Process()
        screen.window.frameSwapped.connect(self._swap)

    def watch(self, name: str, begin: Callable[[], None], seconds: float) -> Motion:
        """``begin`` starts the movement; what is watched are the next ``seconds``."""
        before, began = self._cpu(), time.monotonic()
        self._swaps = []
        begin()
        self._wait(max(0.0, seconds - (time.monotonic() - began)))
        cpu = 100 * (self._cpu() - before) / (time.monotonic() - began)
        moved = _longest_run(self._swaps)
        gaps = [b - a for a, b in pairwise(moved)]
        fps = len(gaps) / (moved[-1] - moved[0]) if gaps else 0.0
        longest = 1000 * max(gaps, default=0.0)
        return Motion(name, round(fps, 1), len(moved), round(longest, 1), round(cpu, 1))

    def _swap(self) -> None:
        self._swaps.append(time.monotonic())

    def _cpu(self) -> float:
        times = self._process.cpu_times()
        return times.user + times.system


def _longest_run(swaps: list[float]) -> list[float]:
    best: list[float] = []
    run: list[float] = []
    for at in swaps:
        if run and at - run[-1] > LONGEST_GAP_S:
            run = []
        run.append(at)
        if len(run) > len(best):
            best = run
    return best
