"""Payments of this booth that may turn out to be paid after all."""

from __future__ import annotations

from kiosk.store.models import Payment


def is_unpaid(payment_id: str) -> bool:
    """Whether it is a payment of this booth's that is not known to be paid."""
    unpaid = Payment.select().where(Payment.id == payment_id, Payment.status != "completed")
    return bool(unpaid.exists())
