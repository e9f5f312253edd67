"""A shot made to fill its slot."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from kiosk.domain.templates import Slot
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.layers import Layer

TURNS_KEPT = 24  # up to 2 MB each


@dataclass(frozen=True, eq=False)
class _Turn:
    """How a cut is turned: ``matrix`` from its pixels to those of the box at ``left``, ``top``.

    ``kept`` is what is left of the pixels below: 0 in the slot, 255 outside, between on its edge.
    """

    matrix: Pixels
    left: int
    top: int
    kept: Pixels


def cut_for(slot: Slot, shot: Pixels) -> Pixels:
    """The middle of BGR ``shot`` at the slot's own size, upright."""
    middle = _middle(shot, slot)
    smaller = middle.shape[1] >= slot.width
    smooth = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    cut = cv2.resize(middle, (slot.width, slot.height), interpolation=smooth)
    return np.asarray(cut, np.uint8)


def lay_in(canvas: Pixels, slot: Slot, cut: Pixels) -> None:
    """Draws ``cut``, of the slot's size, on ``canvas``, both BGR, so that it covers the slot.

    A turned one has soft edges: a pixel that is half covered keeps half of what was there.
    """
    if slot.angle:
        turn = _turn_of(slot)
        height, width = turn.kept.shape
        added = cv2.warpAffine(cut, turn.matrix, (width, height), flags=cv2.INTER_LINEAR)
        kept = cv2.cvtColor(turn.kept, cv2.COLOR_GRAY2BGR)
        Layer(np.asarray(kept, np.uint8), np.asarray(added, np.uint8)).lay_over(
            canvas, turn.left, turn.top
        )
    else:
        canvas[slot.y : slot.y + slot.height, slot.x : slot.x + slot.width] = cut


def _middle(shot: Pixels, slot: Slot) -> Pixels:
    """The largest part of ``shot`` in the slot's shape, to the nearest whole pixel."""
    height, width = shot.shape[:2]
    keep_width = min(width, max(1, round(height * slot.width / slot.height)))
    keep_height = min(height, max(1, round(width * slot.height / slot.width)))
    left, top = (width - keep_width) // 2, (height - keep_height) // 2
    return shot[top : top + keep_height, left : left + keep_width]


@lru_cache(TURNS_KEPT)
def _turn_of(slot: Slot) -> _Turn:
    """OpenCV counts from the middles of pixels, a slot from their corners: half a pixel less."""
    corners = slot.corners()
    left, top = (math.floor(min(c[axis] for c in corners)) - 1 for axis in (0, 1))
    right, bottom = (math.ceil(max(c[axis] for c in corners)) + 1 for axis in (0, 1))
    angle = math.radians(slot.angle)
    cos, sin = math.cos(angle), math.sin(angle)
    inside = (slot.width / 2 - 0.5, slot.height / 2 - 0.5)
    outside = (slot.middle[0] - 0.5 - left, slot.middle[1] - 0.5 - top)
    matrix = np.array(
        (
            (cos, -sin, outside[0] - inside[0] * cos + inside[1] * sin),
            (sin, cos, outside[1] - inside[0] * sin - inside[1] * cos),
        )
    )
    whole = np.full((slot.height, slot.width), 255, np.uint8)
    covered = cv2.warpAffine(whole, matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR)
    return _Turn(matrix, left, top, 255 - np.asarray(covered, np.uint8))
