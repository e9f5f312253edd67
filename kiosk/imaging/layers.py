"""Something drawn once and laid over many pictures."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.imaging.jpeg import Pixels


@dataclass(frozen=True, eq=False)
class Layer:
    """``kept`` is what is left of each pixel below, 0–255; ``added`` is the colour that comes to
    it. Both are BGR of one size."""

    kept: Pixels
    added: Pixels

    @classmethod
    def of(cls, colour: Pixels, alpha: Pixels) -> Layer:
        """``colour`` is BGR, ``alpha`` 0–255 of the same height and width."""
        seen = alpha[:, :, None].astype(np.float32) / 255
        added = np.rint(colour * seen).astype(np.uint8)
        return cls(np.asarray(cv2.merge((255 - alpha,) * 3), np.uint8), added)

    @classmethod
    def of_one_colour(cls, colour: tuple[int, int, int], alpha: Pixels) -> Layer:
        """``colour`` is BGR."""
        return cls.of(np.full((*alpha.shape, 3), colour, np.uint8), alpha)

    def lay_over(self, canvas: Pixels, left: int = 0, top: int = 0) -> None:
        """Changes BGR ``canvas`` from ``left``, ``top`` on; what reaches out of it is cut off."""
        height, width = self.kept.shape[:2]
        area = canvas[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)]
        rows = slice(max(0, -top), max(0, -top) + area.shape[0])
        columns = slice(max(0, -left), max(0, -left) + area.shape[1])
        if area.size:
            cv2.multiply(area, self.kept[rows, columns], dst=area, scale=1 / 255)
            cv2.add(area, self.added[rows, columns], dst=area)
