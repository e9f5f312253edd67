"""Whose eyes are shut on which frame of a burst.

How far an eye is open is measured on the contour that MediaPipe's iris model (Ablavatski et al.
2020, arXiv:2006.11341) draws around it: its height by its width, as in the eye aspect ratio of
Soukupová and Čech 2016. On the portrait in our tests it is 0.25 with open eyes and below 0.13 with
shut ones. Eyes differ, so each is held against its own widest opening in the burst.
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from kiosk.camera.burst.faces import Face, FaceFinder, Point
from kiosk.camera.ring import Pixels

log = logging.getLogger(__name__)

CONTOUR = "output_eyes_contours_and_brows"
FACE_MODEL, IRIS_MODEL = "face_detection_short_range.tflite", "iris_landmark.tflite"

SIDE = 64  # px that the iris model sees
EYE_SQUARE = 1.05  # in distances between the eyes: 2.3 eye widths, as MediaPipe cuts them
SMALLEST_FACE = 80  # px: below it an eye has less than 20, and its lids are guessed
MOST_FACES = 4  # seven milliseconds each

SHUT = 0.65  # of its widest opening in the burst; open eyes were measured to stay above 0.75
NEVER_WIDE = 0.15  # an eye that is never open this far is held against it


Opening = tuple[float, float]
"""Of the eyes of one face, left in the frame first."""

Sight = tuple[Opening | None, ...]
"""What one frame shows of each face known; None where a face was not found again."""


class Eyes:
    """Reads its two models from ``models`` at first use, some 20 ms. For any thread.

    Without them, which is logged once, no eye is ever shut.
    """

    def __init__(self, models: Path) -> None:
        self._models = models
        self._lock = threading.Lock()
        self._reader: _Reader | None = None
        self._failed = False

    def watch(self) -> EyeWatch:
        """For one burst."""
        return EyeWatch(self._loaded(), self._lock)

    def _loaded(self) -> _Reader | None:
        with self._lock:
            if self._reader is None and not self._failed:
                try:
                    self._reader = _Reader(self._models)
                except cv2.error as error:
                    self._failed = True
                    log.warning(
                        "open eyes are not looked for: no model in %s: %s", self._models, error.err
                    )
            return self._reader


class EyeWatch:
    """Finds the faces on the first frame that has any, and looks for these on the others."""

    def __init__(self, reader: _Reader | None, lock: threading.Lock) -> None:
        self._reader = reader
        self._lock = lock
        self._faces: list[Face] = []

    def look(self, pixels: Pixels) -> Sight:
        """At one BGR frame, in place."""
        if self._reader is None:
            return ()
        with self._lock:
            if self._faces:
                return tuple(self._reader.opening_again(pixels, face) for face in self._faces)
            self._faces = self._reader.faces(pixels)
            return tuple(self._reader.opening(pixels, face) for face in self._faces)


def eyes_shut(sights: Sequence[Sight]) -> list[int]:
    """How many eyes are shut on each frame of a burst. Those of a face that looks away are."""
    faces = max((len(sight) for sight in sights), default=0)
    widest = [_widest(sights, face) for face in range(faces)]
    return [sum(map(_shut, sight, widest)) for sight in sights]


def _widest(sights: Sequence[Sight], face: int) -> Opening:
    seen = [sight[face] for sight in sights if len(sight) > face]
    left, right = ([eyes[side] for eyes in seen if eyes is not None] for side in (0, 1))
    return max([NEVER_WIDE, *left]), max([NEVER_WIDE, *right])


def _shut(eyes: Opening | None, widest: Opening) -> int:
    if eyes is None:
        return len(widest)
    return sum(eye < SHUT * wide for eye, wide in zip(eyes, widest, strict=True))


class _Reader:
    def __init__(self, models: Path) -> None:
        self._finder = FaceFinder(models / FACE_MODEL)
        self._iris = cv2.dnn.readNetFromTFLite(
            str(models / IRIS_MODEL), engine=cv2.dnn.ENGINE_CLASSIC
        )

    def faces(self, pixels: Pixels) -> list[Face]:
        found = [face for face in self._finder.find(pixels) if face.size >= SMALLEST_FACE]
        return found[:MOST_FACES]

    def opening_again(self, pixels: Pixels, face: Face) -> Opening | None:
        """Where ``face`` was found on a neighbouring frame; None where it is not on this one."""
        again = self._finder.find_again(pixels, face)
        return None if again is None else self.opening(pixels, again)

    def opening(self, pixels: Pixels, face: Face) -> Opening:
        left, right = face.eyes
        return (
            self._one(pixels, left, face, flip=False),
            self._one(pixels, right, face, flip=True),
        )

    def _one(self, pixels: Pixels, eye: Point, face: Face, *, flip: bool) -> float:
        """``flip`` for the model, which knows one side only."""
        patch = _upright(pixels, eye, face)
        blob = cv2.dnn.blobFromImage(cv2.flip(patch, 1) if flip else patch, 1 / 255, swapRB=True)
        self._iris.setInput(blob)
        contour = self._iris.forward(CONTOUR).reshape(71, 3)[:, :2]
        # Points 0 and 8 are the corners, 1 to 7 the lower lid, 9 to 15 the upper one above them.
        heights = np.linalg.norm(contour[1:8] - contour[9:16], axis=1)
        return float(heights.mean() / max(1.0, np.linalg.norm(contour[0] - contour[8])))


def _upright(pixels: Pixels, eye: Point, face: Face) -> Pixels:
    """The eye in a square of ``SIDE``, turned so that both eyes are level."""
    (left, top), (right, bottom) = face.eyes
    side = EYE_SQUARE * math.hypot(right - left, bottom - top)
    room, corner, shrink = _around(pixels, eye, side)
    angle = math.degrees(math.atan2(bottom - top, right - left))
    middle = ((eye[0] - corner[0]) / shrink, (eye[1] - corner[1]) / shrink)
    turn = cv2.getRotationMatrix2D(middle, angle, SIDE * shrink / side)
    turn[:, 2] += np.array([SIDE / 2 - middle[0], SIDE / 2 - middle[1]])
    return np.asarray(cv2.warpAffine(room, turn, (SIDE, SIDE)), np.uint8)


def _around(pixels: Pixels, eye: Point, side: float) -> tuple[Pixels, tuple[int, int], int]:
    """What lies around the eye, its corner, and how much it is shrunk: warping does not average."""
    height, width = pixels.shape[:2]
    left, top = (max(0, int(at - side)) for at in eye)
    right, bottom = min(width, int(eye[0] + side)), min(height, int(eye[1] + side))
    shrink = max(1, int(side / SIDE))
    part = pixels[top:bottom, left:right]
    if shrink > 1:
        size = (max(1, part.shape[1] // shrink), max(1, part.shape[0] // shrink))
        part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
    return part, (left, top), shrink
