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
