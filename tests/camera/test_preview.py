"""The small picture for the screen."""

from __future__ import annotations

import numpy as np

from kiosk.camera.preview import covering
from kiosk.camera.settings import Limits


def test_it_is_the_middle_of_the_frame_in_the_wanted_shape() -> None:
    frame = np.zeros((90, 160, 3), np.uint8)
    frame[:, 80 - 15 : 80 + 15] = (10, 20, 30)
    small = covering(frame, 10, 30, mirror=False)
    assert small.shape == (30, 10, 4)
    assert small.flags.c_contiguous
    assert (small == (10, 20, 30, 255)).all()


def test_it_is_mirrored_on_request() -> None:
    frame = np.full((90, 160, 3), 10, np.uint8)
    frame[:, 80:] = 200
    straight = covering(frame, 80, 45, mirror=False)
    assert (straight[0, 0, 0], straight[0, -1, 0]) == (10, 200)
    mirrored = covering(frame, 80, 45, mirror=True)
    assert (mirrored[0, 0, 0], mirrored[0, -1, 0]) == (200, 10)


def test_a_small_frame_is_cropped_but_not_blown_up() -> None:
    assert covering(np.zeros((90, 160, 3), np.uint8), 1000, 1000, mirror=False).shape == (90, 90, 4)


def test_its_pixels_are_its_own() -> None:
    frame = np.zeros((90, 160, 3), np.uint8)
    small = covering(frame, 160, 90, mirror=False)
    frame[:] = 255
    assert small[:, :, :3].max() == 0


def test_pauses_grow_to_a_cap_and_are_counted_from_start_to_start() -> None:
    limits = Limits(pauses_s=(0.1, 1.0, 2.0))
    assert [limits.pause_before(attempt, 0.0) for attempt in range(5)] == [0.1, 1.0, 2.0, 2.0, 2.0]
    assert limits.pause_before(1, 0.4) == 0.6
    assert limits.pause_before(1, 5.0) == 0.1, "never at once"
