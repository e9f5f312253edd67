"""When each step ends by itself, and how. After payment a limit only ever completes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock
from kiosk.domain import session as s


class AtLimit(enum.Enum):
    CANCEL = "cancel"
    LEAVE_TO_OUTBOX = "leave-to-outbox"
    PRINT = "print"
    LEAVE_SCREEN = "leave-screen"
    LEAVE_PRINT = "leave-print"  # it goes on without the screen, if nothing is wrong with it


@dataclass(frozen=True)
class Limit:
    """``at_ns`` is CLOCK_MONOTONIC."""

    at_ns: int
    then: AtLimit


@dataclass(frozen=True)
class Looking:
    """For how long the guest looks at the picture: each look that is picked moves ``until_ns``
    on, and never past ``last_ns``. Both are CLOCK_MONOTONIC."""

    until_ns: int
    last_ns: int


def looking_in(
    state: s.State, was: s.State | None, looking: Looking | None, pace: Pace, clock: Clock
) -> Looking | None:
    """In ``state``, entered now after ``was``: begun with the first picture or the first look
    that is picked, whichever is sooner. However many are picked, it is over after twice
    ``pace.arranging``."""
    if not isinstance(state, s.Arranging):
        return None
    picked = isinstance(was, s.Arranging) and was.look != state.look
    now_ns = clock.monotonic_ns()
    if looking is None:
        begins = picked or state.picture is not None
        span_ns = int(pace.arranging * 1e9)
        return Looking(now_ns + span_ns, now_ns + 2 * span_ns) if begins else None
    if not picked:
        return looking
    at_least_ns = min(now_ns + int(pace.look * 1e9), looking.last_ns)
    return replace(looking, until_ns=max(looking.until_ns, at_least_ns))


def limit_of(
    state: s.State, pace: Pace, clock: Clock, looking: Looking | None = None
) -> Limit | None:
    """The limit of a state that is entered now; None where only the booth's own work ends it.

    A picture that comes when the guest's time to look at it is over is printed at once.
    """
    match state:
        case s.Choosing():
            return _after(clock, pace.choosing, AtLimit.CANCEL)
        case s.Paying(_, stage):
            return _limit_of_paying(stage, pace, clock)
        case s.Arranging(_, _, picture) if picture is not None and looking is not None:
            return Limit(looking.until_ns, AtLimit.PRINT)
        case s.Printing(job=s.Job(cups_job_id=int())):
            return _after(clock, pace.printing, AtLimit.LEAVE_PRINT)
        case s.Delivered():
            return _after(clock, pace.take_home, AtLimit.LEAVE_SCREEN)
        case s.Cancelled() | s.Settled():
            return _after(clock, pace.cancelled, AtLimit.LEAVE_SCREEN)
        case s.Owed():
            return _after(clock, pace.owed, AtLimit.LEAVE_SCREEN)
        case _:
            return None


def _limit_of_paying(stage: s.PaymentStage, pace: Pace, clock: Clock) -> Limit:
    match stage:
        case s.Picking():
            return _after(clock, pace.choosing, AtLimit.CANCEL)
        case s.Requesting():
            return _after(clock, pace.requesting, AtLimit.CANCEL)
        case s.Offered():
            # Not by expires_at: a booth whose clock runs ahead of the cloud's would never sell.
            return _after(clock, pace.payment, AtLimit.CANCEL)
        case s.Closing():
            return _after(clock, pace.closing_patience, AtLimit.LEAVE_TO_OUTBOX)
        case s.EnteringVoucher():
            return _after(clock, pace.voucher, AtLimit.CANCEL)
        case s.TakingCash():
            return _after(clock, pace.cash, AtLimit.CANCEL)
        case _:
            assert_never(stage)


def _after(clock: Clock, seconds: float, then: AtLimit) -> Limit:
    return Limit(clock.monotonic_ns() + int(seconds * 1e9), then)
