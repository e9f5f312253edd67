"""The payment's effects: ask for a code, watch it, make it impossible to pay."""

from __future__ import annotations

from typing import assert_never

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Measured
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock, PaymentDesk
from kiosk.booth.view import Notice
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.session import (
    AcceptCash,
    ClosePayment,
    PaymentClosed,
    PaymentCompleted,
    PaymentOffered,
    PaymentRefused,
    RefundPayment,
    RefundRefused,
    RequestPayment,
    WatchPayment,
)

VERIFY_EVERY = 10
"""Every so many looks the cloud is told to ask Xendit itself, in case a webhook was lost."""


class Paying:
    def __init__(self, desk: PaymentDesk, clock: Clock, pace: Pace) -> None:
        self._desk = desk
        self._clock = clock
        self._pace = pace

    def request(self, run: Run, effect: RequestPayment) -> None:
        began = self._clock.monotonic_ns()
        while not run.stopped:
            try:
                answer = self._desk.request(effect.order, run.session_id)
            except CloudUnreachable:
                run.notice(Notice.PAYMENT_UNREACHABLE)
                run.sleep(self._pace.payment_poll)
                continue
            self._tell(run, answer, _id(effect), Measured("tap_to_payment_code", began))
            return

    def watch(self, run: Run, effect: WatchPayment) -> None:
        looks = 0
        while not run.stopped:
            looks += 1
            try:
                answer = self._desk.look(_id(effect), verify=looks % VERIFY_EVERY == 0)
            except CloudUnreachable:
                run.notice(Notice.PAYMENT_UNREACHABLE)
            else:
                run.notice(None)
                if not isinstance(answer, Unpaid):
                    self._tell(run, answer, _id(effect))
                    return
            run.sleep(self._pace.payment_poll)

    def close(self, run: Run, effect: ClosePayment) -> None:
        """Until the cloud answers or the guest's patience is over: then the outbox goes on."""
        run.notice(Notice.STILL_CHECKING)
        while not run.stopped:
            try:
                answer = self._desk.close(_id(effect))
            except CloudUnreachable:
                run.sleep(self._pace.payment_poll)
                continue
            if isinstance(answer, Paid):
                self._tell(run, answer, _id(effect))
            else:
                run.tell(PaymentClosed(certain=True))
            return

    def accept_cash(self, run: Run, effect: AcceptCash) -> None:
        """Staff take it: there is no bill acceptor."""

    def refund(self, run: Run, effect: RefundPayment) -> None:
        run.tell(RefundRefused())

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
                run.tell(event, measured)
            case Paid(paid_at, amount):
                run.tell(PaymentCompleted(paid_at, payment_id, amount))
            case Ended():
                run.tell(PaymentRefused())
            case _:
                assert_never(answer)


def _id(effect: RequestPayment | WatchPayment | ClosePayment) -> str:
    if effect.order.payment_id is None:
        raise ValueError("an order without a payment is never paid for")
    return effect.order.payment_id
