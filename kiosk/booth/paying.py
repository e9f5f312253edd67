"""The effects of paying by QRIS: ask for a code, watch it, make it impossible to pay."""

from __future__ import annotations

from typing import TypeVar, assert_never

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Measured
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock, PaymentDesk
from kiosk.booth.second_look import SecondLook
from kiosk.booth.view import Notice
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.order import Order
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.session import (
    ClosePayment,
    PaymentClosed,
    PaymentCompleted,
    PaymentOffered,
    PaymentRefused,
    RequestPayment,
    WatchPayment,
)

log = structlog.get_logger()

A = TypeVar("A", Offer | Paid | Ended, Paid | Unpaid | Ended, Paid | Ended)

VERIFY_EVERY = 10
"""Every so many looks the cloud is told to ask Xendit itself, in case a webhook was lost."""

VERIFY_PAUSE_S = 2.0
"""A guest who taps "I have paid" again and again asks Xendit no oftener."""


class Paying:
    def __init__(self, desk: PaymentDesk, clock: Clock, pace: Pace, look: SecondLook) -> None:
        self._desk = desk
        self._clock = clock
        self._pace = pace
        self._look = look

    def request(self, run: Run, effect: RequestPayment) -> None:
        """No code is asked for where the sale could not be kept."""
        began = self._clock.monotonic_ns()
        if not self._look.passes(run, effect.order.package):
            return
        while not run.stopped:
            try:
                answer = _believed(effect.order, self._desk.request(effect.order, run.session_id))
            except CloudUnreachable:
                run.notice(Notice.PAYMENT_UNREACHABLE)
                run.sleep(self._pace.payment_poll)
                continue
            self._tell(run, answer, _id(effect.order), Measured("tap_to_payment_code", began))
            return

    def watch(self, run: Run, effect: WatchPayment) -> None:
        """Looks again and again, and has Xendit asked where the guest says that it is paid."""
        looks = 0
        said = False
        verified_ns = -int(VERIFY_PAUSE_S * 1e9)
        while not run.stopped:
            looks += 1
            now = self._clock.monotonic_ns()
            verify = looks % VERIFY_EVERY == 0
            if said and now - verified_ns >= int(VERIFY_PAUSE_S * 1e9):
                verify = True
            try:
                found = self._desk.look(_id(effect.order), verify=verify)
                answer = _believed(effect.order, found)
            except CloudUnreachable:
                run.notice(Notice.PAYMENT_UNREACHABLE)
            else:
                if verify:
                    verified_ns, said = now, False
                if not isinstance(answer, Unpaid):
                    self._tell(run, answer, _id(effect.order))
                    return
                run.notice(Notice.STILL_CHECKING if said else None)
            if run.nap(self._pace.payment_poll):
                said = True
                run.notice(Notice.STILL_CHECKING)

    def close(self, run: Run, effect: ClosePayment) -> None:
        """Until the cloud answers or the guest's patience is over: then the outbox goes on."""
        run.notice(Notice.STILL_CHECKING)
        while not run.stopped:
            try:
                answer = _believed(effect.order, self._desk.close(_id(effect.order)))
            except CloudUnreachable:
                run.sleep(self._pace.payment_poll)
                continue
            if isinstance(answer, Paid):
                self._tell(run, answer, _id(effect.order))
            else:
                run.tell(PaymentClosed(certain=True), about=_id(effect.order))
            return

    def _tell(
        self,
        run: Run,
        answer: Offer | Paid | Ended,
        payment_id: str,
        measured: Measured | None = None,
    ) -> None:
        match answer:
            case Offer(qr_string, expires_at, xendit_payment_id, platform_fee):
                event = PaymentOffered(qr_string, expires_at, xendit_payment_id, platform_fee)
                run.tell(event, measured, about=payment_id)
            case Paid(paid_at, amount):
                run.tell(PaymentCompleted(paid_at, payment_id, amount))
            case Ended():
                run.tell(PaymentRefused(), about=payment_id)
            case _:
                assert_never(answer)


def _believed(order: Order, answer: A) -> A:
    """What the cloud says over another amount than was asked tells nothing of this payment: raises
    CloudUnreachable."""
    if isinstance(answer, Paid) and answer.amount != order.to_ask:
        log.error(
            "the cloud says that another amount was paid",
            payment=order.payment_id,
            asked=order.to_ask,
            said=answer.amount,
        )
        raise CloudUnreachable("an answer over another amount")
    return answer


def _id(order: Order) -> str:
    if order.payment_id is None:
        raise ValueError("an order without a payment is never paid for")
    return order.payment_id
