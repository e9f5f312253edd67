"""How long to wait before trying again. No number of failures ends the trying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Backoff:
    """Doubles from ``first_s`` up to ``cap_s`` seconds."""

    first_s: float
    cap_s: float

    def delay_s(self, failures: int, chance: float) -> float:
        """Seconds after the ``failures``-th failure in a row, counted from 1.

        ``chance`` in [0, 1) takes up to half of it away, so that booths which lost the same
        network do not come back in step.
        """
        doublings = min(max(failures - 1, 0), 64)
        full = min(self.cap_s, self.first_s * 2.0**doublings)
        return full * (1.0 - chance / 2.0)


class Pause:
    """Holds back every contact with one place after one failed, longer each time in a row."""

    def __init__(
        self, backoff: Backoff, monotonic: Callable[[], float], chance: Callable[[], float]
    ) -> None:
        self._backoff = backoff
        self._monotonic = monotonic
        self._chance = chance
        self._failures = 0
        self._until = -float("inf")

    @property
    def left_s(self) -> float:
        return max(0.0, self._until - self._monotonic())

    def begin(self, at_least_s: float = 0.0) -> None:
        self._failures += 1
        delay = self._backoff.delay_s(self._failures, self._chance())
        self._until = self._monotonic() + max(delay, at_least_s)

    def reset(self) -> None:
        self._failures = 0
        self._until = -float("inf")
