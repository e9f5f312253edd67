"""The shipped looks flatter, and looks of the operator's own take their place beside them."""

from __future__ import annotations

import runpy
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from structlog.testing import capture_logs

from kiosk.domain.errors import LookUnusable
from kiosk.domain.templates import Colour
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.cube import read_cube
from kiosk.imaging.looks.looks import MOST, Looks
from kiosk.imaging.test_page import SKIN
from tests.imaging.conftest import ASSETS, photograph
from tests.imaging.cubes import lattice

SHIPPED = ASSETS / "looks"
NAMES = tuple(sorted(file.stem for file in SHIPPED.glob("*.cube")))
GREYS = ("hitam-putih", "perak")

Lab = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def looks() -> Looks:
    return Looks((SHIPPED,))


def lab(rgb: npt.NDArray[np.float32]) -> Lab:
    """CIELAB of sRGB from 0 to 1 in shape (n, 3)."""
    pixels = np.ascontiguousarray(rgb.reshape(1, -1, 3), np.float32)
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB), np.float32)[0]


def row_of(*colours: Colour) -> Pixels:
    return np.array([[colour[::-1] for colour in colours]], np.uint8)


def write_cube(folder: Path, name: str, title: str, factor: float = 0.5) -> None:
    folder.mkdir(exist_ok=True)
    rows = "".join("{:.3f} {:.3f} {:.3f}\n".format(*row) for row in lattice(2) * factor)
    (folder / f"{name}.cube").write_text(f'TITLE "{title}"\nLUT_3D_SIZE 2\n{rows}')


def test_eight_looks_are_shipped_with_names_for_guests(looks: Looks) -> None:
    assert len(looks.names) == 8
    assert looks.names == NAMES
    assert looks.title("kopi-susu") == "Kopi Susu"
    assert len({looks.title(name) for name in looks.names}) == 8


def test_they_are_what_their_maker_computes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["make_looks.py", str(tmp_path)])
    runpy.run_path(str(SHIPPED / "make_looks.py"), run_name="__main__")
    for name in NAMES:
        made, shipped = (read_cube(folder / f"{name}.cube") for folder in (tmp_path, SHIPPED))
        assert np.abs(made.table - shipped.table).max() < 1e-4


@pytest.mark.parametrize("name", NAMES)
def test_a_lighter_grey_stays_lighter_and_white_stays_paper(looks: Looks, name: str) -> None:
    cube = read_cube(SHIPPED / f"{name}.cube")
    greys = lab(cube.table[:: cube.size**2 + cube.size + 1])[:, 0]
    assert len(greys) == cube.size
    assert (np.diff(greys) > 0.5).all()
    ramp = np.arange(256, dtype=np.uint8)[None, :, None].repeat(3, axis=2)
    graded = looks.apply(name, ramp)[0].astype(int)
    assert np.abs(np.diff(graded, axis=0)).max() <= 6, "a step that is seen as a band"
    assert graded[-1].min() > 240
    assert graded[245].max() < 255, "whites must not run together"
    assert graded[0].max() < 25


@pytest.mark.parametrize("name", NAMES)
def test_colours_that_are_neighbours_stay_neighbours(name: str) -> None:
    """Else there are bands in a sky. Between the cube's points the picture's own are 11 apart."""
    cube = read_cube(SHIPPED / f"{name}.cube")
    table = lab(cube.table).reshape(cube.size, cube.size, cube.size, 3)
    for axis in range(3):
        assert np.linalg.norm(np.diff(table, axis=axis), axis=-1).max() < 16


