"""Which of the customer's prices a package is sold for now."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.domain.order import Package
from kiosk.domain.prices import Price
from kiosk.domain.times import iso


class Standing(enum.Enum):
    """The values are for the command line."""

    HOLDS = "holds"
    LATER = "later"
    OVER = "over"
    WITHDRAWN = "withdrawn"
    ELSEWHERE = "another event"
    BEHIND = "behind another"  # it would hold, were there not one that goes before it


def standing(price: Price, prices: Iterable[Price], event: str, now: datetime) -> Standing:
    """How ``price``, one of ``prices``, stands at ``event`` now."""
    moment = iso(now)
    if price.withdrawn:
        return Standing.WITHDRAWN
    if price.valid_to is not None and price.valid_to <= moment:
        return Standing.OVER
    if price.event not in ("", event):
        return Standing.ELSEWHERE
    if price.valid_from is not None and price.valid_from > moment:
        return Standing.LATER
    return (
        Standing.HOLDS if holding(price.package, prices, event, now) == price else Standing.BEHIND
    )


def priced(
    packages: Iterable[Package], prices: Sequence[Price], event: str, now: datetime
) -> tuple[Package, ...]:
    """``packages`` with what they cost at ``event`` now: as configured where no price holds."""
    return tuple(_priced(package, holding(package.key, prices, event, now)) for package in packages)


def holding(package: str, prices: Iterable[Price], event: str, now: datetime) -> Price | None:
    """The price of the package with the key ``package``, None where none holds.

    One for ``event`` goes before one for any event; among those the one that holds since the
    latest moment, and among those the one that was made last. Every booth finds the same.
    """
    moment = iso(now)
    held = (p for p in prices if p.package == package and _holds(p, event, moment))
    return max(held, key=_rank, default=None)


def _holds(price: Price, event: str, moment: str) -> bool:
    """Times have one form, so that their texts compare as they do."""
    return (
        not price.withdrawn
        and price.event in ("", event)
        and (price.valid_from is None or price.valid_from <= moment)
        and (price.valid_to is None or moment < price.valid_to)
    )


def _rank(price: Price) -> tuple[bool, str, str, str]:
    return (price.event != "", price.valid_from or "", price.created_at, price.id)


def _priced(package: Package, price: Price | None) -> Package:
    if price is None:
        return package
    return replace(package, price=price.price, extra_copy=price.extra_copy)
