"""The session: everything that can happen between a guest's first touch and paper in the hand.

    Choosing ─► Paying ─► Shooting ─► Arranging ─► Printing ─► Delivered
        │        ↺ │          │            │        │   ▲ ↺ to another printer
        └► Cancelled ◄┘       └────────────┴─► Owed ◄┘   │ staff approve a reprint
                │                               ▲ │ └────┘
                └── paid after the guest left ──┘ └─► Settled

Money is taken wherever it comes in: what completes the price takes the session on, what comes on
top is change that the guest is due, and what comes to a session that is over makes it owed.

``transition`` is the only way from one state to the next and ``due`` says what a state is
waiting for. Both are pure, so a restart is a replay of the journal followed by ``due``.
An event that has no meaning in a state (late, repeated, double tap) changes nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.domain.order import (
    Order,
    PaymentMethod,
    Picture,
    Received,
    Returned,
    ReturnWay,
    Shot,
    Till,
)

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
    PAID_IN_PART = "paid-in-part"


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

# ---- events -------------------------------------------------------------------------------


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
    | PictureComposed
    | PrintAsked
    | PrintSubmitted
    | PrintMoved
    | PrintCompleted
    | PrintWithdrawn
    | GaveUp
    | SettledByStaff
    | ReprintApproved
    | RefundAsked
    | RefundDone
    | RefundRefused
    | ChangeReturned
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
class AcceptCash:
    """The bill acceptor, if there is one, takes bills for as long as this is due."""

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
        case Paying(order, TakingCash()):
            return (AcceptCash(order),)
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
        case Owed(refund=Refunding(_, payment_id)):
            return (RefundPayment(payment_id),)
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


def refundable(order: Order) -> str | None:
    """The payment that Xendit can give back: the only money that came in, by QRIS, all of it."""
    paid = [r for r in order.till.received if r.method is not PaymentMethod.VOUCHER]
    if len(paid) != 1 or paid[0].method is not PaymentMethod.QRIS or order.till.returned:
        return None
    return paid[0].payment_id


def _after(state: State, event: Event) -> State:
    match event:
        case PaymentCompleted(_, payment_id, amount):
            return _with_money(state, Received(payment_id, PaymentMethod.QRIS, amount))
        case CashReceived(payment_id, amount):
            return _with_money(state, Received(payment_id, PaymentMethod.CASH, amount))
        case ChangeReturned(amount, way):
            return _with_change_returned(state, Returned(amount, way))
        case _:
            return _moved(state, event)


def _with_money(state: State, money: Received) -> State:
    """Money that comes twice under one key is one; less than nothing is no money."""
    order = order_of(state)
    if order is None or money.amount <= 0 or order.till.knows(money.payment_id):
        return state
    received = (*order.till.received, money)
    order = replace(order, till=replace(order.till, received=received))
    match state:
        case Paying(stage=stage):
            return _paid_in(order, stage, money)
        case Cancelled():
            return Owed(order, None, OwedReason.PAID_LATE)
        case Choosing():
            return state
        case _:
            return replace(state, order=order)


def _paid_in(order: Order, stage: PaymentStage, money: Received) -> State:
    if order.due == 0:
        return Shooting(replace(order, method=money.method, payment_id=money.payment_id))
    if money.payment_id == order.payment_id:
        return Paying(order, Picking())
    return Paying(order, stage)


def _with_change_returned(state: State, change: Returned) -> State:
    if isinstance(state, Choosing | Paying | Cancelled) or _is_refunding(state):
        return state
    order = state.order
    by_hand = change.way is not ReturnWay.QRIS
    if not by_hand or change.amount <= 0 or change.amount != order.change_due:
        return state
    returned = (*order.till.returned, change)
    return replace(state, order=replace(order, till=replace(order.till, returned=returned)))


def _is_refunding(state: State) -> bool:
    """Whether Xendit may give the whole payment back, change and all."""
    return isinstance(state, Owed) and isinstance(state.refund, Refunding)


def _moved(state: State, event: Event) -> State:
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
        case Owed():
            return _from_owed(state, event)
        case Settled():
            return _from_settled(state, event)
        case Cancelled() | Delivered():
            return state
        case _:
            assert_never(state)


def _from_choosing(state: Choosing, event: Event) -> State:
    match event:
        case Chosen(order) if order.amount == 0:
            return Shooting(order)
        case Chosen(order) if order.payment_id is None:
            return Paying(order, Picking())
        case Chosen(order):
            return Paying(order, Requesting())
        case CancelAsked(reason):
            return Cancelled(None, reason)
        case _:
            return state


def _from_paying(state: Paying, event: Event) -> State:
    order = state.order
    match event, state.stage:
        case WayPicked(method, payment_id), Picking():
            stage = _stage_of(method)
            asked = replace(order, method=method, payment_id=payment_id, asked=order.due)
            return state if stage is None else Paying(asked, stage)
        case WayLeft(), Requesting() | Offered():
            return Paying(order, Closing(None))
        case WayLeft(), EnteringVoucher() | TakingCash():
            return Paying(order, Picking())
        case PaymentOffered(qr_string, expires_at, _, _), Requesting():
            return Paying(order, Offered(qr_string, expires_at))
        case VoucherTaken(_, amount), EnteringVoucher() if 0 < amount <= order.due:
            worth = Received(str(order.payment_id), PaymentMethod.VOUCHER, amount)
            return _with_money(state, worth)
        case CancelAsked(reason), Requesting() | Offered():
            return Paying(order, Closing(reason))
        case CancelAsked(reason), Picking() | EnteringVoucher() | TakingCash():
            return _ended_unpaid(order, reason)
        case _:
            return _from_ended_payment(state, event)


def _from_ended_payment(state: Paying, event: Event) -> State:
    order = state.order
    match event, state.stage:
        case PaymentRefused() | PaymentClosed(), Closing(CancelReason() as reason):
            return _ended_unpaid(order, reason)
        case PaymentClosed(certain), Closing(None):
            return Paying(order, Picking(() if certain else (PaymentMethod.QRIS,)))
        case PaymentRefused(), Requesting() | Offered() | Closing() if len(order.ways) > 1:
            return Paying(order, Picking((PaymentMethod.QRIS,)))
        case PaymentRefused(), Requesting() | Offered() | Closing():
            return _ended_unpaid(order, CancelReason.PAYMENT_FAILED)
        case _:
            return state


def _stage_of(method: PaymentMethod) -> PaymentStage | None:
    match method:
        case PaymentMethod.QRIS:
            return Requesting()
        case PaymentMethod.CASH:
            return TakingCash()
        case PaymentMethod.VOUCHER:
            return EnteringVoucher()
        case PaymentMethod.FREE:
            return None
        case _:
            assert_never(method)


def _ended_unpaid(order: Order, reason: CancelReason) -> State:
    """Money that came in is owed. A voucher that was not used up is the guest's again."""
    money = tuple(r for r in order.till.received if r.method is not PaymentMethod.VOUCHER)
    order = replace(order, till=Till(money))
    return Owed(order, None, OwedReason.PAID_IN_PART) if money else Cancelled(order, reason)


