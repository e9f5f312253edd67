"""What waits for the cloud, since when, and why."""

from __future__ import annotations

import math
from datetime import datetime

from kiosk.booth.staff.cloud_view import CloudView, WaitingLine
from kiosk.booth.staff.premises import Premises
from kiosk.domain.times import moment


def cloud(premises: Premises, now: datetime) -> CloudView:
    """Raises what the store raises."""
    contact = premises.cloud()
    success = contact.last_success
    return CloudView(
        reachable=contact.reachable,
        minutes=None if success is None else _minutes(success, now),
        waiting=tuple(
            WaitingLine(waiting, _minutes(moment(waiting.oldest), now))
            for waiting in premises.waiting()
        ),
        trying=contact.trying,
        next_try_s=math.ceil(contact.next_try_s),
        error=contact.last_error or "",
    )


def _minutes(since: datetime, now: datetime) -> int:
    return max(int((now - since).total_seconds() // 60), 0)
