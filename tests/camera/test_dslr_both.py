"""One DSLR for the live view and the shots; the live view is a stand-in, the shots are not."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.camera.settings import CameraSettings
from kiosk.camera.stills.camera import StillCamera
from kiosk.domain.camera import CameraState
from tests.camera.conftest import COMMAND, WITH_STILLS, until
from tests.camera.dslr_world import VirtualDslr, photograph, struck

LIVE_VIEW = Path(__file__).with_name("live_view_stand_in")
LIVE_SHAPE = (640, 424, 3)


@pytest.fixture
def camera(
    dslr: VirtualDslr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StillCamera]:
    photograph(tmp_path / "live.jpg", width=640, height=424)
    monkeypatch.setenv("PYTHONPATH", str(LIVE_VIEW), prepend=os.pathsep)
    monkeypatch.setenv("LIVE_VIEW", str(tmp_path / "live.jpg"))
    both = CameraSettings("dslr")
    camera = StillCamera(both, both, COMMAND, WITH_STILLS)
    camera.start()
    until(lambda: camera.status().state is CameraState.LIVE)
    yield camera
    camera.stop()


def test_one_process_gives_the_live_view_and_the_shots(
    camera: StillCamera, dslr: VirtualDslr
) -> None:
    live = camera.latest()
    assert live is not None
    assert (live.pixels.shape, live.original) == (LIVE_SHAPE, None)
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture
    assert camera.process_id == camera.still_process_id
    assert camera.wait_newer(live.number + 20, 5), "the live view goes on after a shot"


def test_a_failed_shot_is_taken_from_the_live_view_which_goes_on(
    camera: StillCamera, dslr: VirtualDslr
) -> None:
    process = camera.process_id
    dslr.empty()
    frame = camera.nearest(time.monotonic_ns())
    assert frame.pixels.shape == LIVE_SHAPE
    assert "manual focus" in camera.status().detail
    dslr.repair()
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture
    assert camera.status().detail == ""
    assert camera.process_id == process


def test_a_dslr_that_dies_amid_a_shot_costs_none_and_the_booth_waits_for_its_return(
    camera: StillCamera, dslr: VirtualDslr
) -> None:
    process = camera.process_id
    assert process is not None
    dslr.jam()
    at = time.monotonic_ns()
    with struck(process, signal.SIGKILL):
        frame = camera.nearest(at)
    assert frame.pixels.shape == LIVE_SHAPE
    assert abs(frame.stamp_ns - at) < 400_000_000
    assert camera.status().state is CameraState.LOST
    dslr.repair()
    until(lambda: camera.status().state is CameraState.LIVE)
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture
