"""Where a session's files lie, on the booth's disk and in the bucket.

On disk, relative to the data directory: ``photos/YYYY/MM/DD/<session id>/shot-N.jpg``, or
``shot-N-b.jpg`` and so on where it was taken again, the films ``boomerang.mp4`` and
``timelapse.mp4`` beside them, and ``prints/<photo id>.jpg``. The day is the UTC day on which the
session started. The bucket has one object for a shot, whichever take counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.domain.films import Film


def shot_path(started: datetime, session_id: str, seq: int, take: int = 1) -> str:
    """``take`` counts from 1; there are no more than 26."""
    again = "" if take == 1 else f"-{chr(ord('a') + take - 1)}"
    return f"{session_folder(started, session_id)}/shot-{seq}{again}.jpg"


def print_path(photo_id: str) -> str:
    return f"prints/{photo_id}.jpg"


def film_path(started: datetime, session_id: str, film: Film) -> str:
    return f"{session_folder(started, session_id)}/{film.value}.mp4"


def shot_key(customer_id: str, started: datetime, session_id: str, seq: int) -> str:
    return f"{customer_id}/{session_folder(started, session_id)}/shot-{seq}.jpg"


def print_key(customer_id: str, started: datetime, session_id: str) -> str:
    return f"{customer_id}/{session_folder(started, session_id)}/print.jpg"


def film_key(customer_id: str, started: datetime, session_id: str, film: Film) -> str:
    return f"{customer_id}/{film_path(started, session_id, film)}"


def session_folder(started: datetime, session_id: str) -> str:
    """Holds that session's files and no other's."""
    return f"photos/{started:%Y/%m/%d}/{session_id}"
