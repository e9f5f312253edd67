"""How long things took, kept for the rehearsal's report."""

from __future__ import annotations

import math
import threading
from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """Milliseconds. The percentiles are values that occurred (nearest rank)."""

    p50: float
    p95: float
    max: float


class Timings:
    """Safe to use from every thread; keeps the newest ``keep`` values of each name."""

    def __init__(self, keep: int = 10_000) -> None:
        self._keep = keep
        self._lock = threading.Lock()
        self._values_ns: dict[str, list[int]] = defaultdict(list)

    def add(self, name: str, ns: int) -> None:
        with self._lock:
            values = self._values_ns[name]
            values.append(ns)
            del values[: -self._keep]

    def spread(self, name: str) -> Spread | None:
        with self._lock:
            values = sorted(self._values_ns[name])
        return spread_ms([v / 1e6 for v in values])


def spread_ms(values: list[float]) -> Spread | None:
    """None of nothing."""
    if not values:
        return None
    ordered = sorted(values)

    def rank(share: float) -> float:
        return round(ordered[max(math.ceil(share * len(ordered)), 1) - 1], 1)

    return Spread(rank(0.5), rank(0.95), round(ordered[-1], 1))
