"""The rhythm of a recorded clip."""

from __future__ import annotations

import time
from collections.abc import Callable

SECOND = 1_000_000_000  # ns


class Pacer:
    """A grid of instants on the monotonic clock, ``fps`` to the second, that never drifts."""

    def __init__(
        self,
        fps: float,
        now_ns: Callable[[], int] = time.monotonic_ns,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._period_ns = SECOND / fps
        self._now_ns = now_ns
        self._sleep = sleep
        self._start_ns = now_ns()
        self._point = 0

    def wait(self) -> int:
        """Sleeps to the next point of the grid, missed ones left out; the time then, ns."""
        due = self._start_ns + round(self._point * self._period_ns)
        late = self._now_ns() - due
        if late < 0:
            self._sleep(-late / SECOND)
        else:
            self._point += int(late // self._period_ns)
        self._point += 1
        return self._now_ns()
