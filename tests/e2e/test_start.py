"""How a booth starts: its window first, and a touch on it is not lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.local.booth_files import BoothFiles
from kiosk.local.world import Addresses
from kiosk.touchscreen import CAMERA_FILE
from kiosk.ui.remembered import remember, remembered
from kiosk.wiring.camera import CameraPlan

from .conftest import PROJECT, kiosk

HEAVY = {
    *("av", "boto3", "botocore", "cryptography", "cups", "cv2", "escpos", "httpx", "numpy"),
    *("peewee", "PIL", "pydantic", "rich", "segno", "structlog", "typer"),
}
LATER = (
    *("kiosk.app", "kiosk.booth.ports", "kiosk.booth.staff", "kiosk.camera", "kiosk.config"),
    *("kiosk.domain.events", "kiosk.imaging", "kiosk.store", "kiosk.ui.staff.", "kiosk.wiring"),
)
MOST_OF_OURS = 85
"""Modules; each is about a millisecond that a guest looks at a dark screen."""


@pytest.fixture
def bare(tmp_path: Path) -> BoothFiles:
    """A booth of which nothing is there."""
    files = BoothFiles(tmp_path)
    files.write(Addresses(None, (), None), camera="/dev/video-that-is-not-there")
    return files


def started(files: BoothFiles, what: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.e2e.first_picture"]
    done = subprocess.run(
        [*command, str(files.settings), str(files.data_dir), what],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=PROJECT,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_nothing_heavy_is_imported_before_the_first_picture(bare: BoothFiles) -> None:
    started(bare, "touch")  # the first start reads the settings before it opens the window
    again = started(bare, "leave")
    imported: list[str] = again["imported"]
    assert HEAVY & {name.partition(".")[0] for name in imported} == set()
    assert [name for name in imported if name.startswith(LATER)] == []
    assert len([name for name in imported if name.startswith("kiosk.")]) <= MOST_OF_OURS
    assert again["built"] is False


def test_a_touch_on_the_first_picture_of_a_booth_that_is_unwell_is_told_why(
    bare: BoothFiles,
) -> None:
    seen = started(bare, "touch")
    assert seen["state"] == "NoneType"
    assert {"camera", "printer", "licence"} <= set(seen["problems"])


def test_a_touch_on_the_first_picture_begins_a_session(booth: BoothFiles) -> None:
    seen = started(booth, "touch")
    assert seen["state"] == "Choosing"
    order = [mark["name"] for mark in seen["marks"]]
    assert order.index("first picture") < order.index("imported") < order.index("ready")


def test_a_start_that_fails_at_its_end_leaves_nothing_that_goes_on(booth: BoothFiles) -> None:
    seen = started(booth, "fail")
    assert seen["failed"] == "the last step of a start went wrong"
    assert not {"conductor", "staff", "watchman", "camera"} & set(seen["left"])


def test_staff_who_knock_on_the_first_picture_are_asked_for_their_pin(booth: BoothFiles) -> None:
    started(booth, "touch")
    seen = started(booth, "knock")
    assert seen["gate"] in ("asking", "no-pin")
    assert seen["shown"]


def test_the_camera_of_the_last_start_gives_way_to_the_one_in_force(booth: BoothFiles) -> None:
    started(booth, "touch")
    file = booth.data_dir / CAMERA_FILE
    plan = remembered(file, booth.settings, CameraPlan)
    assert plan is not None
    remember(file, booth.settings, replace(plan, source="/dev/video-that-is-not-there"))
    assert started(booth, "touch")["state"] == "Choosing"
    assert remembered(file, booth.settings, CameraPlan) == plan


def test_a_store_that_cannot_be_opened_ends_the_start_with_one_line(bare: BoothFiles) -> None:
    database = bare.data_dir / "kiosk.db"
    bare.data_dir.mkdir()
    database.write_bytes(b"no database at all, and longer than a header would be" * 4)
    done = kiosk(bare, "run")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith(f"kiosk: {database}: ")


def test_a_start_that_is_told_to_end_ends_well(bare: BoothFiles) -> None:
    running = subprocess.Popen(bare.command("run"), cwd=PROJECT)
    try:
        give_up = time.monotonic() + 30
        while not _hears(running.pid, signal.SIGTERM):
            assert time.monotonic() < give_up
            time.sleep(0.005)
        running.send_signal(signal.SIGTERM)
        assert running.wait(30) == 0
    finally:
        running.kill()
        running.wait(30)


def _hears(pid: int, wanted: signal.Signals) -> bool:
    """Whether a process has a handler for the signal, by the kernel."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    mask = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(mask, 16) >> (wanted - 1) & 1)
