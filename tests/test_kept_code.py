"""Dataclasses that are made with what an earlier start has compiled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MAKE = """
import dataclasses, sys
from pathlib import Path
from kiosk.kept_code import KeptCode

code = KeptCode(Path(sys.argv[1]))
code.serve()
compiled = []
sys.addaudithook(lambda name, args: compiled.append(args) if name == "compile" else None)

@dataclasses.dataclass(frozen=True)
class Sheet:
    name: str
    copies: int = 2

compiled = [source for source, *_ in compiled if source is not None]
same = Sheet("a") == Sheet("a", 2), hash(Sheet("a")) == hash(("a", 2))
print(len(compiled), Sheet("a"), *same)
code.keep()
"""


def made(file: Path) -> tuple[int, str]:
    """How many texts were compiled, and what the class is like."""
    command = [sys.executable, "-W", "error", "-c", MAKE, str(file)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout
    compiled, _, rest = said.partition(" ")
    return int(compiled), rest.strip()


def test_the_second_start_compiles_nothing_and_makes_the_same(tmp_path: Path) -> None:
    file = tmp_path / "code"
    first, like = made(file)
    assert first > 0
    assert like == "Sheet(name='a', copies=2) True True"
    assert made(file) == (0, like)
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoil", [lambda b: b[: len(b) // 2], lambda b: b[:-9] + b"!" + b[-8:]])
def test_a_file_that_is_not_whole_is_as_none(tmp_path: Path, spoil: object) -> None:
    file = tmp_path / "code"
    first, like = made(file)
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]  # a lambda of the list
    assert made(file) == (first, like)
    assert made(file) == (0, like)
