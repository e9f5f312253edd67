"""Cash that came without a session: the bill acceptor took it when nobody was paying."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from peewee import Database

from kiosk.domain.identity import Identity
from kiosk.domain.money import Bill
from kiosk.domain.order import PaymentMethod
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.hand_rows import ACCEPTOR
from kiosk.store.models import Payment
from kiosk.store.outbox import Outbox
from kiosk.store.payment_rows import is_written, payment_body


class Strays:
    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        audit_log: AuditLog,
        identity: Callable[[], Identity],
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._audit_log = audit_log
        self._identity = identity

    def record(self, bill: Bill, now: datetime) -> None:
        """Once for each bill, of more than 0 rupiah. It is on disk when this returns."""
        if bill.amount <= 0:
            raise ValueError(f"{bill.amount} rupiah are no bill")
        with self._database.atomic("IMMEDIATE"):
            if is_written(bill.id):
                return
            row = Payment.create(
                id=bill.id,
                customer_id=self._identity().customer_id,
                amount=bill.amount,
                platform_fee=0,
                status="completed",
                paid_at=iso(now),
                created_at=iso(now),
                method=PaymentMethod.CASH.value,
                taken_by="",
            )
            said = {"payment_id": row.id, "amount": bill.amount}
            self._audit_log.write(ACCEPTOR, "cash without a session", said, now)
            self._outbox.put("payment", row.id, payment_body(row), now)
