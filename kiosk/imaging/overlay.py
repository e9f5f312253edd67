"""The template's PNG, made ready once and laid over many pictures."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import numpy as np

from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.layers import Layer
from kiosk.imaging.templates.pictures import read_overlay


class Overlay:
    """Keeps only the rows and columns in which there is something to be seen."""

    def __init__(self, file: Path) -> None:
        """Raises TemplateError when ``file`` is no longer the RGBA picture that was checked."""
        image = read_overlay(file)
        self._bands = [_band(image, rows) for rows in _seen_rows(image[:, :, 3])]

    def lay_over(self, canvas: Pixels) -> None:
        """``canvas`` is BGR of the overlay's size and is changed in place."""
        for left, top, layer in self._bands:
            layer.lay_over(canvas, left, top)


def _seen_rows(alpha: Pixels) -> list[slice]:
    seen = [bool(strongest) for strongest in alpha.max(axis=1)]
    runs = (list(run) for there, run in groupby(range(len(seen)), seen.__getitem__) if there)
    return [slice(run[0], run[-1] + 1) for run in runs]


def _band(image: Pixels, rows: slice) -> tuple[int, int, Layer]:
    columns = np.flatnonzero(image[rows, :, 3].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    part = image[rows, left:right]
    return left, rows.start, Layer.of(part[:, :, :3], np.ascontiguousarray(part[:, :, 3]))
