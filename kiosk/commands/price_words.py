"""What ``kiosk prices`` says to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.booth.pricing import Standing
from kiosk.commands.common import table
from kiosk.domain.money import rupiah
from kiosk.domain.order import Package
from kiosk.domain.prices import Price
from kiosk.domain.times import moment


@dataclass(frozen=True)
class Here:
    """What is sold at this booth: ``configured`` as in kiosk.toml, ``sold`` as it is now."""

    event: str
    configured: tuple[Package, ...]
    sold: tuple[Package, ...]


def said(price: Price, stand: Standing, here: Here, *, elsewhere: bool) -> str:
    line = (
        f"{price.package} costs {rupiah(price.price)}, a copy more {rupiah(price.extra_copy)}, "
        f"{_span(price)}: {price.id}"
    )
    if elsewhere or stand is Standing.HOLDS:
        return line
    why = {
        Standing.LATER: "it begins later",
        Standing.OVER: "it is over",
        Standing.WITHDRAWN: "it is withdrawn",
        Standing.ELSEWHERE: f"the event here is {here.event}",
        Standing.BEHIND: "another goes before it, see kiosk prices list",
    }
    return f"{line}\nIt does not hold here now: {why[stand]}."


def _span(price: Price) -> str:
    event = f"at {price.event}" if price.event else "at any event"
    end = "" if price.valid_to is None else f" to {_local(price.valid_to)}"
    return f"{event} from {_local(price.valid_from)}{end}"


def sold(here: Here) -> str:
    rows = [("package", "costs now", "a copy more", "in kiosk.toml")]
    for now, then in zip(here.sold, here.configured, strict=True):
        same = (now.price, now.extra_copy) == (then.price, then.extra_copy)
        rows.append(
            (now.key, rupiah(now.price), rupiah(now.extra_copy), "" if same else rupiah(then.price))
        )
    return table(rows)


def shown(prices: Sequence[tuple[Price, Standing]]) -> str:
    if not prices:
        return "No other prices are set: kiosk prices set PACKAGE RUPIAH --by NAME"
    rows = [("price", "package", "event", "rupiah", "a copy more", "from", "to", "state")]
    rows += [
        (
            *(p.id, p.package, p.event or "any", rupiah(p.price), rupiah(p.extra_copy)),
            *(_local(p.valid_from), _local(p.valid_to), stand.value),
        )
        for p, stand in prices
    ]
    return table(rows)


def _local(at: str | None) -> str:
    return "–" if at is None else f"{moment(at).astimezone():%Y-%m-%d %H:%M}"
