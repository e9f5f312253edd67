"""One event of a session, as the rows follow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain import session as s
from kiosk.domain.order import Order


@dataclass(frozen=True)
class Change:
    """An event of one session, and the states before and after it."""

    session_id: str
    customer_id: str
    started: datetime
    before: s.State
    event: s.Event
    after: s.State
    now: datetime


def order_in(state: s.State) -> Order:
    """The order of a state that has one: no event that changes rows leads to another."""
    order = s.order_of(state)
    if order is None:
        raise ValueError(f"{type(state).__name__} has no order")
    return order


def job_in(state: s.State) -> s.Job | None:
    """The print job that is not over in ``state``, or that CUPS may hold yet."""
    match state:
        case s.Printing(job=job):
            return job
        case s.Owed(withdraw=job) | s.Settled(withdraw=job):
            return job
        case _:
            return None
