"""Five hundred guests pay, end to end, while the network, Xendit, printers and the booth fail.

What befell them and how each session ended is printed, and stands in ``build/paid-storm.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from tests.bench.figure import Figure
from tests.e2e.paid_storm import PaidReport, storm

SESSIONS, SEED = 560, 2026
LEAVE_UNPAID = 0.1
"""At the most: some guests only look, or leave in time."""

REPORT = Path(__file__).resolve().parents[2] / "build" / "paid-storm.json"


def figures(folder: Path, sessions: int = SESSIONS) -> list[Figure]:
    report = storm(folder, sessions, SEED)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(asdict(report), indent=1), encoding="utf-8")
    sys.stdout.writelines(line + "\n" for line in _table(report))
    took = sum(report.money.values())
    return [
        Figure(
            "paid sessions", _paid(report), "", int(sessions * (1 - LEAVE_UNPAID)), at_least=True
        ),
        Figure("sessions delivered", report.endings.get("delivered", 0), ""),
        Figure("taken", took, "rupiah"),
        Figure("promises broken", len(report.wrong), "", 0),
        Figure("the storm and its healing", report.seconds, "s", 1500),
    ]


def _paid(report: PaidReport) -> int:
    """Delivered or settled: what was not paid is cancelled."""
    return sum(n for how, n in report.endings.items() if not how.startswith("cancelled"))


def _table(report: PaidReport) -> list[str]:
    return [
        *_part("what befell them", report.troubles),
        *_part("how their sessions ended", report.endings),
        *_part("rupiah taken", report.money),
        *_part("counted", report.counts),
        *(f"WRONG  {words}" for words in report.wrong),
    ]


def _part(title: str, counts: Mapping[str, int]) -> list[str]:
    return [f"{title}:", *(f"  {name:40}{count:>10}" for name, count in counts.items())]
