"""What a guest buys, and the keys under which every step of it is done at most once."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.printing import Sheet


class PaymentMethod(enum.Enum):
    QRIS = "qris"
    FREE = "free"  # nothing is asked of the guest, and no payment is recorded


@dataclass(frozen=True)
class Package:
    """One thing on the choose screen. ``price`` is in whole rupiah, for all its copies."""

    key: str
    name: str
    template: str
    sheet: Sheet
    shots: int
    copies: int
    price: int


@dataclass(frozen=True)
class Order:
    """A package taken by one guest, with every key decided before anything is done under it.

    Because the keys are in the journal first, each effect can be repeated after a crash and
    still happen once: the cloud knows the payment, CUPS knows the print job, the disk knows the
    picture by the same key. ``amount`` is in whole rupiah; ``payment_id`` is None where nothing
    is to be paid. ``code`` opens the guest's download page.
    """

    package: Package
    method: PaymentMethod
    amount: int
    payment_id: str | None
    photo_id: str
    print_job_id: str
    code: str


@dataclass(frozen=True)
class Shot:
    """One saved photograph. ``path`` is relative to the data directory; ``taken_at`` is ISO UTC."""

    seq: int
    path: str
    taken_at: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """The composed, print-ready JPEG. ``path`` is relative to the data directory."""

    path: str
    width: int
    height: int
    sha256: str
