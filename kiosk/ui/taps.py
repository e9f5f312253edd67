"""From a touch to an Intent: once a step, and only while the guest sees that step."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.booth.view import (
    ArrangeShots,
    EnterVoucher,
    HavePaid,
    Intent,
    PickLook,
    PickTemplate,
    ShowPrint,
    StayOn,
)
from kiosk.ui.screens import ScreenName

PATIENCE_NS = 2_000_000_000  # after this an intent that changed nothing may be sent again
DOUBLE_TAP_NS = 350_000_000  # a second tap this soon was not meant for what the first has brought

# After these the guest is where they were, and may go on at once.
QUESTIONS = HavePaid | EnterVoucher | PickLook | PickTemplate | ArrangeShots | ShowPrint | StayOn
IN_A_ROW = PickLook | PickTemplate  # nothing moves below a finger that goes from card to card


class Taps:
    """Only for the GUI thread. ``now_ns`` is CLOCK_MONOTONIC."""

    def __init__(self, send: Callable[[Intent], None], now_ns: Callable[[], int]) -> None:
        self._send = send
        self._now_ns = now_ns
        self._step: tuple[str | None, ScreenName, str] = (None, ScreenName.RESTING, "")
        self._moved_ns: int | None = None  # when the step's own intent was sent
        self._asked: tuple[Intent, int] | None = None
        self._last: Intent | None = None
        self._last_ns: int | None = None

    def look_at(self, session_id: str | None, screen: ScreenName, moment: str) -> None:
        """From now on the guest sees this step: a moment of a session's screen."""
        if (session_id, screen, moment) != self._step:
            self._step = (session_id, screen, moment)
            self._moved_ns = self._asked = None

    def send(self, session_id: str | None, screen: ScreenName, intent: Intent) -> bool:
        """False, and nothing happens, where the step is over, the tap is half of a double one, or
        the step's intent is on its way. A question can be followed at once by something else.
        """
        now = self._now_ns()
        if (session_id, screen) != self._step[:2] or self._is_half_a_double_tap(intent, now):
            return False
        if _within(PATIENCE_NS, self._moved_ns, now) or self._is_asked(intent, now):
            return False
        if isinstance(intent, QUESTIONS):
            self._asked = (intent, now)
        else:
            self._moved_ns = now
        self._last, self._last_ns = intent, now
        self._send(intent)
        return True

    def answer(self) -> bool:
        """A tap that the screen alone answers. False, and it does nothing, where it is half of a
        double one; the next one may be that of this."""
        now = self._now_ns()
        if _within(DOUBLE_TAP_NS, self._last_ns, now):
            return False
        self._last, self._last_ns = None, now
        return True

    def _is_half_a_double_tap(self, intent: Intent, now: int) -> bool:
        if isinstance(intent, IN_A_ROW) and type(intent) is type(self._last):
            return intent == self._last and _within(DOUBLE_TAP_NS, self._last_ns, now)
        return _within(DOUBLE_TAP_NS, self._last_ns, now)

    def _is_asked(self, intent: Intent, now: int) -> bool:
        if self._asked is None:
            return False
        asked, when = self._asked
        return asked == intent and _within(PATIENCE_NS, when, now)


def _within(span_ns: int, since_ns: int | None, now_ns: int) -> bool:
    return since_ns is not None and now_ns - since_ns < span_ns
