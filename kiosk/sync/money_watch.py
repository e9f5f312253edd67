"""Learns from the cloud what the booth needs to sell without it, and of money that came late."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable
from typing import Protocol

import structlog

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.prices import Price
from kiosk.domain.vouchers import UsedVoucher, VoucherKey
from kiosk.sync import wire
from kiosk.sync.api import CloudApi
from kiosk.sync.errors import CloudFailing, CloudGarbled

log = structlog.get_logger()

MOST_PAGES = 200
"""At one look: 100,000 vouchers. What is left comes with the next one."""


class Vouchers(Protocol):
    """What is kept about them."""

    def key(self) -> VoucherKey | None: ...

    def keep_key(self, key: VoucherKey) -> None: ...

    def cursor(self) -> str | None: ...

    def learn(self, used: Iterable[UsedVoucher], cursor: str | None) -> None: ...


class Prices(Protocol):
    def learn(self, prices: Iterable[Price]) -> object: ...


class MoneyWatch:
    """``is_unpaid(payment_id)``: whether it is a payment of this booth's that is not known to be
    paid. ``on_paid(payment_id, paid_at, amount)`` hears of one that is, at least once; it raises
    CloudUnreachable where that could not be written down yet. For one thread."""

    def __init__(
        self,
        api: CloudApi,
        vouchers: Vouchers,
        prices: Prices,
        is_unpaid: Callable[[str], bool],
        on_paid: Callable[[str, str, int], None],
    ) -> None:
        self._api = api
        self._vouchers = vouchers
        self._prices = prices
        self._is_unpaid = is_unpaid
        self._on_paid = on_paid
        self._key_told = False

    def look(self) -> None:
        """Each thing by itself: what the cloud refuses, garbles or stumbles over holds up no other.

        Raises CloudUnreachable where there is no contact.
        """
        for learn in (
            self._late_payments,
            self._voucher_key,
            self._used_vouchers,
            self._all_prices,
        ):
            try:
                learn()
            except (CloudFailing, CloudGarbled, CloudRefused) as error:
                log.warning("not learned from the cloud", what=learn.__name__, reason=str(error))

    def _late_payments(self) -> None:
        for payment in self._api.late_payments():
            if payment.status == "completed" and self._is_unpaid(payment.id):
                self._tell(payment)

    def _tell(self, payment: wire.Payment) -> None:
        try:
            self._on_paid(payment.id, payment.paid_at or payment.created_at, payment.amount)
        except (CloudRefused, CloudUnreachable) as error:
            log.info("late payment waits", payment=payment.id, reason=str(error))

    def _voucher_key(self) -> None:
        """Once from each start on: it stays the same as long as the cloud's secret does."""
        if self._key_told:
            return
        told = self._api.voucher_key()
        key = VoucherKey(told.id, base64.urlsafe_b64decode(told.key + "="))
        if key != self._vouchers.key():
            self._vouchers.keep_key(key)
            log.info("voucher key learned", id=key.id)
        self._key_told = True

    def _used_vouchers(self) -> None:
        for _ in range(MOST_PAGES):
            page = self._api.used_vouchers(self._vouchers.cursor())
            self._vouchers.learn(map(_used, page.vouchers), page.next)
            if page.next is None:
                return

    def _all_prices(self) -> None:
        self._prices.learn(map(_price, self._api.prices()))


def _used(row: wire.UsedVoucher) -> UsedVoucher:
    return UsedVoucher(row.voucher, row.payment_id, row.used_at, row.uses)


def _price(row: wire.Price) -> Price:
    return Price(
        id=row.id,
        customer_id=row.customer_id,
        package=row.package,
        event=row.event,
        price=row.price,
        extra_copy=row.extra_copy,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        withdrawn=row.withdrawn,
        created_at=row.created_at,
        version=row.version,
    )
