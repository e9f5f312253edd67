"""A session's pictures on the booth's disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class SessionPictures:
    """``folder`` is the session's own. It and the ``paths`` of shots, films and print are relative
    to the data directory."""

    session_id: str
    folder: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Keep:
    """Pictures are kept for ``days`` and deleted then, at the local time ``at`` or up to an hour
    later."""

    days: int
    at: time
