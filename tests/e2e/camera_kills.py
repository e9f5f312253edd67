"""Strikes at a booth's camera process at any moment, while guests are served.

Everything else is real and goes on; a seed says when it strikes.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from kiosk.local.booth_files import BoothFiles

from .conftest import PROJECT

BLOWS = (signal.SIGKILL, signal.SIGSTOP)
LIVES_S = (0.0, 5.0)
REVIEW_S = 0.4  # the guest looks at the first shot: the next countdown begins
MARK = "camera-process"


@dataclass(frozen=True)
class Torment:
    """``struck`` is what hit the camera process, in order. ``paid`` are the sessions with a
    payment, ``delivered`` those that ended well; the rest was turned away before it paid, because
    nothing is sold while the camera is away. ``shots`` are the files of shots."""

    struck: tuple[signal.Signals, ...]
    paid: int
    delivered: int
    shots: tuple[Path, ...]


class Tormentor(threading.Thread):
    """Strikes each camera process of ``kiosk`` once, at any moment of its life; the first one hangs
    between two shots."""

    def __init__(
        self, kiosk: psutil.Process, blows: int, seed: int, first: Callable[[], bool]
    ) -> None:
        super().__init__(daemon=True)
        self.struck: list[signal.Signals] = []
        self._kiosk = kiosk
        self._blows = blows
        self._first = first
        self._chance = random.Random(seed)  # noqa: S311 - a seed, no secret
        self._over = threading.Event()

    def run(self) -> None:
        while not (self._first() or self._over.wait(0.05)):
            pass
        self._over.wait(REVIEW_S)
        last = camera_of(self._kiosk)
        self._strike(last, signal.SIGSTOP)
        while len(self.struck) < self._blows and not self._over.wait(0.01):
            camera = camera_of(self._kiosk)
            if camera is None or camera == last:
                continue
            last = camera
            self._over.wait(self._chance.uniform(*LIVES_S))
            self._strike(camera, BLOWS[len(self.struck) % len(BLOWS)])

    def _strike(self, camera: psutil.Process | None, blow: signal.Signals) -> None:
        with suppress(psutil.NoSuchProcess):
            if camera is not None:
                camera.send_signal(blow)
                self.struck.append(blow)

    def end(self) -> None:
        self._over.set()
        if self.is_alive():
            self.join()


def tormented(
    booth: BoothFiles,
    display: str,
    screens: Path,
    *,
    sessions: int,
    blows: int,
    seed: int,
    limit_s: float,
) -> Torment:
    """A rehearsal to its end, of as many guests as there are ``sessions``."""
    options = ("--sessions", str(sessions), "--screens", str(screens), "--json")
    with subprocess.Popen(
        booth.command("rehearse", *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
    ) as process:
        kiosk = psutil.Process(process.pid)
        shot = "SELECT COUNT(*) FROM session_events WHERE type = 'ShotTaken'"
        tormentor = Tormentor(kiosk, blows, seed, lambda: _count(booth, shot) > 0)
        try:
            _until(lambda: camera_of(kiosk))
            tormentor.start()
            said, errors = process.communicate(timeout=limit_s)
        finally:
            process.kill()
            tormentor.end()
    assert json.loads(said)["sessions"] == sessions, errors
    shots = sorted((booth.data_dir / "photos").rglob("shot-*.jpg"))
    return Torment(
        tuple(tormentor.struck),
        _count(booth, "SELECT COUNT(*) FROM payments WHERE status = 'completed'"),
        _count(booth, "SELECT COUNT(*) FROM sessions WHERE state = 'Delivered'"),
        tuple(shots),
    )


def camera_of(kiosk: psutil.Process) -> psutil.Process | None:
    with suppress(psutil.NoSuchProcess):
        for child in kiosk.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                if MARK in child.cmdline():
                    return child
    return None


def _count(booth: BoothFiles, query: str) -> int:
    with closing(sqlite3.connect(booth.data_dir / "kiosk.db")) as store:
        [(found,)] = store.execute(query)
    return int(found)


def _until(true: Callable[[], object], limit_s: float = 30.0) -> None:
    give_up = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < give_up, "did not happen in time"
        time.sleep(0.01)
