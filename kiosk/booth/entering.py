"""What the screen is told of a state that is entered now, of what was there before."""

from __future__ import annotations

from dataclasses import replace

from kiosk.booth.limits import limit_of, looking_in
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock
from kiosk.booth.stage import Stage
from kiosk.booth.view import Countdown
from kiosk.domain.arranging import next_shot
from kiosk.domain.session import Offered, Paying, Shooting, State


def entered(session_id: str, state: State, before: Stage | None, pace: Pace, clock: Clock) -> Stage:
    """``before`` is the same session's, None where it was not on the screen."""
    if before is not None and before.state == state and not isinstance(state, Paying):
        # Only the money is another: of what the guest sees and was told, nothing is.
        return replace(before, state=state)
    was, looking = (None, None) if before is None else (before.state, before.looking)
    looking = looking_in(state, was, looking, pace, clock)
    return Stage(
        session_id,
        state,
        limit_of(state, pace, clock, looking),
        looking,
        _countdown(state, before),
        review_until_ns=_review_until(state, before, pace, clock),
    )


def shortened(stage: Stage, gone_s: float) -> Stage:
    """A code that was shown ``gone_s`` before a restart can be paid no longer than without one."""
    limit = stage.limit
    if limit is None or not isinstance(stage.state, Paying):
        return stage
    if not isinstance(stage.state.stage, Offered):
        return stage
    return replace(stage, limit=replace(limit, at_ns=limit.at_ns - int(gone_s * 1e9)))


def _countdown(state: State, before: Stage | None) -> Countdown | None:
    """In ``state``, entered now: while shots are taken, only one for the very shot that is due."""
    if before is None:
        return None
    return before.countdown if _same_shot(state, before.state) else None


def _review_until(state: State, before: Stage | None, pace: Pace, clock: Clock) -> int | None:
    """In ``state``, entered now: until when the guest looks at a shot that may be taken again."""
    if not isinstance(state, Shooting) or not next_shot(state).may_retake:
        return None
    if before is not None and _same_shot(state, before.state):
        return before.review_until_ns
    return clock.monotonic_ns() + int(pace.retake_review * 1e9)


def _same_shot(state: State, before: State) -> bool:
    """Whether no other shot is due than before; after the last one it is that one still."""
    if not isinstance(state, Shooting):
        return True
    return isinstance(before, Shooting) and next_shot(before) == next_shot(state)
