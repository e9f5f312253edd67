"""Sessions as staff look them up: one line each, and what was printed of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kiosk.domain.order import PaymentMethod


class SessionKind(enum.Enum):
    """How far a session came; the journal says more."""

    GOING = "going"
    DELIVERED = "delivered"
    OWED = "owed"
    SETTLED = "settled"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class SessionLine:
    """``at`` is when it began, ISO UTC; ``amount`` the price in whole rupiah. ``picture`` is a
    path relative to the data directory, None before there is one. ``methods`` brought money."""

    session_id: str
    at: str
    kind: SessionKind
    package_name: str
    amount: int
    claim_code: str
    picture: str | None
    methods: tuple[PaymentMethod, ...]


class JobEnd(enum.Enum):
    """RFC-007's print_status, and a job that is being withdrawn."""

    PENDING = "pending"
    PRINTING = "printing"
    COMPLETED = "completed"
    FAILED = "failed"
    WITHDRAWING = "withdrawing"


@dataclass(frozen=True)
class PrintLine:
    """One print job. ``sheets`` came out of ``copies``, None where nobody knows; ``at`` is when
    CUPS accepted it (ISO UTC), None where it never did."""

    printer_name: str
    copies: int
    sheets: int | None
    end: JobEnd
    at: str | None
