"""Memory and processor time of this process and its children."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import psutil

from kiosk.age import process_age_ms

SAMPLE_EVERY_S = 0.5


class Meter:
    """Samples on a thread between ``start`` and ``close``; megabytes and percent of one core."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, name="meter", daemon=True)
        self._began = time.monotonic()
        self._cpu_began = self._cpu_seconds()
        self.peak = 0.0

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()

    def rss(self) -> float:
        """Resident now, the children's included."""
        return round(sum(p.memory_info().rss for p in self._alive()) / 1e6, 1)

    def cpu_percent(self) -> float:
        """Since the meter was made; children that have ended are not counted."""
        spent = self._cpu_seconds() - self._cpu_began
        return round(100 * spent / (time.monotonic() - self._began), 1)

    def since_start_ms(self) -> int:
        """Since the operating system started this process."""
        return process_age_ms()

    def _cpu_seconds(self) -> float:
        return sum(p.cpu_times().user + p.cpu_times().system for p in self._alive())

    def _alive(self) -> Iterator[psutil.Process]:
        for process in (self._process, *self._process.children()):
            with suppress(psutil.NoSuchProcess), process.oneshot():
                process.memory_info()
                yield process

    def _sample(self) -> None:
        while not self._stop.wait(SAMPLE_EVERY_S):
            self.peak = max(self.peak, self.rss())
