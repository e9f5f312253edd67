"""The session: everything that can happen between a guest's first touch and paper in the hand.

    Choosing ─► Paying ─► Shooting ─► Arranging ─► Printing ─► Delivered
        │          │          │            │            │ ↺ to another printer
        └► Cancelled ◄┘       └────────────┴─► Owed ◄───┘──► Settled
                │                               ▲
                └── paid after the guest left ──┘

``transition`` is the only way from one state to the next and ``due`` says what a state is
waiting for. Both are pure, so a restart is a replay of the journal followed by ``due``.
An event that has no meaning in a state (late, repeated, double tap) changes nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.domain.order import Order, Picture, Shot

# ---- states -------------------------------------------------------------------------------


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


class Settlement(enum.Enum):
    REPRINTED = "reprinted"
    COMPED = "comped"
    REFUNDED = "refunded"


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
    """The cloud is asked to make the payment impossible; it may answer that it was paid."""

    reason: CancelReason


PaymentStage = Requesting | Offered | Closing


@dataclass(frozen=True)
class Choosing:
    pass


@dataclass(frozen=True)
class Paying:
    order: Order
    stage: PaymentStage


@dataclass(frozen=True)
class Shooting:
    order: Order
    shots: tuple[Shot, ...] = ()


@dataclass(frozen=True)
class Arranging:
    """All shots are taken. Without a picture it is being composed; with one, the guest looks."""

    order: Order
    shots: tuple[Shot, ...]
    picture: Picture | None = None


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
class Printing:
    order: Order
    picture: Picture
    job: Job


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
class Owed:
    """Paid and not delivered; waits for staff. The guest shows them ``claim_code``.

    ``withdraw`` is a job that CUPS may still hold: it is to be cancelled before it can print
    beside what staff do.
    """

    order: Order
    picture: Picture | None
    reason: OwedReason
    claim_code: str
    withdraw: Job | None = None


@dataclass(frozen=True)
class Settled:
    order: Order
    how: Settlement
    by: str
    why: str
    withdraw: Job | None = None


State = Choosing | Paying | Shooting | Arranging | Printing | Delivered | Cancelled | Owed | Settled

# ---- events -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Started:
    """The guest touched the attract screen. Always the first event, never a later one."""


@dataclass(frozen=True)
class Chosen:
    order: Order


@dataclass(frozen=True)
class PaymentOffered:
    """``platform_fee`` is the cloud's figure, in whole rupiah."""

    qr_string: str
    expires_at: str
    xendit_payment_id: str
    platform_fee: int


@dataclass(frozen=True)
class PaymentCompleted:
    """The cloud says that it is paid. ``claim_code`` is used where the guest has left already."""

    paid_at: str
    claim_code: str


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
class PictureComposed:
    picture: Picture


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
    claim_code: str
    job_may_print: bool = False


@dataclass(frozen=True)
class SettledByStaff:
    how: Settlement
    by: str
    why: str


Event = (
    Started
    | Chosen
    | PaymentOffered
    | PaymentCompleted
    | PaymentRefused
    | CancelAsked
    | PaymentClosed
    | ShotTaken
    | PictureComposed
    | PrintAsked
    | PrintSubmitted
    | PrintMoved
    | PrintCompleted
    | PrintWithdrawn
    | GaveUp
    | SettledByStaff
)

# ---- effects ------------------------------------------------------------------------------


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
class TakeShot:
    order: Order
    seq: int


@dataclass(frozen=True)
class Compose:
    order: Order
    shots: tuple[Shot, ...]


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


Effect = (
    RequestPayment
    | WatchPayment
    | ClosePayment
    | TakeShot
    | Compose
    | SubmitPrint
    | FollowPrint
    | WithdrawPrint
)

# ---- rules --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """Where an event leads, and what is to be done there."""

    state: State
    effects: tuple[Effect, ...]


def transition(state: State, event: Event) -> Step:
    """The state after ``event``; the very same object, and no effects, where it has no meaning."""
    after = _after(state, event)
    return Step(state, ()) if after is state else Step(after, due(after))


def replay(events: Iterable[Event]) -> State:
    """The state that a session's journal leads to."""
    state: State = Choosing()
    for event in events:
        state = _after(state, event)
    return state


def due(state: State) -> tuple[Effect, ...]:
    """What ``state`` waits for the booth to do. Doing it again is harmless: the keys stay."""
    match state:
        case Paying(order, Requesting()):
            return (RequestPayment(order),)
        case Paying(order, Offered(_, expires_at)):
            return (WatchPayment(order, expires_at),)
        case Paying(order, Closing()):
            return (ClosePayment(order),)
        case Shooting(order, shots):
            return (TakeShot(order, len(shots) + 1),)
        case Arranging(order, shots, None):
            return (Compose(order, shots),)
        case Printing(order, picture, Job(cups_job_id=None) as job):
            return (SubmitPrint(order, picture, job),)
        case Printing(order, picture, Job(cups_job_id=int(cups_job_id)) as job):
            return (FollowPrint(order, picture, job, cups_job_id),)
        case Owed(withdraw=Job() as job) | Settled(withdraw=Job() as job):
            return (WithdrawPrint(job),)
        case _:
            return ()


