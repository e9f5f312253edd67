"""Whether the drop-in that keeps cupsd from printing twice is in its place."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.printing.restarts import holds_queues

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "operating.md"


def test_the_manual_s_own_drop_in_is_recognised(tmp_path: Path) -> None:
    [drop_in] = re.findall(r"```ini\n(\[Service\]\nExecStartPre=.*\n)```", MANUAL.read_text())
    assert holds_queues(tmp_path, tmp_path) is False
    (tmp_path / "kiosk.conf").write_text(drop_in)
    assert holds_queues(tmp_path, tmp_path) is True


def test_without_systemd_nobody_can_tell(tmp_path: Path) -> None:
    assert holds_queues(tmp_path / "nowhere", tmp_path) is None
