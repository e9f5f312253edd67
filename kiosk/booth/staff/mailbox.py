"""The desk's thread: steps from everywhere, one at a time, and a tick between them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

import structlog

log = structlog.get_logger()

Step = Callable[[], None]


class Mailbox:
    """``put`` may be called from any thread, also before ``start``. ``tick`` runs after each step
    and returns the seconds until it wants to run again; None for not before the next step. No
    exception ends the thread; ``on_end`` is called on it when it ends."""

    def __init__(self, tick: Callable[[], float | None], on_end: Step, retry_s: float) -> None:
        self._tick = tick
        self._on_end = on_end
        self._retry_s = retry_s
        self._steps: SimpleQueue[Step | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._live, name="staff-desk", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def put(self, step: Step) -> None:
        self._steps.put(step)

    def close(self, timeout: float) -> None:
        self._steps.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def _live(self) -> None:
        try:
            pause: float | None = None
            while True:
                try:
                    step = self._steps.get(timeout=pause)
                except Empty:
                    pause = self._ticked()
                    continue
                if step is None:
                    return
                _guarded(step)
                pause = self._ticked()
        finally:
            self._on_end()

    def _ticked(self) -> float | None:
        try:
            return self._tick()
        except Exception:
            log.exception("staff's desk stumbled")
            return self._retry_s


def _guarded(step: Step) -> None:
    try:
        step()
    except Exception:
        log.exception("staff's desk stumbled")
