"""The slots of an overlay are its holes, whatever their shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image, ImageDraw, ImageFilter

from kiosk.domain.templates import Slot
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.templates.holes import MARGIN, SMALLEST, find_holes
from kiosk.imaging.templates.pictures import read_overlay
from tests.imaging import reference
from tests.imaging.conftest import ASSETS

FINER = 4
SHIPPED = sorted(ASSETS.glob("templates/*/overlay.png"))


class Paper:
    """An overlay's alpha, drawn with soft edges; places in pixels of the picture."""

    def __init__(self, width: int = 1200, height: int = 1800, ground: int = 255) -> None:
        self._image = Image.new("L", (width * FINER, height * FINER), ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, right: float, bottom: float, radius: int = 0) -> None:
        place = (x * FINER, y * FINER, right * FINER - 1, bottom * FINER - 1)
        self._draw.rounded_rectangle(place, radius * FINER, fill=0)

    def oval(self, x: float, y: float, right: float, bottom: float) -> None:
        self._draw.ellipse([n * FINER - 0.5 for n in (x, y, right, bottom)], fill=0)

    def shape(self, points: Sequence[complex], alpha: int = 0) -> None:
        places = [(p.real * FINER - 0.5, p.imag * FINER - 0.5) for p in points]
        self._draw.polygon(places, fill=alpha)

    def alpha(self) -> Pixels:
        return np.asarray(self._image.reduce(FINER))


def within(slot: Slot, x: float, y: float, right: float, bottom: float) -> bool:
    """Whether ``slot`` covers the hole and no more than the margin and a pixel around it."""
    over = (x - slot.x, y - slot.y, slot.x + slot.width - right, slot.y + slot.height - bottom)
    return slot.angle == 0 and all(MARGIN <= part <= MARGIN + 1 for part in over)


@pytest.mark.parametrize("radius", [0, 24, 60])
def test_a_box_with_round_corners_or_without_gets_the_slot_behind_it(radius: int) -> None:
    paper = Paper()
    paper.box(60, 60, 1140, 780, radius)
    (slot,) = find_holes(paper.alpha())
    assert within(slot, 60, 60, 1140, 780)


def test_a_circle_gets_the_square_around_it() -> None:
    paper = Paper()
    paper.oval(200, 300, 700, 800)
    (slot,) = find_holes(paper.alpha())
    assert within(slot, 200, 300, 700, 800)


def test_a_heart_gets_the_box_around_it() -> None:
    turns = np.linspace(0, 2 * np.pi, 200)
    across = 16 * np.sin(turns) ** 3
    down = -(13 * np.cos(turns) - 5 * np.cos(2 * turns) - 2 * np.cos(3 * turns) - np.cos(4 * turns))
    paper = Paper()
    paper.shape([complex(600 + 20 * x, 700 + 20 * y) for x, y in zip(across, down, strict=True)])
    (slot,) = find_holes(paper.alpha())
    low, high = 700 + 20 * down.min(), 700 + 20 * down.max()
    assert within(slot, 600 - 320, low, 600 + 320, high)


@settings(max_examples=15)
@given(
    angle=st.floats(1.3, 39.5),
    sign=st.sampled_from([-1, 1]),
    width=st.integers(200, 700),
    height=st.integers(200, 700),
)
def test_a_turned_box_gets_a_slot_turned_as_it_is(
    angle: float, sign: int, width: int, height: int
) -> None:
    hole = Slot(250, 500, width, height, sign * angle)
    paper = Paper(1200, 1700)
    paper.shape(reference.corners(hole))
    (slot,) = find_holes(paper.alpha())
    assert slot.angle == pytest.approx(hole.angle, abs=0.2)
    assert slot.middle == pytest.approx(hole.middle, abs=1)
    for found, drawn in ((slot.width, width), (slot.height, height)):
        assert drawn + 2 * MARGIN <= found <= drawn + 2 * MARGIN + 4


@pytest.mark.parametrize("angle", [3, -11, 25])
def test_nothing_of_the_background_shines_through_a_turned_hole(angle: int) -> None:
    paper = Paper()
    paper.shape(reference.corners(Slot(300, 500, 600, 400, angle)))
    alpha = paper.alpha()
    (slot,) = find_holes(alpha)
    outline = np.array([(c.real * 16, c.imag * 16) for c in reference.corners(slot)])
    covered = np.zeros(alpha.shape, np.uint8)
    cv2.fillConvexPoly(covered, np.rint(outline - 8).astype(np.int32), 1, shift=4)
    assert not (alpha[covered == 0] < 250).any()


