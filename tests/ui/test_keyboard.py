"""Qt's keyboard: there where staff type, and nowhere else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("size", ["540x960", "960x540"])
def test_the_keyboard_comes_with_a_field_and_leaves_it_in_sight(tmp_path: Path, size: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.keyboard_probe", str(tmp_path), size],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "before": False,
        "shown": True,
        "apart": True,
        "inside": True,
    }
