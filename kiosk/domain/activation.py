"""What an operator types once, at the first start of a booth."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from datetime import date

LONGEST_NAME = 100
LONGEST_KEY = 1000  # letters; they have about 225
EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


class LicenceFault(enum.Enum):
    """Why a licence key is not taken."""

    UNREADABLE = "unreadable"  # cut off, or no licence key at all
    FORGED = "forged"  # a letter is wrong, or it is not the maker's
    EXPIRED = "expired"
    OTHER = "other"  # good, and not the one that this booth was activated with


@dataclass(frozen=True)
class LicenceTerms:
    """Valid to the end of the UTC day ``expires``."""

    type: str
    expires: date


@dataclass(frozen=True)
class Holder:
    """Who holds the licence, and what this booth is called. ``license_key`` stays out of reprs."""

    name: str
    email: str
    booth: str
    license_key: str = field(repr=False)
    phone: str | None = None


@dataclass(frozen=True)
class Attempt:
    """An activation as the cloud is asked for it, however often: under the same ids each time."""

    holder: Holder
    customer_id: str
    booth_id: str


def tidy_key(text: str) -> str:
    """A licence key as it was signed: it may be typed in groups and over many lines."""
    return re.sub(r"[\s\u200b-\u200d\ufeff]", "", text)


def is_email(text: str) -> bool:
    """Whether mail could arrive there; whether it does, only mail can tell."""
    return len(text) <= 254 and EMAIL.fullmatch(text) is not None
