"""Who may open the staff's screens."""

from __future__ import annotations

import enum
from dataclasses import dataclass

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


def is_pin(text: str) -> bool:
    """Whether ``text`` can be a PIN: 4 to 8 digits, as the pad has them."""
    return len(text) in PIN_DIGITS and text.isascii() and text.isdigit()


def is_weak_pin(pin: str) -> bool:
    """Whether ``pin`` is among the first that anybody would try: one digit, digits in their order,
    or the same half twice."""
    half = len(pin) // 2
    runs = "01234567890", "09876543210"
    return len(set(pin)) == 1 or any(pin in run for run in runs) or pin == 2 * pin[:half]
