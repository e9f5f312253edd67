"""What the outbox's two sides, the store and the sync engine, say to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kinds:
    """The kinds of entries in ``names``; with ``others`` all that are not."""

    names: frozenset[str] = frozenset()
    others: bool = False


@dataclass(frozen=True)
class Waiting:
    """What waits of one kind. ``oldest`` is when the longest waiting entry was written, ISO UTC.
    ``stuck`` were refused again and again while others got through; ``error`` is why one of those
    that were tried did not go, for staff who can read English, empty where none was tried."""

    kind: str
    count: int
    oldest: str
    stuck: int = 0
    error: str = ""


ALL_KINDS = Kinds(others=True)
