"""What a session waits for the booth to do. Doing it again is harmless: the keys stay."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.order import (
    Order,
    Picture,
    Shot,
)
from kiosk.domain.states import (
    Job,
)


@dataclass(frozen=True)
class RequestPayment:
    order: Order


@dataclass(frozen=True)
class WatchPayment:
    order: Order
    expires_at: str


@dataclass(frozen=True)
class ClosePayment:
    order: Order


@dataclass(frozen=True)
class AcceptCash:
    """The bill acceptor, if there is one, takes bills for as long as this is due."""

    order: Order


@dataclass(frozen=True)
class TakeShot:
    """``may_retake``: the guest looks at the shot before, and may want it taken again."""

    order: Order
    seq: int
    take: int = 1
    may_retake: bool = False


@dataclass(frozen=True)
class Compose:
    """The last four as ``Arranging`` has them; ``shots`` are as they were taken."""

    order: Order
    shots: tuple[Shot, ...]
    look: str = ""
    template: str = ""
    slots: tuple[int, ...] = ()
    retakes: int = 0


@dataclass(frozen=True)
class SubmitPrint:
    order: Order
    picture: Picture
    job: Job


@dataclass(frozen=True)
class FollowPrint:
    """``cups_job_id`` is the job's own, known now."""

    order: Order
    picture: Picture
    job: Job
    cups_job_id: int


@dataclass(frozen=True)
class WithdrawPrint:
    job: Job


@dataclass(frozen=True)
class RefundPayment:
    """Asks for it; asking again is harmless."""

    payment_id: str


Effect = (
    RequestPayment
    | WatchPayment
    | ClosePayment
    | AcceptCash
    | TakeShot
    | Compose
    | SubmitPrint
    | FollowPrint
    | WithdrawPrint
    | RefundPayment
)
