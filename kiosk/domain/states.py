"""The states of a session. What leads from one to the next stands in ``session``."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.order import (
    Order,
    PaymentMethod,
    Picture,
    Shot,
)


class CancelReason(enum.Enum):
    GUEST = "guest"
    TIME = "time"
    RESTART = "restart"
    PAYMENT_FAILED = "payment-failed"
    OUT_OF_SERVICE = "out-of-service"


class OwedReason(enum.Enum):
    CAMERA = "camera"
    PICTURE = "picture"
    PRINT = "print"
    PAID_LATE = "paid-late"
    PAID_IN_PART = "paid-in-part"
    COMPLAINT = "complaint"  # it was delivered, and the guest is not content with it


class Settlement(enum.Enum):
    REPRINTED = "reprinted"
    COMPED = "comped"
    REFUNDED = "refunded"


@dataclass(frozen=True)
class Picking:
    """The guest picks a way to pay. ``failed`` are those that came to nothing."""

    failed: tuple[PaymentMethod, ...] = ()


@dataclass(frozen=True)
class Requesting:
    """The cloud has been asked for a payment code, or is about to be."""


@dataclass(frozen=True)
class Offered:
    """The guest can scan ``qr_string`` until ``expires_at`` (ISO UTC)."""

    qr_string: str
    expires_at: str


@dataclass(frozen=True)
class Closing:
    """The cloud is asked to make the payment impossible; it may answer that it was paid.

    Without a ``reason`` the guest stays, to pay in another way.
    """

    reason: CancelReason | None


@dataclass(frozen=True)
class EnteringVoucher:
    pass


@dataclass(frozen=True)
class TakingCash:
    """Staff or a bill acceptor take cash until nothing is due."""


PaymentStage = Picking | Requesting | Offered | Closing | EnteringVoucher | TakingCash


@dataclass(frozen=True)
class Choosing:
    pass


@dataclass(frozen=True)
class Paying:
    order: Order
    stage: PaymentStage


@dataclass(frozen=True)
class Shooting:
    """``shots`` are in order of their ``seq``; the first that is missing is taken next. ``retakes``
    counts the shots that the guest had taken again, ``retaking`` is the one that is being replaced.
    ``look``, ``template`` and ``slots`` are those of the arrangement that it is taken for."""

    order: Order
    shots: tuple[Shot, ...] = ()
    retakes: int = 0
    retaking: Shot | None = None
    look: str = ""
    template: str = ""
    slots: tuple[int, ...] = ()


@dataclass(frozen=True)
class Arranging:
    """All shots are taken. Without a picture it is being composed; with one, the guest looks.

    ``look``, ``template`` and ``slots`` are what the picture has or will have: no look where empty,
    the package's own template where empty, and of each slot the ``seq`` of the shot in it, in order
    of the slots, the shots as they were taken where empty. ``retakes`` as in Shooting.
    """

    order: Order
    shots: tuple[Shot, ...]
    picture: Picture | None = None
    look: str = ""
    template: str = ""
    slots: tuple[int, ...] = ()
    retakes: int = 0


@dataclass(frozen=True)
class Job:
    """What is asked of one printer. Its title in CUPS holds ``key``; no key is sent twice.

    ``cups_job_id`` is None until CUPS is known to have accepted the job. ``prints_left`` is what
    the printer said then: with what it says later, it tells how many sheets came out. ``moves``
    is how many printers had accepted the order before this one and did not make all of it.
    """

    key: str
    printer_id: str
    copies: int
    cups_job_id: int | None = None
    prints_left: int | None = None
    moves: int = 0


@dataclass(frozen=True)
class Approval:
    """Who had something done by hand, and why."""

    by: str
    why: str


@dataclass(frozen=True)
class Printing:
    """``reprint`` is there where staff had an owed picture printed."""

    order: Order
    picture: Picture
    job: Job
    reprint: Approval | None = None


@dataclass(frozen=True)
class Delivered:
    order: Order
    picture: Picture


@dataclass(frozen=True)
class Cancelled:
    """Ended unpaid. ``order`` is None where the guest left before choosing."""

    order: Order | None
    reason: CancelReason


@dataclass(frozen=True)
class Refunding:
    """Xendit is asked to give the payment back; until it answers, staff settle nothing."""

    approval: Approval
    payment_id: str


@dataclass(frozen=True)
class RefundFailed:
    """Xendit or the guest's bank won't give the money back: that is left to staff."""


@dataclass(frozen=True)
class Owed:
    """Paid and not delivered; waits for staff. The guest shows them the order's claim code.

    ``withdraw`` is a job that CUPS may still hold: it is to be cancelled before it can print
    beside what staff do.
    """

    order: Order
    picture: Picture | None
    reason: OwedReason
    withdraw: Job | None = None
    refund: Refunding | RefundFailed | None = None


@dataclass(frozen=True)
class Settled:
    order: Order
    how: Settlement
    by: str
    why: str
    withdraw: Job | None = None


State = Choosing | Paying | Shooting | Arranging | Printing | Delivered | Cancelled | Owed | Settled


def order_of(state: State) -> Order | None:
    """What was ordered; None before the guest has chosen."""
    return None if isinstance(state, Choosing) else state.order
