"""A small clip, cameras that are stopped after the test, and waiting with a limit."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.camera.burst.eyes import Eyes
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.stills.camera import StillCamera
from kiosk.domain.camera import CameraState
from tests.camera.dslr_world import VirtualDslr

COMMAND = [sys.executable, "-m", "kiosk.camera.process"]
IMPATIENT = Limits(stall_s=0.5, pauses_s=(0.05, 0.1))
WITH_STILLS = Limits(still_s=1.0, pauses_s=(0.05, 0.1))

MakeCamera = Callable[..., SupervisedCamera]
MakeStills = Callable[..., StillCamera]


def make_clip(file: Path, fps: float, frames: int = 20) -> Path:
    """320×240, left half dark, right half bright, and slowly changing."""
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), fps, (320, 240))
    for number in range(frames):
        picture = np.full((240, 320, 3), 20 + number, np.uint8)
        picture[:, 160:] = 200 + number
        writer.write(picture)
    writer.release()
    return file


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("clip") / "thirty.avi", fps=30)


@pytest.fixture(scope="session")
def slow_clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five frames a second: a ring of it reaches most of a second back."""
    return make_clip(tmp_path_factory.mktemp("clip") / "five.avi", fps=5)


@pytest.fixture
def make_camera() -> Iterator[MakeCamera]:
    """Starts a camera on a source, with settings as keywords; all are stopped afterwards."""
    made: list[SupervisedCamera] = []

    def make(
        source: str, limits: Limits = IMPATIENT, eyes: Eyes | None = None, **settings: int
    ) -> SupervisedCamera:
        camera = SupervisedCamera(CameraSettings(source, **settings), COMMAND, limits, eyes)
        camera.start()
        made.append(camera)
        return camera

    yield make
    for camera in made:
        camera.stop()


@pytest.fixture
def dslr(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VirtualDslr:
    """Plugged in."""
    folder = tmp_path / "dslr"
    folder.mkdir()
    monkeypatch.setenv("VCAMERADIR", str(folder))
    return VirtualDslr(folder)


@pytest.fixture
def make_stills(clip: Path, dslr: VirtualDslr) -> Iterator[MakeStills]:
    """The clip as live view, the DSLR for the shots; ready to shoot, stopped afterwards."""
    made: list[StillCamera] = []

    def make(offset_ms: int = 0, limits: Limits = WITH_STILLS) -> StillCamera:
        shots = CameraSettings("dslr", latency_offset_ms=offset_ms)
        camera = StillCamera(CameraSettings(f"clip:{clip}"), shots, COMMAND, limits)
        made.append(camera)
        camera.start()
        until(lambda: camera.status().state is CameraState.LIVE and camera.takes_stills())
        return camera

    yield make
    for camera in made:
        camera.stop()


def until(true: Callable[[], object], limit_s: float = 10.0) -> None:
    """Returns as soon as ``true()`` holds; fails after ``limit_s``."""
    deadline = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < deadline, "did not happen in time"
        time.sleep(0.002)
