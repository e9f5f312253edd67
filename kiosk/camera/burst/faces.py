"""Faces in a frame, found by BlazeFace from MediaPipe (Bazarevsky et al. 2019, arXiv:1907.05047).

The model sees 128 × 128 pixels, where faces from about 20 pixels up are found. So it is shown
squares of a frame, and each face once more in a square of its own, which places its eyes well.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.camera.ring import Pixels

Floats = npt.NDArray[np.float32]
Point = tuple[float, float]

SIDE = 128  # px that the model sees
SURE = 0.5  # MediaPipe's own threshold for this model
PLAIN = 0.75  # in a square of its own; faces there had 0.9, a helmet and a badge less than 0.7
OVERLAP = 0.3  # of two boxes from which on they are one face
CLOSE_UP = 2.0  # a face's own square, in face sizes
SMALL_SQUARES = 0.55  # of the frame's shorter side: for faces of guests who stand far off
TOP_SQUARES_AT = 0.05  # of the frame's height: heads are in its upper part
GRIDS = ((16, 2), (8, 6))  # cells to a side, and boxes in each: the model's 896 anchors


@dataclass(frozen=True)
class Face:
    """In pixels of the frame. ``size``: the side of its box. ``eyes``: left in the frame first."""

    centre: Point
    size: float
    eyes: tuple[Point, Point]
    score: float

    def scaled(self, by: float) -> Face:
        (x, y), (left, right) = self.centre, self.eyes
        eyes = (left[0] * by, left[1] * by), (right[0] * by, right[1] * by)
        return Face((x * by, y * by), self.size * by, eyes, self.score)


@dataclass(frozen=True)
class Square:
    left: int
    top: int
    side: int


class FaceFinder:
    """For one thread at a time. Raises cv2.error where ``model`` can't be read."""

    def __init__(self, model: Path) -> None:
        # The new engine gives only the last of the model's two outputs.
        self._net = cv2.dnn.readNetFromTFLite(str(model), engine=cv2.dnn.ENGINE_CLASSIC)

    def find(self, pixels: Pixels) -> list[Face]:
        """The faces in a BGR frame, the largest first."""
        small, shrink = _small(pixels)
        squares = _squares(small.shape[1], small.shape[0])
        seen = [face.scaled(shrink) for square in squares for face in self._in(small, square)]
        near = [self.find_again(pixels, face) for face in _once_each(seen)]
        return _once_each([face for face in near if face is not None and face.score >= PLAIN])

    def find_again(self, pixels: Pixels, face: Face) -> Face | None:
        """The same face in this or a neighbouring frame, placed precisely."""
        side = round(CLOSE_UP * face.size)
        corner = round(face.centre[0] - side / 2), round(face.centre[1] - side / 2)
        seen = self._in(pixels, Square(*corner, side))
        return min(seen, key=lambda other: math.dist(other.centre, face.centre), default=None)

    def _in(self, pixels: Pixels, square: Square) -> list[Face]:
        view = cv2.resize(_cut(pixels, square), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        blob = cv2.dnn.blobFromImage(view, 1 / 127.5, mean=(127.5,) * 3, swapRB=True)
        self._net.setInput(blob)
        scores, boxes = self._net.forward(["classificators", "regressors"])
        logits = np.asarray(scores[0, :, 0], np.float32)
        return _faces_of(logits, np.asarray(boxes[0], np.float32), square)


def _faces_of(logits: Floats, boxes: Floats, square: Square) -> list[Face]:
    """``boxes`` has 16 numbers to an anchor: centre, size, then six points, the eyes first."""
    sure = np.flatnonzero(logits > math.log(SURE / (1 - SURE)))
    scale, corner = square.side / SIDE, np.array([square.left, square.top])
    faces = []
    for index in sure:
        numbers = boxes[index].reshape(8, 2)
        points = (numbers[[0, 2, 3]] + _anchors()[index] * SIDE) * scale + corner
        centre, one, other = ((float(x), float(y)) for x, y in points)
        size = float(numbers[1].max()) * scale
        faces.append(Face(centre, size, (one, other), float(1 / (1 + np.exp(-logits[index])))))
    return _once_each(faces)


def _once_each(faces: Sequence[Face]) -> list[Face]:
    """Without the weaker of two that overlap; the largest first."""
    if not faces:
        return []
    boxes = [(f.centre[0] - f.size / 2, f.centre[1] - f.size / 2, f.size, f.size) for f in faces]
    kept = cv2.dnn.NMSBoxes(boxes, [face.score for face in faces], SURE, OVERLAP)
    return sorted((faces[index] for index in kept), key=lambda face: -face.size)


def _small(pixels: Pixels) -> tuple[Pixels, int]:
    """As small as the smaller squares allow, and by how much smaller."""
    shrink = max(1, int(min(pixels.shape[:2]) * SMALL_SQUARES / SIDE))
    size = (pixels.shape[1] // shrink, pixels.shape[0] // shrink)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8), shrink


def _squares(width: int, height: int) -> list[Square]:
    """The whole frame in squares that overlap, then its upper part in smaller ones."""
    short = min(width, height)
    small = round(short * SMALL_SQUARES)
    lefts, tops = _spread(width, short), _spread(height, short)
    whole = [Square(left, top, short) for left in lefts for top in tops]
    row = round(height * TOP_SQUARES_AT)
    return whole + [Square(left, row, small) for left in _spread(width, small)]


def _spread(length: int, side: int) -> list[int]:
    """Where squares begin that cover ``length`` and overlap by at least a third."""
    steps = math.ceil((length - side) / (side * 2 / 3))
    return [round(step * (length - side) / steps) for step in range(steps + 1)] if steps else [0]


def _cut(pixels: Pixels, square: Square) -> Pixels:
    """The square, black where it reaches beyond the frame."""
    height, width = pixels.shape[:2]
    left, top = max(0, square.left), max(0, square.top)
    right, bottom = min(width, square.left + square.side), min(height, square.top + square.side)
    part = pixels[top:bottom, left:right]
    if part.shape[:2] == (square.side, square.side):
        return part
    whole = np.zeros((square.side, square.side, 3), np.uint8)
    whole[top - square.top : bottom - square.top, left - square.left : right - square.left] = part
    return whole


@cache
def _anchors() -> Floats:
    """Their centres from 0 to 1, shape (896, 2)."""
    grids = []
    for cells, boxes in GRIDS:
        middles = (np.arange(cells) + 0.5) / cells
        places = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        grids.append(np.repeat(places, boxes, axis=0))
    return np.concatenate(grids).astype(np.float32)
