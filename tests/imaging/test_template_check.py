"""The check of a template names every mistake and everything that a designer would regret."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from kiosk.imaging.templates.check import Checked, Checker
from tests.imaging.conftest import ASSETS

HEAD = """
name = "Mine"
sheet = "4x6"
width = 1200
height = 1800
background = "#FBF6EE"
overlay = "overlay.png"
"""
SLOT = """
[[slots]]
x = 99
y = 99
width = 1002
height = 802
"""
TEXT = """
[[texts]]
text = "{event}"
x = 600
y = 1200
size = 60
weight = 800
max_width = 1000
color = "#1E1B2E"
anchor = "middle"
"""
QR = """
[qr]
x = 900
y = 1500
size = 200
"""
GOOD = HEAD + SLOT + TEXT + QR

Check = Callable[[str], Checked]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With an overlay that is paper, but for one hole."""
    rgba = np.full((1800, 1200, 4), (238, 246, 251, 255), np.uint8)
    rgba[100:900, 100:1100, 3] = 0
    Image.fromarray(rgba, "RGBA").save(tmp_path / "overlay.png")
    return tmp_path


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(ASSETS / "fonts")


@pytest.fixture
def check(folder: Path, checker: Checker) -> Check:
    def checked(toml: str) -> Checked:
        (folder / "template.toml").write_text(toml)
        return checker.check(folder)

    return checked


def moved(toml: str, **keys: int | str) -> str:
    """``toml`` with other values in the first line of each key."""
    for key, value in keys.items():
        before, after = toml.split(f"\n{key} = ", 1)
        toml = f"{before}\n{key} = {value}\n{after.split(chr(10), 1)[1]}"
    return toml


def test_a_good_template_has_neither_mistakes_nor_warnings(check: Check) -> None:
    checked = check(GOOD)
    assert checked.template is not None
    assert (checked.mistakes, checked.warnings) == ((), ())


def test_slots_that_are_left_out_are_found_and_good(check: Check) -> None:
    checked = check(HEAD + TEXT + QR)
    assert checked.template is not None
    assert [(slot.x, slot.y) for slot in checked.template.slots] == [(99, 99)]
    assert checked.warnings == ()


def test_every_mistake_is_told_at_once(check: Check) -> None:
    toml = moved(GOOD, sheet='"A4"', overlay='"gone.png"', x=-3000, color='"red"', anchor='"mid"')
    checked = check(toml + '[frame]\nfont = "x"\n')
    keys = {"sheet", "overlay", "slots[0].x", "texts[0].color", "texts[0].anchor", "frame"}
    assert {mistake.key for mistake in checked.mistakes} == keys
    assert all(mistake.what and mistake.remedy for mistake in checked.mistakes)
    assert checked.template is None


