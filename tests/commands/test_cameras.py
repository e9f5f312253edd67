"""``kiosk cameras``: what staff call when the picture is away."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.camera.devices.found import FoundDevice, devices
from tests.camera.mjpeg_server import MjpegServer, number_in
from tests.commands.desk import Desk

TEST = ("cameras", "test", "--seconds", "1", "--source")


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer() as running:
        yield running


def test_the_camera_that_is_set_is_listed_beside_those_that_are_there(desk: Desk) -> None:
    told = desk.told("cameras", "list")
    assert told["set"] == {"source": "/dev/video0", "still": None}
    assert isinstance(told["found"], list)


def test_a_camera_that_works_tells_size_mode_rate_and_gap_and_saves_a_picture(
    desk: Desk, server: MjpegServer, tmp_path: Path
) -> None:
    file = tmp_path / "look.jpg"
    secret = server.url.replace("//", "//admin:secret@")
    said = desk.done(*TEST, secret, "--save", str(file), "--json")
    told = json.loads(said)
    assert (told["source"], told["width"], told["height"]) == (server.url, 640, 480)
    assert told["mode"] == "MJPG"
    assert told["frames"] >= 20
    assert 20 <= told["fps"] <= 40
    assert 25 <= told["longest_gap_ms"] < 1000
    assert "secret" not in said
    pixels = cv2.imdecode(np.fromfile(file, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None
    assert number_in(np.asarray(pixels, np.uint8)) is not None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_camera_that_does_not_work_says_why(desk: Desk) -> None:
    words = desk.refused(*TEST, "/dev/video99")
    assert words.startswith("There is no camera at /dev/video99.")


def test_no_picture_is_saved_over_another(desk: Desk, tmp_path: Path) -> None:
    old = tmp_path / "old.jpg"
    old.write_bytes(b"guest")
    said = desk.say(*TEST, "/dev/video99", "--save", str(old))
    assert (said.code, said.out) == (2, "")
    assert "is there already: name a new file" in said.err
    assert old.read_bytes() == b"guest"


def test_devices_are_found_under_the_name_that_stays(tmp_path: Path) -> None:
    known, files = tmp_path / "known", tmp_path / "dev"
    by_id = files / "v4l" / "by-id"
    by_id.mkdir(parents=True)
    for number, index, name in ((2, 0, "HD Webcam\x1b[2J"), (3, 1, "HD Webcam"), (10, 0, "Other")):
        folder = known / f"video{number}"
        folder.mkdir(parents=True)
        (folder / "index").write_text(f"{index}\n")
        (folder / "name").write_text(f"{name}\n")
        (files / f"video{number}").touch()
    stable = by_id / "usb-HD_Webcam_1234-video-index0"
    stable.symlink_to("../../video2")
    assert devices(known, files) == [
        FoundDevice(str(stable), "HD Webcam[2J", files / "video2"),
        FoundDevice(str(files / "video10"), "Other", files / "video10"),
    ]