@pytest.mark.parametrize("name", NAMES)
def test_skin_of_every_tone_keeps_its_hue_and_its_order(looks: Looks, name: str) -> None:
    before = row_of(*SKIN)
    after = looks.apply(name, before)
    plain, seen = (lab(p[0, :, ::-1].astype(np.float32) / 255) for p in (before, after))
    assert (np.diff(seen[:, 0]) < 0).all(), "a lighter face stays the lighter one"
    assert (np.abs(seen[:, 0] - plain[:, 0]) < 15).all()
    if name not in GREYS:
        hues = [np.degrees(np.arctan2(colours[:, 2], colours[:, 1])) for colours in (plain, seen)]
        assert np.abs(hues[1] - hues[0])[:-1].max() < 16  # the last is nearly black
        assert np.hypot(*seen[1:7, 1:].T).min() > 9, "nobody looks ashen"


@pytest.mark.parametrize("name", GREYS)
def test_black_and_white_has_no_tint(looks: Looks, name: str) -> None:
    picture = looks.apply(name, photograph(1, 320, 200)).astype(int)
    assert (picture.max(axis=2) == picture.min(axis=2)).all()


def test_no_two_looks_look_alike(looks: Looks) -> None:
    picture = photograph(3, 320, 200)
    in_look = [looks.apply(name, picture).astype(np.float32) / 255 for name in ("", *NAMES)]
    colours = [lab(pixels[..., ::-1].reshape(-1, 3)) for pixels in in_look]
    for number, one in enumerate(colours):
        for other in colours[number + 1 :]:
            assert np.linalg.norm(one - other, axis=1).mean() > 4


def test_without_a_look_the_picture_is_the_very_same(looks: Looks) -> None:
    picture = photograph(1, 32, 20)
    assert looks.apply("", picture) is picture


def test_a_look_that_is_not_there_is_an_error_that_names_those_that_are(looks: Looks) -> None:
    with pytest.raises(LookUnusable, match=r"no look 'hujan'; there are: hitam-putih, kaset"):
        looks.apply("hujan", photograph(1, 32, 20))
    with pytest.raises(LookUnusable):
        looks.title("hujan")


def test_the_operators_own_look_joins_and_replaces(tmp_path: Path) -> None:
    write_cube(tmp_path, "senja", "Senja Kita")
    write_cube(tmp_path, "hujan", "Hujan")
    looks = Looks((SHIPPED, tmp_path))
    assert set(looks.names) == {*NAMES, "hujan"}
    assert looks.title("senja") == "Senja Kita"
    assert looks.apply("hujan", row_of(Colour(200, 100, 50))).tolist() == [[[25, 50, 100]]]


def test_the_settings_say_which_are_offered_and_in_what_order(tmp_path: Path) -> None:
    looks = Looks((SHIPPED, tmp_path / "none"), ("senja", "perak", "senja"))
    assert looks.names == ("senja", "perak")
    assert Looks((SHIPPED,), ()).names == ()


def test_what_cannot_be_used_is_left_out_and_logged_and_the_rest_is_sold(tmp_path: Path) -> None:
    write_cube(tmp_path, "hujan", "Hujan")
    write_cube(tmp_path, "Two Words", "Named Wrongly")
    (tmp_path / "rusak.cube").write_text("LUT_3D_SIZE 2\n0 0 0\n", encoding="utf-8")
    with capture_logs() as logs:
        looks = Looks((tmp_path,), ("hujan", "Two Words", "rusak", "missing"))
        looks.prepare()
    assert looks.title("rusak") == "rusak", "a card that is shown already keeps its name"
    assert looks.names == ("hujan",)
    said = {line["look"]: line["why"] for line in logs}
    assert "must be of a-z, 0-9" in said["Two Words"]
    assert said["rusak"] == f"{tmp_path / 'rusak.cube'}: has 1 colours; LUT_3D_SIZE 2 needs 8"
    assert "there is no such file; there are: Two Words, hujan, rusak" in said["missing"]


def test_nobody_is_shown_more_looks_than_can_be_looked_through(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        write_cube(tmp_path, f"look-{number:02}", f"Look {number}")
    with capture_logs() as logs:
        assert len(Looks((tmp_path,)).names) == MOST
    assert len(logs) == 3
