"""``.cube`` files: Adobe's Cube LUT Specification 1.0, three-dimensional tables.

Also read is what DaVinci Resolve writes for a domain, ``LUT_3D_INPUT_RANGE 0 1``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kiosk.domain.errors import LookUnusable

Table = npt.NDArray[np.float32]
Triple = tuple[float, float, float]
Mistake = Callable[[str], LookUnusable]

SIZES = range(2, 66)  # Pillow takes no larger ones, and programs write 17, 33 or 65
LARGEST_BYTES = 16 * 1024 * 1024  # 65³ lines of three numbers are about 8 MB
LONGEST_LINE = 250  # by the specification
LONGEST_TITLE = 80
HEAD_LINES = 100  # comments and keywords; what comes later is read with the table

FURTHEST = 100.0  # colours are from 0 to 1; some programs' tables reach a little beyond

NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
TITLE = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, eq=False)
class Cube:
    """``table`` has shape (size³, 3), RGB, red changing fastest; ``low`` and ``high`` are the
    colours that its first and its last entry stand for."""

    title: str
    size: int
    table: Table
    low: Triple
    high: Triple


@dataclass(frozen=True)
class _Head:
    """What stands before the table; ``size`` is 0 until it is known."""

    title: str = ""
    size: int = 0
    low: Triple = (0.0, 0.0, 0.0)
    high: Triple = (1.0, 1.0, 1.0)


def read_title(file: Path) -> str:
    """As a guest reads it, without the table, which takes a hundred times as long.

    Raises LookUnusable, as ``read_cube`` does for what stands before the table.
    """
    try:
        with file.open(encoding="utf-8-sig") as text:
            lines = [text.readline(LONGEST_LINE + 1).strip() for _ in range(HEAD_LINES)]
    except OSError as error:
        raise LookUnusable(f"{file}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LookUnusable(f"{file}: is not a text") from error
    head = _Head()
    for number, line in enumerate(lines, start=1):
        if _is_of_table(line):
            break
        if line and not line.startswith("#"):
            head = _with_keyword(head, line, _mistake_at(file, number))
    return head.title or file.stem


def read_cube(file: Path) -> Cube:
    """Raises LookUnusable, which names file, line and mistake."""
    lines = _read_lines(file)
    head, numbers = _Head(), list[int]()
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        if _is_of_table(line):
            numbers.append(number)
            continue
        wrong = _mistake_at(file, number)
        if numbers:
            raise wrong(f"{_short(line)} stands behind the table's first line")
        head = _with_keyword(head, line, wrong)
    if not head.size:
        raise LookUnusable(f"{file}: has no LUT_3D_SIZE")
    if not all(low < high for low, high in zip(head.low, head.high, strict=True)):
        raise LookUnusable(f"{file}: DOMAIN_MIN must be below DOMAIN_MAX")
    table = _table(file, lines, numbers, head.size)
    return Cube(head.title or file.stem, head.size, table, head.low, head.high)


def _read_lines(file: Path) -> list[str]:
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise LookUnusable(f"{file}: is larger than {LARGEST_BYTES // 1024**2} MB")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LookUnusable(f"{file}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LookUnusable(f"{file}: is not a text") from error
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise LookUnusable(f"{file}:{number}: is longer than {LONGEST_LINE} characters")
    return [line.strip() for line in lines]


def _is_of_table(line: str) -> bool:
    return bool(line) and not line[0].isalpha() and line[0] not in '"#'


def _mistake_at(file: Path, line: int) -> Mistake:
    return lambda what: LookUnusable(f"{file}:{line}: {what}")


def _with_keyword(head: _Head, line: str, wrong: Mistake) -> _Head:
    keyword, *values = line.split()
    match keyword:
        case "TITLE":
            title = TITLE.fullmatch(line.removeprefix("TITLE").strip())
            if title is None:
                raise wrong('TITLE must be in quotes: TITLE "Senja"')
            return replace(head, title=title[1].strip()[:LONGEST_TITLE])
        case "LUT_3D_SIZE":
            return replace(head, size=_size(values, wrong))
        case "LUT_1D_SIZE":
            raise wrong("is a table for each channel alone; a look needs LUT_3D_SIZE")
        case "DOMAIN_MIN":
            return replace(head, low=_triple(values, wrong))
        case "DOMAIN_MAX":
            return replace(head, high=_triple(values, wrong))
        case "LUT_3D_INPUT_RANGE":
            low, high = _numbers(values, 2, wrong)
            return replace(head, low=(low,) * 3, high=(high,) * 3)
        case _:
            raise wrong(f"{_short(keyword)} is not a keyword of .cube files")


def _size(values: list[str], wrong: Mistake) -> int:
    if (
        len(values) != 1
        or not re.fullmatch(r"[0-9]{1,4}", values[0])
        or int(values[0]) not in SIZES
    ):
        raise wrong(f"LUT_3D_SIZE must be one number from {SIZES[0]} to {SIZES[-1]}")
    return int(values[0])


def _triple(values: list[str], wrong: Mistake) -> Triple:
    red, green, blue = _numbers(values, 3, wrong)
    return red, green, blue


def _numbers(words: list[str], count: int, wrong: Mistake) -> list[float]:
    if len(words) != count or not all(NUMBER.fullmatch(word) for word in words):
        raise wrong(f"must have {count} numbers, not {_short(' '.join(words)) or 'nothing'}")
    values = [float(word) for word in words]
    if any(abs(value) > FURTHEST for value in values):
        raise wrong(f"numbers must be from {-FURTHEST:g} to {FURTHEST:g}")
    return values


def _table(file: Path, lines: list[str], numbers: list[int], size: int) -> Table:
    if len(numbers) != size**3:
        raise LookUnusable(
            f"{file}: has {len(numbers)} colours; LUT_3D_SIZE {size} needs {size**3}"
        )
    try:
        rows = [lines[number - 1] for number in numbers]
        table = np.loadtxt(rows, np.float64, comments=None, ndmin=2)
    except ValueError:
        table = np.empty((0, 3))
    if table.shape == (size**3, 3) and bool((np.abs(table) <= FURTHEST).all()):
        return table.astype(np.float32)
    checked = [_numbers(lines[n - 1].split(), 3, _mistake_at(file, n)) for n in numbers]
    return np.asarray(checked, np.float32)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
