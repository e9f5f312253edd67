"""Where the time of a start goes."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

from kiosk.age import process_age_ms


@dataclass(frozen=True)
class Mark:
    """``at_ms`` since the process began, ``cpu_ms`` of all its threads and of no child;
    ``modules`` had been imported by then."""

    name: str
    at_ms: int
    cpu_ms: int
    modules: int


class StartMarks:
    """Made when Python runs; from any thread. Only the first mark of a name counts."""

    def __init__(self) -> None:
        self._marks: dict[str, Mark] = {}
        self.add("python")

    def add(self, name: str) -> bool:
        """Whether it was the first of its name."""
        mark = Mark(name, process_age_ms(), round(time.process_time() * 1000), len(sys.modules))
        return self._marks.setdefault(name, mark) is mark

    def all(self) -> tuple[Mark, ...]:
        """In their order."""
        return tuple(self._marks.values())
