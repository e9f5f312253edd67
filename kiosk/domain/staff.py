"""Who may open the staff's screens, and how often it was tried."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

PIN_DIGITS = range(4, 9)


class Role(enum.Enum):
    """Staff take cash and mend what a guest is owed; only an owner gives money back."""

    STAFF = "staff"
    OWNER = "owner"


@dataclass(frozen=True)
class StaffMember:
    id: str
    name: str
    role: Role


@dataclass(frozen=True)
class Tries:
    """Wrong PINs since the last right one. ``last`` is when the newest was entered, UTC; None
    where there is none."""

    wrong: int = 0
    last: datetime | None = None


def is_pin(text: str) -> bool:
    """Whether ``text`` can be a PIN: 4 to 8 digits, as the pad has them."""
    return len(text) in PIN_DIGITS and text.isascii() and text.isdigit()
