"""The session: everything that can happen between a guest's first touch and paper in the hand.

                               retake
    Choosing ─► Paying ─► Shooting ◄─► Arranging ─► Printing ─► Delivered
        │        ↺ │          │ ↺           │        │   ▲ ↺ to another printer
        └► Cancelled ◄┘       └─────────────┴─► Owed ◄┘   │ staff approve a reprint
                │                                ▲ │ └────┘  (Delivered ─► Owed: a complaint)
                └── paid after the guest left ───┘ └─► Settled

Money is taken wherever it comes in: what completes the price takes the session on, what comes on
top is change that the guest is due, and what comes to a session that is over makes it owed.

``transition`` is the only way from one state to the next and ``due`` says what a state is
waiting for. Both are pure, so a restart is a replay of the journal followed by ``due``.
An event that has no meaning in a state (late, repeated, double tap) changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.domain.arranging import from_arranging, from_shooting, next_shot
from kiosk.domain.effects import (
    AcceptCash as AcceptCash,
    ClosePayment as ClosePayment,
    Compose as Compose,
    Effect as Effect,
    FollowPrint as FollowPrint,
    RefundPayment as RefundPayment,
    RequestPayment as RequestPayment,
    SubmitPrint as SubmitPrint,
    TakeShot as TakeShot,
    WatchPayment as WatchPayment,
    WithdrawPrint as WithdrawPrint,
)
from kiosk.domain.events import (
    ArrangementFailed as ArrangementFailed,
    CancelAsked as CancelAsked,
    CashReceived as CashReceived,
    ChangeReturned as ChangeReturned,
    Chosen as Chosen,
    Complained as Complained,
    Event as Event,
    GaveUp as GaveUp,
    LookPicked as LookPicked,
    PaymentClosed as PaymentClosed,
    PaymentCompleted as PaymentCompleted,
    PaymentOffered as PaymentOffered,
    PaymentRefused as PaymentRefused,
    PictureComposed as PictureComposed,
    PrintAsked as PrintAsked,
    PrintCompleted as PrintCompleted,
    PrintMoved as PrintMoved,
    PrintSubmitted as PrintSubmitted,
    PrintWithdrawn as PrintWithdrawn,
    RefundAsked as RefundAsked,
    RefundDone as RefundDone,
    RefundRefused as RefundRefused,
    ReprintApproved as ReprintApproved,
    RetakeAsked as RetakeAsked,
    SettledByStaff as SettledByStaff,
    ShotsArranged as ShotsArranged,
    ShotTaken as ShotTaken,
    Started as Started,
    TemplatePicked as TemplatePicked,
    VoucherTaken as VoucherTaken,
    WayLeft as WayLeft,
    WayPicked as WayPicked,
)
from kiosk.domain.order import (
    Order,
    PaymentMethod,
    Received,
    Returned,
    ReturnWay,
    Till,
)
from kiosk.domain.states import (
    Approval as Approval,
    Arranging as Arranging,
    Cancelled as Cancelled,
    CancelReason as CancelReason,
    Choosing as Choosing,
    Closing as Closing,
    Delivered as Delivered,
    EnteringVoucher as EnteringVoucher,
    Job as Job,
    Offered as Offered,
    Owed as Owed,
    OwedReason as OwedReason,
    Paying as Paying,
    PaymentStage as PaymentStage,
    Picking as Picking,
    Printing as Printing,
    RefundFailed as RefundFailed,
    Refunding as Refunding,
    Requesting as Requesting,
    Settled as Settled,
    Settlement as Settlement,
    Shooting as Shooting,
    State as State,
    TakingCash as TakingCash,
    order_of as order_of,
)


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
        case Shooting():
            return (next_shot(state),)
        case Arranging(order, shots, None, look, template, slots, retakes):
            return (Compose(order, shots, look, template, slots, retakes),)
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
            return from_shooting(state, event)
        case Arranging():
            return from_arranging(state, event)
        case Printing():
            return _from_printing(state, event)
        case Owed():
            return _from_owed(state, event)
        case Settled():
            return _from_settled(state, event)
        case Delivered():
            return _from_delivered(state, event)
        case Cancelled():
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


def _from_delivered(state: Delivered, event: Event) -> State:
    match event:
        case Complained():
            return Owed(state.order, state.picture, OwedReason.COMPLAINT)
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
