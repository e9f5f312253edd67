"""One figure of the benchmarks, beside its goal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``goal`` is an upper limit unless ``at_least``; None where there is none yet."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False

    @property
    def line(self) -> str:
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f"{sign} {self.goal:g}"
        row = f"{self.name:40}{self.value:>10g} {self.unit:12}{goal:>8}  {self.verdict}"
        return row.rstrip()

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        kept = self.value >= self.goal if self.at_least else self.value <= self.goal
        return "kept" if kept else "MISSED"
