"""Paying by QRIS: the cloud makes the code at Xendit and knows when it is paid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, assert_never

import structlog

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.order import Order
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid

log = structlog.get_logger()


class PaymentRow(Protocol):
    """A payment as the cloud has it. Times are ISO UTC, amount and fee in whole rupiah."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> Literal["pending", "processing", "completed", "failed"]: ...
    @property
    def created_at(self) -> str: ...
    @property
    def amount(self) -> int: ...
    @property
    def paid_at(self) -> str | None: ...
    @property
    def qr_string(self) -> str | None: ...
    @property
    def expires_at(self) -> str | None: ...
    @property
    def xendit_payment_id(self) -> str | None: ...
    @property
    def platform_fee(self) -> int: ...


class PaymentApi(Protocol):
    """Raises CloudUnreachable and CloudRefused. Repeating a call is harmless."""

    def create_payment(
        self,
        payment_id: str,
        *,
        customer_id: str,
        session_id: str,
        amount: int,
        method: str,
        created_at: str,
        expires_in_s: int,
    ) -> PaymentRow: ...

    def payment(self, payment_id: str, *, verify: bool) -> PaymentRow: ...

    def cancel_payment(self, payment_id: str) -> PaymentRow: ...


class QrisDesk:
    """``customer_id`` may give it at each call: a booth may be activated while it runs.
    ``lifetime_s`` is how long a code can be paid, in seconds; ``made_at`` is when a payment was
    written down here, ISO UTC."""

    def __init__(
        self,
        api: PaymentApi,
        customer_id: str | Callable[[], str],
        made_at: Callable[[str], str],
        lifetime_s: int,
    ) -> None:
        self._api = api
        self._customer_id = customer_id if callable(customer_id) else lambda: customer_id
        self._made_at = made_at
        self._lifetime_s = lifetime_s

    def request(self, order: Order, session_id: str) -> Offer | Paid | Ended:
        """A code for this order; the same one when asked again. Raises CloudUnreachable."""
        if order.payment_id is None:
            raise ValueError("nothing is to be paid for this order")
        try:
            row = self._api.create_payment(
                order.payment_id,
                customer_id=self._customer_id(),
                session_id=session_id,
                amount=order.to_ask,
                method=order.method.value,
                created_at=self._made_at(order.payment_id),
                expires_in_s=self._lifetime_s,
            )
        except CloudRefused as refusal:
            log.warning("payment refused", payment=order.payment_id, reason=str(refusal))
            return Ended()
        if row.amount != order.to_ask:
            amounts = {"asked": order.to_ask, "said": row.amount}
            log.error("a code over another amount", payment=order.payment_id, **amounts)
            raise CloudUnreachable("a code over another amount")
        match _standing(order.payment_id, row):
            case Unpaid():
                return _offer(row)
            case answer:
                return answer

    def look(self, payment_id: str, *, verify: bool) -> Paid | Unpaid | Ended:
        """How the payment stands; with ``verify`` Xendit is asked. Raises CloudUnreachable."""
        try:
            return _standing(payment_id, self._api.payment(payment_id, verify=verify))
        except CloudRefused as refusal:
            return _unknown(refusal)

    def close(self, payment_id: str) -> Paid | Ended:
        """Makes the payment impossible, unless it was made. Raises CloudUnreachable."""
        try:
            answer = _standing(payment_id, self._api.cancel_payment(payment_id))
        except CloudRefused as refusal:
            return _unknown(refusal)
        if isinstance(answer, Unpaid):
            raise CloudUnreachable(f"payment {payment_id} is still open after its cancelling")
        return answer


def _standing(payment_id: str, row: PaymentRow) -> Paid | Unpaid | Ended:
    if row.id != payment_id:
        log.error("an answer about another payment", asked=payment_id, said=row.id)
        raise CloudUnreachable("an answer about another payment")
    match row.status:
        case "completed":
            # A guest who has paid is not turned away because the cloud forgot to write when.
            return Paid(row.paid_at or row.created_at, row.amount)
        case "pending" | "processing":
            return Unpaid()
        case "failed":
            return Ended()
        case _:
            assert_never(row.status)


def _offer(row: PaymentRow) -> Offer:
    if not (row.qr_string and row.expires_at and row.xendit_payment_id):
        raise CloudUnreachable("the cloud has no code for this payment yet")
    return Offer(row.qr_string, row.expires_at, row.xendit_payment_id, row.platform_fee)


def _unknown(refusal: CloudRefused) -> Ended:
    """A payment that the cloud never made cannot be paid. Any other refusal tells nothing of it."""
    if refusal.status == 404:
        return Ended()
    raise CloudUnreachable(f"the cloud does not say: {refusal}") from refusal