def _from_shooting(state: Shooting, event: Event) -> State:
    match event:
        case ShotTaken(shot) if shot.seq == len(state.shots) + 1:
            shots = (*state.shots, shot)
            if len(shots) < state.order.package.shots:
                return Shooting(state.order, shots)
            return Arranging(state.order, shots)
        case GaveUp(reason):
            return Owed(state.order, None, reason)
        case _:
            return state


def _from_arranging(state: Arranging, event: Event) -> State:
    match event:
        case PictureComposed(picture) if state.picture is None:
            return replace(state, picture=picture)
        case PrintAsked(printer_id) if state.picture is not None:
            job = Job(state.order.print_job_id, printer_id, state.order.package.copies)
            return Printing(state.order, state.picture, job)
        case GaveUp(reason):
            return Owed(state.order, state.picture, reason)
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
            if state.reprint is None:
                return Delivered(state.order, state.picture)
            by, why = state.reprint.by, state.reprint.why
            return Settled(state.order, Settlement.REPRINTED, by, why)
        case GaveUp(reason, job_may_print):
            withdraw = job if job_may_print else None
            return Owed(state.order, state.picture, reason, withdraw)
        case _:
            return state


def _from_owed(state: Owed, event: Event) -> State:
    match event:
        case PrintWithdrawn() if state.withdraw is not None:
            return replace(state, withdraw=None)
        case PrintCompleted() if state.withdraw is not None and state.picture is not None:
            return Delivered(state.order, state.picture)
        case RefundDone() if isinstance(state.refund, Refunding):
            return _refunded_by_xendit(state, state.refund)
        case RefundRefused() if isinstance(state.refund, Refunding):
            return replace(state, refund=RefundFailed())
        case _ if isinstance(state.refund, Refunding):
            return state
        case SettledByStaff(Settlement.REFUNDED, way=ReturnWay.QRIS):
            return state
        case SettledByStaff(Settlement.REFUNDED, by, why, way):
            return _refunded(state, state.order.till.money, way, Approval(by, why))
        case SettledByStaff(how, by, why):
            return Settled(state.order, how, by, why, state.withdraw)
        case RefundAsked(approval) if state.withdraw is None:
            payment_id = refundable(state.order)
            return replace(state, refund=Refunding(approval, payment_id)) if payment_id else state
        case ReprintApproved() if state.withdraw is None:
            return _reprinting(state, event)
        case _:
            return state


def _refunded_by_xendit(state: Owed, refund: Refunding) -> State:
    """That one payment is back. What came in while Xendit was asked is change."""
    received = state.order.till.received
    amount = sum(r.amount for r in received if r.payment_id == refund.payment_id)
    return _refunded(state, amount, ReturnWay.QRIS, refund.approval)


def _refunded(state: Owed, amount: int, way: ReturnWay, approval: Approval) -> State:
    till = state.order.till
    if amount:
        till = replace(till, returned=(*till.returned, Returned(amount, way, refund=True)))
    order = replace(state.order, till=till)
    return Settled(order, Settlement.REFUNDED, approval.by, approval.why, state.withdraw)


def _reprinting(state: Owed, event: ReprintApproved) -> State:
    """Never more sheets than were bought, and only of a picture that there is."""
    if state.picture is None or not 1 <= event.copies <= state.order.package.copies:
        return state
    job = Job(event.key, event.printer_id, event.copies)
    return Printing(state.order, state.picture, job, event.approval)


def _from_settled(state: Settled, event: Event) -> State:
    match event:
        case PrintWithdrawn() | PrintCompleted() if state.withdraw is not None:
            return replace(state, withdraw=None)
        case _:
            return state
