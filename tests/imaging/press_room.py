"""A data directory with a press, and pictures whose places can be measured."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PIL import Image

from kiosk.domain.order import Picture
from kiosk.domain.registered import Calibration, Form, PixelSize
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.press import Press
from kiosk.imaging.saving import save_jpeg

TAKEN = datetime(2026, 7, 12, 12, 30, tzinfo=UTC)
PHOTO = "0198-a-b"
NOMINAL = Form(PixelSize(1200, 1800))
DNP = Form(PixelSize(1240, 1844))


class Booth:
    """A data directory with pictures in it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.press = Press(data_dir)
        self.spool = data_dir / "spool"

    def picture(self, pixels: Pixels, photo_id: str = PHOTO) -> Picture:
        path = f"prints/{photo_id}.jpg"
        saved = save_jpeg(pixels, self.data_dir / path, 95, TAKEN)
        return Picture(path, saved.width, saved.height, saved.sha256)

    def fitted(self, pixels: Pixels, form: Form) -> Pixels:
        return read_pixels(self.press.fit(self.picture(pixels), form))

    def spooled(self) -> list[str]:
        return sorted(file.name for file in self.spool.glob("*"))


def calibrated(form: Form, right_mm: float = 0, down_mm: float = 0, scale: float = 1) -> Form:
    return replace(form, calibration=Calibration(right_mm, down_mm, scale))


def with_cross(width: int, height: int, x: int, y: int) -> Pixels:
    """Grey with a dark cross of 9 px whose middle is at ``x``, ``y``."""
    pixels = np.full((height, width, 3), 200, np.uint8)
    pixels[:, x - 4 : x + 5] = 20
    pixels[y - 4 : y + 5] = 20
    return pixels


def cross_in(pixels: Pixels) -> tuple[float, float]:
    dark = 255 - pixels[:, :, 0].astype(float)
    rows, columns = dark.mean(axis=1) - 60, dark.mean(axis=0) - 60
    return middle_of(columns), middle_of(rows)


def middle_of(line: np.ndarray) -> float:  # type: ignore[type-arg]  # floats
    weight = np.clip(line, 0, None)
    return float((weight * np.arange(len(line))).sum() / weight.sum())


def opened(file: Path) -> Image.Image:
    return Image.open(io.BytesIO(file.read_bytes()))


def psnr(one: Pixels, other: Pixels) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))
