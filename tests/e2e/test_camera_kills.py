"""The camera process is killed and stopped at any moment: the guest waits, and is served."""

from __future__ import annotations

from pathlib import Path

import cv2

from kiosk.local.booth_files import BoothFiles

from .camera_kills import BLOWS, tormented
from .conftest import answered

SESSIONS = 2


def test_whenever_the_camera_process_is_hit_every_guest_gets_every_picture(
    booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    screens = tmp_path / "screens"
    torment = tormented(booth, display, screens, sessions=SESSIONS, blows=6, seed=6, limit_s=110)
    assert set(torment.struck) == set(BLOWS), "not enough happened"
    report = torment.report
    assert (report["completed"], report["prints_completed"]) == (SESSIONS, SESSIONS)
    assert any("shoot-one-moment" in file.name for file in screens.iterdir())
    shots = sorted((booth.data_dir / "photos").rglob("shot-*.jpg"))
    assert len(shots) == 3 * SESSIONS
    assert {cv2.imread(str(shot)).shape for shot in shots} == {(1080, 1920, 3)}
    assert answered(booth, "audit")["violations"] == []
