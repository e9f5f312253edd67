"""What a start imports, by package, before its first picture and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LINE = re.compile(r"import time: +(\d+) \| +\d+ \| *(\S+)")
WINDOW = "kiosk.touchscreen"
"""The last module that is imported before the window opens."""

MOST = 12


@dataclass(frozen=True)
class Imported:
    """``ms`` is what the package's own modules took, without what they import of others'."""

    when: str
    package: str
    ms: float
    modules: int


def imported(lines: Iterable[str]) -> list[Imported]:
    """Of what ``python -X importtime`` writes; the dearest packages of either time."""
    when = "before the first picture"
    took: dict[str, Counter[str]] = {}
    modules: dict[str, Counter[str]] = {}
    for line in lines:
        if (found := LINE.match(line)) is None:
            continue
        package = _package(found[2])
        took.setdefault(when, Counter())[package] += int(found[1])
        modules.setdefault(when, Counter())[package] += 1
        if found[2] == WINDOW:
            when = "after it"
    return [
        Imported(when, package, us / 1000, modules[when][package])
        for when, packages in took.items()
        for package, us in packages.most_common(MOST)
    ]


def _package(module: str) -> str:
    """Of our own the folder, of others' the name at the top."""
    names = module.split(".")
    return ".".join(names[:2]) if names[0] == "kiosk" else names[0]
