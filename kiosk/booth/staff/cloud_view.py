"""What staff see of the sync with the cloud, and what they may ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.outbox import Waiting


@dataclass(frozen=True)
class WaitingLine:
    """``minutes`` since the longest waiting entry was written."""

    waiting: Waiting
    minutes: int


@dataclass(frozen=True)
class CloudView:
    """``reachable`` is None before the cloud was asked. ``minutes`` since anything got through,
    None where nothing did since the booth was started. ``next_try_s`` is 0 where nothing holds the
    next try back; ``trying``: it goes on right now. ``error`` is for staff who can read English."""

    reachable: bool | None = None
    minutes: int | None = None
    waiting: tuple[WaitingLine, ...] = ()
    trying: bool = False
    next_try_s: int = 0
    error: str = ""

    @property
    def total(self) -> int:
        return sum(line.waiting.count for line in self.waiting)


@dataclass(frozen=True)
class RetryCloud:
    """Everything that waits is tried now."""
