"""What the cloud can answer about a QRIS payment. No answer at all is ``CloudUnreachable``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """The guest can pay. ``platform_fee`` is in whole rupiah; ``expires_at`` is ISO UTC."""

    qr_string: str
    expires_at: str
    xendit_payment_id: str
    platform_fee: int


@dataclass(frozen=True)
class Paid:
    """``amount`` is in whole rupiah; ``paid_at`` is ISO UTC."""

    paid_at: str
    amount: int


@dataclass(frozen=True)
class Unpaid:
    """It can still be paid."""


@dataclass(frozen=True)
class Ended:
    """Nobody can pay it any more: failed, expired, cancelled or refused."""
