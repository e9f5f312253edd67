"""A template of its own, and pictures that look enough like photographs."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import (
    Anchor,
    Colour,
    QrBox,
    Slot,
    Template,
    Text,
    TextFields,
    Weight,
)
from kiosk.imaging.compose import Composer
from kiosk.imaging.jpeg import Pixels
from tests.imaging.press_room import Booth

ASSETS = Path(__file__).parents[2] / "assets"
FIELDS = TextFields("Rina & Bagas", "12 Juli 2026", "K7M2-Q9XD")
URL = "https://foto.example.id/p/K7M2Q9XD"


def photograph(seed: int, width: int = 1920, height: int = 1080) -> Pixels:
    """Soft colours, hard edges and a little noise, BGR."""
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (9, 16, 3), dtype=np.uint8)
    picture = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    for _ in range(12):
        middle = (int(random.integers(width)), int(random.integers(height)))
        colour = tuple(int(part) for part in random.integers(0, 256, 3))
        cv2.circle(picture, middle, int(random.integers(20, 200)), colour, -1, cv2.LINE_AA)
    noise = random.integers(-4, 5, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def draw_overlay(file: Path, width: int, height: int) -> Path:
    """A solid band, a shadow of every strength, and nothing elsewhere."""
    rgba = np.zeros((height, width, 4), np.uint8)
    rgba[:, :, :3] = (30, 120, 220)
    rgba[: height // 20, :, 3] = 255
    rgba[-height // 4 :, :, 3] = np.linspace(0, 255, width).astype(np.uint8)
    cv2.imwrite(str(file), rgba)
    return file


@pytest.fixture
def template(tmp_path: Path) -> Template:
    ink = Colour(0x1E, 0x1B, 0x2E)
    return Template(
        name="Test",
        folder=tmp_path,
        sheet=Sheet.FOUR_BY_SIX,
        width=1200,
        height=1800,
        background=Colour(0xFB, 0xF6, 0xEE),
        overlay=draw_overlay(tmp_path / "overlay.png", 1200, 1800),
        slots=(Slot(60, 60, 1080, 720), Slot(60, 804, 528, 505), Slot(613, 804, 527, 504)),
        texts=(
            Text("{event}", 600, 1440, 80, Weight.EXTRABOLD, ink, Anchor.MIDDLE),
            Text("{date}", 60, 1520, 40, Weight.MEDIUM, ink, Anchor.START),
            Text("{code}", 880, 1732, 36, Weight.SEMIBOLD, ink, Anchor.END),
        ),
        qr=QrBox(908, 1500, 232),
    )


@pytest.fixture
def composer() -> Composer:
    return Composer(ASSETS / "fonts")


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    return Booth(tmp_path)
