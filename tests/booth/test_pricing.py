"""Which price holds: for every set of prices, and whatever order they come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from kiosk.booth.pricing import holding, priced
from kiosk.domain.order import Package
from kiosk.domain.prices import MOST, Price
from kiosk.domain.printing import Sheet
from kiosk.domain.times import iso

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
EVENT = "Pasar Malam"
STRIP = Package("strip", "Strip", "strip-2x6", Sheet.FOUR_BY_SIX, 3, 2, 35_000, 5_000, 6)
CARD = replace(STRIP, key="card", price=50_000)

moments = st.integers(-3, 3).map(lambda hours: iso(NOW + timedelta(hours=hours)))
prices = st.builds(
    Price,
    id=st.uuids().map(str),
    customer_id=st.just("customer"),
    package=st.sampled_from(["strip", "card", "unknown"]),
    event=st.sampled_from(["", EVENT, "Another"]),
    price=st.integers(0, MOST),
    extra_copy=st.integers(0, MOST),
    valid_from=st.none() | moments,
    valid_to=st.none() | moments,
    withdrawn=st.booleans(),
    created_at=moments,
    version=st.integers(1, 3),
)
lists = st.lists(prices, max_size=8, unique_by=lambda price: price.id)


def price(**fields: object) -> Price:
    made = Price(
        "id",
        "customer",
        "strip",
        "",
        40_000,
        0,
        None,
        None,
        withdrawn=False,
        created_at=iso(NOW),
        version=1,
    )
    return replace(made, **fields)


def may_hold(price: Price) -> bool:
    begun = price.valid_from is None or price.valid_from <= iso(NOW)
    over = price.valid_to is not None and price.valid_to <= iso(NOW)
    here = price.event in ("", EVENT)
    return price.package == "strip" and here and begun and not over and not price.withdrawn


@given(lists)
def test_one_holds_exactly_where_one_may(prices: list[Price]) -> None:
    held = holding("strip", prices, EVENT, NOW)
    assert (held is not None) == any(map(may_hold, prices))
    assert held is None or may_hold(held)


@given(lists)
def test_none_that_may_hold_is_nearer_to_the_event_or_newer(prices: list[Price]) -> None:
    held = holding("strip", prices, EVENT, NOW)
    for other in filter(may_hold, prices):
        assert held is not None
        assert (held.event == EVENT) >= (other.event == EVENT)
        if held.event == other.event:
            assert (held.valid_from or "") >= (other.valid_from or "")


@given(lists.flatmap(lambda prices: st.tuples(st.just(prices), st.permutations(prices))))
def test_every_booth_finds_the_same(both: tuple[list[Price], list[Price]]) -> None:
    one, other = both
    assert holding("strip", one, EVENT, NOW) == holding("strip", other, EVENT, NOW)


@given(lists)
def test_packages_keep_everything_but_their_money(prices: list[Price]) -> None:
    packages = (STRIP, CARD)
    found = priced(packages, prices, EVENT, NOW)
    assert [replace(p, price=0, extra_copy=0) for p in found] == [
        replace(p, price=0, extra_copy=0) for p in packages
    ]
    for package, now in zip(packages, found, strict=True):
        held = holding(package.key, prices, EVENT, NOW)
        money = package if held is None else held
        assert (now.price, now.extra_copy) == (money.price, money.extra_copy)


def test_a_price_holds_from_its_first_moment_and_not_in_its_last() -> None:
    assert holding("strip", [price(valid_from=iso(NOW))], EVENT, NOW) is not None
    assert holding("strip", [price(valid_to=iso(NOW))], EVENT, NOW) is None


def test_a_price_set_later_takes_the_place_of_one_that_holds_since_the_same_moment() -> None:
    later = iso(NOW + timedelta(seconds=1))
    first, second = price(id="b"), price(id="a", created_at=later)
    assert holding("strip", [second, first], EVENT, NOW) == second


def test_two_booths_that_set_a_price_in_the_same_moment_agree_on_one() -> None:
    one, other = price(id="a"), price(id="b", price=50_000)
    held = [holding("strip", both, EVENT, NOW) for both in ([one, other], [other, one])]
    assert held == [other, other]


def test_a_price_for_another_event_holds_only_there() -> None:
    theirs = price(event="Another", price=1)
    assert holding("strip", [theirs], EVENT, NOW) is None
    assert holding("strip", [theirs, price()], EVENT, NOW) == price()
    assert holding("strip", [theirs, price()], "Another", NOW) == theirs


def test_where_a_short_offer_ends_the_price_before_it_holds_again() -> None:
    usual = price(id="usual", valid_from=iso(NOW - timedelta(days=9)))
    offer = price(id="offer", valid_from=iso(NOW), valid_to=iso(NOW + timedelta(hours=2)))
    after = NOW + timedelta(hours=2)
    assert holding("strip", [usual, offer], EVENT, NOW) == offer
    assert holding("strip", [usual, offer], EVENT, after) == usual


def test_a_package_may_be_free() -> None:
    [found] = priced([STRIP], [price(price=0)], EVENT, NOW)
    assert (found.price, found.with_copies(4).price) == (0, 0)
