"""What a voucher can be worth, and why one is not taken."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Voucher:
    """``id`` names it at every booth of its customer. ``discount`` is in whole rupiah, None where
    the voucher pays everything. It is good up to and with the day ``expires`` (local time)."""

    id: str
    discount: int | None
    expires: date

    def worth(self, due: int) -> int:
        """In whole rupiah, of an order with ``due`` rupiah left to pay."""
        return due if self.discount is None else min(self.discount, due)


class VoucherTrouble(enum.Enum):
    """The values are for the log and the audit log."""

    UNREADABLE = "unreadable"  # misspelled, made up, tampered with, or another customer's
    EXPIRED = "expired"
    USED = "used"
    TOO_MANY_TRIES = "too-many-tries"
    NO_KEY = "no-key"  # the cloud has not told the customer's key to this booth yet


@dataclass(frozen=True)
class VoucherKey:
    """What all booths of one customer sign with: 32 bytes, the same at each. ``id`` is 0 to 7."""

    id: int
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class UsedVoucher:
    """A payment by voucher that the cloud knows. ``uses`` is how many there are of the voucher:
    more than one, and it was used twice. ``used_at`` is ISO UTC."""

    voucher_id: str
    payment_id: str
    used_at: str
    uses: int