@pytest.mark.parametrize("angle", [0.6, 45, -44, 42])
def test_a_hair_off_is_upright_and_a_diamond_is_a_window_not_a_turned_picture(angle: float) -> None:
    paper = Paper()
    paper.shape(reference.corners(Slot(300, 500, 500, 500, angle)))
    (slot,) = find_holes(paper.alpha())
    assert slot.angle == 0


def test_a_sticker_in_a_turned_hole_leaves_it_turned() -> None:
    paper = Paper()
    paper.shape(reference.corners(Slot(300, 500, 600, 400, 8)))
    paper.shape(reference.corners(Slot(500, 600, 250, 200, 0)), alpha=255)
    (slot,) = find_holes(paper.alpha())
    assert slot.angle == pytest.approx(8, abs=0.2)


def test_holes_are_in_reading_order_with_rows_a_few_pixels_off() -> None:
    places = [(60, 66), (620, 60), (60, 500), (440, 494), (820, 505), (60, 1000)]
    paper = Paper()
    for x, y in reversed(places):
        paper.box(x, y, x + 300, y + 360)
    found = [(slot.x + MARGIN, slot.y + MARGIN) for slot in find_holes(paper.alpha())]
    assert found == places


def test_a_high_hole_comes_before_the_two_beside_it() -> None:
    paper = Paper()
    for box in ((500, 60, 1100, 400), (500, 440, 1100, 800), (60, 64, 440, 800)):
        paper.box(*box)
    found = [(slot.x + MARGIN, slot.y + MARGIN) for slot in find_holes(paper.alpha())]
    assert found == [(60, 64), (500, 60), (500, 440)]


def test_specks_are_no_holes() -> None:
    paper = Paper()
    paper.box(100, 100, 100 + SMALLEST, 100 + SMALLEST)
    paper.box(400, 100, 400 + SMALLEST - 1, 700)
    paper.box(600, 100, 1000, 100 + SMALLEST - 1)
    (slot,) = find_holes(paper.alpha())
    assert (slot.x, slot.y) == (100 - MARGIN, 100 - MARGIN)


@pytest.mark.parametrize("alpha", [12, 128, 245])
def test_a_tint_is_no_hole(alpha: int) -> None:
    paper = Paper()
    paper.shape(reference.corners(Slot(100, 100, 600, 600)), alpha=alpha)
    assert find_holes(paper.alpha()) == ()


def test_a_hole_with_a_shadow_in_it_gets_a_slot_that_reaches_under_the_shadow() -> None:
    paper = Image.new("L", (1200, 1800), 255)
    shadow = Image.new("L", (540, 440), 160)
    shadow.paste(0, (30, 30, 540, 440))
    paper.paste(shadow.filter(ImageFilter.GaussianBlur(6)), (300, 500))
    (slot,) = find_holes(np.asarray(paper))
    assert (slot.x, slot.y) == (300 - MARGIN, 500 - MARGIN)
    assert (slot.x + slot.width, slot.y + slot.height) == (840 + MARGIN, 940 + MARGIN)


def test_a_hole_at_the_picture_s_edge_gets_a_slot_that_stays_in_it() -> None:
    paper = Paper()
    paper.box(-50, -50, 600, 1850)
    (slot,) = find_holes(paper.alpha())
    assert slot == Slot(0, 0, 600 + MARGIN, 1800)


def test_two_holes_that_touch_at_a_corner_are_two() -> None:
    alpha = np.full((1800, 1200), 255, np.uint8)
    alpha[100:500, 100:500] = 0
    alpha[500:900, 500:900] = 0
    assert len(find_holes(alpha)) == 2


def test_an_overlay_without_a_hole_has_no_slots() -> None:
    assert find_holes(np.full((1800, 1200), 255, np.uint8)) == ()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.parent.name)
def test_another_search_finds_as_many_holes_in_the_same_places(file: Path) -> None:
    alpha = np.ascontiguousarray(read_overlay(file)[:, :, 3])
    found = find_holes(alpha)
    expected = reference.holes(alpha, SMALLEST)
    assert len(found) == len(expected)
    for left, top, right, bottom in expected:
        middle = ((left + right) / 2, (top + bottom) / 2)
        assert any(slot.middle == pytest.approx(middle, abs=40) for slot in found)
