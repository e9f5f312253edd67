"""A picture placed on a printer's sheet: at its size, to its edges, calibrated."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.domain.printing import Sheet
from kiosk.domain.registered import Form
from kiosk.imaging.jpeg import Pixels

MM_PER_INCH = 25.4


@dataclass(frozen=True)
class _Lie:
    """How a picture lies on a sheet of ``width`` × ``height``: moved ``right`` and ``down`` from
    its middle, all in pixels, and ``scale`` times as large as what just covers it."""

    width: int
    height: int
    right: int
    down: int
    scale: float


def place(picture: Pixels, form: Form) -> Pixels:
    """BGR ``picture`` on the whole upright sheet: it covers it, its middle kept, and then is
    calibrated.

    A picture that is wider than high is turned: which way a printer would turn it, nobody knows
    for all of them, and calibration would move it the wrong way. What calibration lays bare takes
    the picture's nearest edge: white would shine at the paper's rim. Each strip of a pair covers
    its own half, so that both stay equal.
    """
    if picture.shape[1] > picture.shape[0]:
        picture = np.asarray(cv2.rotate(picture, cv2.ROTATE_90_COUNTERCLOCKWISE), np.uint8)
    lie = _lie(form)
    if form.sheet is Sheet.TWO_BY_SIX_PAIR:
        return _place_pair(picture, lie)
    return _cover(picture, lie, middle=lie.width / 2 + lie.right, start=0, end=lie.width)


def _lie(form: Form) -> _Lie:
    across, down = form.dpi
    right_px = round(form.calibration.right_mm / MM_PER_INCH * across)
    down_px = round(form.calibration.down_mm / MM_PER_INCH * down)
    return _Lie(*form.size, right_px, down_px, form.calibration.scale)


def _place_pair(pair: Pixels, lie: _Lie) -> Pixels:
    """Where one strip ends and the other begins moves with the picture."""
    half = pair.shape[1] // 2
    middle = lie.width / 2 + lie.right
    away = lie.width / 4 * lie.scale
    seam = min(max(lie.width // 2 + lie.right, 1), lie.width - 1)
    left = _cover(pair[:, :half], lie, middle=middle - away, start=0, end=seam, strips=2)
    right = _cover(pair[:, half:], lie, middle=middle + away, start=seam, end=lie.width, strips=2)
    return np.hstack((left, right))


def _cover(
    picture: Pixels, lie: _Lie, *, middle: float, start: int, end: int, strips: int = 1
) -> Pixels:
    """The sheet's columns ``start`` to ``end``; the picture's middle lies at column ``middle``."""
    height, width = picture.shape[:2]
    scale = lie.scale * max(lie.width / strips / width, lie.height / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = np.asarray(cv2.resize(picture, size, interpolation=smooth), np.uint8)
    x, before, after = _span(size[0], round(middle - start - size[0] / 2), end - start)
    y, above, below = _span(size[1], round(lie.height / 2 + lie.down - size[1] / 2), lie.height)
    seen = resized[y[0] : y[1], x[0] : x[1]]
    edge = cv2.BORDER_REPLICATE
    return np.asarray(cv2.copyMakeBorder(seen, above, below, before, after, edge), np.uint8)


def _span(length: int, at: int, room: int) -> tuple[tuple[int, int], int, int]:
    """What is seen of ``length`` pixels that begin ``at`` a place in ``room``, and what is bare
    before and after them. At least one is seen, however far they were moved."""
    at = min(max(at, 1 - length), room - 1)
    seen = (max(0, -at), min(length, room - at))
    before = max(0, at)
    return seen, before, room - before - (seen[1] - seen[0])
