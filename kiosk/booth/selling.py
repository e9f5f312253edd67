"""From the package to the money: what a guest's taps come to while choosing and paying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from kiosk.booth.cashier import Cashier
from kiosk.booth.screen import Screen
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.stage import Opener, Stage
from kiosk.booth.steps import Steps
from kiosk.booth.view import Notice
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.session import (
    CancelAsked,
    CancelReason,
    Choosing,
    Chosen,
    EnteringVoucher,
    Offered,
    Paying,
    Picking,
    VoucherTaken,
)

log = structlog.get_logger()


@dataclass(frozen=True)
class Selling:
    """Each call is about the session on the screen; in a state in which it makes no sense it does
    nothing. ``look_now`` has the preflight look again and must not block."""

    front: Shopfront
    screen: Screen
    steps: Steps
    cashier: Cashier
    look_now: Callable[[], None]

    def choose(self, session_id: str, package_key: str, copies: int | None) -> None:
        stage = self.screen.stage
        if stage is None or not isinstance(stage.state, Choosing):
            return
        package = self._taken(session_id, package_key, copies)
        if package is None:
            return
        order = self._order(package, stage)
        if order is None:
            self.steps.take(session_id, CancelAsked(CancelReason.OUT_OF_SERVICE))
            return
        only_way = self.cashier.only_way(order)
        try:
            self.steps.write(session_id, Chosen(order))
            if only_way is not None:
                self.steps.write(session_id, only_way)
        finally:
            self.screen.show()

    def pick_way(self, session_id: str, method: PaymentMethod) -> None:
        match self.screen.state:
            case Paying(stage=Picking()) if method in self.front.ways():
                self.steps.take(session_id, self.cashier.picked(method))
                if method is PaymentMethod.VOUCHER:
                    self.look_now()  # so that it is known when the code is typed
            case _:
                return

    def enter_voucher(self, session_id: str, code: str) -> None:
        match self.screen.state:
            case Paying(order, EnteringVoucher()) as state:
                if self.front.stands_against(order.package):
                    self.steps.take(session_id, CancelAsked(CancelReason.OUT_OF_SERVICE))
                    return
                answer = self.cashier.voucher(order, code)
                if isinstance(answer, VoucherTaken):
                    self.steps.take(session_id, answer)
                    return
                self.screen.enter(session_id, state)
                self.screen.notice(session_id, answer)
            case _:
                return

    def have_paid(self, session_id: str) -> None:
        match self.screen.state:
            case Paying(stage=Offered()):
                self.screen.notice(session_id, Notice.STILL_CHECKING)
                self.steps.effects.nudge(session_id)
            case _:
                return

    def _taken(self, session_id: str, package_key: str, copies: int | None) -> Package | None:
        """The package as the guest takes it; None where it is not sold so."""
        package = self.front.package(package_key)
        if package is None:
            return None
        try:
            return package.with_copies(package.copies if copies is None else copies)
        except ValueError as error:
            log.warning("not sold so", session=session_id, reason=str(error))
            return None

    def _order(self, package: Package, stage: Stage) -> Order | None:
        """None where it can't be sold now. Nobody asks staff for money who rehearse."""
        rehearsal = stage.opener is Opener.STAFF
        ways = (PaymentMethod.FREE,) if rehearsal else self.front.ways()
        if not ways or self.front.problems_for(stage.opener):
            return None
        return replace(self.cashier.order(package, ways), rehearsal=rehearsal)
