"""A page that shows staff whether a printer prints to the edge, straight, and in colour."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import cv2
import numpy as np

from kiosk.imaging.saving import save_jpeg

WIDTH, HEIGHT = 1200, 1800  # 4×6 inches at 300 dpi
SAFE = 36
PATCHES = ((255, 255, 0), (255, 0, 255), (0, 255, 255), (0, 0, 255), (0, 255, 0), (255, 0, 0))


def save_test_page(path: Path, now: datetime) -> None:
    """Frames at the edge and at the safe zone, colour patches (BGR) and a grey ramp."""
    page = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    cv2.rectangle(page, (0, 0), (WIDTH - 1, HEIGHT - 1), (0, 0, 0), 2)
    cv2.rectangle(page, (SAFE, SAFE), (WIDTH - 1 - SAFE, HEIGHT - 1 - SAFE), (160, 160, 160), 2)
    width = (WIDTH - 4 * SAFE) // len(PATCHES)
    for number, colour in enumerate(PATCHES):
        left = 2 * SAFE + number * width
        page[400:800, left : left + width] = colour
    ramp = np.linspace(0, 255, WIDTH - 4 * SAFE).astype(np.uint8)
    page[900:1200, 2 * SAFE : WIDTH - 2 * SAFE] = ramp[None, :, None]
    words = now.astimezone().strftime("%Y-%m-%d %H:%M")
    cv2.putText(page, words, (2 * SAFE, 1400), cv2.FONT_HERSHEY_SIMPLEX, 2.5, (0, 0, 0), 6)
    save_jpeg(page, path, 92, now)
