"""The staff's desk, which is there when nobody waits for the booth any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.booth.staff.desk import StaffDesk
    from kiosk.booth.staff.view import Request


class DeskToCome:
    """Keeps what staff ask for until it starts. ``make`` is called then: what the desk is made of
    takes a tenth of a start to import.

    ``ask`` from any thread; ``start`` and ``close`` once each, from one.
    """

    def __init__(self, make: Callable[[], StaffDesk]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._desk: StaffDesk | None = None
        self._kept: list[Request] = []

    def ask(self, request: Request) -> None:
        with self._lock:
            if self._desk is None:
                self._kept.append(request)
            else:
                self._desk.ask(request)

    def start(self) -> None:
        desk = self._make()
        desk.start()
        with self._lock:
            for request in self._kept:
                desk.ask(request)
            self._desk = desk

    def close(self, timeout: float) -> None:
        if self._desk is not None:
            self._desk.close(timeout)
