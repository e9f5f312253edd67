"""What a guest buys, and the keys under which every step of it is done at most once."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace

from kiosk.domain.printing import Sheet


class PaymentMethod(enum.Enum):
    """RFC-007's ``payments.method``, and free."""

    QRIS = "qris"
    CASH = "cash"
    VOUCHER = "voucher"
    FREE = "free"  # nothing is asked of the guest, and no payment is recorded


class ReturnWay(enum.Enum):
    """How money went back to the guest."""

    CASH = "cash"
    QRIS = "qris"  # by Xendit, to where it came from
    TRANSFER = "transfer"  # by hand, by the operator's bank


@dataclass(frozen=True)
class Package:
    """One thing on the choose screen. ``price`` is in whole rupiah, for all its copies.

    A guest may have up to ``most_copies``, each beyond ``copies`` for ``extra_copy`` rupiah.
    ``retakes`` is how many shots may be taken again in all.
    """

    key: str
    name: str
    template: str
    sheet: Sheet
    shots: int
    copies: int
    price: int
    extra_copy: int = 0
    most_copies: int = 0
    retakes: int = 0

    def with_copies(self, copies: int) -> Package:
        """The package as a guest takes it; ValueError where it is not sold so."""
        if copies == self.copies:
            return self
        if not self.copies < copies <= self.most_copies:
            raise ValueError(f"{self.key} is not sold with {copies} copies")
        price = self.price + (copies - self.copies) * self.extra_copy
        return replace(self, copies=copies, price=price)


@dataclass(frozen=True)
class Received:
    """What came in by one payment, in whole rupiah; of a voucher what it was worth here.

    ``payment_id`` is the row's: each QRIS code, each voucher and each handing over of cash has one.
    """

    payment_id: str
    method: PaymentMethod
    amount: int


@dataclass(frozen=True)
class Returned:
    """``amount`` is in whole rupiah. ``refund`` is False for change."""

    amount: int
    way: ReturnWay
    refund: bool = False


@dataclass(frozen=True)
class Till:
    """The money of one order."""

    received: tuple[Received, ...] = ()
    returned: tuple[Returned, ...] = ()

    def knows(self, payment_id: str) -> bool:
        return any(received.payment_id == payment_id for received in self.received)

    @property
    def worth(self) -> int:
        """All that came in, in whole rupiah, vouchers too."""
        return sum(received.amount for received in self.received)

    @property
    def money(self) -> int:
        """What a guest could want back, in whole rupiah: all that came in but vouchers, less what
        went back."""
        paid = (r.amount for r in self.received if r.method is not PaymentMethod.VOUCHER)
        return sum(paid) - sum(returned.amount for returned in self.returned)


@dataclass(frozen=True)
class Order:
    """A package taken by one guest, with every key decided before anything is done under it.

    Because the keys are in the journal first, each effect can be repeated after a crash and
    still happen once: the cloud knows the payment, CUPS knows the print job, the disk knows the
    picture by the same key. ``amount`` is the price in whole rupiah. ``code`` opens the guest's
    download page; by ``claim_code`` staff find what is owed.

    ``method`` and ``payment_id`` are those of the payment at hand, and later of the one that paid;
    ``payment_id`` is None where nothing is to be paid and where no way to pay is picked yet.
    ``asked`` is what that payment asks for, None for the whole amount. ``ways`` were offered.

    A ``rehearsal`` is the staff's own try: everything is real but the money, which nobody asks for.

    Two orders with the same keys are one, whatever was paid meanwhile: a print on its way is not
    begun anew because money comes in.
    """

    package: Package
    method: PaymentMethod
    amount: int
    payment_id: str | None
    photo_id: str
    print_job_id: str
    code: str
    claim_code: str = ""
    ways: tuple[PaymentMethod, ...] = ()
    asked: int | None = None
    rehearsal: bool = False
    till: Till = field(default=Till(), compare=False)

    @property
    def to_ask(self) -> int:
        """What the payment at hand is over, in whole rupiah."""
        return self.amount if self.asked is None else self.asked

    @property
    def due(self) -> int:
        """What is still to be paid, in whole rupiah."""
        return max(self.amount - self.till.worth, 0)

    @property
    def change_due(self) -> int:
        """What came in beyond the price and did not go back, in whole rupiah.

        A voucher pays no change: where it was worth more than what was left, it was worth less.
        After a refund nothing was sold: what comes in then is all to go back.
        """
        refunded = any(returned.refund for returned in self.till.returned)
        surplus = max(self.till.worth - (0 if refunded else self.amount), 0)
        return max(min(surplus - sum(r.amount for r in self.till.returned), self.till.money), 0)


@dataclass(frozen=True)
class Shot:
    """One saved photograph. ``path`` is relative to the data directory; ``taken_at`` is ISO UTC.

    ``take`` is 1, and one more each time that this ``seq`` was taken again."""

    seq: int
    path: str
    taken_at: str
    width: int
    height: int
    take: int = 1


@dataclass(frozen=True)
class Picture:
    """The composed, print-ready JPEG. ``path`` is relative to the data directory."""

    path: str
    width: int
    height: int
    sha256: str
