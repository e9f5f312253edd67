"""The colours of pictures changed by a cube, quickly, on two processors."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.cube import Cube, Table

WORKERS = 2  # a booth has two processors; more threads gain nothing there
STRIPE = 128 * 1024  # pixels a thread takes at a time: its stripe stays in the processor's cache
FINEST = 65


class Grade:
    """Looks each colour up between its eight neighbours in the cube, linearly. Safe for threads.

    8 bits in and out, within one level of exact arithmetic. A cube whose domain is not 0 to 1 is
    first read off at 65 points from 0 to 1.
    """

    def __init__(self, cube: Cube) -> None:
        size, table = cube.size, cube.table
        if cube.low != (0.0, 0.0, 0.0) or cube.high != (1.0, 1.0, 1.0):
            size, table = FINEST, _from_0_to_1(cube)
        self._filter = ImageFilter.Color3DLUT(size, _blue_first(table, size).ravel().tolist())

    def apply(self, pixels: Pixels) -> Pixels:
        """A graded copy of BGR ``pixels``."""
        graded = np.empty_like(pixels)
        height, width = pixels.shape[:2]
        rows = max(1, STRIPE // width)
        stripes = [slice(top, top + rows) for top in range(0, height, rows)]
        if len(stripes) == 1:
            self._grade(pixels, graded)
            return graded
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(lambda rows: self._grade(pixels[rows], graded[rows]), stripes))
        return graded

    def _grade(self, source: Pixels, target: Pixels) -> None:
        four = np.asarray(cv2.cvtColor(source, cv2.COLOR_BGR2BGRA), np.uint8)
        graded = _seen_by_pillow(four).filter(self._filter)
        _seen_by_pillow(four).paste(graded)  # twenty times as fast as np.asarray(graded)
        cv2.cvtColor(four, cv2.COLOR_BGRA2BGR, dst=target)


def _seen_by_pillow(four: Pixels) -> Image.Image:
    """The same memory as an image: what is pasted into it, lands in the array.

    Pillow calls the channels red, green, blue, alpha; here they are blue, green, red, alpha.
    """
    height, width = four.shape[:2]
    image = Image.frombuffer("RGBA", (width, height), four, "raw", "RGBA", 0, 1)
    image.readonly = 0
    return image


def _blue_first(table: Table, size: int) -> Table:
    """The same cube for BGR: blue changes fastest, and comes first in each entry."""
    by_channels = table.reshape(size, size, size, 3)
    return np.ascontiguousarray(by_channels.transpose(2, 1, 0, 3)[..., ::-1])


def _from_0_to_1(cube: Cube) -> Table:
    """What the cube makes of a grid of colours; those outside its domain get its border's."""
    values = cube.table.reshape(cube.size, cube.size, cube.size, 3).astype(np.float64)
    for channel, axis in enumerate((2, 1, 0)):
        values = _resampled(values, axis, cube.low[channel], cube.high[channel])
    return values.reshape(-1, 3).astype(np.float32)


def _resampled(
    values: npt.NDArray[np.float64], axis: int, low: float, high: float
) -> npt.NDArray[np.float64]:
    last = values.shape[axis] - 1
    at = np.clip((np.linspace(0, 1, FINEST) - low) / (high - low), 0, 1) * last
    below = np.minimum(at.astype(np.intp), last - 1)
    shape = [1, 1, 1, 1]
    shape[axis] = FINEST
    share = (at - below).reshape(shape)
    return np.asarray(values.take(below, axis) * (1 - share) + values.take(below + 1, axis) * share)
