"""A licence card as ``kiosk licence-card`` makes it, held before the camera: a clip of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP

from .conftest import PROJECT

FRAMES = 15
FPS = 15.0
HELD = ((0.34, 0.12), (0.66, 0.16), (0.63, 0.93), (0.32, 0.88))
"""Its corners in the picture: no hand holds it straight."""


def card_of(files: BoothFiles, key: str, card: Path) -> Path:
    subprocess.run(
        files.command("licence-card", str(card)), input=key, text=True, check=True, cwd=PROJECT
    )
    return card


def clip_with(card: Path, clip: Path) -> Path:
    """The studio of the demo's clip, and the card in front of it in a hand that shakes."""
    picture = cv2.imread(str(card))
    assert picture is not None
    video = cv2.VideoCapture(str(CLIP))
    was_read, room = video.read()
    video.release()
    assert was_read
    height, width = room.shape[:2]
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"MJPG"), FPS, (width, height))
    chance = np.random.default_rng(7)
    for _ in range(FRAMES):
        writer.write(_held(picture, room, chance))
    writer.release()
    return clip


def _held(
    card: npt.NDArray[np.uint8], room: npt.NDArray[np.uint8], chance: np.random.Generator
) -> npt.NDArray[np.uint8]:
    height, width = room.shape[:2]
    rows, columns = card.shape[:2]
    flat = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    shaken = np.array(HELD) * (width, height) + chance.normal(0, 3, (4, 2))
    turn = cv2.getPerspectiveTransform(flat, shaken.astype(np.float32))
    seen = cv2.warpPerspective(card, turn, (width, height), flags=cv2.INTER_AREA)
    there = cv2.warpPerspective(np.full_like(card, 255), turn, (width, height))
    held = np.where(there > 127, (seen * 0.75 + 30).astype(np.uint8), room)
    return np.asarray(cv2.GaussianBlur(held, (0, 0), 0.9), np.uint8)
