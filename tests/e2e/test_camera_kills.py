"""The camera process is killed and stopped at any moment: who paid waits, and is served."""

from __future__ import annotations

from pathlib import Path

import cv2

from kiosk.local.booth_files import BoothFiles

from .camera_kills import BLOWS, tormented
from .conftest import answered

SESSIONS = 2


def test_whenever_the_camera_process_is_hit_whoever_paid_gets_every_picture(
    booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    screens = tmp_path / "screens"
    torment = tormented(booth, display, screens, sessions=SESSIONS, blows=6, seed=6, limit_s=110)
    assert set(torment.struck) == set(BLOWS), "not enough happened"
    assert torment.delivered == torment.paid > 0
    assert any("shoot-one-moment" in file.name for file in screens.iterdir())
    assert len(torment.shots) == 3 * torment.paid
    assert {cv2.imread(str(shot)).shape for shot in torment.shots} == {(1080, 1920, 3)}
    assert answered(booth, "audit")["violations"] == []
