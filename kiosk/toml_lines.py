"""Where in a TOML text a key stands: the one thing that tomllib does not tell."""

from __future__ import annotations

import re

HEADER = re.compile(r"^\s*\[(\[?)\s*([A-Za-z0-9_.-]+)\s*\]?\]")
KEY = re.compile(r"""^\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")


def line_of(text: str, loc: tuple[int | str, ...]) -> int:
    """The line (from 1) of the key at ``loc``, else of the table around it, else 1.

    ``loc`` is a path as pydantic gives it: ("packages", 1, "price") is the second
    ``[[packages]]`` table's ``price``.
    """
    best = 1
    depth = 0
    for number, here in _places(text):
        shared = _shared(here, loc)
        if shared > depth and shared == len(here):
            best, depth = number, shared
    return best


def _places(text: str) -> list[tuple[int, tuple[int | str, ...]]]:
    """Every header and key with its line and its full path."""
    table: tuple[int | str, ...] = ()
    counts: dict[str, int] = {}
    found: list[tuple[int, tuple[int | str, ...]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            name = header[2]
            if header[1]:
                counts[name] = counts.get(name, -1) + 1
                table = (name, counts[name])
            else:
                table = tuple(name.split("."))
            found.append((number, table))
        elif key := KEY.match(line):
            found.append((number, (*table, key[1])))
    return found


def _shared(here: tuple[int | str, ...], loc: tuple[int | str, ...]) -> int:
    count = 0
    for a, b in zip(here, loc, strict=False):
        if a != b:
            break
        count += 1
    return count
