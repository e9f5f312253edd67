"""What is found wrong with a template folder, in words that its maker can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Flaw(NamedTuple):
    """Something wrong at a place that the caller knows."""

    what: str
    remedy: str


@dataclass(frozen=True)
class Finding:
    """``key`` is a place in ``file``, such as ``slots[0].x``; empty for the whole file."""

    file: Path
    key: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.key}: " if self.key else ""
        return f"{self.file}: {place}{self.what}; {self.remedy}"


def at(file: Path, key: str, flaws: Iterable[Flaw]) -> tuple[Finding, ...]:
    return tuple(Finding(file, key, *flaw) for flaw in flaws)
