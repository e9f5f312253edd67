"""Shots of a DSLR, here libgphoto2's own virtual one; where it fails, of the live picture."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.camera.settings import Limits
from kiosk.domain.camera import CameraState
from tests.camera.conftest import MakeCamera, MakeStills, until
from tests.camera.dslr_world import VirtualDslr, photograph, struck

SOON_NS = 400_000_000  # on a busy machine; less than any patience that is tested here


def test_a_shot_is_the_file_that_the_dslr_made_byte_for_byte_and_upright(
    make_stills: MakeStills, dslr: VirtualDslr
) -> None:
    camera = make_stills()
    at = time.monotonic_ns()
    frame = camera.nearest(at)
    assert frame.original == dslr.picture
    assert frame.pixels.shape == (900, 600, 3)
    assert 0 <= frame.stamp_ns - at < SOON_NS
    assert camera.status().detail == ""


def test_two_shots_one_right_after_the_other_are_two_pictures(
    make_stills: MakeStills, dslr: VirtualDslr
) -> None:
    camera = make_stills()
    first = camera.nearest(time.monotonic_ns())
    old, other = dslr.picture, dslr.give(photograph(dslr.folder.parent / "other.jpg", width=720))
    between = time.monotonic_ns()
    second = camera.nearest(between)
    assert (first.original, second.original) == (old, other)
    assert first.number < second.number
    assert first.stamp_ns < between <= second.stamp_ns


def test_a_picture_that_is_not_ours_is_not_taken(
    make_stills: MakeStills, dslr: VirtualDslr
) -> None:
    camera = make_stills()
    dslr.add_foreign()
    assert [camera.nearest(time.monotonic_ns()).original for _ in range(2)] == [dslr.picture] * 2


def test_the_dslr_is_told_so_much_earlier_as_its_shutter_lags(make_stills: MakeStills) -> None:
    camera = make_stills(offset_ms=-500)
    assert camera.lead_s() == 0.5
    shutter = time.monotonic_ns() + 550_000_000
    frame = camera.nearest(shutter)
    assert frame.original is not None
    assert 0 <= frame.stamp_ns - shutter < SOON_NS, "exposed at the instant"


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP, None])
def test_a_dslr_that_dies_or_hangs_amid_a_shot_costs_no_shot_and_takes_the_next_one(
    make_stills: MakeStills, dslr: VirtualDslr, blow: signal.Signals | None
) -> None:
    camera = make_stills()
    pid = camera.still_process_id
    assert pid is not None
    dslr.jam()
    with struck(pid, blow):
        at = time.monotonic_ns()
        frame = camera.nearest(at)
    assert frame.original is None
    assert frame.pixels.shape == (240, 320, 3)
    assert abs(frame.stamp_ns - at) < SOON_NS, "of the shutter instant, not of when it was given up"
    assert camera.status().state is CameraState.LIVE
    assert "Shots come from the live picture" in camera.status().detail
    dslr.repair()
    until(lambda: camera.takes_stills())
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture
    assert camera.status().detail == ""


def test_a_shot_may_take_longer_than_a_camera_may_be_silent_otherwise(
    make_stills: MakeStills, dslr: VirtualDslr
) -> None:
    camera = make_stills(limits=Limits(stall_s=0.8, still_s=10.0))
    process = camera.still_process_id
    dslr.jam()
    with ThreadPoolExecutor(1) as pool:
        shot = pool.submit(camera.nearest, time.monotonic_ns())
        time.sleep(1.2)  # the time is what this is about
        dslr.unjam()
        assert shot.result().original is None
    assert "manual focus" in camera.status().detail, "the camera itself said so"
    assert camera.still_process_id == process


def test_a_dslr_that_disappears_costs_no_shot_and_is_used_again_when_it_is_back(
    make_stills: MakeStills, monkeypatch: pytest.MonkeyPatch, dslr: VirtualDslr
) -> None:
    camera = make_stills()
    pid = camera.still_process_id
    assert pid is not None
    monkeypatch.delenv("VCAMERADIR")
    os.kill(pid, signal.SIGKILL)
    until(lambda: "No DSLR is found" in camera.status().detail)
    at = time.monotonic_ns()
    assert camera.nearest(at).original is None
    assert time.monotonic_ns() - at < SOON_NS, "nobody waits for what is known to be away"
    monkeypatch.setenv("VCAMERADIR", str(dslr.folder))
    until(lambda: camera.takes_stills())
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture


def test_a_dslr_that_fails_every_shot_costs_none_and_staff_read_why(
    make_stills: MakeStills, dslr: VirtualDslr
) -> None:
    camera = make_stills()
    dslr.empty()
    assert camera.nearest(time.monotonic_ns()).original is None
    assert "manual focus" in camera.status().detail
    assert camera.nearest(time.monotonic_ns()).original is None
    until(lambda: not camera.takes_stills())
    assert "Check its cable, power and card" in camera.status().detail
    dslr.repair()
    until(lambda: camera.takes_stills())
    assert camera.nearest(time.monotonic_ns()).original == dslr.picture
    assert camera.status().detail == ""


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda file: file[: len(file) // 2], "cut short"),
        (lambda file: b"\xff\xd8" + bytes(len(file)), "not a JPEG"),
    ],
)
def test_a_file_that_is_no_whole_picture_is_not_the_shot(
    make_stills: MakeStills, dslr: VirtualDslr, spoil: Callable[[bytes], bytes], words: str
) -> None:
    camera = make_stills()
    dslr.give(spoil(dslr.picture))
    assert camera.nearest(time.monotonic_ns()).original is None
    assert words in camera.status().detail


def test_a_dslr_without_a_live_view_is_refused_as_the_only_source_in_words(
    dslr: VirtualDslr, make_camera: MakeCamera
) -> None:
    camera = make_camera("dslr")
    until(lambda: camera.status().state is CameraState.REFUSED)
    detail = camera.status().detail
    assert detail.startswith("Nikon DSC D750 has no live picture")
    assert 'still = "dslr"' in detail


def test_a_dslr_that_is_not_there_is_missed_in_words(
    dslr: VirtualDslr, make_camera: MakeCamera
) -> None:
    camera = make_camera("dslr:usb:009,009")
    until(lambda: camera.status().state is CameraState.LOST)
    assert camera.status().detail.startswith("No DSLR is found at usb:009,009.")


def test_dslrs_are_listed_by_model_and_port(dslr: VirtualDslr) -> None:
    code = "from kiosk.camera.dslr.found import found; print(found())"
    assert run(code) == "['Nikon DSC D750 at usb:001,001']"


def test_without_its_library_there_is_no_dslr_and_staff_read_what_to_install() -> None:
    code = (
        "import sys; sys.modules['gphoto2'] = None\n"
        "from kiosk.camera.dslr.found import found\n"
        "from kiosk.camera.sources import Dslr, fault_before_opening\n"
        "print(found(), fault_before_opening(Dslr(), was_live=False))"
    )
    said = run(code)
    assert said.startswith("[] Fault(kind=<FaultKind.LASTING")
    assert "pip install 'kiosk[dslr]'" in said


def test_the_booth_itself_never_loads_the_library(dslr: VirtualDslr) -> None:
    code = "import kiosk.app, sys; print([m for m in sys.modules if m.startswith('gphoto2')])"
    assert run(code) == "[]"


def test_what_the_library_prints_stays_out_of_the_booths_own_streams() -> None:
    code = (
        "import ctypes, os, sys\n"
        "from kiosk.camera.dslr.process import _keep_quiet\n"
        "_keep_quiet()\n"
        "os.write(1, b'noise'); ctypes.CDLL(None).perror(b'noise')\n"
        "print('a traceback', file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("", "a traceback\n")


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return done.stdout.strip()
