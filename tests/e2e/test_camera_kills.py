"""The camera process is killed and stopped at any moment: the guest waits a moment, and is served.

Everything else is real and goes on; a seed says when it strikes.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import cv2
import psutil

from kiosk.local.booth_files import BoothFiles

from .conftest import PROJECT, answered

SESSIONS = 2
SEED = 6
BLOWS = (signal.SIGKILL, signal.SIGSTOP)
LIVES_S = (0.0, 5.0)
BLOWS_IN_ALL = 6
MARK = "camera-process"


class Tormentor(threading.Thread):
    """Strikes each camera process of ``kiosk`` once, at any moment of its life."""

    def __init__(self, kiosk: psutil.Process, seed: int) -> None:
        super().__init__(daemon=True)
        self.struck: list[signal.Signals] = []
        self._kiosk = kiosk
        self._chance = random.Random(seed)  # noqa: S311 - a seed, no secret
        self._over = threading.Event()

    def run(self) -> None:
        last = None
        while len(self.struck) < BLOWS_IN_ALL and not self._over.wait(0.01):
            camera = camera_of(self._kiosk)
            if camera is None or camera == last:
                continue
            last = camera
            self._over.wait(self._chance.uniform(*LIVES_S))
            blow = BLOWS[len(self.struck) % len(BLOWS)]
            with suppress(psutil.NoSuchProcess):
                camera.send_signal(blow)
                self.struck.append(blow)

    def end(self) -> None:
        self._over.set()
        self.join()


def camera_of(kiosk: psutil.Process) -> psutil.Process | None:
    with suppress(psutil.NoSuchProcess):
        for child in kiosk.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if MARK in child.cmdline():
                    return child
    return None


def rehearsing(booth: BoothFiles, display: str, screens: Path) -> subprocess.Popen[str]:
    options = ("--sessions", str(SESSIONS), "--screens", str(screens), "--json")
    return subprocess.Popen(
        booth.command("rehearse", *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
    )


def until(true: Callable[[], object], limit_s: float = 30.0) -> None:
    give_up = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < give_up, "did not happen in time"
        time.sleep(0.01)


def test_whenever_the_camera_process_is_hit_every_guest_gets_every_picture(
    booth: BoothFiles, display: str, tmp_path: Path
) -> None:
    with rehearsing(booth, display, tmp_path / "screens") as process:
        kiosk = psutil.Process(process.pid)
        until(lambda: camera_of(kiosk))
        tormentor = Tormentor(kiosk, SEED)
        tormentor.start()
        try:
            said, errors = process.communicate(timeout=110)
        finally:
            tormentor.end()
            process.kill()
    assert process.returncode == 0, errors
    report = json.loads(said)
    assert set(tormentor.struck) == set(BLOWS), "not enough happened"
    assert (report["completed"], report["prints_completed"]) == (SESSIONS, SESSIONS)
    assert any("shoot-one-moment" in file.name for file in (tmp_path / "screens").iterdir())
    shots = sorted((booth.data_dir / "photos").rglob("shot-*.jpg"))
    assert len(shots) == 3 * SESSIONS
    assert {cv2.imread(str(shot)).shape for shot in shots} == {(1080, 1920, 3)}
    assert answered(booth, "audit")["violations"] == []