@pytest.mark.parametrize(
    ("toml", "key", "what"),
    [
        (HEAD.replace('overlay = "overlay.png"', "") + TEXT, "slots", "none are listed, and there"),
        (GOOD.replace("overlay.png", "rgb.png"), "overlay", "rgb.png is PNG RGB"),
        (GOOD.replace("overlay.png", "small.png"), "overlay", "small.png is 600 × 1800"),
        (
            HEAD.replace("overlay.png", "whole.png"),
            "slots",
            "whole.png has no clear hole",
        ),
        (HEAD + 'backdrop = "cut.jpg"' + SLOT, "backdrop", "cut.jpg is damaged, or a part of it"),
        (HEAD + 'backdrop = "grey.png"' + SLOT, "backdrop", "grey.png is PNG L"),
        ("[" * 200_000, "", "is larger than 100 kB"),
    ],
)
def test_a_mistake_in_a_file_is_told(
    toml: str, key: str, what: str, folder: Path, check: Check
) -> None:
    Image.new("RGB", (1200, 1800)).save(folder / "rgb.png")
    Image.new("L", (1200, 1800)).save(folder / "grey.png")
    Image.new("RGBA", (600, 1800)).save(folder / "small.png")
    Image.new("RGBA", (1200, 1800), (9, 9, 9, 255)).save(folder / "whole.png")
    Image.new("RGB", (1200, 1800)).save(folder / "cut.jpg")
    whole = (folder / "cut.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    (mistake,) = check(toml).mistakes
    assert (mistake.file, mistake.key) == (folder / "template.toml", key)
    assert what in mistake.what


WARNINGS = [
    (
        moved(GOOD, max_width=1190, size=120),
        "texts[0]",
        "comes within 36 px of the edge with",
    ),
    (
        GOOD.replace("max_width = 1000\n", "").replace("size = 60", "size = 90"),
        "texts[0]",
        "runs off",
    ),
    (moved(GOOD, max_width=300), "texts[0]", "is cut short with an event of 40 letters"),
    (moved(GOOD, text='"Foto 📷"'), "texts[0]", "its font has no 📷"),
    (moved(GOOD, color='"#E8DFD2"'), "texts[0].color", "its contrast is 1.2 to 1"),
    (GOOD.replace("y = 1200", "y = 600"), "texts[0]", "stands on a shot"),
    (GOOD.replace("y = 1200", "y = 1600"), "texts[0]", "runs into qr with long words"),
    (GOOD + moved(TEXT, y=1210), "texts[0]", "runs into texts[1] with long words"),
    (GOOD.replace("x = 900", "x = 970"), "qr", "comes within 36 px of the edge"),
    (GOOD.replace("size = 200", "size = 130"), "qr.size", "130 is too small for long links"),
    (GOOD + SLOT, "slots[1]", "overlaps slots[0]"),
    (HEAD + SLOT + moved(SLOT, y=980), "slots[1]", "shows no shot: the overlay hides it"),
    (HEAD + moved(SLOT, y=980), "slots", "none lies behind the hole of 1002 × 802 at 99, 99"),
    (
        HEAD + moved(SLOT, width=980),
        "slots",
        "97.9% of the hole of 1002 × 802 at",
    ),
]


@pytest.mark.parametrize(("toml", "key", "what"), WARNINGS)
def test_what_prints_but_would_be_regretted_is_a_warning(
    toml: str, key: str, what: str, check: Check
) -> None:
    checked = check(toml)
    assert checked.mistakes == ()
    assert checked.template is not None
    assert any(found.key == key and what in found.what for found in checked.warnings)


def test_slots_at_the_edge_of_the_paper_are_no_matter(check: Check) -> None:
    toml = HEAD.replace('overlay = "overlay.png"\n', "") + moved(SLOT, x=0, y=0, width=1200)
    assert check(toml).warnings == ()


def test_holes_close_to_each_other_are_not_called_overlapping(folder: Path, check: Check) -> None:
    rgba = np.full((1800, 1200, 4), 255, np.uint8)
    for top in (100, 502, 904):
        rgba[top : top + 400, 100:1100, 3] = 0
    Image.fromarray(rgba, "RGBA").save(folder / "overlay.png")
    checked = check(HEAD)
    assert checked.template is not None
    assert checked.template.shots == 3
    assert checked.warnings == ()


def test_a_clear_ground_with_words_on_it_is_not_taken_for_a_forgotten_hole(
    folder: Path, check: Check
) -> None:
    rgba = np.full((1800, 1200, 4), (238, 246, 251, 255), np.uint8)
    rgba[100:900, 100:1100, 3] = 0
    rgba[1000:1750, 50:1150, 3] = 0
    Image.fromarray(rgba, "RGBA").save(folder / "overlay.png")
    assert check(GOOD).warnings == ()


def test_colours_that_are_not_srgb_are_a_warning(folder: Path, check: Check) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    Image.new("RGB", (1200, 1800)).save(folder / "wide.jpg", icc_profile=lab)
    (warning,) = check(HEAD + 'backdrop = "wide.jpg"' + SLOT).warnings
    assert warning.key == "backdrop"
    assert "which is not used" in warning.what


@pytest.mark.parametrize("folder", sorted(ASSETS.glob("templates/*/")), ids=lambda f: f.name)
def test_the_shipped_templates_have_no_mistakes(folder: Path, checker: Checker) -> None:
    assert checker.check(folder).mistakes == ()
