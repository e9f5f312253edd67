"""Percentiles by nearest rank: values that occurred."""

from __future__ import annotations

from kiosk.booth.timings import Spread, spread_ms


def test_the_percentiles_are_the_nearest_ranks() -> None:
    assert spread_ms([2.0, 1.0]) == Spread(1.0, 2.0, 2.0)
    assert spread_ms([float(n) for n in range(1, 21)]) == Spread(10.0, 19.0, 20.0)
    assert spread_ms([7.0]) == Spread(7.0, 7.0, 7.0)


def test_of_nothing_there_is_no_spread() -> None:
    assert spread_ms([]) is None
