"""The storm over two printers, short and seeded; ``./dev bench`` has it in full."""

from __future__ import annotations

from pathlib import Path

from .print_storm import storm

JOBS, SEED, DEADLINE_S = 30, 2026, 240.0


def test_thirty_jobs_under_random_faults_come_out_once_each(tmp_path: Path) -> None:
    report = storm(tmp_path, JOBS, SEED, DEADLINE_S)
    assert report.twice == 0, report
    assert report.lost == report.owed, report
    assert report.out + report.owed == JOBS, report
