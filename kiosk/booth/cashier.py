"""The cashier: what a guest says about money, as events of the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import structlog

from kiosk.booth.ports import Clock, Keys, VoucherDesk
from kiosk.booth.view import Notice
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.session import (
    CashReceived,
    Event,
    PaymentCompleted,
    Shooting,
    State,
    VoucherTaken,
    WayPicked,
)
from kiosk.domain.vouchers import Voucher, VoucherTrouble

log = structlog.get_logger()


@dataclass(frozen=True)
class Cashier:
    """``vouchers`` is None where none are taken."""

    keys: Keys
    clock: Clock
    vouchers: VoucherDesk | None = None

    def order(self, package: Package, ways: Sequence[PaymentMethod]) -> Order:
        """``ways`` are those that work now; free alone asks nothing of the guest."""
        free = tuple(ways) == (PaymentMethod.FREE,) or package.price == 0
        return Order(
            package=package,
            method=PaymentMethod.FREE if free else ways[0],
            amount=0 if free else package.price,
            payment_id=None,
            photo_id=self.keys.new_id(),
            print_job_id=self.keys.new_id(),
            code=self.keys.download_code(),
            claim_code=self.keys.claim_code(),
            ways=() if free else tuple(ways),
        )

    def only_way(self, order: Order) -> WayPicked | None:
        """One tap less, where the guest has no choice. A voucher is asked for by its own screen,
        which a guest without one should not be led into."""
        if len(order.ways) != 1 or order.ways[0] is PaymentMethod.VOUCHER:
            return None
        return self.picked(order.ways[0])

    def picked(self, method: PaymentMethod) -> WayPicked:
        payment_id = None if method is PaymentMethod.CASH else self.keys.new_id()
        return WayPicked(method, payment_id)

    def voucher(self, order: Order, code: str) -> VoucherTaken | Notice:
        """What the typed ``code`` comes to, or what the guest is told instead."""
        if self.vouchers is None:
            return _told(VoucherTrouble.NO_KEY)
        answer = self.vouchers.check(code, self.clock.now())
        if isinstance(answer, Voucher):
            return VoucherTaken(answer.id, answer.worth(order.due))
        log.info("voucher not taken", photo=order.photo_id, why=answer.value)
        return _told(answer)


def sold_by(event: Event, state: State) -> Order | None:
    """The order that ``event`` has just completed the price of, on the way to ``state``."""
    if not isinstance(state, Shooting) or not state.order.till.received:
        return None
    match event:
        case PaymentCompleted(payment_id=payment_id) | CashReceived(payment_id=payment_id):
            # What comes in later, on top, leaves the order with the payment that paid it.
            return state.order if state.order.payment_id == payment_id else None
        case VoucherTaken():
            return state.order
        case _:
            return None


def _told(trouble: VoucherTrouble) -> Notice:
    match trouble:
        case VoucherTrouble.UNREADABLE | VoucherTrouble.NO_KEY:
            return Notice.VOUCHER_WRONG
        case VoucherTrouble.EXPIRED:
            return Notice.VOUCHER_EXPIRED
        case VoucherTrouble.USED:
            return Notice.VOUCHER_USED
        case VoucherTrouble.TOO_MANY_TRIES:
            return Notice.VOUCHER_LATER
        case _:
            assert_never(trouble)
