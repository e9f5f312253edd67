"""Where a session's files lie, on the booth's disk and in the bucket.

On disk, relative to the data directory: ``photos/YYYY/MM/DD/<session id>/shot-N.jpg`` and
``prints/<photo id>.jpg``. The day is the UTC day on which the session started.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def shot_path(started: datetime, session_id: str, seq: int) -> str:
    return f"{_folder(started, session_id)}/shot-{seq}.jpg"


def print_path(photo_id: str) -> str:
    return f"prints/{photo_id}.jpg"


def shot_key(customer_id: str, started: datetime, session_id: str, seq: int) -> str:
    return f"{customer_id}/{_folder(started, session_id)}/shot-{seq}.jpg"


def print_key(customer_id: str, started: datetime, session_id: str) -> str:
    return f"{customer_id}/{_folder(started, session_id)}/print.jpg"


def _folder(started: datetime, session_id: str) -> str:
    return f"photos/{started:%Y/%m/%d}/{session_id}"
