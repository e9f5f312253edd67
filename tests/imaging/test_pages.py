"""The pages that staff read show what the printer does, at its own size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from kiosk.domain.printing import Sheet
from kiosk.domain.registered import Calibration, Form, PixelSize
from kiosk.imaging.calibration_page import _place
from kiosk.imaging.jpeg import Pixels, read_pixels
from kiosk.imaging.pages import Pages
from tests.imaging.conftest import ASSETS
from tests.imaging.icc import write_printer_profile

NOW = datetime(2026, 11, 22, 3, 38, tzinfo=UTC)
FORMS = [
    Form(PixelSize(1200, 1800)),
    Form(PixelSize(1240, 1844)),
    Form(PixelSize(1218, 1864), sheet=Sheet.TWO_BY_SIX_PAIR),
    Form(PixelSize(1844, 2436), sheet=Sheet.SIX_BY_EIGHT),
]
KINDS = ["save_test_page", "save_calibration_page"]
Save = Callable[[Form, str], Path]


@pytest.fixture(params=KINDS)
def save(request: pytest.FixtureRequest, tmp_path: Path) -> Save:
    return saver(tmp_path, request.param)


def saver(folder: Path, kind: str) -> Save:
    def saved(form: Form, name: str = "Kiri") -> Path:
        getattr(Pages(ASSETS), kind)(folder / "page.jpg", form, name, NOW)
        return folder / "page.jpg"

    return saved


@pytest.mark.parametrize("form", FORMS)
def test_a_page_has_the_sheet_s_size_and_colour_to_every_edge(save: Save, form: Form) -> None:
    path = save(form, "Kiri")
    page = read_pixels(path)
    assert page.shape == (form.size.height, form.size.width, 3)
    for edge in (page[0], page[-1], page[:, 0], page[:, -1]):
        assert edge.min(axis=1).max() < 130, "a white rim could not be told from the paper"
    with Image.open(path) as image:
        inches = [px / dpi for px, dpi in zip(image.size, image.info["dpi"], strict=True)]
    assert inches == pytest.approx([6, 8] if form.sheet is Sheet.SIX_BY_EIGHT else [4, 6], abs=0.02)


@pytest.mark.parametrize(
    "name", ["", "{event}", "Printer di samping pintu masuk gedung lantai dua " * 4, "打印机 \n📷"]
)
def test_every_name_can_be_printed(save: Save, name: str) -> None:
    page = read_pixels(save(FORMS[0], name))
    assert page.shape == (1800, 1200, 3)


def test_another_name_is_another_page_and_the_same_is_the_same(save: Save) -> None:
    first = save(FORMS[0], "Kiri").read_bytes()
    assert save(FORMS[0], "Kiri").read_bytes() == first
    assert save(FORMS[0], "Kanan").read_bytes() != first


def test_a_page_is_printed_in_the_printer_s_colours_and_a_bad_profile_is_told(
    tmp_path: Path,
) -> None:
    save = saver(tmp_path, "save_test_page")
    plain = read_pixels(save(FORMS[0], "Kiri"))
    profile = write_printer_profile(tmp_path / "printer.icc")
    converted = read_pixels(save(replace(FORMS[0], profile=str(profile)), "Kiri"))
    assert cv2.absdiff(plain, converted)[420:900].max() > 20
    missing = read_pixels(save(replace(FORMS[0], profile=str(tmp_path / "none.icc")), "Kiri"))
    changed = np.nonzero(cv2.absdiff(plain, missing).max(axis=2) > 60)
    assert changed[0].min() > 1600, "only the line that names the profile differs"


# ---- what staff read off the calibration page ---------------------------------------------


def bars(page: Pixels, form: Form) -> dict[str, list[float]]:
    """The length in mm of each whole bar, from each edge."""
    across, down = form.dpi[0] / 25.4, form.dpi[1] / 25.4
    height, width = page.shape[:2]
    moved = form.calibration
    turned = {
        "left": (page, across, down, height, moved.down_mm),
        "right": (page[:, ::-1], across, down, height, moved.down_mm),
        "top": (page.transpose(1, 0, 2), down, across, width, moved.right_mm),
        "bottom": (page[::-1].transpose(1, 0, 2), down, across, width, moved.right_mm),
    }
    found = {}
    for edge, (pixels, inward, along, length, further) in turned.items():
        found[edge] = []
        for mm in range(1, 9):
            row = pixels[round((_place(mm, length / along / 2) + further) * along)]
            dark = row[: round(9 * inward)].max(axis=1) < 120
            found[edge].append(float(dark.sum() / inward))
    return found


def calibration_page(tmp_path: Path, form: Form) -> dict[str, list[float]]:
    return bars(read_pixels(saver(tmp_path, "save_calibration_page")(form, "Kiri")), form)


@pytest.mark.parametrize("form", FORMS)
def test_each_bar_is_as_long_as_its_number_says(tmp_path: Path, form: Form) -> None:
    for lengths in calibration_page(tmp_path, form).values():
        assert lengths == pytest.approx(list(range(1, 9)), abs=0.15)


@pytest.mark.parametrize("form", FORMS)
def test_what_staff_work_out_from_it_puts_a_printer_right(tmp_path: Path, form: Form) -> None:
    """A printer that cuts off 1 mm more at the left and 2 mm more at the bottom than at the others
    is read, calibrated by the page's own rule, and read again."""
    cut = {"left": 3.0, "right": 2.0, "top": 2.0, "bottom": 4.0}

    def read(form: Form) -> dict[str, float]:
        found = calibration_page(tmp_path, form)
        return {e: 8 - sum(mm > cut[e] + 0.2 for mm in found[e]) + 1 for e in cut}

    first = read(form)
    right = (first["left"] - first["right"]) / 2
    down = (first["top"] - first["bottom"]) / 2
    assert (right, down) == (0.5, -1)
    found = calibration_page(tmp_path, replace(form, calibration=Calibration(right, down)))
    seen = {edge: max(found[edge]) - cut[edge] for edge in cut}
    assert seen["left"] == pytest.approx(seen["right"], abs=0.2)
    assert seen["top"] == pytest.approx(seen["bottom"], abs=0.2)
