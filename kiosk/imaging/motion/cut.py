"""Which frames of a reel make up a film, and in which order."""

from __future__ import annotations

from bisect import bisect_left

from kiosk.domain.films import Reel, SmallFrame, is_near

FPS = 24
"""Of both films. A boomerang's frames were recorded at 15 a second, so it runs 1.6 times as fast as
life did, as its kind does."""

FEWEST_IN_BOOMERANG = 8
FEWEST_IN_TIMELAPSE = 12
TIMES = 2
TIMELAPSE_FRAMES = 4 * FPS


def boomerang(reel: Reel) -> tuple[SmallFrame, ...]:
    """The moment of the last shutter that was recorded well, forwards and backwards, twice. Empty
    where there is none.

    Neither turn shows a frame twice, nor does the player's own loop from the end to the start.
    """
    for shutter_ns in reversed(reel.shutters):
        moment = tuple(f for f in reel.frames if is_near(f.stamp_ns, shutter_ns))
        if len(moment) >= FEWEST_IN_BOOMERANG:
            return (moment + moment[-2:0:-1]) * TIMES
    return ()


def timelapse(reel: Reel) -> tuple[SmallFrame, ...]:
    """The session at an even pace, however unevenly it was recorded. Empty where too little was."""
    frames = reel.frames
    if len(frames) < FEWEST_IN_TIMELAPSE:
        return ()
    stamps = [frame.stamp_ns for frame in frames]
    first, whole = stamps[0], stamps[-1] - stamps[0]
    steps = (first + whole * i // (TIMELAPSE_FRAMES - 1) for i in range(TIMELAPSE_FRAMES))
    return tuple(frames[_nearest(stamps, step)] for step in steps)


def _nearest(stamps: list[int], step: int) -> int:
    after = min(bisect_left(stamps, step), len(stamps) - 1)
    before = max(after - 1, 0)
    return before if step - stamps[before] < stamps[after] - step else after
