"""A shot in each look, small enough to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.order import Shot
from kiosk.imaging.developing import shrink_for
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.looks.looks import Looks


def thumbnails_of(data_dir: Path, shot: Shot, looks: Looks, width: int) -> Mapping[str, Pixels]:
    """By the look's name: BGRA in shape (height, ``width``, 4), opaque; under "" as it was taken.

    A look whose table turns out wrong is not among them. Raises OSError where the shot's file
    can't be read.
    """
    looks.prepare()
    height = max(1, round(width * shot.height / shot.width))
    pixels = read_pixels(data_dir / shot.path, shrink_for(shot, width, height))
    small = np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    return {name: _opaque(looks.apply(name, small)) for name in ("", *looks.names)}


def _opaque(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA), np.uint8)
