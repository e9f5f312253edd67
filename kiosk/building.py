"""The booth is put together on a thread of its own, while its window is there already."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Building(Generic[T]):
    """``build`` is given an event that is set once nobody wants the booth any more; it may look
    at it between its steps, and returns None then. ``failed`` is called where it raises.

    For one thread.
    """

    def __init__(
        self, build: Callable[[threading.Event], T | None], failed: Callable[[], None]
    ) -> None:
        self._build = build
        self._failed = failed
        self._gone = threading.Event()
        self._built: T | None = None
        self._error: Exception | None = None
        # No daemon, as the threads that it starts would be daemons, too.
        self._thread = threading.Thread(target=self._run, name="building")

    def start(self) -> None:
        """Does nothing the second time, or where it was given up."""
        if self._thread.ident is None and not self._gone.is_set():
            self._thread.start()

    def give_up(self) -> T | None:
        """Waits for the end of a step that is being done; what has been built until now."""
        self._gone.set()
        if self._thread.ident is not None:
            self._thread.join()
        return self._built

    def result(self) -> T | None:
        """As ``give_up``. Raises what ``build`` has raised."""
        built = self.give_up()
        if self._error is not None:
            raise self._error
        return built

    def _run(self) -> None:
        try:
            self._built = self._build(self._gone)
        except Exception as error:
            self._error = error
            self._failed()
