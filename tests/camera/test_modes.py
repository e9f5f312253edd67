"""Which mode a device is run in; the drivers are stand-ins."""

from __future__ import annotations

import pytest

from kiosk.camera.devices.modes import Mode, NoMode, candidates, negotiate
from tests.camera.stand_in_device import Grant, offering

WANTED = Mode(1920, 1080, 30, "MJPG")
FULL, HALF = WANTED, Mode(1280, 720, 30, "MJPG")
SLOW_FULL, RAW_SMALL = Mode(1920, 1080, 5, "YUYV"), Mode(640, 480, 30, "YUYV")
H264 = Mode(1920, 1080, 30, "H264")


def test_mjpg_at_the_wanted_size_is_asked_first_and_uncompressed_last() -> None:
    asked = list(candidates(WANTED))
    assert asked[0] == WANTED
    codes = [mode.code for mode in asked]
    assert codes == sorted(codes, key=["MJPG", "YUYV", "NV12"].index)
    assert all(mode.area <= WANTED.area for mode in asked)


@pytest.mark.parametrize(
    ("driver", "taken"),
    [
        (offering(FULL, HALF, SLOW_FULL), FULL),
        (offering(HALF, SLOW_FULL, RAW_SMALL), HALF),
        (offering(Mode(1920, 1080, 10, "MJPG"), HALF), HALF),
        (offering(SLOW_FULL, RAW_SMALL), RAW_SMALL),
        (offering(Mode(1920, 1080, 0, "MJPG")), Mode(1920, 1080, 0, "MJPG")),
        (offering(Mode(1024, 768, 30, "MJPG")), Mode(1024, 768, 30, "MJPG")),
        (offering(SLOW_FULL), SLOW_FULL),
        (offering(H264, RAW_SMALL), RAW_SMALL),
    ],
    ids=[
        "as wanted",
        "a smaller MJPG rather than slow uncompressed pictures",
        "a smaller size rather than a stuttering one",
        "uncompressed where there is no MJPG",
        "a driver that does not say its rate",
        "an unusual size, where nothing else is given",
        "slow pictures rather than none",
        "what can be read",
    ],
)
def test_of_what_a_driver_gives_the_best_is_taken_and_set(driver: Grant, taken: Mode) -> None:
    asked: list[Mode] = []

    def ask(mode: Mode) -> Mode:
        asked.append(mode)
        return driver(mode)

    assert negotiate(WANTED, ask) == taken
    assert driver(asked[-1]) == taken


def test_a_wish_that_is_granted_is_the_only_one() -> None:
    grants = iter([FULL])
    assert negotiate(WANTED, lambda _: next(grants)) == FULL


def test_without_a_mode_that_can_be_read_it_is_said_what_there_is() -> None:
    with pytest.raises(NoMode, match=r"^1920×1080 H264 at 30 fps$"):
        negotiate(WANTED, offering(H264))