def is_over(state: State) -> bool:
    """Whether the guest has nothing left to wait for here: an owed session waits for staff."""
    return isinstance(state, Delivered | Cancelled | Owed | Settled)


def is_paid(state: State) -> bool:
    """Whether the guest has given what was asked; from here on only promise 2 ends the session."""
    return isinstance(state, Shooting | Arranging | Printing | Delivered | Owed | Settled)


def order_of(state: State) -> Order | None:
    """What was ordered; None before the guest has chosen."""
    return None if isinstance(state, Choosing) else state.order


def _after(state: State, event: Event) -> State:
    match state:
        case Choosing():
            return _from_choosing(state, event)
        case Paying():
            return _from_paying(state, event)
        case Shooting():
            return _from_shooting(state, event)
        case Arranging():
            return _from_arranging(state, event)
        case Printing():
            return _from_printing(state, event)
        case Cancelled():
            return _from_cancelled(state, event)
        case Owed():
            return _from_owed(state, event)
        case Settled():
            return _from_settled(state, event)
        case Delivered():
            return state
        case _:
            assert_never(state)


def _from_choosing(state: Choosing, event: Event) -> State:
    match event:
        case Chosen(order) if order.payment_id is None:
            return Shooting(order)
        case Chosen(order):
            return Paying(order, Requesting())
        case CancelAsked(reason):
            return Cancelled(None, reason)
        case _:
            return state


def _from_paying(state: Paying, event: Event) -> State:
    match event, state.stage:
        case PaymentCompleted(), _:
            return Shooting(state.order)
        case PaymentOffered(qr_string, expires_at, _, _), Requesting():
            return Paying(state.order, Offered(qr_string, expires_at))
        case CancelAsked(reason), Requesting() | Offered():
            return Paying(state.order, Closing(reason))
        case PaymentRefused(), _:
            return Cancelled(state.order, CancelReason.PAYMENT_FAILED)
        case PaymentClosed(), Closing(reason):
            return Cancelled(state.order, reason)
        case _:
            return state


def _from_shooting(state: Shooting, event: Event) -> State:
    match event:
        case ShotTaken(shot) if shot.seq == len(state.shots) + 1:
            shots = (*state.shots, shot)
            if len(shots) < state.order.package.shots:
                return Shooting(state.order, shots)
            return Arranging(state.order, shots)
        case GaveUp(reason, claim_code):
            return Owed(state.order, None, reason, claim_code)
        case _:
            return state


def _from_arranging(state: Arranging, event: Event) -> State:
    match event:
        case PictureComposed(picture) if state.picture is None:
            return replace(state, picture=picture)
        case PrintAsked(printer_id) if state.picture is not None:
            job = Job(state.order.print_job_id, printer_id, state.order.package.copies)
            return Printing(state.order, state.picture, job)
        case GaveUp(reason, claim_code):
            return Owed(state.order, state.picture, reason, claim_code)
        case _:
            return state


def _from_printing(state: Printing, event: Event) -> State:
    job = state.job
    match event:
        case PrintSubmitted(cups_job_id, prints_left) if job.cups_job_id is None:
            accepted = replace(job, cups_job_id=cups_job_id, prints_left=prints_left)
            return replace(state, job=accepted)
        case PrintMoved(printer_id, key, sheets) if key != job.key and 0 <= sheets < job.copies:
            moves = job.moves + (job.cups_job_id is not None)
            return replace(state, job=Job(key, printer_id, job.copies - sheets, moves=moves))
        case PrintCompleted() if job.cups_job_id is not None:
            return Delivered(state.order, state.picture)
        case GaveUp(reason, claim_code, job_may_print):
            withdraw = job if job_may_print else None
            return Owed(state.order, state.picture, reason, claim_code, withdraw)
        case _:
            return state


def _from_cancelled(state: Cancelled, event: Event) -> State:
    match event:
        case PaymentCompleted(_, claim_code) if state.order is not None:
            return Owed(state.order, None, OwedReason.PAID_LATE, claim_code)
        case _:
            return state


def _from_owed(state: Owed, event: Event) -> State:
    match event:
        case SettledByStaff(how, by, why):
            return Settled(state.order, how, by, why, state.withdraw)
        case PrintWithdrawn() if state.withdraw is not None:
            return replace(state, withdraw=None)
        case PrintCompleted() if state.withdraw is not None and state.picture is not None:
            return Delivered(state.order, state.picture)
        case _:
            return state


def _from_settled(state: Settled, event: Event) -> State:
    match event:
        case PrintWithdrawn() | PrintCompleted() if state.withdraw is not None:
            return replace(state, withdraw=None)
        case _:
            return state
