"""Two hundred prints over two printers under random faults, and how long each was waited for.

Every job's waiting time stands in ``build/print-storm.json``.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from tests.bench.figure import Figure
from tests.e2e.print_storm import storm

JOBS, SEED, DEADLINE_S = 200, 2026, 1200.0
REPORT = Path(__file__).resolve().parents[2] / "build" / "print-storm.json"


def figures(folder: Path) -> list[Figure]:
    report = storm(folder, JOBS, SEED, DEADLINE_S)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(asdict(report), indent=1), encoding="utf-8")
    waited = report.waited_s
    return [
        Figure("prints out", report.out, "", JOBS, at_least=True),
        Figure("sheets twice", report.twice, "", 0),
        Figure("pictures lost", report.lost - report.owed, "", 0),
        Figure("prints owed", report.owed, "", 0),
        Figure("prints moved to the other printer", report.moved, ""),
        Figure("troubles meanwhile", sum(report.weather.values()), ""),
        Figure("a print's wait p50", waited[len(waited) // 2], "s"),
        Figure("a print's wait p95", waited[int(0.95 * len(waited))], "s"),
        Figure("the longest wait", waited[-1], "s"),
    ]
