"""A template with sample pictures, for its designer's eyes."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.templates import Template, TextFields
from kiosk.imaging.compose import Composer
from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import Pixels

SIZE = (1500, 1000)
SAMPLE = TextFields(event="Rina & Bagas", date="12.07.2026", code="K7M2Q9")
SAMPLE_LINK = "https://foto.example.id/p/Jk2vQ8yT0aXwZr4nB7mCpQ"

# BGR: the wall's two ends, and the shirts.
MOODS = (
    ((222, 205, 180), (182, 150, 118), (94, 107, 255), (120, 90, 60)),
    ((196, 214, 232), (140, 166, 205), (134, 158, 31), (70, 60, 140)),
    ((205, 222, 205), (150, 178, 150), (39, 182, 255), (150, 70, 80)),
    ((220, 200, 222), (172, 140, 178), (110, 60, 40), (80, 160, 220)),
)
SKINS = ((150, 180, 225), (95, 135, 190), (60, 90, 140))
HAIR = (38, 30, 34)


def preview_of(template: Template, composer: Composer) -> Pixels:
    """The whole sheet, BGR. Raises TemplateError."""
    shots = [sample_shot(number) for number in range(template.shots)]
    return composer.compose(template, shots, SAMPLE, SAMPLE_LINK)


def write_preview(template: Template, composer: Composer, file: Path) -> None:
    """A PNG. Raises TemplateError and OSError."""
    _, encoded = cv2.imencode(".png", preview_of(template, composer))
    write_durably(file, encoded.tobytes())


def sample_shot(number: int) -> Pixels:
    """One to three people before a wall; each ``number`` looks different."""
    top, bottom, *shirts = MOODS[number % len(MOODS)]
    width, height = SIZE
    down = np.linspace(0, 1, height)[:, None, None]
    shade = np.array(top) * (1 - down) + np.array(bottom) * down
    picture = np.ascontiguousarray(np.broadcast_to(shade, (height, width, 3)).astype(np.uint8))
    people = 1 + number % 3
    for person in range(people):
        across = width // 2 + round((person - (people - 1) / 2) * 380)
        high = 470 + 45 * ((person + number) % 2)
        _draw_person(picture, across, high, shirts[person % 2], SKINS[(person + number) % 3])
    return picture


def _draw_person(
    picture: Pixels, x: int, y: int, shirt: tuple[int, int, int], skin: tuple[int, int, int]
) -> None:
    """``x``, ``y`` is the middle of the face."""
    cv2.ellipse(picture, (x, y - 20), (150, 190), 0, 0, 360, HAIR, -1, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y + 560), (300, 330), 0, 0, 360, shirt, -1, cv2.LINE_AA)
    cv2.rectangle(picture, (x - 55, y + 100), (x + 55, y + 240), skin, -1)
    cv2.ellipse(picture, (x, y + 235), (55, 40), 0, 0, 360, skin, -1, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y + 10), (122, 155), 0, 0, 360, skin, -1, cv2.LINE_AA)
    for side in (-1, 1):
        cv2.circle(picture, (x + side * 48, y), 11, HAIR, -1, cv2.LINE_AA)
    cv2.ellipse(picture, (x, y + 60), (46, 32), 0, 0, 180, HAIR, 7, cv2.LINE_AA)
