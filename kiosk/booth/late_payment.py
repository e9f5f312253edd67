"""A payment that turns out to be paid after its session was cancelled."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from kiosk.booth.messages import Happened, Message
from kiosk.booth.ports import Journal
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.session import (
    Approval,
    Event,
    Owed,
    OwedReason,
    PaymentCompleted,
    RefundAsked,
    State,
    order_of,
    refundable,
)

log = structlog.get_logger()

LOOKS = 20
LOOK_EVERY_S = 0.1


class LatePayment:
    """``pause`` waits that many seconds; ``send`` hands a message to the conductor."""

    def __init__(
        self,
        journal: Journal,
        send: Callable[[Message], None],
        pause: Callable[[float], None],
    ) -> None:
        self._journal = journal
        self._send = send
        self._pause = pause

    def told(self, payment_id: str, paid_at: str, amount: int) -> None:
        """Returns once the session's journal says so; until then the outbox entry must stay.

        ``amount`` is in whole rupiah.

        Raises CloudUnreachable where the conductor has not written it yet, and CloudRefused where
        the amount is not the one that was asked for: that is this payment's trouble, no other's.
        """
        session_id = self._journal.session_of_payment(payment_id)
        if session_id is None or self._knows(session_id, payment_id, amount):
            return
        self._send(Happened(session_id, PaymentCompleted(paid_at, payment_id, amount)))
        for _ in range(LOOKS):
            if self._knows(session_id, payment_id, amount):
                return
            self._pause(LOOK_EVERY_S)
        raise CloudUnreachable("the late payment is not in the journal yet")

    def _knows(self, session_id: str, payment_id: str, amount: int) -> bool:
        found = self._journal.load(session_id)
        order = None if found is None else order_of(found.state)
        if order is None or order.till.knows(payment_id):
            return True
        if order.payment_id == payment_id and amount != order.to_ask:
            log.error(
                "a late payment over another amount",
                payment=payment_id,
                asked=order.to_ask,
                said=amount,
            )
            raise CloudRefused(409, "a late payment over another amount than was asked")
        return False


def refund_of_late(event: Event, state: State) -> RefundAsked | None:
    """The booth's own rule for money that came to a cancelled session: it goes back, once."""
    match event, state:
        case PaymentCompleted(payment_id=payment_id), Owed(
            reason=OwedReason.PAID_LATE, refund=None
        ):
            # Where it is the only money, it is what has made the session owed.
            if refundable(state.order) == payment_id:
                return RefundAsked(Approval("booth", "paid late"))
        case _:
            pass
    return None
