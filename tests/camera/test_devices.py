"""A V4L2 device as the camera process opens it. It is a stand-in; the system's files are real."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kiosk.camera.devices.devices import UNENDED, DeviceCapture
from kiosk.camera.devices.modes import Mode
from kiosk.camera.devices.words import cannot_open, went_silent
from kiosk.camera.faults import FaultKind, SourceFault
from kiosk.camera.messages import Opened, from_line, to_line
from kiosk.camera.picture import BadPicture
from kiosk.camera.ring import Pixels
from kiosk.camera.settings import CameraSettings
from kiosk.camera.sources import Device
from kiosk.domain.camera import CameraTrouble
from tests.camera.mjpeg_server import number_in
from tests.camera.stand_in_device import StandInCapture, offering

PATH = Path("/dev/video99")
MJPG, YUYV = Mode(640, 480, 30, "MJPG"), Mode(640, 480, 30, "YUYV")
SETTINGS = CameraSettings("0", width=640, height=480)


def opened(capture: StandInCapture, path: Path = PATH) -> DeviceCapture:
    return DeviceCapture(Device(path), SETTINGS, lambda _: capture)


def shown(device: DeviceCapture) -> Pixels:
    room = np.zeros(1920 * 1080 * 3, np.uint8)
    device.grab()
    size = device.retrieve(room)
    return room[: size.width * size.height * 3].reshape(size.height, size.width, 3)


def refused(errno_: int) -> Callable[[Path], None]:
    def refuse(path: Path) -> None:
        raise OSError(errno_, os.strerror(errno_), str(path))

    return refuse


def test_pictures_of_mjpg_are_decoded_whole() -> None:
    device = opened(StandInCapture(offering(MJPG)))
    assert device.opened() == Opened(640, 480, 30, "MJPG")
    assert number_in(shown(device)) is not None


def test_uncompressed_pictures_are_taken_where_there_is_no_mjpg() -> None:
    device = opened(StandInCapture(offering(YUYV)))
    assert device.opened().mode == "YUYV"
    assert number_in(shown(device)) is not None


def test_a_driver_that_says_mjpg_and_sends_something_else_is_found_out() -> None:
    liar = StandInCapture(offering(MJPG, YUYV), truth=lambda _: YUYV)
    assert opened(liar).opened().mode == "YUYV"


def test_a_size_that_is_said_and_not_sent_is_found_out() -> None:
    small = Mode(320, 240, 30, "MJPG")
    device = opened(StandInCapture(offering(MJPG), truth=lambda _: small))
    assert device.opened() == Opened(320, 240, 30, "MJPG")
    assert shown(device).shape == (240, 320, 3)


def test_half_a_picture_is_told_from_a_whole_one() -> None:
    capture = StandInCapture(offering(MJPG))
    device = opened(capture)
    capture.ended = False
    for _ in range(2 * UNENDED):
        with pytest.raises(BadPicture):
            shown(device)


def test_a_camera_that_never_writes_the_end_of_a_picture_can_be_used() -> None:
    device = opened(StandInCapture(offering(MJPG), ended=False))
    assert number_in(shown(device)) is not None


def test_a_device_without_a_mode_is_refused_and_what_it_offers_is_said() -> None:
    with pytest.raises(SourceFault) as caught:
        opened(StandInCapture(offering(Mode(1920, 1080, 30, "H264"))))
    assert caught.value.fault.kind is FaultKind.LASTING
    assert "offers 1920×1080 H264 at 30 fps. Set another size" in caught.value.fault.text


@pytest.mark.parametrize(
    ("said", "kind", "trouble", "words"),
    [
        (
            errno.EBUSY,
            FaultKind.PASSING,
            CameraTrouble.BUSY,
            "in use by another program.",
        ),
        (
            errno.EACCES,
            FaultKind.LASTING,
            CameraTrouble.FORBIDDEN,
            "Add its user to the group 'video'",
        ),
        (errno.ENODEV, FaultKind.PASSING, CameraTrouble.UNPLUGGED, "unplugged. Check its cable"),
        (errno.ENOENT, FaultKind.PASSING, CameraTrouble.UNPLUGGED, "unplugged. Check its cable"),
        (
            errno.EINVAL,
            FaultKind.LASTING,
            CameraTrouble.UNREADABLE,
            "kiosk cameras list",
        ),
        (errno.EIO, FaultKind.PASSING, CameraTrouble.OTHER, "can't be opened: Input/output error"),
    ],
)
def test_why_a_device_does_not_open_is_told_apart(
    said: int, kind: FaultKind, trouble: CameraTrouble, words: str
) -> None:
    fault = cannot_open(PATH, refused(said)).fault
    assert (fault.kind, fault.trouble) == (kind, trouble)
    assert from_line(to_line(fault)) == fault
    assert words in fault.text


def test_a_file_that_is_no_camera_is_refused() -> None:
    with pytest.raises(SourceFault, match="/dev/null sends no pictures"):
        opened(StandInCapture(offering(), opens=False), Path("/dev/null"))


def test_the_program_that_uses_a_device_is_named(tmp_path: Path) -> None:
    device = tmp_path / "video0"
    device.touch()
    reading = "import sys; f = open(sys.argv[1]); print(flush=True); sys.stdin.read()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", reading, str(device)], **pipes) as other:
        other.stdout.readline()
        words = cannot_open(device, refused(errno.EBUSY)).fault.text
        other.stdin.close()
    assert f"({other.pid}). Close that program." in words


def test_a_device_that_is_pulled_out_is_unplugged_and_one_that_stays_is_silent(
    tmp_path: Path,
) -> None:
    capture = StandInCapture(offering(MJPG))
    device = opened(capture)
    capture.silent = True
    with pytest.raises(SourceFault, match="unplugged"):
        device.grab()
    own_stream = refused(errno.EBUSY)
    assert "stopped sending pictures" in went_silent(tmp_path, own_stream).fault.text


def test_a_stable_name_is_followed_anew_at_each_start(tmp_path: Path) -> None:
    name, reached = tmp_path / "usb-cam-video-index0", []

    def note(path: str) -> StandInCapture:
        reached.append(os.path.realpath(path))
        return StandInCapture(offering(MJPG))

    for number in (0, 2):
        target = tmp_path / f"video{number}"
        target.touch()
        name.unlink(missing_ok=True)
        name.symlink_to(target)
        DeviceCapture(Device(name), SETTINGS, note)
    assert reached == [str(tmp_path / "video0"), str(tmp_path / "video2")]
