"""The print looks as the template says."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.domain.errors import TemplateError
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Template, Text, Weight
from kiosk.imaging.compose import Composer
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.templates.files import load_template
from tests.imaging import reference
from tests.imaging.conftest import ASSETS, FIELDS, URL, photograph

SHIPPED = sorted(file.parent.name for file in ASSETS.glob("templates/*/template.toml"))
CORAL, MINT, MARIGOLD = (94, 107, 255), (134, 158, 31), (39, 182, 255)  # BGR


def plain(colour: tuple[int, int, int]) -> Pixels:
    return np.full((1080, 1920, 3), colour, np.uint8)


def bare(template: Template) -> Template:
    return replace(template, overlay=None, texts=(), qr=None)


def psnr(one: Pixels, other: Pixels) -> float:
    error = np.mean((one.astype(np.float64) - other) ** 2)
    return float(10 * np.log10(255**2 / error))


@cache
def printed(name: str) -> tuple[Template, Pixels]:
    """A shipped template with photographs."""
    template = load_template(ASSETS / "templates" / name)
    shots = [photograph(seed) for seed in range(template.shots)]
    return template, Composer(ASSETS / "fonts").compose_one(template, shots, FIELDS, URL)


def test_it_is_what_a_plain_and_independent_drawing_gives(
    template: Template, composer: Composer
) -> None:
    shots = [photograph(seed) for seed in (1, 2, 3)]
    ours = composer.compose(template, shots, FIELDS, URL)
    theirs = reference.compose(template, shots, FIELDS, URL, ASSETS / "fonts")
    assert psnr(ours, theirs) > 40


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_templates_too(name: str) -> None:
    template, ours = printed(name)
    shots = [photograph(seed) for seed in range(template.shots)]
    theirs = reference.compose(template, shots, FIELDS, URL, ASSETS / "fonts")
    assert psnr(ours, theirs) > 40


def test_each_shot_covers_its_slot_to_the_pixel_in_its_own_colour(
    template: Template, composer: Composer
) -> None:
    colours = (CORAL, MINT, MARIGOLD)
    sheet = composer.compose(bare(template), [plain(c) for c in colours], FIELDS, None)
    for slot, colour in zip(template.slots, colours, strict=True):
        rows, columns = np.nonzero((sheet == colour).all(axis=2))
        assert (columns.min(), columns.max() + 1) == (slot.x, slot.x + slot.width)
        assert (rows.min(), rows.max() + 1) == (slot.y, slot.y + slot.height)
        assert len(rows) == slot.width * slot.height


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (6000, 4000), (640, 480)])
def test_the_middle_of_the_shot_is_the_middle_of_the_slot(
    size: tuple[int, int], template: Template, composer: Composer
) -> None:
    shot = np.zeros((size[1], size[0], 3), np.uint8)
    shot[size[1] // 2 :, size[0] // 2 :] = 255
    sheet = composer.compose(bare(template), [shot] * 3, FIELDS, None)
    for slot in template.slots:
        inside = sheet[slot.y : slot.y + slot.height, slot.x : slot.x + slot.width, 0]
        assert abs(int((inside[-1] < 128).sum()) - slot.width / 2) <= 1
        assert abs(int((inside[:, -1] < 128).sum()) - slot.height / 2) <= 1


@pytest.mark.parametrize("name", SHIPPED)
def test_a_phone_can_read_the_download_code(name: str) -> None:
    template, picture = printed(name)
    if template.qr:
        assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == URL


def test_a_pair_of_strips_is_the_same_strip_twice_on_one_sheet(composer: Composer) -> None:
    template = load_template(ASSETS / "templates" / "strip-2x6")
    assert template.sheet is Sheet.TWO_BY_SIX_PAIR
    shots = [photograph(seed) for seed in range(template.shots)]
    sheet = composer.compose(template, shots, FIELDS, URL)
    assert sheet.shape == (1800, 1200, 3)
    assert (sheet[:, :600] == sheet[:, 600:]).all()
    assert (sheet[:, :600] == composer.compose_one(template, shots, FIELDS, URL)).all()


def test_the_same_shots_give_the_same_picture(template: Template, composer: Composer) -> None:
    shots = [photograph(seed) for seed in (1, 2, 3)]
    first = composer.compose(template, shots, FIELDS, URL)
    assert (first == composer.compose(template, shots, FIELDS, URL)).all()
    assert (first == Composer(ASSETS / "fonts").compose(template, shots, FIELDS, URL)).all()


def test_shots_may_be_files(tmp_path: Path, template: Template, composer: Composer) -> None:
    shot = photograph(1)
    file = tmp_path / "shot-1.png"
    cv2.imwrite(str(file), shot)
    from_files = composer.compose(template, [file] * 3, FIELDS, URL)
    assert (from_files == composer.compose(template, [shot] * 3, FIELDS, URL)).all()


def test_half_a_file_is_an_error_that_names_it(
    tmp_path: Path, template: Template, composer: Composer
) -> None:
    file = tmp_path / "shot-1.jpg"
    file.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(OSError, match=r"shot-1\.jpg"):
        composer.compose(template, [file] * 3, FIELDS, URL)


def test_a_shot_too_few_is_refused(template: Template, composer: Composer) -> None:
    with pytest.raises(ValueError, match="shorter"):
        composer.compose(template, [plain(CORAL)] * 2, FIELDS, URL)


def test_no_code_is_drawn_where_there_is_no_link(template: Template, composer: Composer) -> None:
    shots = [plain(CORAL)] * 3
    without = composer.compose(template, shots, FIELDS, None)
    assert (without == composer.compose(replace(template, qr=None), shots, FIELDS, URL)).all()


def test_a_code_too_small_for_paper_is_refused(template: Template, composer: Composer) -> None:
    small = replace(template, qr=QrBox(0, 0, 90))
    with pytest.raises(TemplateError, match="qr: size: 90 is too small"):
        composer.compose(small, [plain(CORAL)] * 3, FIELDS, URL)


def test_a_missing_font_is_named(tmp_path: Path, template: Template) -> None:
    with pytest.raises(TemplateError, match=r"PlusJakartaSans-ExtraBold\.ttf"):
        Composer(tmp_path).compose(template, [plain(CORAL)] * 3, FIELDS, URL)


@pytest.mark.parametrize("anchor", list(Anchor))
@pytest.mark.parametrize(("x", "y"), [(0, 0), (0, 900), (1200, 1800), (600, 5), (3000, 3000)])
def test_words_that_reach_out_of_the_picture_are_cut_off(
    anchor: Anchor, x: int, y: int, template: Template, composer: Composer
) -> None:
    line = Text("{event}", x, y, 300, Weight.MEDIUM, Colour(0, 0, 0), anchor)
    wide = replace(template, slots=(Slot(0, 0, 10, 10),), texts=(line,))
    assert composer.compose(wide, [plain(CORAL)], FIELDS, URL).shape == (1800, 1200, 3)
