"""From a touch to an Intent: once a step, and only while the guest sees that step."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.booth.view import Intent
from kiosk.ui.screens import ScreenName

PATIENCE_NS = 2_000_000_000  # after this an intent that changed nothing may be sent again


class Taps:
    """Only for the GUI thread. ``now_ns`` is CLOCK_MONOTONIC."""

    def __init__(self, send: Callable[[Intent], None], now_ns: Callable[[], int]) -> None:
        self._send = send
        self._now_ns = now_ns
        self._step: tuple[str | None, ScreenName] = (None, ScreenName.RESTING)
        self._sent_ns: int | None = None

    def look_at(self, session_id: str | None, screen: ScreenName) -> None:
        """From now on the guest sees this step."""
        if (session_id, screen) != self._step:
            self._step = (session_id, screen)
            self._sent_ns = None

    def send(self, session_id: str | None, screen: ScreenName, intent: Intent) -> None:
        """Nothing happens where the step is over, or its intent is on its way."""
        if (session_id, screen) != self._step:
            return
        now = self._now_ns()
        if self._sent_ns is not None and now - self._sent_ns < PATIENCE_NS:
            return
        self._sent_ns = now
        self._send(intent)
