"""A .cube file is read as its specification says, and what is wrong with one is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from kiosk.domain.errors import LookUnusable
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.cube import LARGEST_BYTES, Cube, read_cube
from kiosk.imaging.looks.grading import Grade
from tests.imaging.conftest import photograph
from tests.imaging.cubes import lattice, looked_up

CORNERS = "0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n"
PLAIN = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
SHAPES = st.integers(1, 40), st.integers(1, 40)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "senja.cube"


def colours(seed: int, height: int = 64, width: int = 64) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def far(one: Pixels, other: Pixels) -> int:
    return int(np.abs(one.astype(int) - other).max())


@pytest.mark.parametrize("size", [2, 3, 17, 25, 33, 64, 65])
def test_the_cube_that_changes_nothing_changes_nothing(size: int) -> None:
    picture = photograph(1, 640, 400)
    assert (Grade(Cube("", size, lattice(size), *PLAIN)).apply(picture) == picture).all()


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 33), st.integers(0, 2**32 - 1), *SHAPES)
def test_any_cube_gives_what_exact_arithmetic_gives_within_one_level(
    size: int, seed: int, height: int, width: int
) -> None:
    table = np.random.default_rng(seed).random((size**3, 3), dtype=np.float32)
    cube, picture = Cube("", size, table, *PLAIN), colours(seed, height, width)
    assert far(Grade(cube).apply(picture), looked_up(cube, picture)) <= 1


def test_a_large_picture_on_two_threads_is_the_same_as_in_one_piece() -> None:
    table = np.random.default_rng(1).random((17**3, 3), dtype=np.float32)
    cube, picture = Cube("", 17, table, *PLAIN), photograph(2, 1500, 901)
    grade = Grade(cube)
    rows = np.vstack([grade.apply(picture[row : row + 50]) for row in range(0, 901, 50)])
    assert (grade.apply(picture) == rows).all()
    assert far(rows, looked_up(cube, picture)) <= 1


def test_the_picture_that_is_given_stays_as_it_is() -> None:
    picture = colours(1)
    before = picture.copy()
    Grade(Cube("", 2, 1 - lattice(2), *PLAIN)).apply(picture[10:50, 5:])
    assert (picture == before).all()


def test_a_table_may_reach_beyond_black_and_white() -> None:
    cube = Cube("", 9, lattice(9) * 1.8 - 0.4, *PLAIN)
    assert far(Grade(cube).apply(colours(3)), looked_up(cube, colours(3))) <= 1


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ((0.1, 0.2, 0.0), (0.9, 1.0, 0.7)),
        ((-0.5, 0.0, -0.1), (1.5, 2.0, 1.0)),
    ],
)
def test_a_domain_of_its_own_is_kept(
    low: tuple[float, float, float], high: tuple[float, float, float]
) -> None:
    table = lattice(33) ** 1.3
    cube = Cube("", 33, table, low, high)
    assert far(Grade(cube).apply(colours(4)), looked_up(cube, colours(4))) <= 1


def test_red_changes_fastest_in_the_file(file: Path) -> None:
    file.write_text("LUT_3D_SIZE 2\n0 0 0\n1 0 0\n" + "0.5 0.5 0.5\n" * 6, encoding="utf-8")
    red_in_bgr = np.array([[[0, 0, 255]]], np.uint8)
    assert Grade(read_cube(file)).apply(red_in_bgr).tolist() == [[[0, 0, 255]]]


def test_all_that_the_specification_allows_is_read(file: Path) -> None:
    text = (
        "\ufeff# made by hand\r\n\r\n"
        'TITLE "Kopi  Susu"\r\n'
        "LUT_3D_SIZE\t2\r\n"
        "DOMAIN_MIN 0 0.0 -1e-1\r\n"
        "DOMAIN_MAX 1.0 +1 1\r\n"
        "\t 1e-3   .5\t-0.25  \r\n"
        "# in the middle\r\n" + "1. 1E0 0\r\n" * 7
    )
    file.write_bytes(text.encode())
    cube = read_cube(file)
    assert (cube.title, cube.size) == ("Kopi  Susu", 2)
    assert (cube.low, cube.high) == ((0.0, 0.0, -0.1), (1.0, 1.0, 1.0))
    assert cube.table.shape == (8, 3)
    assert cube.table[0].tolist() == pytest.approx([0.001, 0.5, -0.25])


def test_resolves_word_for_the_domain_is_known(file: Path) -> None:
    file.write_text("LUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0.0 2.0\n" + CORNERS, encoding="utf-8")
    assert read_cube(file).high == (2.0, 2.0, 2.0)


def test_without_a_title_it_is_called_as_its_file(file: Path) -> None:
    file.write_text("LUT_3D_SIZE 2\n" + CORNERS, encoding="utf-8")
    assert read_cube(file).title == "senja"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no LUT_3D_SIZE"),
        (CORNERS, "has no LUT_3D_SIZE"),
        ("LUT_3D_SIZE 66\n", ":1: LUT_3D_SIZE must be one number from 2 to 65"),
        ("LUT_3D_SIZE 1\n", ":1: LUT_3D_SIZE must be one number from 2 to 65"),
        ("LUT_3D_SIZE ٢\n", ":1: LUT_3D_SIZE must be one number from 2 to 65"),
        ("LUT_3D_SIZE\n", ":1: LUT_3D_SIZE must be one number from 2 to 65"),
        ("\nLUT_1D_SIZE 2\n", ":2: is a table for each channel alone"),
        ("TITLE Senja\n", ":1: TITLE must be in quotes"),
        ("FOO 1\n", ":1: FOO is not a keyword"),
        ("LUT_3D_SIZE 2\n" + CORNERS + "TITLE 'X'\n", ":10: TITLE 'X' stands behind the table"),
        ("LUT_3D_SIZE 2\n" + CORNERS[6:], "has 7 colours; LUT_3D_SIZE 2 needs 8"),
        ("LUT_3D_SIZE 2\n0 0 0\n" + CORNERS, "has 9 colours; LUT_3D_SIZE 2 needs 8"),
        ("LUT_3D_SIZE 2\n0 0\n" + CORNERS[6:], ":2: must have 3 numbers, not 0 0"),
        ("LUT_3D_SIZE 2\n0 0 0 0\n" + CORNERS[6:], ":2: must have 3 numbers, not 0 0 0 0"),
        ("LUT_3D_SIZE 2\n0,0,0\n" + CORNERS[6:], ":2: must have 3 numbers, not 0,0,0"),
        ("LUT_3D_SIZE 2\n" + CORNERS.replace("1 1 0", "1 x 0"), ":5: must have 3 numbers"),
        ("LUT_3D_SIZE 2\n" + CORNERS.replace("1 1 0", "1 nan 0"), ":5: must have 3 numbers"),
        ("LUT_3D_SIZE 2\n" + CORNERS.replace("1 1 0", "1 1e9 0"), ":5: numbers must be from -100"),
        ("LUT_3D_SIZE 2\n" + CORNERS.replace("1 1 0", "1 1_0 0"), ":5: must have 3 numbers"),
        ("LUT_3D_SIZE 2\nDOMAIN_MIN 0 1\n" + CORNERS, ":2: must have 3 numbers, not 0 1"),
        ("LUT_3D_SIZE 2\nDOMAIN_MAX 1 1 0\n" + CORNERS, "DOMAIN_MIN must be below DOMAIN_MAX"),
        ("# " + "x" * 300 + "\n", ":1: is longer than 250 characters"),
    ],
)
def test_a_mistake_is_named_with_its_line(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LookUnusable) as wrong:
        read_cube(file)
    assert said in str(wrong.value)
    assert str(wrong.value).startswith(str(file))


def test_what_is_no_text_is_refused(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    with pytest.raises(LookUnusable, match="is not a text"):
        read_cube(file)


def test_a_file_too_large_is_not_read_at_all(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(LARGEST_BYTES + 1)
    with pytest.raises(LookUnusable, match="is larger than 16 MB"):
        read_cube(file)


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(LookUnusable, match=r"senja\.cube: can't be read: No such file"):
        read_cube(file)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(("", "LUT_3D_SIZE 2\n")), st.text(max_size=200))
def test_no_text_does_worse_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, head: str, text: str
) -> None:
    file = tmp_path_factory.mktemp("cube") / "any.cube"
    file.write_text(head + text, encoding="utf-8", errors="replace")
    with pytest.raises(LookUnusable):
        read_cube(file)
