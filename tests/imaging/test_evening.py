"""The shots of one print come out alike, whatever the camera's automatics did between them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from kiosk.imaging.evening import AS_TAKEN, MOST_EV, MOST_TINT_EV, Gain, evened, gains_for, light_of
from kiosk.imaging.jpeg import Pixels
from tests.imaging.conftest import photograph

STOPS = st.floats(-6, 6)


def exposed(shot: Pixels, blue: float, green: float, red: float) -> Pixels:
    """What a camera gives by so many stops more, without the evening's own curve."""
    linear = (shot.astype(np.float64) / 255) ** 2.2 * 2.0 ** np.array((blue, green, red))
    return np.rint(linear.clip(0, 1) ** (1 / 2.2) * 255).astype(np.uint8)


def posing(number: int, shirt: tuple[int, int, int] = (90, 60, 160)) -> Pixels:
    """A guest before a wall, each time at another place."""
    wall = cv2.GaussianBlur(photograph(7, 480, 270), (0, 0), 9)
    scene = (60 + 0.45 * wall).astype(np.uint8)
    middle = (140 + 70 * number, 170)
    cv2.ellipse(scene, middle, (60, 110), 0, 0, 360, shirt, -1, cv2.LINE_AA)
    cv2.circle(scene, (middle[0], 60), 34, (130, 160, 205), -1, cv2.LINE_AA)
    return scene


def apart(one: Pixels, other: Pixels) -> float:
    """Stops between two shots where both show the wall, the median over the picture."""
    one, other = (((p.astype(np.float64) + 0.5) / 255) ** 2.2 for p in (one, other))
    return float(np.median(np.log2(one.mean(axis=2) / other.mean(axis=2))))


def all_evened(shots: list[Pixels]) -> list[Pixels]:
    gains = gains_for([light_of(shot) for shot in shots])
    return [evened(shot, gain) for shot, gain in zip(shots, gains, strict=True)]


def test_equal_shots_stay_as_they_are() -> None:
    shots = [photograph(1)] * 3
    for before, after in zip(shots, all_evened(shots), strict=True):
        assert after is before


def test_a_guest_who_moves_and_a_little_noise_change_nothing() -> None:
    noise = np.random.default_rng(1).integers(-3, 4, (270, 480, 3))
    noisy = np.clip(posing(1) + noise, 0, 255).astype(np.uint8)
    shots = [posing(0), noisy, exposed(posing(2), 0.015, 0.015, 0.015)]
    for before, after in zip(shots, all_evened(shots), strict=True):
        assert after is before


@pytest.mark.parametrize("wall", [1.0, 1.35])
@pytest.mark.parametrize("stops", [-0.4, -0.2, 0.3])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_shot_that_is_darker_or_lighter_comes_out_as_light_as_the_others(
    stops: float, which: int, wall: float
) -> None:
    shots = [cv2.convertScaleAbs(posing(number), alpha=wall) for number in range(3)]
    shots[which] = exposed(shots[which], stops, stops, stops)
    one, two, three = all_evened([np.asarray(shot, np.uint8) for shot in shots])
    assert abs(apart(one, two)) < 0.1
    assert abs(apart(two, three)) < 0.1


def test_the_one_of_middle_brightness_is_left_and_the_others_meet_it() -> None:
    shots = [exposed(posing(number), *(stops,) * 3) for number, stops in enumerate((0.3, -0.3, 0))]
    after = all_evened(shots)
    assert after[2] is shots[2]
    assert abs(apart(after[0], after[1])) < 0.1


def test_a_colour_cast_is_taken_back() -> None:
    shots = [posing(0), exposed(posing(1), -0.06, 0.0, 0.06), posing(2)]

    def cast(between: list[Pixels]) -> float:
        redder = [(p[..., 2].astype(float) - p[..., 0])[:, :40].mean() for p in between]
        return abs(float(redder[1] - redder[0]))

    assert cast(all_evened(shots)) < 0.25 * cast(shots)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(STOPS, STOPS, STOPS), min_size=1, max_size=5))
def test_no_gain_goes_beyond_its_bounds(all_stops: list[tuple[float, float, float]]) -> None:
    shots = [exposed(posing(n), *stops) for n, stops in enumerate(all_stops)]
    for gain in gains_for([light_of(shot) for shot in shots]):
        stops = np.array((gain.blue, gain.green, gain.red))
        assert np.abs(stops).max() <= MOST_EV + MOST_TINT_EV + 1e-9
        assert np.ptp(stops) <= 2 * MOST_TINT_EV + 1e-9


@pytest.mark.parametrize("level", [0, 2, 255])
def test_a_black_or_a_blown_shot_spoils_no_other(level: int) -> None:
    spoilt = np.full((270, 480, 3), level, np.uint8)
    shots = [posing(0), spoilt, exposed(posing(2), -0.3, -0.3, -0.3)]
    one, two, three = all_evened(shots)
    assert two is spoilt
    assert abs(apart(one, three)) < 0.1
    assert gains_for([light_of(spoilt)] * 3) == (AS_TAKEN,) * 3


def test_most_of_a_session_may_be_blown_and_the_rest_still_meets() -> None:
    blown = np.full((270, 480, 3), 255, np.uint8)
    shots = [posing(0), exposed(posing(2), -0.3, -0.3, -0.3), blown, blown]
    one, two, *_ = all_evened(shots)
    assert abs(apart(one, two)) < 0.1


def test_shots_that_show_different_things_are_hardly_changed() -> None:
    dim = cv2.convertScaleAbs(posing(0), alpha=0.5)
    wild = np.random.default_rng(1).uniform(-1.5, 2.5, (9, 16, 1))
    stops = cv2.resize(wild, (480, 270), interpolation=cv2.INTER_NEAREST)[..., None]
    linear = (dim.astype(np.float64) / 255) ** 2.2 * 2.0**stops
    other = np.rint(linear.clip(0, 1) ** (1 / 2.2) * 255).astype(np.uint8)
    one, two = all_evened([np.asarray(dim, np.uint8), other])
    assert 0.3 < apart(two, one) < apart(other, np.asarray(dim, np.uint8))


def test_another_size_among_them_is_no_trouble() -> None:
    darker = cv2.resize(exposed(posing(1), -0.4, -0.4, -0.4), (960, 540))
    shots = [posing(0), np.asarray(darker, np.uint8), posing(2)]
    gains = gains_for([light_of(shot) for shot in shots])
    assert 0.3 < gains[1].green < 0.5


@settings(max_examples=60, deadline=None)
@given(*[st.floats(-MOST_EV - MOST_TINT_EV, MOST_EV + MOST_TINT_EV)] * 3)
def test_black_stays_black_white_nearly_white_and_no_step_is_turned_back(
    blue: float, green: float, red: float
) -> None:
    ramp = np.arange(256, dtype=np.uint8)[None, :, None].repeat(3, axis=2)
    after = evened(ramp, Gain(blue, green, red))
    steps = np.diff(after.astype(int), axis=1)
    assert (after[0, 0] == 0).all()
    assert ((after[0, 255] == 255) | (np.array((blue, green, red)) < 0)).all()
    assert (after[0, 255] >= 230).all()
    assert (steps >= 0).all()
    assert steps.max() <= 3


def test_no_shots_need_no_gains() -> None:
    assert gains_for([]) == ()
