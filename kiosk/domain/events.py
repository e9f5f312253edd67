"""What can happen to a session, as its journal holds it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.order import (
    Order,
    PaymentMethod,
    Picture,
    ReturnWay,
    Shot,
)
from kiosk.domain.states import (
    Approval,
    CancelReason,
    OwedReason,
    Settlement,
)


@dataclass(frozen=True)
class Started:
    """The guest touched the attract screen. Always the first event, never a later one."""


@dataclass(frozen=True)
class Chosen:
    order: Order


@dataclass(frozen=True)
class WayPicked:
    """A way to pay; ``payment_id`` is new, and None for cash, which has one each time it comes."""

    method: PaymentMethod
    payment_id: str | None


@dataclass(frozen=True)
class WayLeft:
    """The guest wants to pay in another way."""


@dataclass(frozen=True)
class PaymentOffered:
    """``platform_fee`` is the cloud's figure, in whole rupiah."""

    qr_string: str
    expires_at: str
    xendit_payment_id: str
    platform_fee: int


@dataclass(frozen=True)
class PaymentCompleted:
    """The cloud says that the QRIS payment is paid. ``amount`` is in whole rupiah."""

    paid_at: str
    payment_id: str
    amount: int


@dataclass(frozen=True)
class CashReceived:
    """Taken ``by`` a member of staff, or by the bill acceptor, which is nobody (empty).

    ``amount`` is in whole rupiah, more than 0; ``payment_id`` is this handing over's own.
    """

    payment_id: str
    amount: int
    by: str


@dataclass(frozen=True)
class VoucherTaken:
    """``voucher_id`` names the voucher at every booth of the customer. ``amount`` is what it is
    worth here, in whole rupiah, no more than what was due."""

    voucher_id: str
    amount: int


@dataclass(frozen=True)
class PaymentRefused:
    """The payment ended unpaid, or the cloud would not make it."""


@dataclass(frozen=True)
class CancelAsked:
    reason: CancelReason


@dataclass(frozen=True)
class PaymentClosed:
    """``certain`` is False where the cloud did not answer: then the outbox goes on asking."""

    certain: bool


@dataclass(frozen=True)
class ShotTaken:
    shot: Shot


@dataclass(frozen=True)
class LookPicked:
    """Empty for the shots as they were taken."""

    look: str


@dataclass(frozen=True)
class TemplatePicked:
    """By its name, which may be that of the package's own."""

    template: str


@dataclass(frozen=True)
class ShotsArranged:
    """For each slot in order the ``seq`` of the shot in it, each shot once."""

    slots: tuple[int, ...]


@dataclass(frozen=True)
class RetakeAsked:
    """The guest wants the shot ``seq`` taken once more."""

    seq: int


@dataclass(frozen=True)
class ArrangementFailed:
    """The picture could not be composed so, again and again: it is to be plain instead."""

    look: str
    template: str
    slots: tuple[int, ...]
    retakes: int


@dataclass(frozen=True)
class PictureComposed:
    """What it was made for, as ``Arranging`` has it. ``retakes`` tells of which shots it is."""

    picture: Picture
    look: str = ""
    template: str = ""
    slots: tuple[int, ...] = ()
    retakes: int = 0


@dataclass(frozen=True)
class PrintAsked:
    printer_id: str


@dataclass(frozen=True)
class PrintSubmitted:
    cups_job_id: int
    prints_left: int | None = None


@dataclass(frozen=True)
class PrintMoved:
    """The job ended after ``sheets`` of its copies, for certain; another printer makes the rest."""

    printer_id: str
    key: str
    sheets: int


@dataclass(frozen=True)
class PrintCompleted:
    """Every copy came out."""


@dataclass(frozen=True)
class PrintWithdrawn:
    """CUPS has ended the job that was to be withdrawn, or never had it."""


@dataclass(frozen=True)
class GaveUp:
    """The booth cannot deliver without a person. ``job_may_print``: CUPS may hold the job yet."""

    reason: OwedReason
    job_may_print: bool = False


@dataclass(frozen=True)
class SettledByStaff:
    """``way`` is how a refund went back to the guest, and not by QRIS, which is Xendit's to do; it
    means nothing with another ``how``."""

    how: Settlement
    by: str
    why: str
    way: ReturnWay = ReturnWay.CASH


@dataclass(frozen=True)
class Complained:
    """A guest came back with what was delivered; staff make it good."""

    approval: Approval


@dataclass(frozen=True)
class ReprintApproved:
    """Staff have ``copies`` of an owed picture printed under a new ``key``."""

    printer_id: str
    key: str
    copies: int
    approval: Approval


@dataclass(frozen=True)
class RefundAsked:
    """Xendit is to give a QRIS payment back, whole."""

    approval: Approval


@dataclass(frozen=True)
class RefundDone:
    pass


@dataclass(frozen=True)
class RefundRefused:
    pass


@dataclass(frozen=True)
class ChangeReturned:
    """Staff gave a guest what came in beyond the price: ``amount`` whole rupiah, all that was due.

    With another amount it means nothing, so that what is told twice is given once; nor by QRIS.
    """

    amount: int
    way: ReturnWay
    by: str


Event = (
    Started
    | Chosen
    | WayPicked
    | WayLeft
    | PaymentOffered
    | PaymentCompleted
    | CashReceived
    | VoucherTaken
    | PaymentRefused
    | CancelAsked
    | PaymentClosed
    | ShotTaken
    | LookPicked
    | TemplatePicked
    | ShotsArranged
    | RetakeAsked
    | ArrangementFailed
    | PictureComposed
    | PrintAsked
    | PrintSubmitted
    | PrintMoved
    | PrintCompleted
    | PrintWithdrawn
    | GaveUp
    | SettledByStaff
    | Complained
    | ReprintApproved
    | RefundAsked
    | RefundDone
    | RefundRefused
    | ChangeReturned
)
