"""A portrait with open eyes, and lids painted over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from kiosk.camera.ring import Pixels

PORTRAIT = Path(__file__).parents[2] / "assets" / "clip" / "collins-cutout.png"
# Measured by hand in the portrait, in pixels: the eyes' middles, left first, and their width.
EYES = ((405, 202), (493, 207))
EYE_WIDTH = 42
UPPER_LID, LOWER_LID, CHEEK = -0.36, 0.18, 0.6  # in eye widths below the eye's middle


def portrait(shut: Sequence[int] = ()) -> Pixels:
    """BGR, 1024 × 1024, a face of about 190 px; the eyes named are shut: 0 is left, 1 right."""
    cut_out = cv2.imread(str(PORTRAIT), cv2.IMREAD_UNCHANGED)
    assert cut_out is not None
    opaque = cut_out[..., 3:] / 255
    picture = np.asarray(cut_out[..., :3] * opaque + 120 * (1 - opaque), np.uint8)
    for eye in shut:
        picture = _with_lid(picture, EYES[eye])
    return picture


def _with_lid(picture: Pixels, eye: tuple[int, int]) -> Pixels:
    """Skin of the cheek below over the eye, and its lashes along the lower rim."""
    xs = np.linspace(-0.6, 0.6, 40)
    arch = 1 - (xs / 0.6) ** 2
    upper, lower = _line(eye, xs, UPPER_LID * arch), _line(eye, xs, LOWER_LID * arch)
    lid = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(lid, [np.concatenate([upper, lower[::-1]])], 255, cv2.LINE_AA, 4)
    opaque = cv2.GaussianBlur(lid, (0, 0), 1.0)[..., None] / 255
    skin = np.roll(picture, -round(CHEEK * EYE_WIDTH), axis=0)
    painted = np.asarray(skin * opaque + picture * (1 - opaque), np.uint8)
    cv2.polylines(
        painted,
        [lower],
        isClosed=False,
        color=(50, 60, 80),
        thickness=2,
        lineType=cv2.LINE_AA,
        shift=4,
    )
    return painted


def _line(eye: tuple[int, int], xs: np.ndarray, ys: np.ndarray) -> np.ndarray:
    """Points in sixteenths of a pixel, as OpenCV takes them."""
    points = np.stack([eye[0] + xs * EYE_WIDTH, eye[1] + ys * EYE_WIDTH], axis=-1)
    return np.int32(np.round(points * 16))
