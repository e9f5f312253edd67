"""From a touch in the staff's room to a Request: a double tap asks once."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.booth.staff.view import Request

DOUBLE_TAP_NS = 500_000_000


class Asks:
    """Only for the GUI thread. ``now_ns`` is CLOCK_MONOTONIC."""

    def __init__(self, ask: Callable[[Request], None], now_ns: Callable[[], int]) -> None:
        self._ask = ask
        self._now_ns = now_ns
        self._last: tuple[Request, int] | None = None

    def ask(self, request: Request) -> bool:
        """False, and nothing happens, where the same was asked a moment ago."""
        now = self._now_ns()
        if self._last is not None:
            before, when = self._last
            if before == request and now - when < DOUBLE_TAP_NS:
                return False
        self._last = (request, now)
        self._ask(request)
        return True
