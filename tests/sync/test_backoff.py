"""Waiting grows to its cap and never ends the trying."""

from __future__ import annotations

from hypothesis import given, strategies as st

from kiosk.sync.backoff import Backoff, Pause

backoffs = st.builds(
    lambda first, factor: Backoff(first, first * factor),
    st.floats(0.01, 60.0),
    st.floats(1.0, 10_000.0),
)
failures = st.integers(1, 10**9)
chances = st.floats(0.0, 1.0, exclude_max=True)


@given(backoffs, failures, chances)
def test_every_delay_is_finite_and_within_half_the_first_and_the_cap(
    backoff: Backoff, count: int, chance: float
) -> None:
    delay = backoff.delay_s(count, chance)
    assert backoff.first_s / 2 <= delay <= backoff.cap_s


@given(backoffs, failures, chances)
def test_with_equal_luck_a_later_failure_never_waits_less(
    backoff: Backoff, count: int, chance: float
) -> None:
    assert backoff.delay_s(count + 1, chance) >= backoff.delay_s(count, chance)


@given(backoffs)
def test_the_cap_is_reached_and_kept(backoff: Backoff) -> None:
    assert backoff.delay_s(40, 0.0) == backoff.cap_s
    assert backoff.delay_s(10**9, 0.0) == backoff.cap_s


def test_two_booths_do_not_come_back_in_step() -> None:
    backoff = Backoff(1.0, 60.0)
    assert backoff.delay_s(5, 0.1) != backoff.delay_s(5, 0.9)


def test_a_pause_grows_with_each_failure_and_starts_small_again_after_a_success() -> None:
    now = 0.0
    pause = Pause(Backoff(1.0, 60.0), monotonic=lambda: now, chance=lambda: 0.0)
    lengths = []
    for _ in range(8):
        pause.begin()
        lengths.append(pause.left_s)
        now += pause.left_s
    assert lengths == [1, 2, 4, 8, 16, 32, 60, 60]
    pause.reset()
    pause.begin()
    assert pause.left_s == 1.0


def test_a_pause_is_as_long_as_the_cloud_asks() -> None:
    pause = Pause(Backoff(1.0, 60.0), monotonic=lambda: 0.0, chance=lambda: 0.0)
    pause.begin(at_least_s=300.0)
    assert pause.left_s == 300.0
