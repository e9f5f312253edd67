"""The mirror's takings held against the cloud's. Amounts are whole rupiah."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod
from kiosk.domain.shifts import MethodTaken


@dataclass(frozen=True)
class Sum:
    count: int = 0
    amount: int = 0


@dataclass(frozen=True)
class Comparison:
    """``waiting`` was not acknowledged by the cloud yet: it may or may not know of it."""

    method: PaymentMethod
    mirror: Sum
    cloud: Sum
    waiting: Sum

    @property
    def agrees(self) -> bool:
        """What waits explains a difference: all of it, a part, or nothing may have arrived."""
        count, amount = self.mirror.count - self.cloud.count, self.mirror.amount - self.cloud.amount
        if count == 0 or count == self.waiting.count:
            return amount == (0 if count == 0 else self.waiting.amount)
        return 0 < count < self.waiting.count and 0 < amount < self.waiting.amount

    @property
    def detail(self) -> str:
        said = f"{self.method.value}: {_words(self.mirror)} here, {_words(self.cloud)} in the cloud"
        return f"{said}, {_words(self.waiting)} still to be told" if self.waiting.count else said


def compare(
    here: tuple[MethodTaken, ...],
    waiting: tuple[MethodTaken, ...],
    cloud: Mapping[str, Sum],
) -> tuple[Comparison, ...]:
    """One for each method that either knows; ``cloud`` by RFC-007's method."""
    mine, later = _sums(here), _sums(waiting)
    return tuple(
        Comparison(method, mine.get(method, Sum()), theirs, later.get(method, Sum()))
        for method in PaymentMethod
        if (theirs := cloud.get(method.value, Sum())) != Sum() or method in mine
    )


def _sums(found: tuple[MethodTaken, ...]) -> dict[PaymentMethod, Sum]:
    return {line.method: Sum(line.count, line.amount) for line in found}


def _words(found: Sum) -> str:
    return f"{found.count} of {rupiah(found.amount)}"
