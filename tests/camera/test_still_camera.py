"""Shots from another camera than the live view's."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from kiosk.camera.stills.camera import StillCamera
from kiosk.config import Config
from kiosk.domain.camera import CameraState
from kiosk.wiring.camera import camera_of
from tests.camera.conftest import COMMAND, IMPATIENT, until

SETTINGS = {
    "cloud": {"url": "http://127.0.0.1:1", "license_public_key": "A" * 43},
    "packages": [{"key": "one", "name": "One", "template": "classic-4x6", "price": 1}],
}


@contextmanager
def running(live: str, still: str) -> Iterator[StillCamera]:
    shots = CameraSettings(still, nearest_limit_ms=1_000)
    camera = StillCamera(CameraSettings(live), shots, COMMAND, IMPATIENT)
    camera.start()
    try:
        until(lambda: camera.status().state is CameraState.LIVE)
        yield camera
    finally:
        camera.stop()


def test_a_second_camera_takes_the_shots(clip: Path, slow_clip: Path) -> None:
    with running(f"clip:{clip}", f"clip:{slow_clip}") as camera:
        until(camera.takes_stills)
        live = camera.wait_newer(40, 5)
        shot = camera.nearest(time.monotonic_ns())
        assert live is not None
        assert shot.number < live.number / 2, "the slow one's numbers"
        assert camera.status().detail == ""
        assert camera.process_id != camera.still_process_id


def test_where_the_second_camera_is_not_there_the_shots_come_from_the_live_picture(
    clip: Path, tmp_path: Path
) -> None:
    with running(f"clip:{clip}", f"clip:{tmp_path / 'missing.avi'}") as camera:
        until(lambda: "There is no clip" in camera.status().detail)
        assert camera.nearest(time.monotonic_ns()).pixels.shape == (240, 320, 3)


@pytest.mark.parametrize(
    ("section", "kind", "lead_s"),
    [
        ({"source": "0"}, SupervisedCamera, 0.0),
        ({"source": "0", "still": "/dev/video0"}, SupervisedCamera, 0.0),
        ({"source": "0", "still": "1"}, StillCamera, 0.0),
        ({"source": "0", "still": "dslr", "still_offset_ms": -80}, StillCamera, 0.08),
        ({"source": "dslr", "still_offset_ms": -80}, StillCamera, 0.08),
        ({"source": "dslr:D750", "still": "dslr"}, StillCamera, 0.0),
    ],
)
def test_the_settings_say_where_the_shots_come_from(
    section: dict[str, object], kind: type[SupervisedCamera], lead_s: float
) -> None:
    camera = camera_of(Config.model_validate({"camera": section, **SETTINGS}))
    assert type(camera) is kind
    assert camera.lead_s() == lead_s
    camera.stop()
