"""A print covers its sheet to every edge, at the printer's size, where calibration puts it."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from kiosk.domain.printing import Sheet
from kiosk.domain.registered import Form, PixelSize
from kiosk.imaging.jpeg import read_pixels
from tests.imaging.conftest import photograph
from tests.imaging.press_room import (
    DNP,
    NOMINAL,
    Booth,
    calibrated,
    cross_in,
    opened,
    psnr,
    with_cross,
)

WITH_BLEED = [(1240, 1844), (1226, 1852), (1228, 1864), (1218, 1864)]


@pytest.mark.parametrize("size", [*WITH_BLEED, (1248, 1872), (1844, 2740), (600, 900)])
def test_it_is_the_same_picture_at_the_printers_size_to_every_edge(
    booth: Booth, size: tuple[int, int]
) -> None:
    picture = cv2.GaussianBlur(photograph(1, 1200, 1800), (0, 0), 4)
    fitted = booth.fitted(picture, Form(PixelSize(*size)))
    assert fitted.shape == (size[1], size[0], 3)
    scale = max(size[0] / 1200, size[1] / 1800)
    whole = Image.fromarray(picture).resize(
        (round(1200 * scale), round(1800 * scale)), Image.Resampling.BICUBIC
    )
    left, top = (whole.width - size[0]) // 2, (whole.height - size[1]) // 2
    expected = np.asarray(whole)[top : top + size[1], left : left + size[0]]
    assert psnr(fitted, expected) > 38
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        assert psnr(fitted[edge], expected[edge]) > 32


@pytest.mark.parametrize("size", WITH_BLEED)
def test_no_white_shines_at_the_paper_s_rim(booth: Booth, size: tuple[int, int]) -> None:
    fitted = booth.fitted(np.full((1800, 1200, 3), 40, np.uint8), Form(PixelSize(*size)))
    assert fitted.max() < 60


def test_a_landscape_picture_is_turned_upright(booth: Booth) -> None:
    fitted = booth.fitted(with_cross(1800, 1200, 1200, 600), DNP)
    assert fitted.shape == (1844, 1240, 3)
    assert cross_in(fitted) == pytest.approx((620, 922 - 300 * 1240 / 1200), abs=1.5)


def test_six_by_eight(booth: Booth) -> None:
    form = Form(PixelSize(1844, 2436), sheet=Sheet.SIX_BY_EIGHT)
    path = booth.press.fit(booth.picture(with_cross(1800, 2400, 900, 1200)), form)
    assert cross_in(read_pixels(path)) == pytest.approx((922, 1218), abs=1)
    assert opened(path).info["dpi"] == (307, 304)


@pytest.mark.parametrize("size", [(1240, 1844), (1218, 1864), (1226, 1852)])
def test_the_strips_of_a_pair_stay_equal_halves(booth: Booth, size: tuple[int, int]) -> None:
    strip = with_cross(600, 1800, 300, 500)
    form = Form(PixelSize(*size), sheet=Sheet.TWO_BY_SIX_PAIR)
    fitted = booth.fitted(np.hstack((strip, strip)), form)
    halves = fitted[:, : size[0] // 2], fitted[:, size[0] // 2 :]
    assert psnr(*halves) > 38
    assert cross_in(halves[0])[0] == pytest.approx(size[0] / 4, abs=1)


@pytest.mark.parametrize("scale", [0.95, 1.05])
def test_strips_grow_about_the_middle_of_the_sheet(booth: Booth, scale: float) -> None:
    strip = with_cross(600, 1800, 300, 500)
    form = calibrated(replace(DNP, sheet=Sheet.TWO_BY_SIX_PAIR), scale=scale)
    fitted = booth.fitted(np.hstack((strip, strip)), form)
    left, right = cross_in(fitted[:, :620])[0], cross_in(fitted[:, 620:])[0] + 620
    assert (left, right) == pytest.approx((620 - 310 * scale, 620 + 310 * scale), abs=1)


def test_where_strips_are_cut_moves_with_the_picture(booth: Booth) -> None:
    pair = np.zeros((1800, 1200, 3), np.uint8)
    pair[:, 600:] = 255
    form = calibrated(replace(DNP, sheet=Sheet.TWO_BY_SIX_PAIR), right_mm=2, scale=0.97)
    fitted = booth.fitted(pair, form)
    assert (fitted[:, :, 0] < 128).sum(axis=1) == pytest.approx(620 + round(2 / 25.4 * 310), abs=1)


# ---- calibration ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1240, 1844), (1200, 1800)])
@pytest.mark.parametrize(("right_mm", "down_mm"), [(1, 0), (0, 1), (-2.5, 0.4), (0.3, -3)])
def test_calibration_moves_by_millimetres(
    booth: Booth, size: tuple[int, int], right_mm: float, down_mm: float
) -> None:
    form = Form(PixelSize(*size))
    cross = with_cross(1200, 1800, 400, 700)
    before = cross_in(booth.fitted(cross, form))
    after = cross_in(booth.fitted(cross, calibrated(form, right_mm, down_mm)))
    moved = (after[0] - before[0], after[1] - before[1])
    pixels = (round(right_mm / 25.4 * size[0] / 4), round(down_mm / 25.4 * size[1] / 6))
    assert moved == pytest.approx(pixels, abs=0.1)


def test_size_is_changed_about_the_middle(booth: Booth) -> None:
    for scale in (0.95, 1.05):
        fitted = booth.fitted(with_cross(1200, 1800, 400, 700), calibrated(DNP, scale=scale))
        x, y = 620 + (400 - 600) * 1240 / 1200 * scale, 922 + (700 - 900) * 1240 / 1200 * scale
        assert cross_in(fitted) == pytest.approx((x, y), abs=1)


def test_it_is_moved_and_then_scaled_about_its_own_middle(booth: Booth) -> None:
    form = calibrated(DNP, right_mm=4, down_mm=-4, scale=0.95)
    fitted = booth.fitted(with_cross(1200, 1800, 600, 900), form)
    assert cross_in(fitted) == pytest.approx((620 + 49, 922 - 48), abs=1)


def test_what_is_laid_bare_takes_the_nearest_edge_s_colour(booth: Booth) -> None:
    picture = np.full((1800, 1200, 3), 255, np.uint8)
    picture[:, :100], picture[-100:] = (30, 60, 90), (90, 30, 30)
    fitted = booth.fitted(picture, calibrated(NOMINAL, right_mm=3, down_mm=-3, scale=0.98))
    assert abs(fitted[:1600, 0].astype(int) - (30, 60, 90)).max() < 12
    assert abs(fitted[-1, 200:].astype(int) - (90, 30, 30)).max() < 12


def test_a_landscape_picture_is_calibrated_as_it_will_lie_on_the_sheet(booth: Booth) -> None:
    cross = with_cross(1800, 1200, 900, 600)
    forms = (DNP, calibrated(DNP, right_mm=2, down_mm=1))
    before, after = (cross_in(booth.fitted(cross, form)) for form in forms)
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((24, 12), abs=0.1)


@pytest.mark.parametrize("scale", [0.01, 0.5, 3])
def test_even_a_mad_calibration_gives_a_sheet(booth: Booth, scale: float) -> None:
    form = calibrated(DNP, right_mm=500, down_mm=-500, scale=scale)
    assert booth.fitted(photograph(1, 1200, 1800), form).shape == (1844, 1240, 3)
    pair = replace(form, sheet=Sheet.TWO_BY_SIX_PAIR)
    assert booth.fitted(photograph(1, 1200, 1800), pair).shape == (1844, 1240, 3)
