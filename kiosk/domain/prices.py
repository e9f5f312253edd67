"""What a package costs, as all booths of a customer share it."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 20_000_000
"""Whole rupiah. More than any print costs: above it somebody typed a zero too many."""


@dataclass(frozen=True)
class Price:
    """``price`` is for the package's own copies, ``extra_copy`` for each beyond them: whole rupiah
    from 0, which is free, to MOST.

    ``package`` is the package's key in kiosk.toml. An empty ``event`` is any. The price holds from
    ``valid_from`` on and ends before ``valid_to``; None is an open end. A withdrawn one never
    holds. Times are ISO UTC with milliseconds; ``version`` grows with every change.
    """

    id: str
    customer_id: str
    package: str
    event: str
    price: int
    extra_copy: int
    valid_from: str | None
    valid_to: str | None
    withdrawn: bool
    created_at: str
    version: int


@dataclass(frozen=True)
class Terms:
    """What a person decides of a price. ValueError for what can't be."""

    package: str
    event: str
    price: int
    extra_copy: int
    valid_from: str | None = None
    valid_to: str | None = None

    def __post_init__(self) -> None:
        for amount in (self.price, self.extra_copy):
            if not 0 <= amount <= MOST:
                raise ValueError(f"{amount} rupiah: a price is from 0 to {MOST}")
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValueError("a price has to begin before it ends")
