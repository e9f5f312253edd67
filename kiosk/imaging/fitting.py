"""A shot made to fill its slot."""

from __future__ import annotations

import cv2
import numpy as np

from kiosk.domain.templates import Slot
from kiosk.imaging.jpeg import Pixels


def cut_for(slot: Slot, shot: Pixels) -> Pixels:
    """The middle of BGR ``shot`` at the slot's own size, upright."""
    middle = _middle(shot, slot)
    smaller = middle.shape[1] >= slot.width
    smooth = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    cut = cv2.resize(middle, (slot.width, slot.height), interpolation=smooth)
    return np.asarray(cut, np.uint8)


def lay_in(canvas: Pixels, slot: Slot, cut: Pixels) -> None:
    """Draws ``cut``, of the slot's size, on ``canvas``, both BGR, so that it covers the slot."""
    canvas[slot.y : slot.y + slot.height, slot.x : slot.x + slot.width] = cut


def _middle(shot: Pixels, slot: Slot) -> Pixels:
    """The largest part of ``shot`` in the slot's shape, to the nearest whole pixel."""
    height, width = shot.shape[:2]
    keep_width = min(width, max(1, round(height * slot.width / slot.height)))
    keep_height = min(height, max(1, round(width * slot.height / slot.width)))
    left, top = (width - keep_width) // 2, (height - keep_height) // 2
    return shot[top : top + keep_height, left : left + keep_width]
