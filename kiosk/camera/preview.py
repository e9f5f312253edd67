"""A small copy of a frame for the screen."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.camera.ring import Pixels


@dataclass(frozen=True, eq=False)
class PreviewFrame:
    """``pixels`` is BGRA (Qt's RGB32 on little-endian), shape (h, w, 4), contiguous, owned.

    ``stamp_ns`` and ``number`` are those of the full frame.
    """

    pixels: Pixels
    stamp_ns: int
    number: int


def covering(pixels: Pixels, width: int, height: int, *, mirror: bool) -> Pixels:
    """The middle of BGR ``pixels`` in the shape of ``width`` × ``height``, as BGRA.

    Scaled down, never up: of a smaller frame the result has the wanted shape at the frame's size.
    """
    middle = _middle(pixels, width, height)
    if middle.shape[1] > width:
        # Averaging is the better filter, but at ratios below 2 it costs five times as much.
        smooth = cv2.INTER_AREA if middle.shape[1] >= 2 * width else cv2.INTER_LINEAR
        middle = np.asarray(cv2.resize(middle, (width, height), interpolation=smooth), np.uint8)
    if mirror:
        middle = np.asarray(cv2.flip(middle, 1), np.uint8)
    return np.asarray(cv2.cvtColor(middle, cv2.COLOR_BGR2BGRA), np.uint8)


def _middle(pixels: Pixels, width: int, height: int) -> Pixels:
    have_height, have_width = pixels.shape[:2]
    keep_width = min(have_width, max(1, round(have_height * width / height)))
    keep_height = min(have_height, max(1, round(have_width * height / width)))
    left, top = (have_width - keep_width) // 2, (have_height - keep_height) // 2
    return pixels[top : top + keep_height, left : left + keep_width]
