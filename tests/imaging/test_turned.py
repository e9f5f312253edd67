"""Slots of any angle, made up at random, against a drawing by other means."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PIL import Image

from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Template, Text, Weight
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import PRINT_QUALITY
from kiosk.imaging.fitting import lay_in
from kiosk.imaging.jpeg import Pixels, encode
from tests.imaging import reference
from tests.imaging.colours import delta_e, lab
from tests.imaging.conftest import ASSETS, FIELDS, URL, draw_overlay, photograph
from tests.imaging.test_compose import psnr

A_DAY = datetime(2026, 7, 12, tzinfo=UTC)
COLOURS = ((94, 107, 255), (134, 158, 31), (39, 182, 255), (46, 27, 30), (238, 246, 251))  # BGR
SHOTS = [photograph(seed, 960, 640) for seed in range(3)]

angles = st.one_of(st.sampled_from([0.0, 90.0, -90.0, 180.0]), st.floats(-180, 180))
slots = st.builds(
    lambda x, y, width, height, angle: Slot(x, y, width, height, round(angle, 2)),
    x=st.integers(150, 450),
    y=st.integers(200, 1000),
    width=st.integers(200, 600),
    height=st.integers(200, 600),
    angle=angles,
)
texts = st.builds(
    Text,
    text=st.sampled_from(["{event}", "{date} · {code}", "Terima kasih, {event}, sampai jumpa!"]),
    x=st.integers(100, 1100),
    y=st.integers(100, 1700),
    size=st.integers(20, 120),
    weight=st.sampled_from(list(Weight)),
    colour=st.just(Colour(0x1E, 0x1B, 0x2E)),
    anchor=st.sampled_from(list(Anchor)),
    font=st.sampled_from([None, ASSETS / "fonts" / "PlusJakartaSans-SemiBold.ttf"]),
    max_width=st.one_of(st.none(), st.integers(150, 900)),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    draw_overlay(folder / "overlay.png", 1200, 1800)
    Image.fromarray(photograph(9, 1200, 1800)).save(folder / "backdrop.jpg", quality=95)
    return folder


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    placed=st.lists(slots, min_size=1, max_size=3),
    lines=st.lists(texts, max_size=2),
    overlay=st.sampled_from([None, "overlay.png"]),
    backdrop=st.sampled_from([None, "backdrop.jpg"]),
)
def test_a_made_up_template_is_what_a_plain_and_independent_drawing_gives(
    made: Path,
    composer: Composer,
    placed: list[Slot],
    lines: list[Text],
    overlay: str | None,
    backdrop: str | None,
) -> None:
    template = Template(
        name="Made up",
        folder=made,
        sheet=Sheet.FOUR_BY_SIX,
        width=1200,
        height=1800,
        background=Colour(0xFB, 0xF6, 0xEE),
        overlay=made / overlay if overlay else None,
        slots=tuple(placed),
        texts=tuple(lines),
        qr=QrBox(900, 1500, 232),
        backdrop=made / backdrop if backdrop else None,
    )
    shots = SHOTS[: len(placed)]
    ours = composer.compose(template, shots, FIELDS, URL)
    theirs = reference.compose(template, shots, FIELDS, URL, ASSETS / "fonts")
    assert psnr(ours, theirs) > 40


@settings(max_examples=40)
@given(slot=slots)
def test_a_turned_shot_covers_its_slot_and_nothing_else(slot: Slot) -> None:
    canvas = np.zeros((1800, 1200, 3), np.uint8)
    lay_in(canvas, slot, np.full((slot.height, slot.width, 3), 255, np.uint8))
    share = canvas[:, :, 0] / 255
    rows, columns = np.nonzero(share > 0.5)
    outline = reference.corners(slot)
    across, down = [c.real for c in outline], [c.imag for c in outline]
    assert (columns.min(), columns.max() + 1) == pytest.approx((min(across), max(across)), abs=1)
    assert (rows.min(), rows.max() + 1) == pytest.approx((min(down), max(down)), abs=1)
    assert share.sum() == pytest.approx(slot.width * slot.height, rel=0.002)
    middle = (share.sum(axis=0) @ np.arange(0.5, 1200), share.sum(axis=1) @ np.arange(0.5, 1800))
    assert np.array(middle) / share.sum() == pytest.approx(slot.middle, abs=0.1)


@pytest.mark.parametrize("angle", [-30, -4, 0.7, 4, 90, 135])
def test_a_shot_is_turned_clockwise_about_its_middle(angle: float) -> None:
    slot = Slot(300, 500, 600, 400, angle)
    cut = np.zeros((400, 600, 3), np.uint8)
    spots = {(0.5, 0.5): 0, (0.9, 0.5): 1, (0.5, 0.9): 2}  # a channel each
    for (x, y), channel in spots.items():
        cut[int(y * 400) - 5 : int(y * 400) + 5, int(x * 600) - 5 : int(x * 600) + 5, channel] = 255
    canvas = np.zeros((1800, 1200, 3), np.uint8)
    lay_in(canvas, slot, cut)
    first, right, *_, left = reference.corners(slot)
    for (x, y), channel in spots.items():
        expected = first + (right - first) * x + (left - first) * y
        rows, columns = np.nonzero(canvas[:, :, channel] > 127)
        assert columns.mean() + 0.5 == pytest.approx(expected.real, abs=0.5)
        assert rows.mean() + 0.5 == pytest.approx(expected.imag, abs=0.5)


def test_the_edge_of_a_turned_shot_is_soft() -> None:
    slot = Slot(300, 500, 600, 400, 7)
    canvas = np.zeros((1800, 1200, 3), np.uint8)
    lay_in(canvas, slot, np.full((400, 600, 3), 255, np.uint8))
    between = np.count_nonzero((canvas[:, :, 0] > 20) & (canvas[:, :, 0] < 235))
    assert between > 0.5 * 2 * (600 + 400)


@pytest.mark.parametrize("angle", [0, 6.5])
def test_colours_are_those_of_the_shot_on_paper_and_in_the_file(
    angle: float, composer: Composer, template: Template
) -> None:
    patches = chart()
    slot = Slot(100, 500, 960, 640, angle)
    bare = replace(template, overlay=None, texts=(), qr=None, slots=(slot,))
    sheet = composer.compose(bare, [patches], FIELDS, None)
    file = Image.open(io.BytesIO(encode(sheet, PRINT_QUALITY, A_DAY)))
    for picture in (sheet, np.asarray(file)[:, :, ::-1]):
        assert worst_difference(patches, picture, slot) < 1


def test_the_measure_of_colours_agrees_with_its_authors() -> None:
    """From the table of Sharma, Wu and Dalal: pairs 1, 7, 10, 13, 17, 20 and 34."""
    pairs = (
        (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
        (50, 0, 0, 50, -1, 2, 2.3669),
        (50, 2.49, -0.001, 50, -2.49, 0.001, 7.1792),
        (50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045),
        (50, 2.5, 0, 73, 25, -18, 27.1492),
        (50, 2.5, 0, 50, 3.2972, 0, 1.0),
        (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
    )
    for *numbers, expected in pairs:
        one, other = np.array(numbers[:3], np.float64), np.array(numbers[3:], np.float64)
        assert float(delta_e(one, other)) == pytest.approx(expected, abs=6e-4)


def chart() -> Pixels:
    """Twenty-four flat patches: five of ours, a grey scale, and others of every hue."""
    random = np.random.default_rng(24)
    greys = [(n, n, n) for n in (0, 40, 128, 200, 255)]
    others = [tuple(int(part) for part in random.integers(0, 256, 3)) for _ in range(14)]
    small = np.array([*COLOURS, *greys, *others], np.uint8).reshape(4, 6, 3)
    return np.asarray(cv2.resize(small, (960, 640), interpolation=cv2.INTER_NEAREST), np.uint8)


def worst_difference(patches: Pixels, picture: Pixels, slot: Slot) -> float:
    first, right, _, left = reference.corners(slot)
    worst = 0.0
    for row in range(4):
        for column in range(6):
            middle = first + (right - first) * (column + 0.5) / 6 + (left - first) * (row + 0.5) / 4
            x, y = int(middle.real), int(middle.imag)
            around = picture[y - 20 : y + 20, x - 20 : x + 20].reshape(-1, 3)
            colour = patches[row * 160 + 80, column * 160 + 80]
            worst = max(worst, float(delta_e(lab(around), lab(colour[None])).max()))
    return worst
