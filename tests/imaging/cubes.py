"""Cubes by the book, slow and plain: numpy alone."""

from __future__ import annotations

import numpy as np

from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.cube import Cube, Table


def lattice(size: int) -> Table:
    """The table of the cube that changes nothing: shape (size³, 3), red changing fastest."""
    steps = np.linspace(0, 1, size)
    rows = [(red, green, blue) for blue in steps for green in steps for red in steps]
    return np.array(rows, np.float32)


def looked_up(cube: Cube, pixels: Pixels) -> Pixels:
    """BGR through the cube by the book: eight corners, weighted by the volumes opposite them."""
    rgb = pixels[..., ::-1].astype(np.float64) / 255
    place = (rgb - cube.low) / (np.array(cube.high) - cube.low)
    place = np.clip(place, 0, 1) * (cube.size - 1)
    below = np.minimum(place.astype(int), cube.size - 2)
    part = place - below
    found = np.zeros_like(rgb)
    for corner in np.ndindex(2, 2, 2):
        red, green, blue = np.moveaxis(below + corner, -1, 0)
        entry = cube.table[red + cube.size * (green + cube.size * blue)].astype(np.float64)
        weight = np.where(np.array(corner) == 1, part, 1 - part).prod(axis=-1, keepdims=True)
        found += entry * weight
    return np.rint(np.clip(found, 0, 1) * 255).astype(np.uint8)[..., ::-1]
