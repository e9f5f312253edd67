"""What the outbox's two sides, the store and the sync engine, say to each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kinds:
    """The kinds of entries in ``names``; with ``others`` all that are not."""

    names: frozenset[str] = frozenset()
    others: bool = False


ALL_KINDS = Kinds(others=True)
