"""The storm over paid sessions, short and seeded; ``./dev bench --only paid`` has it in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from .paid_storm import storm

SESSIONS, SEED = 12, 85


@pytest.mark.timeout(300)
def test_whoever_paid_is_delivered_or_settled_and_every_rupiah_adds_up(tmp_path: Path) -> None:
    report = storm(tmp_path, SESSIONS, SEED)
    assert report.wrong == (), report
    assert sum(report.endings.values()) >= SESSIONS
    assert report.endings["delivered"] > 0
    assert report.troubles["kills"] > 0
