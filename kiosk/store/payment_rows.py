"""What a session's payments change: a row for each of them, and what the cloud is told.

A QRIS payment is told to the cloud when it is asked for; cash as soon as it is in, a voucher when
the session is paid with it, both through the outbox.
"""

from __future__ import annotations

from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod
from kiosk.domain.times import iso
from kiosk.store.change import Change, order_in
from kiosk.store.models import Payment
from kiosk.store.outbox import Outbox

PaymentEvent = (
    s.Chosen
    | s.WayPicked
    | s.PaymentOffered
    | s.PaymentCompleted
    | s.CashReceived
    | s.VoucherTaken
    | s.PaymentRefused
    | s.PaymentClosed
    | s.RefundAsked
    | s.RefundDone
    | s.RefundRefused
)


class PaymentRows:
    """Both methods run inside the journal's transaction, ``apply`` first."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def apply(self, change: Change, event: PaymentEvent) -> None:
        match event:
            case s.Chosen() | s.WayPicked(PaymentMethod.QRIS):
                _ask(change, order_in(change.after))
            case s.PaymentOffered():
                _update(_at_hand(change), **_offer(event))
            case s.PaymentCompleted():
                _complete(change, event)
            case s.CashReceived():
                self._take_cash(change, event)
            case s.VoucherTaken():
                _take_voucher(change, event)
            case s.PaymentClosed(certain=False):
                self._cancel(change)
            case s.PaymentRefused() | s.PaymentClosed():
                _update(_at_hand(change), status="failed")
            case s.RefundAsked():
                _refund(change.after, "pending")
            case s.RefundDone():
                _refund(change.before, "succeeded")
            case s.RefundRefused():
                _refund(change.before, "failed")
            case s.WayPicked():
                pass

    def follow(self, change: Change) -> None:
        """What becomes of the session's other payments when it is paid, or ends unpaid."""
        if not isinstance(change.before, s.Paying) or isinstance(change.after, s.Paying):
            return
        if isinstance(change.after, s.Shooting):
            self._use_vouchers_up(change)
            if _at_hand(change) != order_in(change.after).payment_id and _is_open(change.before):
                self._cancel(change)
        else:
            _free_vouchers(change.session_id)

    def _cancel(self, change: Change) -> None:
        """The code may be paid yet: the outbox goes on until the cloud says that it can't be."""
        self._outbox.put("cancel_payment", _at_hand(change), {}, change.now)

    def _take_cash(self, change: Change, event: s.CashReceived) -> None:
        # A bill that was written down as nobody's for want of its session, which has it now.
        nobodys = Payment.id == event.payment_id, Payment.session_id.is_null()
        Payment.delete().where(*nobodys).execute()
        _insert(
            change,
            id=event.payment_id,
            amount=event.amount,
            status="completed",
            paid_at=iso(change.now),
            created_at=iso(change.now),
            method=PaymentMethod.CASH.value,
            taken_by=event.by,
        )
        tell_payment(self._outbox, Payment.get_by_id(event.payment_id), change)

    def _use_vouchers_up(self, change: Change) -> None:
        for received in order_in(change.after).till.received:
            if received.method is PaymentMethod.VOUCHER:
                _update(received.payment_id, status="completed", paid_at=iso(change.now))
                tell_payment(self._outbox, Payment.get_by_id(received.payment_id), change)


def tell_payment(outbox: Outbox, row: Payment, change: Change) -> None:
    """Of money that came in here, so that the cloud knows the moment, too."""
    outbox.put("payment", row.id, payment_body(row), change.now)


def payment_body(row: Payment) -> dict[str, object]:
    """A completed payment as the API takes it: for the cloud it is made when it is paid."""
    return {
        "id": row.id,
        "customer_id": row.customer_id,
        "amount": row.amount,
        "method": row.method,
        "session_id": row.session_id,
        "created_at": row.paid_at,
        "voucher": row.voucher_id,
    }


def made_at(payment_id: str) -> str:
    """When it was asked for, ISO UTC. Raises LookupError for one that this store doesn't know."""
    row = Payment.get_or_none(Payment.id == payment_id)
    if row is None:
        raise LookupError(f"payment {payment_id} is not in the store")
    return str(row.created_at)


def is_unpaid(payment_id: str) -> bool:
    """Whether it is a payment of this booth's that is not known to be paid."""
    rows = Payment.select().where(Payment.id == payment_id, Payment.status != "completed")
    return bool(rows.exists())


def is_written(payment_id: str) -> bool:
    """Whether the store knows the payment."""
    return bool(Payment.select().where(Payment.id == payment_id).exists())


def _at_hand(change: Change) -> str:
    """The payment that was being made."""
    return str(order_in(change.before).payment_id)


def _is_open(state: s.State) -> bool:
    """Whether a QRIS code was asked for that may be paid yet."""
    open_stages = s.Requesting | s.Offered | s.Closing
    return isinstance(state, s.Paying) and isinstance(state.stage, open_stages)


def _ask(change: Change, order: Order) -> None:
    if order.payment_id is not None:
        _insert(
            change,
            id=order.payment_id,
            amount=order.to_ask,
            status="pending",
            created_at=iso(change.now),
            method=order.method.value,
        )


def _offer(event: s.PaymentOffered) -> dict[str, str | int]:
    return {
        "qr_string": event.qr_string,
        "expires_at": event.expires_at,
        "xendit_payment_id": event.xendit_payment_id,
        "platform_fee": event.platform_fee,
    }


def _complete(change: Change, event: s.PaymentCompleted) -> None:
    """The cloud has the last word on the amount. A store from an older backup has no row yet."""
    paid: dict[str, str | int] = {"paid_at": event.paid_at, "amount": event.amount}
    if Payment.select().where(Payment.id == event.payment_id).exists():
        _update(event.payment_id, status="completed", **paid)
    else:
        made: dict[str, str | int] = {"created_at": event.paid_at, "status": "completed"}
        _insert(change, id=event.payment_id, method=PaymentMethod.QRIS.value, **made, **paid)


def _take_voucher(change: Change, event: s.VoucherTaken) -> None:
    """It is used up when the session is paid."""
    _insert(
        change,
        id=_at_hand(change),
        amount=event.amount,
        status="pending",
        created_at=iso(change.now),
        method=PaymentMethod.VOUCHER.value,
        voucher_id=event.voucher_id,
    )


def _free_vouchers(session_id: str) -> None:
    """The session ended without using them up: the guest can use them again."""
    Payment.update(status="failed").where(
        Payment.session_id == session_id,
        Payment.method == PaymentMethod.VOUCHER.value,
        Payment.status == "pending",
    ).execute()


def _refund(state: s.State, status: str) -> None:
    match state:
        case s.Owed(refund=s.Refunding(payment_id=payment_id)):
            Payment.update(refund_status=status).where(Payment.id == payment_id).execute()
        case _:
            raise ValueError(f"{type(state).__name__} waits for no refund")


def _insert(change: Change, **values: str | int) -> None:
    made = {"customer_id": change.customer_id, "session_id": change.session_id, "platform_fee": 0}
    Payment.insert(**made, **values).execute()


def _update(payment_id: str, **values: str | int) -> None:
    """A payment that is completed stays as it is."""
    still = Payment.status != "completed"
    Payment.update(**values).where(Payment.id == payment_id, still).execute()
