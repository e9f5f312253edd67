"""Slots found as the transparent holes of an overlay.

A hole is a clear region, of any shape. Its slot reaches a little under the soft edge around it, so
that nothing of the background shines through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.domain.templates import Slot
from kiosk.imaging.jpeg import Pixels

CLEAR = 8
"""Alpha below this, of 255, is clear. Tints and shadows are more; what exports leave is less."""

SOLID = 250
"""Alpha from this on lets nothing be seen of what is below."""

SMALLEST = 72
"""px, 6 mm: what is less wide or less high is a speck or an ornament and gets no shot."""

SOFT_EDGE = 60
"""px, 5 mm: how far a slot reaches under a shadow or a feathered edge."""

MARGIN = 1
"""px beyond what can be seen through: a turned shot's own edge is soft, too."""

FILLED = 0.9
"""The share of its smallest rectangle that a turned picture fills: corners rounded by a quarter of
its side leave 0.95, a circle fills 0.79, a heart less."""

LEAST_TURN, MOST_TURN = 1.0, 40.0
"""Degrees. Less is upright; more is a diamond, in which nobody's head should lie on its side."""

SAME_ROW = 0.25
"""Two holes are in one row if their tops differ by less than this share of the lesser height."""


@dataclass(frozen=True, eq=False)
class _Region:
    """``clear`` is the hole, ``seen`` also its soft edge: masks from ``left``, ``top`` on."""

    clear: Pixels
    seen: Pixels
    left: int
    top: int


def find_holes(alpha: Pixels) -> tuple[Slot, ...]:
    """The slots for an overlay with this ``alpha`` (height × width), in reading order: rows from
    top to bottom, each from left to right."""
    clear = np.asarray(alpha < CLEAR, np.uint8)
    _, found, stats, _ = cv2.connectedComponentsWithStats(clear, connectivity=4)
    labels, boxes = np.asarray(found, np.int32), np.asarray(stats)[:, :4]
    large = np.flatnonzero(boxes[:, 2:].min(axis=1) >= SMALLEST).tolist()
    # Label 0 is what is not clear.
    regions = [_region(alpha, labels, label, boxes[label]) for label in large if label]
    return _in_reading_order([_slot(region, alpha.shape) for region in regions])


def _region(
    alpha: Pixels, labels: npt.NDArray[np.int32], label: int, box: npt.NDArray[np.int32]
) -> _Region:
    x, y, width, height = (int(length) for length in box)
    left, top = max(0, x - SOFT_EDGE), max(0, y - SOFT_EDGE)
    part = np.s_[top : y + height + SOFT_EDGE, left : x + width + SOFT_EDGE]
    clear = np.asarray(labels[part] == label, np.uint8)
    away = cv2.distanceTransform(1 - clear, cv2.DIST_L2, 5)
    others = (labels[part] != 0) & (clear == 0)
    near = np.asarray((alpha[part] < SOLID) & (away <= SOFT_EDGE) & ~others, np.uint8)
    _, joined = cv2.connectedComponents(near, connectivity=4)
    inside = np.flatnonzero(clear)[0]
    seen = np.asarray(joined == joined.flat[inside], np.uint8)
    return _Region(clear, seen, left, top)


def _slot(region: _Region, size: tuple[int, ...]) -> Slot:
    angle = _turn(region.clear)
    return _turned(region, angle) if angle else _upright(region, size)


def _turn(clear: Pixels) -> float:
    """Degrees clockwise; 0 where the hole is upright or no rectangle."""
    outline = _outline(clear)
    _, (width, height), angle = cv2.minAreaRect(outline)
    share = cv2.contourArea(outline) / (width * height)
    least = (angle + 45) % 90 - 45
    turned = LEAST_TURN < abs(least) <= MOST_TURN
    return round(least, 2) if share >= FILLED and turned else 0.0


def _outline(mask: Pixels) -> npt.NDArray[np.int32]:
    """The middles of the outermost pixels, n × 2; what stands inside a hole leaves it whole."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return np.asarray(max(outlines, key=len), np.int32).reshape(-1, 2)


def _upright(region: _Region, size: tuple[int, ...]) -> Slot:
    x, y, width, height = cv2.boundingRect(region.seen)
    left, top = region.left + x, region.top + y
    right, bottom = min(size[1], left + width + MARGIN), min(size[0], top + height + MARGIN)
    left, top = max(0, left - MARGIN), max(0, top - MARGIN)
    return Slot(left, top, right - left, bottom - top)


def _turned(region: _Region, angle: float) -> Slot:
    """The rectangle at this angle around all that is seen, to the whole pixel."""
    outline = _outline(region.seen)
    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = outline[:, 0] + region.left + 0.5, outline[:, 1] + region.top + 0.5
    across, down = x * cos + y * sin, y * cos - x * sin
    middle = (_middle(across), _middle(down))
    width, height = (_length(along) for along in (across, down))
    left = middle[0] * cos - middle[1] * sin - width / 2
    top = middle[0] * sin + middle[1] * cos - height / 2
    return Slot(round(left), round(top), width, height, angle)


def _middle(along: npt.NDArray[np.float64]) -> float:
    return float(along.min() + along.max()) / 2


def _length(along: npt.NDArray[np.float64]) -> int:
    """With a whole pixel for the two halves at its ends."""
    return math.ceil(float(along.max() - along.min()) + 1) + 2 * MARGIN


def _in_reading_order(slots: list[Slot]) -> tuple[Slot, ...]:
    rest = sorted(slots, key=_top)
    ordered: list[Slot] = []
    while rest:
        first = rest[0]
        row = [slot for slot in rest if _in_row(slot, first)]
        ordered += sorted(row, key=lambda slot: slot.middle[0])
        rest = [slot for slot in rest if slot not in row]
    return tuple(ordered)


def _in_row(slot: Slot, first: Slot) -> bool:
    return _top(slot) - _top(first) < SAME_ROW * min(slot.height, first.height)


def _top(slot: Slot) -> float:
    """Of a turned one as it would be upright: how far it is turned is no matter of rows."""
    return slot.y
