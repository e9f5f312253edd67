"""What is sold to the next guest and to the one at the screen, by the newest preflight."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.booth.messages import Checked
from kiosk.booth.stage import Opener, Shop, offered
from kiosk.booth.view import Check, Problem
from kiosk.domain.order import Package, PaymentMethod

NOT_CHECKED = Problem(Check.STORE, "not checked yet", "wait a moment", soon=True)


class Shopfront:
    """``priced`` gives packages the prices that hold now. For the conductor's thread."""

    def __init__(
        self, shop: Shop, priced: Callable[[tuple[Package, ...]], tuple[Package, ...]]
    ) -> None:
        self._priced = priced
        self._packages = shop.packages
        self._next: Shop | None = None
        self.shop = shop
        self.checked = Checked((NOT_CHECKED,))

    def becomes(self, shop: Shop) -> None:
        """From the next ``change_over`` on: who has begun is sold what they were shown."""
        self._next = shop

    def change_over(self) -> None:
        """Between guests."""
        if self._next is not None:
            self.shop, self._next = self._next, None
            self.price()

    def price(self) -> None:
        """For the guest who begins now."""
        self._packages = self._priced(self.shop.packages)

    def offered(self) -> tuple[Package, ...]:
        return offered(self._packages, self.checked)

    def package(self, key: str) -> Package | None:
        return next((package for package in self.offered() if package.key == key), None)

    def ways(self) -> tuple[PaymentMethod, ...]:
        """The ways to pay that work now, the preferred first."""
        return tuple(m for m in self.shop.methods if m not in self.checked.refused_ways)

    def problems_for(self, opener: Opener) -> tuple[Problem, ...]:
        """By the newest preflight. A rehearsal needs no way to pay."""
        match opener:
            case Opener.GUEST:
                return self.checked.problems
            case Opener.STAFF:
                return self._problems_beside_payment()
            case _:
                assert_never(opener)

    def stands_against(self, package: Package) -> bool:
        """By the newest preflight; the ways to pay are not asked about: one is being used."""
        return bool(self._problems_beside_payment()) or package.key in self.checked.unsellable

    def _problems_beside_payment(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.checked.problems if p.check is not Check.PAYMENT)
