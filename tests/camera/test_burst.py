"""A burst: the sharpest frame around the shutter."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from kiosk.camera.burst.burst import CLEARLY_SHARPER, Judged, best_first, shortfall, slots_for
from kiosk.camera.burst.sharpness import sharpness
from kiosk.camera.ring import Entry, Pixels, RingLayout, RingReader, RingWriter, Size
from kiosk.camera.settings import CameraSettings
from kiosk.camera.stills.camera import camera_with_stills
from kiosk.domain.camera import CameraState
from tests.camera.conftest import COMMAND, MakeCamera, until
from tests.camera.still_ring import MILLISECOND, START_NS, Still, filled, growing

BOARD = np.uint8(np.indices((40, 40)).sum(axis=0) // 4 % 2)[..., None].repeat(3, axis=2)


def board(contrast: int) -> Pixels:
    """A chessboard; the score goes with the square of ``contrast``."""
    return np.asarray(100 + BOARD * contrast, np.uint8)


SOME_STILLS = st.lists(
    st.tuples(st.integers(0, 1_000), st.integers(1, 150)),
    min_size=1,
    max_size=8,
    unique_by=lambda still: still[0],
)


@hypothesis_settings(max_examples=150, deadline=None)
@given(SOME_STILLS, st.integers(0, 1_000), st.integers(1, 500))
def test_the_shot_is_within_the_burst_and_none_nearer_is_nearly_as_sharp(
    drawn: list[tuple[int, int]], target_ms: int, burst_ms: int
) -> None:
    stills = [Still(at, board(contrast)) for at, contrast in sorted(drawn)]
    newest = max(at for at, _ in drawn)
    target_ms = min(target_ms, newest)
    with filled(stills, burst_ms) as camera:
        shot = camera.nearest(START_NS + target_ms * MILLISECOND)
    taken = stills[shot.number - 1]
    distance = abs(taken.at_ms - target_ms)
    inside = [still for still in stills if abs(still.at_ms - target_ms) <= burst_ms]
    if not inside:
        assert distance == min(abs(still.at_ms - target_ms) for still in stills)
        return
    assert distance <= burst_ms
    needed = max(sharpness(still.pixels) for still in inside) / CLEARLY_SHARPER
    assert sharpness(taken.pixels) >= needed
    nearer = [still for still in inside if abs(still.at_ms - target_ms) < distance]
    assert all(sharpness(still.pixels) < needed for still in nearer)


@hypothesis_settings(max_examples=100, deadline=None)
@given(SOME_STILLS, st.integers(0, 1_000))
def test_without_a_burst_the_shot_is_the_nearest_however_sharp_others_are(
    drawn: list[tuple[int, int]], target_ms: int
) -> None:
    stills = [Still(at, board(contrast)) for at, contrast in sorted(drawn)]
    target_ms = min(target_ms, stills[-1].at_ms)
    with filled(stills, burst_ms=0) as camera:
        shot = camera.nearest(START_NS + target_ms * MILLISECOND)
    distances = [abs(still.at_ms - target_ms) for still in stills]
    assert distances[shot.number - 1] == min(distances)


def test_a_blur_that_shows_on_paper_costs_more_than_lamps_that_flicker() -> None:
    scene = np.random.default_rng(1).integers(0, 256, (54, 96, 3)).astype(np.uint8)
    sharp = np.asarray(cv2.resize(scene, (1920, 1080), interpolation=cv2.INTER_CUBIC), np.uint8)
    moved = np.asarray(cv2.blur(sharp, (15, 1)), np.uint8)
    dimmed = np.asarray(sharp * 0.95, np.uint8)
    assert sharpness(sharp) > CLEARLY_SHARPER * sharpness(moved)
    assert sharpness(sharp) < CLEARLY_SHARPER * sharpness(dimmed)


def test_noise_is_not_taken_for_sharpness() -> None:
    scene = np.random.default_rng(1).integers(0, 256, (54, 96, 3)).astype(np.uint8)
    soft = np.asarray(cv2.resize(scene, (1920, 1080), interpolation=cv2.INTER_CUBIC), np.uint8)
    noise = np.random.default_rng(2).normal(0, 8, soft.shape)
    noisy = np.asarray(np.clip(soft + noise, 0, 255), np.uint8)
    assert sharpness(noisy) < CLEARLY_SHARPER * sharpness(soft)


def test_the_second_best_stands_by_for_a_best_that_is_written_over() -> None:
    judged = [judged_at(0, 10.0), judged_at(30, 30.0), judged_at(60, 20.0)]
    assert [entry.stamp_ns for entry in best_first(judged, 0)] == [30, 60, 0]


def test_open_eyes_come_before_sharpness() -> None:
    judged = [replace(judged_at(0, 30.0), shut=2), replace(judged_at(30, 10.0), shut=1)]
    assert best_first(judged, 0)[0].stamp_ns == 30


def test_the_one_sharp_frame_of_a_blurred_clip_is_the_shot(
    tmp_path: Path, make_camera: MakeCamera
) -> None:
    """Ten a second, each fifth is sharp: one lies within 250 ms of every instant."""
    clip = blurred_clip(tmp_path / "blurred.avi")
    camera = make_camera(f"clip:{clip}", fps=10, burst_ms=450)
    assert camera.wait_newer(3, 10)
    for _ in range(3):
        shutter = time.monotonic_ns()
        shot = camera.nearest(shutter)
        assert abs(shot.stamp_ns - shutter) <= 450 * MILLISECOND
        assert sharpness(shot.pixels) > 1_000, f"frame {shot.number} is blurred"


def test_a_second_camera_for_the_shots_takes_bursts_and_the_live_view_none(
    clip: Path, tmp_path: Path
) -> None:
    blurred = blurred_clip(tmp_path / "blurred.avi")
    live = CameraSettings(f"clip:{clip}", fps=10, burst_ms=450)
    camera = camera_with_stills(live, replace(live, source=f"clip:{blurred}"), COMMAND)
    camera.start()
    try:
        until(lambda: camera.status().state is CameraState.LIVE)
        shot = camera.nearest(time.monotonic_ns())
    finally:
        camera.stop()
    assert sharpness(shot.pixels) > 1_000
    assert camera._settings.burst_ms == 0


def test_a_camera_that_dies_within_the_burst_costs_no_shot(
    tmp_path: Path, make_camera: MakeCamera
) -> None:
    camera = make_camera(f"clip:{blurred_clip(tmp_path / 'clip.avi')}", fps=10, burst_ms=450)
    assert camera.wait_newer(3, 10)
    assert camera.process_id is not None
    killer = threading.Timer(0.15, os.kill, (camera.process_id, signal.SIGKILL))
    killer.start()
    shutter = time.monotonic_ns()
    shot = camera.nearest(shutter)
    killer.join()
    assert abs(shot.stamp_ns - shutter) <= 450 * MILLISECOND


def test_a_sharper_frame_is_waited_for_that_is_still_to_come() -> None:
    now_ms = (time.monotonic_ns() - START_NS) // MILLISECOND
    later = Still(now_ms + 60, board(150))
    with growing([Still(now_ms, board(20))], slots=3, burst_ms=5_000) as (camera, add):
        threading.Timer(0.06, add, [later]).start()
        threading.Timer(0.12, add, [Still(now_ms + 5_100, board(20))]).start()
        assert camera.nearest(START_NS + now_ms * MILLISECOND).number == 2
    took_ms = (time.monotonic_ns() - START_NS) // MILLISECOND - now_ms
    assert took_ms < 4_000, "it waits for the burst's end though a frame after it is there"


def test_frames_that_there_is_no_time_to_judge_are_not_chosen() -> None:
    stills = [Still(0, board(20)), Still(30, board(150))]
    with filled(stills, burst_ms=100, judging_ms=0) as camera:
        assert camera.nearest(START_NS).number == 1


def test_a_shot_does_not_wait_longer_than_the_burst(clip: Path, make_camera: MakeCamera) -> None:
    camera = make_camera(f"clip:{clip}", burst_ms=150)
    assert camera.wait_newer(3, 10)
    took_ms = min(timed(lambda: camera.nearest(time.monotonic_ns())) for _ in range(3))
    assert took_ms < 150 + 50


def timed(call: Callable[[], object]) -> float:
    began = time.monotonic_ns()
    call()
    return (time.monotonic_ns() - began) / MILLISECOND


@pytest.mark.parametrize(("burst_ms", "fps"), [(50, 30), (250, 30), (500, 60), (500, 4), (1, 1)])
def test_the_ring_holds_the_whole_burst_at_its_end(burst_ms: int, fps: int) -> None:
    settings = CameraSettings("0", fps=fps, burst_ms=burst_ms)
    whole = slots_for(settings) - 1
    assert whole / fps >= 2 * burst_ms / 1000
    assert slots_for(replace(settings, burst_ms=0)) == settings.slots


def test_large_frames_use_no_more_slots_than_memory_may_hold() -> None:
    layout = RingLayout(slots=20, room=300, most=7 * 300)
    memory = os.memfd_create("ring")
    os.ftruncate(memory, layout.size)
    writer, reader = RingWriter(memory, layout), RingReader(memory, layout)
    for number in range(1, 31):
        writer.publish(number, number, lambda room: Size(10, 10))
    os.close(memory)
    assert [entry.number for entry in reader.entries()] == list(range(30, 23, -1))


def test_a_burst_that_memory_cuts_short_is_told() -> None:
    large = CameraSettings("0", fps=30, burst_ms=500)
    assert shortfall(large, Size(1920, 1080)) is None
    assert shortfall(large, Size(0, 0)) is None, "a source that does not say its size"
    words = shortfall(large, Size(6000, 4000))
    assert words is not None
    assert words.startswith("memory holds 8 frames of 6000×4000, the last 200 ms")


def judged_at(stamp_ns: int, sharp: float) -> Judged:
    return Judged(Entry(0, 2, stamp_ns, 1, Size(4, 2)), sharp)


def blurred_clip(file: Path) -> Path:
    noise = np.random.default_rng(3).integers(0, 256, (60, 80, 3)).astype(np.uint8)
    sharp = np.asarray(cv2.resize(noise, (320, 240), interpolation=cv2.INTER_NEAREST), np.uint8)
    blurred = np.asarray(cv2.GaussianBlur(sharp, (0, 0), 4), np.uint8)
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 10, (320, 240))
    for number in range(20):
        writer.write(blurred if number % 5 else sharp)
    writer.release()
    return file
