"""The template's PNG, made ready once and laid over many pictures."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.errors import TemplateError
from kiosk.imaging.jpeg import Pixels


class Overlay:
    """Keeps what is left of the picture below and what is added to it, for each pixel."""

    def __init__(self, file: Path) -> None:
        """Raises TemplateError when ``file`` is no longer the RGBA picture that was checked."""
        image = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
        if image is None or image.ndim != 3 or image.shape[2] != 4:
            raise TemplateError(f"{file}: can't be read as a PNG with transparency")
        alpha = image[:, :, 3:].astype(np.float32) / 255
        self._kept = np.rint(255 * (1 - alpha)).astype(np.uint8).repeat(3, axis=2)
        self._added = np.rint(image[:, :, :3] * alpha).astype(np.uint8)

    def lay_over(self, canvas: Pixels) -> None:
        """``canvas`` is BGR of the overlay's size and is changed in place."""
        cv2.multiply(canvas, self._kept, dst=canvas, scale=1 / 255)
        cv2.add(canvas, self._added, dst=canvas)
