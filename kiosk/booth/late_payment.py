"""A payment that turns out to be paid after its session was cancelled."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.booth.messages import Happened, Message
from kiosk.booth.ports import Journal
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.session import Cancelled, PaymentCompleted

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

        Raises CloudUnreachable where the conductor has not written it yet.
        """
        session_id = self._journal.session_of_payment(payment_id)
        if session_id is None:
            return
        self._send(Happened(session_id, PaymentCompleted(paid_at, payment_id, amount)))
        for _ in range(LOOKS):
            found = self._journal.load(session_id)
            if found is None or not isinstance(found.state, Cancelled):
                return
            self._pause(LOOK_EVERY_S)
        raise CloudUnreachable("the late payment is not in the journal yet")
