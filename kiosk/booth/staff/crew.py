"""Errands that run beside each other, so that none holds up another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import structlog

log = structlog.get_logger()


class Crew:
    """A thread for each errand. ``on_end`` is called on it when it ends, to close what belongs
    to it."""

    def __init__(self, on_end: Callable[[], None]) -> None:
        self._on_end = on_end
        self._lock = threading.Lock()
        self._threads: set[threading.Thread] = set()
        self._closed = False

    def run(self, name: str, errand: Callable[[], object]) -> None:
        """Nothing is begun after ``close``. What the errand raises is logged."""
        thread = threading.Thread(target=self._live, args=(errand,), name=name, daemon=True)
        with self._lock:
            if self._closed:
                return
            self._threads.add(thread)
        thread.start()

    def close(self, timeout: float) -> None:
        """Waits for what runs, ``timeout`` seconds at most for all of it."""
        give_up = time.monotonic() + timeout
        with self._lock:
            self._closed = True
            left = tuple(self._threads)
        for thread in left:
            thread.join(max(give_up - time.monotonic(), 0.0))

    def _live(self, errand: Callable[[], object]) -> None:
        try:
            errand()
        except Exception:
            log.exception("errand failed")
        finally:
            self._on_end()
            with self._lock:
                self._threads.discard(threading.current_thread())
