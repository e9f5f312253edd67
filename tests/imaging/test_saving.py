"""A saved picture is whole, private, and says what it is."""

from __future__ import annotations

import hashlib
import io
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import encode
from kiosk.imaging.saving import save_jpeg
from tests.imaging.conftest import photograph

JAKARTA = timezone(timedelta(hours=7))
TAKEN = datetime(2026, 7, 12, 19, 30, 5, 250_000, tzinfo=JAKARTA)


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    return tmp_path / "photos" / "2026" / "07" / "12" / "s1" / "shot-1.jpg"


def test_what_is_reported_is_what_is_on_disk(shot: Path) -> None:
    saved = save_jpeg(photograph(1), shot, 92, TAKEN)
    content = shot.read_bytes()
    assert (saved.path, saved.width, saved.height) == (shot, 1920, 1080)
    assert saved.content == content
    assert saved.sha256 == hashlib.sha256(content).hexdigest()


def test_the_picture_is_the_one_that_was_given(shot: Path) -> None:
    picture = photograph(1)
    save_jpeg(picture, shot, 92, TAKEN)
    _, bare = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 92])
    assert (cv2.imread(str(shot)) == cv2.imdecode(bare, cv2.IMREAD_COLOR)).all()


def test_it_carries_time_colour_space_and_resolution(shot: Path) -> None:
    save_jpeg(photograph(1), shot, 92, TAKEN)
    with Image.open(shot) as image:
        exif, info = image.getexif(), image.info
        details = exif.get_ifd(0x8769)
    assert exif[0x0132] == "2026:07:12 19:30:05"
    assert details[0x9003] == "2026:07:12 19:30:05"
    assert (details[0x9011], details[0x9291]) == ("+07:00", "250")
    profile = ImageCms.getOpenProfile(io.BytesIO(info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert info["icc_profile"][24:36] == bytes(12), "a date in the profile makes files differ"
    assert info["dpi"] == (300, 300)


def test_a_time_without_a_zone_is_refused(shot: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        save_jpeg(photograph(1), shot, 92, TAKEN.replace(tzinfo=None))


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert encode(photograph(1), 92, TAKEN) == encode(photograph(1), 92, TAKEN)


def test_a_view_into_a_larger_picture_can_be_saved(shot: Path) -> None:
    saved = save_jpeg(photograph(1)[10:110, 20:220], shot, 92, TAKEN.astimezone(UTC))
    assert (saved.width, saved.height) == (200, 100)


def test_only_the_booth_may_look_at_it(shot: Path, tmp_path: Path) -> None:
    save_jpeg(photograph(1), shot, 92, TAKEN)
    assert stat.S_IMODE(shot.stat().st_mode) == 0o600
    folder = shot.parent
    while folder != tmp_path:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        folder = folder.parent


def test_nothing_but_the_picture_lies_in_its_folder(shot: Path) -> None:
    save_jpeg(photograph(1), shot, 92, TAKEN)
    assert list(shot.parent.iterdir()) == [shot]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(shot: Path) -> None:
    write_durably(shot, b"the picture that is there")
    with files_no_larger_than(10_000), pytest.raises(OSError, match="File too large"):
        write_durably(shot, bytes(100_000))
    assert shot.read_bytes() == b"the picture that is there"
    assert list(shot.parent.iterdir()) == [shot]


def test_what_a_crash_left_half_written_is_in_nobodys_way(shot: Path) -> None:
    shot.parent.mkdir(parents=True)
    (shot.parent / ".shot-1.jpg.part").write_bytes(bytes(1_000_000))
    saved = save_jpeg(np.zeros((10, 10, 3), np.uint8), shot, 92, TAKEN)
    assert shot.stat().st_size == len(saved.content)
    assert list(shot.parent.iterdir()) == [shot]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The kernel refuses longer files, as it does when a disk is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
