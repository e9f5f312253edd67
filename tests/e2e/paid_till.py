"""Cash and vouchers of the storm: staff who take cash, bills in the slot, codes on paper."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.booth.messages import Happened, Message
from kiosk.clock import RandomKeys
from kiosk.domain import session as s
from kiosk.domain.order import Order
from kiosk.local.bill_acceptor_part import SimulatedBillAcceptor

STAFF = "Sari"
NOTE, BILL, PART = 50_000, 20_000, 10_000
TAKE_AGAIN_S = 1.5
UNCLAIMED_AFTER_S = 8.0


@dataclass(frozen=True)
class Handed:
    session_id: str
    payment_id: str
    amount: int


@dataclass
class Till:
    """``handed`` is what staff took, by payment id; ``bills`` went into the slot: both in whole
    rupiah. Staff do as their screen does: they say it until the booth has it on disk."""

    send: Callable[[Message], None]
    slot: SimulatedBillAcceptor
    chance: random.Random
    vouchers: list[str]
    handed: dict[str, Handed] = field(default_factory=dict)
    used: list[str] = field(default_factory=list)
    bills: int = 0
    _said_at: float = 0.0
    _worth: tuple[str, int] | None = None
    _inserted_at: float = 0.0

    def take(self, session_id: str, order: Order, *, part: bool) -> None:
        """What is due, rounded up to a bank note at times; with ``part`` not enough."""
        open_ = [h for h in self.handed.values() if h.session_id == session_id]
        waiting = [h for h in open_ if not order.till.knows(h.payment_id)]
        if not waiting:
            amount = 10_000 if part else self.chance.choice((order.due, NOTE, order.due))
            waiting = [
                Handed(session_id, RandomKeys().new_id(), max(amount, order.due * (not part)))
            ]
            self.handed[waiting[0].payment_id] = waiting[0]
            self._said_at = 0.0
        if time.monotonic() - self._said_at >= TAKE_AGAIN_S:
            self._said_at = time.monotonic()
            for money in waiting:
                event = s.CashReceived(money.payment_id, money.amount, STAFF)
                self.send(Happened(session_id, event))

    def insert(self, session_id: str, order: Order) -> bool:
        """One bill, and the next when the booth has counted it; whether the slot took one.

        A bill that was in the slot when the booth died may come to be cash that nobody has
        claimed: then the guest inserts another, and staff find both.
        """
        waits = time.monotonic() - self._inserted_at < UNCLAIMED_AFTER_S
        same = self._worth == (session_id, order.till.worth)
        if (same and waits) or not self.slot.insert(BILL):
            return False
        self.bills += BILL
        self._worth, self._inserted_at = (session_id, order.till.worth), time.monotonic()
        return True

    def voucher(self) -> str:
        """One that nobody has used."""
        code = self.vouchers.pop()
        self.used.append(code)
        return code
