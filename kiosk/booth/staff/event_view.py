"""What is sold at this event, as owners see and change it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.settings import Refusal


@dataclass(frozen=True)
class PackageTerms:
    """What an owner decides of one package: whole rupiah. A guest may have ``most_copies``."""

    key: str
    price: int
    extra_copy: int
    offered: bool
    most_copies: int


@dataclass(frozen=True)
class EventTerms:
    """What an owner decides. Pictures are kept on this booth for ``keep_days``, None for ever, and
    deleted ``keep_at`` that local time (HH:MM) after them."""

    event: str
    packages: tuple[PackageTerms, ...]
    free: bool
    keep_days: int | None
    keep_at: str


@dataclass(frozen=True)
class Offer:
    """What is known of a package and is not decided here: its ``copies`` are in its price."""

    key: str
    name: str
    template: str
    copies: int


@dataclass(frozen=True)
class Limits:
    """What a field takes at most; ``least_days`` and ``most_days`` are of ``keep_days``, ``copies``
    of ``most_copies``."""

    letters: int
    rupiah: int
    least_days: int
    most_days: int
    copies: int


@dataclass(frozen=True)
class EventNow:
    """``offers`` in the order of ``terms.packages``. ``free_of_file``: the settings file says so,
    and it can't be ended here. ``free_by`` switched free mode on, ``free_since`` (ISO UTC)."""

    terms: EventTerms
    offers: tuple[Offer, ...]
    limits: Limits
    free_of_file: bool = False
    free_by: str = ""
    free_since: str = ""


@dataclass(frozen=True)
class Saved:
    """How the last save ended: with ``refusals`` nothing was changed. ``number`` grows."""

    number: int
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class EventView:
    now: EventNow
    saved: Saved | None = None


# ---- requests -----------------------------------------------------------------------------


@dataclass(frozen=True)
class SaveEvent:
    """``before`` is what the owner saw: only what they changed of it is changed."""

    before: EventTerms
    after: EventTerms


EventRequest = SaveEvent
"""For owners."""
