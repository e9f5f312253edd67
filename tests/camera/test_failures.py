"""Cameras that hang, die, are missing or come back: nobody has to restart anything."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.domain.camera import CameraState
from kiosk.domain.errors import CameraUnavailable
from tests.camera.conftest import COMMAND, IMPATIENT, MakeCamera, make_clip, until

ROOT = Path(__file__).parents[2]

PARENT = """
import sys
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
command = [sys.executable, "-m", "kiosk.camera.process"]
camera = SupervisedCamera(CameraSettings(sys.argv[1]), command)
camera.start()
assert camera.wait_newer(0, 10)
print(camera.process_id, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("blow", "state"),
    [(signal.SIGKILL, CameraState.LOST), (signal.SIGSTOP, CameraState.STALLED)],
)
def test_a_camera_process_that_dies_or_hangs_is_replaced_by_itself(
    clip: Path, make_camera: MakeCamera, blow: signal.Signals, state: CameraState
) -> None:
    camera = make_camera(f"clip:{clip}")
    before = camera.wait_newer(0, 10)
    pid = camera.process_id
    assert before is not None
    assert pid is not None
    os.kill(pid, blow)
    until(lambda: camera.status().state is not CameraState.LIVE)
    status = camera.status()
    assert status.state is state
    assert "being" in status.detail
    with pytest.raises(CameraUnavailable, match="being"):
        camera.nearest(time.monotonic_ns())
    until(lambda: camera.status().state is CameraState.LIVE, limit_s=5)
    assert camera.status().detail == ""
    after = camera.latest()
    assert after is not None
    assert after.number > before.number, "numbers go on over the lives of the process"
    assert not psutil.pid_exists(pid)


def test_by_default_two_seconds_without_a_frame_are_too_many() -> None:
    assert Limits().stall_s == 2.0


@pytest.mark.parametrize("before", [signal.SIGCONT, signal.SIGSTOP])
def test_the_camera_process_dies_with_a_parent_that_is_killed(
    clip: Path, before: signal.Signals
) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    parent = subprocess.Popen([sys.executable, "-c", PARENT, f"clip:{clip}"], cwd=ROOT, **pipes)
    with parent:
        child = psutil.Process(int(parent.stdout.readline()))
        child.send_signal(before)
        parent.kill()
    until(lambda: _gone(child))


def test_a_parent_killed_at_any_moment_leaves_no_process_and_so_no_memory(clip: Path) -> None:
    """The ring has no name: it is gone with the last process that has it."""
    chance = random.Random(6)  # noqa: S311 - the same moments each time
    for number in range(4):
        mark = f"KIOSK_TEST_PARENT={os.getpid()}-{number}"
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT, f"clip:{clip}"],
            cwd=ROOT,
            env=os.environ | dict([mark.split("=")]),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        with parent:
            until(lambda mark=mark: len(_marked(mark)) > 1)
            time.sleep(chance.uniform(0, 0.6))
            parent.kill()
        until(lambda mark=mark: not _marked(mark))


def test_a_missing_clip_is_refused_in_words_and_found_when_it_appears(
    tmp_path: Path, make_camera: MakeCamera
) -> None:
    file = tmp_path / "later.avi"
    camera = make_camera(f"clip:{file}")
    until(lambda: camera.status().state is CameraState.REFUSED)
    assert camera.status().detail == f"There is no clip at {file}. Correct the camera's source."
    make_clip(tmp_path / "part.avi", fps=30).rename(file)
    until(lambda: camera.status().state is CameraState.LIVE)


def test_a_missing_device_is_refused_in_words(make_camera: MakeCamera) -> None:
    camera = make_camera("/dev/video99")
    until(lambda: camera.status().state is CameraState.REFUSED)
    assert "no camera at /dev/video99" in camera.status().detail


def test_a_file_that_is_no_video_is_refused(tmp_path: Path, make_camera: MakeCamera) -> None:
    file = tmp_path / "notes.mp4"
    file.write_text("milk, bread")
    camera = make_camera(f"clip:{file}")
    until(lambda: camera.status().state is CameraState.REFUSED)
    assert "not a video" in camera.status().detail


def test_an_address_that_does_not_answer_is_a_passing_fault(make_camera: MakeCamera) -> None:
    camera = make_camera("http://admin:secret@127.0.0.1:9/live")
    until(lambda: camera.status().state is CameraState.LOST)
    assert "No answer from http://127.0.0.1:9/live" in camera.status().detail


def test_a_camera_program_that_cannot_start_is_said_and_tried_again(clip: Path) -> None:
    camera = SupervisedCamera(CameraSettings(f"clip:{clip}"), ["/no/such/program"])
    camera.start()
    until(lambda: camera.status().state is CameraState.LOST)
    assert "can't start" in camera.status().detail
    camera.stop()


def test_a_source_that_cannot_even_be_looked_at_does_not_end_the_supervision() -> None:
    """The system's own answer to such a name is an error, not a no."""
    camera = SupervisedCamera(CameraSettings("/dev/" + "x" * 300), COMMAND, IMPATIENT)
    camera.start()
    until(lambda: camera.status().state is CameraState.LOST)
    assert "can't be used: [Errno 36]" in camera.status().detail
    camera.stop()


def test_a_camera_program_that_talks_nonsense_does_not_end_the_supervision(clip: Path) -> None:
    nonsense = "import json, os; os.write(json.loads(input())['status_fd'], b'nonsense\\n')"
    command = [sys.executable, "-c", nonsense]
    camera = SupervisedCamera(CameraSettings(f"clip:{clip}"), command)
    camera.start()
    until(lambda: camera.status().state is CameraState.LOST)
    first = camera.process_id
    until(lambda: camera.process_id not in (first, None))
    camera.stop()


def test_ctrl_c_in_the_terminal_does_not_reach_the_camera(
    clip: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{clip}")
    before = camera.wait_newer(0, 10)
    pid = camera.process_id
    assert before is not None
    assert pid is not None
    os.kill(pid, signal.SIGINT)
    assert camera.wait_newer(before.number + 5, 10)
    assert camera.process_id == pid


def _gone(process: psutil.Process) -> bool:
    """A zombie counts: only whoever adopted it can collect it."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _marked(mark: str) -> list[int]:
    """Processes with this in their environment; a zombie has none."""
    found = []
    for file in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if mark.encode() in file.read_bytes().split(b"\0"):
                found.append(int(file.parent.name))
    return found
