"""How long the staff's things take and how long they are waited for, all in seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StaffPace:
    """``shut_after`` and ``pad_after`` count from the last request. A page that is not out by
    ``page_limit`` is withdrawn, and ``page_grace`` later it is no longer followed. A
    deed at the till is in the journal after ``till_limit``, or staff hear that it is not yet. A
    rehearsal that has not begun after ``rehearsal_begins`` does not. Between two looks for a
    licence key in sight lies ``licence_look``."""

    refresh: float = 1.0
    shut_after: float = 180.0
    pad_after: float = 30.0
    page_poll: float = 0.5
    page_limit: float = 120.0
    page_grace: float = 30.0
    till_poll: float = 0.05
    till_limit: float = 5.0
    activation_retry: float = 5.0
    licence_look: float = 0.2
    rehearsal_begins: float = 5.0
