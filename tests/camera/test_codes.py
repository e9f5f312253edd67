"""A licence card before the camera is read, small, turned and blurred as well; no other text is."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import pytest
import segno

from kiosk.camera.codes import LONGEST, CodeReader
from kiosk.domain.camera import Frame

KEY = "PB1." + 13 * "eyJpZCI6Im" + "." + 86 * "k"

Pixels = npt.NDArray[np.uint8]


@dataclass
class Still:
    """A camera that sees one thing, as its ``number``-th picture."""

    pixels: Pixels
    number: int = 1

    def latest(self) -> Frame:
        return Frame(self.pixels, 0, self.number)


def held(text: str, *, part: float, degrees: float, blur: float) -> Pixels:
    """A code that takes ``part`` of the height of a 1920×1080 picture."""
    modules = np.pad(np.array(segno.make(text, error="m", micro=False).matrix, np.uint8), 4)
    flat = np.kron(1 - modules, np.full((10, 10), 255, np.uint8))
    turn = cv2.getRotationMatrix2D((len(flat) / 2, len(flat) / 2), degrees, part * 1080 / len(flat))
    turn[:, 2] += (960 - len(flat) / 2, 540 - len(flat) / 2)
    seen = cv2.warpAffine(flat, turn, (1920, 1080), flags=cv2.INTER_AREA, borderValue=120)
    noise = np.random.default_rng(3).normal(0, 5, seen.shape)
    soft = cv2.GaussianBlur(seen, (0, 0), blur) * 0.8 + 20 + noise
    return np.asarray(cv2.cvtColor(soft.clip(0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR))


@pytest.mark.parametrize(("part", "degrees", "blur"), [(0.8, 0, 0.8), (0.5, 12, 1.2), (0.4, -8, 1)])
def test_a_licence_s_code_is_read(part: float, degrees: float, blur: float) -> None:
    assert CodeReader(Still(held(KEY, part=part, degrees=degrees, blur=blur))).read() == KEY


def test_a_picture_is_looked_at_once() -> None:
    camera = Still(held(KEY, part=0.8, degrees=0, blur=0.8))
    reader = CodeReader(camera)
    assert reader.read() == KEY
    assert reader.read() is None
    camera.number = 2
    assert reader.read() == KEY


@pytest.mark.parametrize("text", ["PB1." + LONGEST * "a", "PB1.é.k", "PB1.\x07.k"])
def test_what_can_be_no_key_is_not_handed_on(text: str) -> None:
    assert CodeReader(Still(held(text, part=0.95, degrees=0, blur=0.3))).read() is None


def test_a_picture_without_a_code_says_nothing() -> None:
    empty = np.full((1080, 1920, 3), 90, np.uint8)
    assert CodeReader(Still(empty)).read() is None
