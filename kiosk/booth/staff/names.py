"""Names that nobody else has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count

LONGEST_NAME = 60
LONGEST_QUEUE = 40


def tidy(name: str) -> str:
    """As staff typed it, on one line."""
    line = " ".join(name.split())
    return "".join(c for c in line if c.isprintable())[:LONGEST_NAME].strip()


def free_name(name: str, taken: Callable[[str], bool]) -> str:
    return next(n for n in _numbered(name, " ", LONGEST_NAME) if not taken(n))


def free_queue(name: str, taken: Callable[[str], bool]) -> str:
    """A CUPS queue's name: lower case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_QUEUE].strip("-") or "printer"
    return next(n for n in _numbered(stem, "-", LONGEST_QUEUE) if not taken(n))


def _numbered(stem: str, joint: str, longest: int) -> Iterator[str]:
    yield stem
    for number in count(2):
        tail = f"{joint}{number}"
        yield stem[: longest - len(tail)].rstrip(joint) + tail
