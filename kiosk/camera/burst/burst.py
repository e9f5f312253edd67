"""Which frame around the shutter is the shot: the fewest eyes shut, then sharp, then near."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.camera.ring import Entry, RingLayout, Size
from kiosk.camera.settings import CameraSettings

MILLISECOND = 1_000_000  # ns

CLEARLY_SHARPER = 1.2
"""A frame must be this much sharper than one nearer to the shutter to be taken instead. At 1080p
that is a blur of one pixel (sigma) or a movement of five, about the least that shows on a print;
lamps that flicker by 5 % change the score by 10 %."""

REACH_BACK_MS = 100
"""What the ring keeps besides the burst, for a caller that comes late and for the judging."""
BEING_WRITTEN = 2
"""Slots that may hold no whole frame: the one being written, and the next, which may fall."""


@dataclass(frozen=True)
class Judged:
    """``sharpness`` counts against others of one scene; ``shut`` is how many eyes are closed."""

    entry: Entry
    sharpness: float
    shut: int = 0


def within(entries: Sequence[Entry], target_ns: int, burst_ms: int) -> list[Entry]:
    """Those at most ``burst_ms`` from ``target_ns``, the nearest first."""
    reach = burst_ms * MILLISECOND
    near = [entry for entry in entries if _distance(entry, target_ns) <= reach]
    return nearest_first(near, target_ns)


def nearest_first(entries: Sequence[Entry], target_ns: int) -> list[Entry]:
    return sorted(entries, key=lambda entry: _distance(entry, target_ns))


def best_first(judged: Sequence[Judged], target_ns: int) -> list[Entry]:
    """What to take, and what instead where the camera has just written over that one."""
    rest, order = list(judged), []
    while rest:
        best = _best(rest, target_ns)
        rest.remove(best)
        order.append(best.entry)
    return order


def slots_for(settings: CameraSettings) -> int:
    """How many frames the ring has to keep so that the whole burst is in it at its end."""
    if settings.burst_ms == 0:
        return settings.slots
    reach_ms = 2 * settings.burst_ms + REACH_BACK_MS
    return max(settings.slots, math.ceil(reach_ms * settings.fps / 1000) + BEING_WRITTEN)


def shortfall(settings: CameraSettings, size: Size) -> str | None:
    """What staff should know where frames of ``size`` are too large for the whole burst."""
    wanted = slots_for(settings)
    kept = RingLayout(wanted).slots_for(size)
    if kept == wanted:
        return None
    reach_ms = (kept - BEING_WRITTEN) * 1000 // settings.fps
    return (
        f"memory holds {kept} frames of {size.width}×{size.height}, the last {reach_ms} ms: "
        f"a burst of {settings.burst_ms} ms each way needs {wanted}"
    )


def _best(judged: Sequence[Judged], target_ns: int) -> Judged:
    fewest = min(one.shut for one in judged)
    awake = [one for one in judged if one.shut == fewest]
    sharp = max(one.sharpness for one in awake) / CLEARLY_SHARPER
    return min(
        (one for one in awake if one.sharpness >= sharp),
        key=lambda one: _distance(one.entry, target_ns),
    )


def _distance(entry: Entry, target_ns: int) -> int:
    return abs(entry.stamp_ns - target_ns)
