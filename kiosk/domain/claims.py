"""What the booth owes to guests who are not at the screen, as staff see it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.session import OwedReason


@dataclass(frozen=True)
class Claim:
    """An owed session, or money beyond a price. Without a ``reason`` it is change.

    ``since`` is ISO UTC. ``amount`` is what the guest could get back, in whole rupiah; for change
    that alone. ``picture`` is a path relative to the data directory. ``refundable`` says whether
    Xendit could give the money back, ``refunding`` that it is asked to, ``refund_failed`` that it
    would not. Until ``waits_for_printer`` is over, the print may come out after all.
    """

    session_id: str
    claim_code: str
    since: str
    package_name: str
    reason: OwedReason | None
    amount: int
    picture: str | None
    copies: int
    refundable: bool
    refunding: bool
    refund_failed: bool
    waits_for_printer: bool


@dataclass(frozen=True)
class CashDue:
    """A guest waits for staff to take ``amount`` rupiah."""

    session_id: str
    amount: int
    package_name: str
