"""A template folder is used as it is written, or refused with the place of the mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import TemplateError
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Text, Weight
from kiosk.imaging.template_files import load_template, load_templates
from tests.imaging.conftest import ASSETS, draw_overlay

GOOD = """
name = "Classic"
sheet = "2x6-pair"
width = 600
height = 1800
background = "#FBF6EE"
overlay = "overlay.png"
[[slots]]
x = 48
y = 49
width = 504
height = 430
[[texts]]
text = "{event} – {date}"
x = 300
y = 1474
size = 46
weight = 800
color = "#1E1B2E"
anchor = "middle"
[qr]
x = 378
y = 1558
size = 174
"""

MISTAKES = [
    ('sheet = "2x6-pair"', 'sheet = "A4"', "sheet: input should be '4x6', '2x6-pair' or '6x8'"),
    ("width = 600", "width = 1200", "width, height: 2x6-pair takes 600 × 1800"),
    ("width = 600", 'width = "600"', "width: input should be a valid integer"),
    ("height = 1800\n", "", "height: field required"),
    ("#FBF6EE", "paper", "background: 'paper' is not #RRGGBB"),
    ("x = 48", "x = -1", "slots[0].x: input should be greater than or equal to 0"),
    ("width = 504", "width = 0", "slots[0].width: input should be greater than 0"),
    ("width = 504", "width = 600", "slots[0]: reaches out of the picture (600 × 1800)"),
    ("y = 49", "y = 49\nangle = 5", "slots[0].angle: unknown key; allowed: x, y, width, height"),
    ("size = 174", "size = 300", "qr: reaches out of the picture (600 × 1800)"),
    ("{date}", "{name}", "texts[0].text: {name} is none of {event} {date} {code}"),
    ("{date}", "{date.year}", "texts[0].text: {date.year} is none of"),
    ("{date}", "{date", "texts[0].text: expected '}'"),
    ("weight = 800", "weight = 700", "texts[0].weight: input should be 500, 600 or 800"),
    ('"middle"', '"center"', "texts[0].anchor: input should be 'start', 'middle' or 'end'"),
    ("overlay.png", "../overlay.png", "overlay: must be the name of a file in"),
    ("overlay.png", "none.png", "overlay: {folder}/none.png can't be read as a PNG"),
    ("overlay.png", "template.toml", "overlay: {folder}/template.toml can't be read as a PNG"),
    ("name =", "nam =", "nam: unknown key; allowed: name, sheet, width, height, background"),
    ('name = "Classic"', 'name = "Classic', "is not TOML: Illegal character '\\n'"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draw_overlay(tmp_path / "overlay.png", 600, 1800)
    (tmp_path / "template.toml").write_text(GOOD)
    return tmp_path


def test_every_key_is_read(folder: Path) -> None:
    template = load_template(folder)
    ink = Colour(0x1E, 0x1B, 0x2E)
    assert (template.name, template.sheet, template.folder) == (
        "Classic",
        Sheet.TWO_BY_SIX_PAIR,
        folder,
    )
    assert (template.width, template.height, template.shots) == (600, 1800, 1)
    assert template.background == Colour(0xFB, 0xF6, 0xEE)
    assert template.overlay == folder / "overlay.png"
    assert template.slots == (Slot(48, 49, 504, 430),)
    title = Text("{event} – {date}", 300, 1474, 46, Weight.EXTRABOLD, ink, Anchor.MIDDLE)
    assert template.texts == (title,)
    assert template.qr == QrBox(378, 1558, 174)


@pytest.mark.parametrize(("good", "bad", "words"), MISTAKES)
def test_a_mistake_is_told_with_file_key_and_what_is_allowed(
    folder: Path, good: str, bad: str, words: str
) -> None:
    assert good in GOOD
    (folder / "template.toml").write_text(GOOD.replace(good, bad, 1))
    with pytest.raises(TemplateError) as error:
        load_template(folder)
    expected = words.replace("{folder}", str(folder))
    assert str(folder / "template.toml") in str(error.value)
    assert expected in str(error.value)


def test_an_overlay_of_another_size_is_refused(folder: Path) -> None:
    draw_overlay(folder / "overlay.png", 1200, 1800)
    with pytest.raises(TemplateError, match="is 1200 × 1800, must be 600 × 1800 like the picture"):
        load_template(folder)


def test_a_folder_without_a_template_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"template\.toml: can't be read: No such file"):
        load_template(tmp_path)


def test_the_shipped_templates_load() -> None:
    templates = load_templates(ASSETS / "templates")
    assert {"classic-4x6", "strip-2x6", "album-6x8"} <= set(templates)


@pytest.mark.parametrize("size", [(1800, 2400), (2400, 1800)])
def test_a_sheet_of_six_by_eight_may_stand_or_lie(folder: Path, size: tuple[int, int]) -> None:
    draw_overlay(folder / "overlay.png", *size)
    text = GOOD.replace("2x6-pair", "6x8").replace("width = 600", f"width = {size[0]}")
    (folder / "template.toml").write_text(text.replace("height = 1800", f"height = {size[1]}"))
    template = load_template(folder)
    assert (template.sheet, template.width, template.height) == (Sheet.SIX_BY_EIGHT, *size)
