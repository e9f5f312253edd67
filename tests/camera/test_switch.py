"""Another camera takes the place of the one before, while everybody goes on holding it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.proof import proof_of
from kiosk.camera.settings import CameraSettings
from kiosk.camera.switch import MakeCamera, SwitchedCamera
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import CameraUnavailable
from tests.camera.conftest import COMMAND, IMPATIENT


def made(source: Path | str, **settings: int) -> MakeCamera:
    def make() -> SupervisedCamera:
        return SupervisedCamera(CameraSettings(f"{source}", **settings), COMMAND, IMPATIENT)

    return make


@pytest.fixture
def camera(clip: Path) -> Iterator[SwitchedCamera]:
    camera = SwitchedCamera(made(f"clip:{clip}"))
    camera.start()
    yield camera
    camera.stop()


def test_numbers_go_on_rising_and_the_process_before_is_gone(
    camera: SwitchedCamera, slow_clip: Path
) -> None:
    first, process = camera.wait_newer(5, 10), camera.process_id
    assert first is not None
    camera.become(made(f"clip:{slow_clip}", fps=5), 10)
    second = camera.wait_newer(first.number, 10)
    assert second is not None
    assert second.number > first.number
    assert process is not None
    assert not psutil.pid_exists(process)
    assert camera.process_id != process
    shown = camera.preview(second.number, 32, 24, mirror=False, timeout_s=10)
    assert shown is not None
    assert shown.number > second.number


def test_a_dead_source_gives_way_to_the_one_before_and_nothing_is_left_of_it(
    camera: SwitchedCamera, tmp_path: Path
) -> None:
    assert camera.wait_newer(0, 10)
    silent = tmp_path / "silent.avi"
    silent.write_bytes(b"no film")
    for dead, within_s in ((tmp_path / "no.avi", 10), (silent, 0.5), ("/dev/video99", 10)):
        with pytest.raises(CameraUnavailable, match=r"."):
            camera.become(made(str(dead)), within_s)
        before = camera.wait_newer(0, 10)
        assert before is not None, "the camera before is back"
        assert camera.status().state is CameraState.LIVE
    ours = [p.pid for p in psutil.Process().children() if p.pid == camera.process_id]
    others = [
        p
        for p in psutil.Process().children(recursive=True)
        if "kiosk.camera.process" in " ".join(p.cmdline())
    ]
    assert [p.pid for p in others] == ours, "one camera process, and no other"


def test_an_offset_is_in_force_without_a_new_process(camera: SwitchedCamera, clip: Path) -> None:
    assert camera.wait_newer(0, 10)
    process = camera.process_id
    camera.retime(made(f"clip:{clip}", latency_offset_ms=200), 200)
    proof = proof_of(camera)
    assert camera.process_id == process
    assert 120 <= proof.late_ms <= 320
    assert (proof.width, proof.height) == (320, 240)
    assert proof.saved.pixels.shape == proof.screen.pixels.shape
    camera.retime(made(f"clip:{clip}"), 0)
    assert proof_of(camera).late_ms <= 120
