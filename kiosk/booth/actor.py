"""The conductor's thread: messages in from everywhere, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue

import structlog

from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Happened, Message
from kiosk.booth.ports import Clock

log = structlog.get_logger()

WRITE_RETRY_S = 0.5


class Actor:
    """``send`` may be called from any thread, also before ``start``.

    ``on_end`` is called on the conductor's thread when it ends, to close what belongs to it.
    """

    def __init__(
        self, clock: Clock, on_end: Callable[[], None], retry_s: float = WRITE_RETRY_S
    ) -> None:
        self._clock = clock
        self._on_end = on_end
        self._retry_s = retry_s
        self._messages: SimpleQueue[Message | None] = SimpleQueue()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def send(self, message: Message) -> None:
        self._messages.put(message)

    def start(self, conductor: Conductor) -> None:
        self._thread = threading.Thread(
            target=self._live, args=(conductor,), name="conductor", daemon=True
        )
        self._thread.start()

    def close(self, timeout: float) -> None:
        self._closing.set()
        self._messages.put(None)
        if self._thread is not None:
            self._thread.join(timeout)

    def _live(self, conductor: Conductor) -> None:
        try:
            # A booth that cannot read what it owes sells nothing.
            while not _guarded(conductor.recover):
                if self._closing.wait(self._retry_s):
                    return
            while True:
                due_ns = conductor.next_tick_ns
                try:
                    message = self._messages.get(timeout=self._seconds_until(due_ns))
                except Empty:
                    if not _guarded(conductor.tick):
                        self._closing.wait(self._retry_s)
                    continue
                if message is None:
                    return
                self._deliver(conductor, message)
        finally:
            self._on_end()

    def _seconds_until(self, due_ns: int | None) -> float | None:
        return None if due_ns is None else max((due_ns - self._clock.monotonic_ns()) / 1e9, 0.0)

    def _deliver(self, conductor: Conductor, message: Message) -> None:
        """What happened has happened: where it cannot be written down yet, it is told again."""
        if not _guarded(partial(conductor.handle, message)) and isinstance(message, Happened):
            self._closing.wait(self._retry_s)
            self.send(message)


def _guarded(step: Callable[[], None]) -> bool:
    """Whether ``step`` went through. One that fails must not end the thread of the promises."""
    try:
        step()
    except Exception:
        log.exception("conductor step failed")
        return False
    return True
