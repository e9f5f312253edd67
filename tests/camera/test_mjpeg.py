"""A network camera that fails in every way it can: told in words, and live again by itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import Limits
from kiosk.domain.camera import CameraState, Frame
from tests.camera.conftest import MakeCamera, until
from tests.camera.mjpeg_server import MjpegServer, number_in

LIVE_AGAIN_S = 3.0
Fault = Callable[[MjpegServer], None]


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer() as running:
        yield running


@pytest.fixture
def camera(server: MjpegServer, make_camera: MakeCamera) -> SupervisedCamera:
    """Live, with the patience that the booth has."""
    camera = make_camera(server.url, Limits())
    assert camera.wait_newer(0, 10)
    return camera


def until_state(camera: SupervisedCamera, state: CameraState) -> str:
    """What staff read then."""
    until(lambda: camera.status().state is state)
    return camera.status().detail


def live_again(camera: SupervisedCamera, sent_before: int, since: float) -> float:
    """Seconds from ``since`` to the first frame that was sent after ``sent_before``."""
    frame: Frame | None = None
    while frame is None or (number_in(frame.pixels) or 0) <= sent_before:
        assert time.monotonic() < since + 10, "not live again"
        frame = camera.wait_newer(frame.number if frame else 0, 0.5)
    return time.monotonic() - since


def at_rest(camera: SupervisedCamera, gap_s: float) -> Frame:
    """A frame that came so long after the one before."""
    before = camera.latest()
    while before is not None:
        after = camera.wait_newer(before.number, 5)
        assert after is not None
        if after.stamp_ns - before.stamp_ns > gap_s * 1e9:
            return after
        before = after
    raise AssertionError("not live")


def test_each_picture_arrives_whole_and_once(camera: SupervisedCamera) -> None:
    number, seen = 0, []
    for _ in range(20):
        frame = camera.wait_newer(number, 5)
        assert frame is not None
        number = frame.number
        seen.append(number_in(frame.pixels) or 0)
    assert seen == sorted(set(seen))


def test_the_live_picture_is_the_one_that_was_just_sent(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    until(lambda: server.sent > 30)
    frame = camera.wait_newer(0, 5)
    assert frame is not None
    assert server.sent - (number_in(frame.pixels) or 0) <= 3


def test_a_camera_that_freezes_is_stalled_and_live_again_on_its_return(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    server.freeze()
    words = until_state(camera, CameraState.STALLED)
    assert "sends no pictures" in words
    assert "check its cable" in words
    assert live_again(camera, server.sent, server.come_back()) < LIVE_AGAIN_S


def test_a_camera_that_answers_and_sends_nothing_for_long_is_live_again_on_its_return(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    server.freeze()
    words = until_state(camera, CameraState.LOST)
    assert words.startswith(f"No answer from {server.url}. Check the camera's power")
    assert live_again(camera, server.sent, server.come_back()) < LIVE_AGAIN_S


def test_a_camera_that_is_switched_off_is_lost_and_live_again_on_its_return(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    server.stop()
    until(lambda: "stopped sending pictures" in until_state(camera, CameraState.LOST))
    until(lambda: "No answer from" in camera.status().detail)
    until(lambda: camera.process_id is None)
    assert live_again(camera, server.sent, server.come_back()) < LIVE_AGAIN_S


def test_a_connection_that_breaks_is_made_again(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    at = time.monotonic()
    sent = server.sent
    server.drop()
    until(lambda: server.asked == 2)
    assert live_again(camera, sent, at) < LIVE_AGAIN_S


def test_at_one_picture_a_second_the_camera_is_live_and_a_shot_is_the_nearest(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    server.slow(1.0)
    frame = at_rest(camera, gap_s=0.8)
    for later_s, number in ((0.2, frame.number), (0.7, frame.number + 1)):
        shutter_ns = frame.stamp_ns + int(later_s * 1e9)
        until(lambda ns=shutter_ns: time.monotonic_ns() > ns)
        began = time.monotonic()
        assert camera.nearest(shutter_ns).number == number
        assert time.monotonic() - began < 0.6
        assert camera.status().state is CameraState.LIVE


@pytest.mark.parametrize("lengths", [True, False])
def test_half_a_picture_is_never_a_frame(lengths: bool, make_camera: MakeCamera) -> None:  # noqa: FBT001
    with MjpegServer() as server:
        server.lengths(told=lengths)
        camera = make_camera(server.url)
        assert camera.wait_newer(0, 10)
        server.halve()
        number, seen = 0, 0
        while seen < 15:
            frame = camera.wait_newer(number, 5)
            assert frame is not None
            assert number_in(frame.pixels) is not None, "half a picture was shown"
            number, seen = frame.number, seen + 1


def test_a_camera_that_sends_only_halves_is_told_apart_from_a_silent_one(
    server: MjpegServer, camera: SupervisedCamera
) -> None:
    server.halve(every=1)
    words = until_state(camera, CameraState.LOST)
    assert "sends broken pictures. Check its network" in words
    assert live_again(camera, server.sent, server.come_back()) < LIVE_AGAIN_S


def test_a_new_size_goes_on_in_that_size(server: MjpegServer, camera: SupervisedCamera) -> None:
    pid = camera.process_id
    for width, height in ((1280, 720), (320, 240)):
        server.resize(width, height)
        sent = server.sent
        until(lambda sent=sent: server.sent > sent + 2)
        live_again(camera, sent + 2, time.monotonic())
        frame = camera.latest()
        assert frame is not None
        assert frame.pixels.shape == (height, width, 3)
        assert number_in(frame.pixels) is not None
    assert camera.process_id == pid
