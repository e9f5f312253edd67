"""When each step ends by itself, and how. After payment a limit only ever completes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock
from kiosk.domain import session as s

MOST_ARRANGING = 4
"""So many times ``pace.arranging`` in all, whatever is picked, and however often a guest stays."""

MOST_READING = 3
"""So many times the step's own time, on a screen that a guest reads."""

MOST_CHOOSING_S = 600.0
"""For somebody who has not paid, others may be waiting."""


class AtLimit(enum.Enum):
    CANCEL = "cancel"
    LEAVE_TO_OUTBOX = "leave-to-outbox"
    PRINT = "print"
    LEAVE_SCREEN = "leave-screen"
    LEAVE_PRINT = "leave-print"  # it goes on without the screen, if nothing is wrong with it


@dataclass(frozen=True)
class Limit:
    """``at_ns`` and ``last_ns`` are CLOCK_MONOTONIC. A guest who stays gets ``span_ns`` anew, up to
    ``last_ns``; one who does nothing about it has none."""

    at_ns: int
    then: AtLimit
    span_ns: int = 0
    last_ns: int = 0

    @property
    def may_grow(self) -> bool:
        return self.last_ns > self.at_ns

    def longer(self, now_ns: int) -> Limit:
        at_ns = max(self.at_ns, min(now_ns + self.span_ns, self.last_ns))
        return self if at_ns == self.at_ns else replace(self, at_ns=at_ns)


@dataclass(frozen=True)
class Looking:
    """For how long the guest looks at the picture: each pick moves ``until_ns`` on, and who stays
    gets ``span_ns`` anew, never past ``last_ns``. Both are CLOCK_MONOTONIC."""

    until_ns: int
    last_ns: int
    span_ns: int

    @property
    def may_grow(self) -> bool:
        return self.last_ns > self.until_ns

    def longer(self, now_ns: int) -> Looking:
        return self.at_least(now_ns + self.span_ns)

    def at_least(self, until_ns: int) -> Looking:
        return replace(self, until_ns=max(self.until_ns, min(until_ns, self.last_ns)))


def looking_in(
    state: s.State, was: s.State | None, looking: Looking | None, pace: Pace, clock: Clock
) -> Looking | None:
    """In ``state``, entered now after ``was``: begun with the first picture or the first pick,
    whichever is sooner, and anew after a shot was taken again."""
    if not isinstance(state, s.Arranging):
        return None
    picked = isinstance(was, s.Arranging) and _arrangement(was) != _arrangement(state)
    now_ns = clock.monotonic_ns()
    if looking is None:
        begins = picked or state.picture is not None
        span_ns = int(pace.arranging * 1e9)
        last_ns = now_ns + MOST_ARRANGING * span_ns
        return Looking(now_ns + span_ns, last_ns, span_ns) if begins else None
    return looking.at_least(now_ns + int(pace.look * 1e9)) if picked else looking


def _arrangement(state: s.Arranging) -> tuple[str, str, tuple[int, ...]]:
    return state.look, state.template, state.slots


def limit_of(
    state: s.State, pace: Pace, clock: Clock, looking: Looking | None = None
) -> Limit | None:
    """The limit of a state that is entered now; None where only the booth's own work ends it.

    A picture that comes when the guest's time to look at it is over is printed at once.
    """
    match state:
        case s.Choosing():
            return _choosing(clock, pace.choosing)
        case s.Paying(_, stage):
            return _limit_of_paying(stage, pace, clock)
        case s.Arranging(_, _, picture) if picture is not None and looking is not None:
            return Limit(looking.until_ns, AtLimit.PRINT)
        case s.Printing(job=s.Job(cups_job_id=int())):
            return _after(clock, pace.printing, AtLimit.LEAVE_PRINT)
        case s.Delivered():
            return _reading(clock, pace.take_home)
        case s.Cancelled() | s.Settled():
            return _after(clock, pace.cancelled, AtLimit.LEAVE_SCREEN)
        case s.Owed():
            return _reading(clock, pace.owed)
        case _:
            return None


def _limit_of_paying(stage: s.PaymentStage, pace: Pace, clock: Clock) -> Limit:
    match stage:
        case s.Picking():
            return _choosing(clock, pace.choosing)
        case s.Requesting():
            return _after(clock, pace.requesting, AtLimit.CANCEL)
        case s.Offered():
            # Not by expires_at: a booth whose clock runs ahead of the cloud's would never sell.
            return _after(clock, pace.payment, AtLimit.CANCEL)
        case s.Closing():
            return _after(clock, pace.closing_patience, AtLimit.LEAVE_TO_OUTBOX)
        case s.EnteringVoucher():
            return _choosing(clock, pace.voucher)
        case s.TakingCash():
            return _choosing(clock, pace.cash)
        case _:
            assert_never(stage)


def _choosing(clock: Clock, seconds: float) -> Limit:
    limit = _after(clock, seconds, AtLimit.CANCEL)
    return _growing(limit, clock, max(seconds, MOST_CHOOSING_S))


def _reading(clock: Clock, seconds: float) -> Limit:
    limit = _after(clock, seconds, AtLimit.LEAVE_SCREEN)
    return _growing(limit, clock, MOST_READING * seconds)


def _growing(limit: Limit, clock: Clock, most: float) -> Limit:
    now_ns = clock.monotonic_ns()
    return replace(limit, span_ns=limit.at_ns - now_ns, last_ns=now_ns + int(most * 1e9))


def _after(clock: Clock, seconds: float, then: AtLimit) -> Limit:
    return Limit(clock.monotonic_ns() + int(seconds * 1e9), then)
