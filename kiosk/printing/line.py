"""One line to CUPS: its own thread, its own connection, and a bound on every call."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

from kiosk.domain.errors import PrintingUnavailable
from kiosk.printing.connection import Connection, open_connection
from kiosk.printing.failures import FAILURES, told

T = TypeVar("T")

Task = Callable[[], None]


class Line:
    """Calls run one after another, in the order given, on a daemon thread.

    pycups knows no timeout: a cupsd that is stopped but not dead would hold its caller for ever.
    So the caller waits at most ``patience_s`` seconds and hears PrintingUnavailable; a call that
    was not begun by then never is. One that was begun keeps the thread until CUPS answers or its
    socket closes, and what comes after it waits behind it: an answer about jobs can't overtake a
    submission that is still on its way. ``generation`` counts the connections so far.
    """

    def __init__(self, address: str, patience_s: float) -> None:
        self._address = address
        self._patience_s = patience_s
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._connection: Connection | None = None
        self.generation = 0
        threading.Thread(target=self._run, name=f"cups {address}", daemon=True).start()

    def ask(self, work: Callable[[Connection], T]) -> T:
        """Runs what may be run twice: on a connection that turns out dead, again on a new one."""
        return self._call(lambda: self._ask_twice(work))

    def tell(self, work: Callable[[Connection], T]) -> T:
        """Runs what must not be repeated."""
        return self._call(lambda: self._attempt(work))

    def close(self) -> None:
        self._tasks.put(None)

    def _call(self, work: Callable[[], T]) -> T:
        future: Future[T] = Future()
        self._tasks.put(lambda: _fulfil(future, work))
        try:
            return future.result(self._patience_s)
        except TimeoutError:
            future.cancel()
            raise PrintingUnavailable(
                f"CUPS at {self._address} did not answer within {self._patience_s:g} s"
            ) from None

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()
        self._connection = None

    def _ask_twice(self, work: Callable[[Connection], T]) -> T:
        with contextlib.suppress(PrintingUnavailable):
            return self._attempt(work)
        return self._attempt(work)

    def _attempt(self, work: Callable[[Connection], T]) -> T:
        try:
            if self._connection is None:
                self._connection = open_connection(self._address)
                self.generation += 1
            return work(self._connection)
        except PrintingUnavailable:
            self._connection = None
            raise
        except FAILURES as error:
            problem = told(error)
            if isinstance(problem, PrintingUnavailable):
                self._connection = None
            raise problem from error


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except Exception as error:
        future.set_exception(error)
