"""A template folder is used as it is written, or refused with the place of the mistake."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.domain.errors import TemplateError
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import Anchor, Colour, QrBox, Slot, Text, Weight
from kiosk.imaging.templates.files import load_template, load_templates
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
    ('sheet = "2x6-pair"', 'sheet = "A4"', "sheet: is 'A4'; must be '4x6', '2x6-pair' or '6x8'"),
    ("width = 600", "width = 1200", "width, height: is 1200 × 1800; 2x6-pair takes 600 × 1800"),
    ("width = 600", 'width = "600"', "width: is '600'; must be a valid integer"),
    ("width = 600", "width = 2401", "width: is 2401; must be less than or equal to 2400"),
    ("height = 1800\n", "", "height: is missing; add it"),
    ("#FBF6EE", "paper", "background: 'paper' is not #RRGGBB; write"),
    ("#FBF6EE", "#FBF6EX", "background: non-hexadecimal number"),
    ("x = 48", "x = -1", "slots[0]: reaches out of the picture; keep in 600 × 1800"),
    ("width = 504", "width = 0", "slots[0].width: is 0; must be greater than 0"),
    ("width = 504", "width = 600", "slots[0]: reaches out of the picture; keep in 600 × 1800"),
    ("y = 49", "y = 49\nangle = 20", "slots[0]: reaches out of the picture; keep in 600 × 1800"),
    ("y = 49", "y = 49\nangle = 181", "slots[0].angle: is 181; must be less than or equal to 180"),
    ("y = 49", "y = 49\nangle = nan", "slots[0].angle: is nan; must be a finite number"),
    (
        "y = 49",
        "y = 49\nturn = 5",
        "slots[0].turn: unknown key; allowed: x, y, width, height, angle",
    ),
    ("size = 174", "size = 300", "qr: reaches out of the picture; keep in 600 × 1800"),
    ("{date}", "{name}", "texts[0].text: {name} is no field; allowed: {event} {date} {code}"),
    ("{date}", "{date.year}", "texts[0].text: {date.year} is no field; allowed:"),
    ("{date}", "{date", "texts[0].text: expected '}' before end of string; allowed:"),
    ("size = 46", "size = 90000", "texts[0].size: is 90000; must be less than or equal to 2400"),
    ("weight = 800", "weight = 700", "texts[0].weight: is 700; must be 500, 600 or 800"),
    ("weight = 800\n", "", "texts[0]: has neither weight nor font; give weight = 500"),
    ("weight = 800", 'weight = 800\nfont = "Own.ttf"', "texts[0]: has both weight and font; give"),
    (
        "weight = 800",
        'font = "Own.ttf"',
        "texts[0].font: Own.ttf is not in the folder; put it there",
    ),
    (
        "weight = 800",
        'font = "false.ttf"',
        "texts[0].font: false.ttf can't be read as a font; must",
    ),
    ("weight = 800", 'font = "../Own.ttf"', "texts[0].font: '../Own.ttf' has folders; must be the"),
    ("weight = 800", 'font = "Own.woff"', "texts[0].font: 'Own.woff' is of no kind for this; must"),
    ('"middle"', '"center"', "texts[0].anchor: is 'center'; must be 'start', 'middle' or 'end'"),
    ("overlay.png", "../overlay.png", "overlay: '../overlay.png' has folders; must be the name of"),
    ("overlay.png", "none.png", "overlay: none.png is not in the folder; put it there, or correct"),
    ("overlay.png", "text.png", "overlay: text.png can't be read as a PNG; export it as PNG RGBA"),
    ("overlay.png", "half.png", "overlay: half.png is damaged, or a part of it is missing; export"),
    ("overlay.png", "rgb.png", "overlay: rgb.png is PNG RGB; export it as PNG RGBA, 8 bits"),
    ("overlay.png", "deep.png", "overlay: deep.png is PNG RGBA, 16 bits a channel; export it as"),
    ("overlay.png", "bomb.png", "overlay: bomb.png has too many pixels; must be 600 × 1800 like"),
    (
        "overlay.png",
        "wide.png",
        "overlay: wide.png is 1200 × 1800; must be 600 × 1800 like the pic",
    ),
    (
        "overlay =",
        'backdrop = "wide.png"\noverlay =',
        "backdrop: wide.png is PNG RGBA; export it as",
    ),
    (
        "overlay =",
        'backdrop = "gone.jpg"\noverlay =',
        "backdrop: gone.jpg is not in the folder; put",
    ),
    (
        "overlay =",
        'backdrop = "a.gif"\noverlay =',
        "backdrop: 'a.gif' is of no kind for this; must",
    ),
    (
        "name =",
        "nam =",
        "nam: unknown key; allowed: name, sheet, width, height, background, backdrop",
    ),
    ('name = "Classic"', 'name = "Classic', "is not TOML: Illegal character '\\n'"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draw_overlay(tmp_path / "overlay.png", 600, 1800)
    (tmp_path / "template.toml").write_text(GOOD)
    return tmp_path


def spoil(folder: Path) -> None:
    """Files with everything that can be wrong with an overlay or a font."""
    draw_overlay(folder / "wide.png", 1200, 1800)
    whole = (folder / "overlay.png").read_bytes()
    (folder / "half.png").write_bytes(whole[: len(whole) // 2])
    (folder / "text.png").write_text("no picture")
    (folder / "false.ttf").write_text("no font")
    cv2.imwrite(str(folder / "rgb.png"), np.zeros((1800, 600, 3), np.uint8))
    cv2.imwrite(str(folder / "deep.png"), np.zeros((1800, 600, 4), np.uint16))
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    (folder / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def chunk(kind: bytes, content: bytes) -> bytes:
    sums = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", sums)


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
    spoil(folder)
    (folder / "template.toml").write_text(GOOD.replace(good, bad, 1))
    with pytest.raises(TemplateError) as error:
        load_template(folder)
    expected = f"{folder / 'template.toml'}: {words}"
    assert any(line.startswith(expected) for line in str(error.value).splitlines())


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
