"""A camera that works, as the booth uses it."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from pathlib import Path

import psutil
import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import CameraUnavailable
from tests.camera.conftest import COMMAND, MakeCamera, until

MILLISECOND = 1_000_000


def test_frames_come_in_full_size_with_rising_numbers_and_stamps(
    clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{clip}")
    first = camera.wait_newer(0, 10)
    assert first is not None
    assert camera.status().state is CameraState.LIVE
    second = camera.wait_newer(first.number, 10)
    assert second is not None
    assert second.number > first.number
    assert first.stamp_ns < second.stamp_ns <= time.monotonic_ns()
    assert second.pixels.shape == (240, 320, 3)
    assert second.pixels[120, 40, 0] < 100 < second.pixels[120, 280, 0], "mirrored"


def test_a_clip_goes_on_past_its_end(clip: Path, make_camera: MakeCamera) -> None:
    camera = make_camera(f"clip:{clip}")
    assert camera.wait_newer(30, 10), "the clip has 20 frames"


def test_nearest_is_the_frame_nearest_to_the_shutter(
    slow_clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{slow_clip}", fps=5)
    assert camera.wait_newer(2, 10)
    earlier = camera.latest()
    assert earlier is not None
    assert camera.wait_newer(earlier.number, 10)
    for off_ms in (-80, 0, 80):
        assert camera.nearest(earlier.stamp_ns + off_ms * MILLISECOND).number == earlier.number


def test_a_latency_offset_takes_a_frame_that_is_still_to_come(
    slow_clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{slow_clip}", fps=5, latency_offset_ms=400)
    assert camera.wait_newer(0, 10)
    now = time.monotonic_ns()
    assert abs(camera.nearest(now).stamp_ns - now - 400 * MILLISECOND) <= 200 * MILLISECOND


def test_a_shot_is_refused_when_the_nearest_frame_is_too_far_away(
    clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{clip}")
    assert camera.wait_newer(0, 10)
    with pytest.raises(CameraUnavailable, match="no picture at the moment"):
        camera.nearest(time.monotonic_ns() - 5_000 * MILLISECOND)


def test_a_shot_is_refused_before_the_camera_is_live(clip: Path, make_camera: MakeCamera) -> None:
    camera = make_camera(f"clip:{clip}")
    with pytest.raises(CameraUnavailable):
        camera.nearest(time.monotonic_ns())
    assert camera.latest() is None


def test_the_preview_is_small_and_mirrored_and_each_frame_comes_once(
    clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{clip}")
    number = 0
    for _ in range(5):
        frame = camera.preview(number, 80, 60, mirror=True, timeout_s=10)
        assert frame is not None
        assert frame.number > number
        assert frame.pixels.shape == (60, 80, 4)
        assert frame.pixels[30, 10, 0] > 100 > frame.pixels[30, 70, 0], "not mirrored"
        number = frame.number
    assert camera.preview(number + 1000, 80, 60, mirror=True, timeout_s=0.01) is None


def test_the_ring_is_memory_without_a_name(clip: Path, make_camera: MakeCamera) -> None:
    """So that the kernel frees it with its last user, however that one ends."""
    camera = make_camera(f"clip:{clip}")
    assert camera.wait_newer(0, 10)
    maps = Path(f"/proc/{camera.process_id}/maps").read_text()
    assert "memfd:kiosk-camera (deleted)" in maps


def test_stopping_leaves_no_process_thread_or_descriptor(
    clip: Path, make_camera: MakeCamera
) -> None:
    gc.collect()
    open_before = _open_descriptors()
    camera = make_camera(f"clip:{clip}")
    for _ in range(3):
        until(lambda: camera.status().state is CameraState.LIVE)
        pid = camera.process_id
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: camera.process_id not in (pid, None))
    last = camera.process_id
    camera.stop()
    gc.collect()
    assert last is not None
    assert not psutil.pid_exists(last)
    assert camera.process_id is None
    assert "camera" not in [thread.name for thread in threading.enumerate()]
    assert _open_descriptors() == open_before


def test_a_camera_that_was_never_started_can_be_stopped() -> None:
    SupervisedCamera(CameraSettings("0"), COMMAND).stop()


def _open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
