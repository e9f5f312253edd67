"""A camera's own file keeps all that it says, and says what it lacked."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import numpy as np
from PIL import Image, ImageCms

from kiosk.domain.jpegs import header_of
from kiosk.imaging.originals import COLOUR_SPACE, completed

TAKEN = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
EXIF_IFD, DATE_TIME_ORIGINAL, MAKE = 0x8769, 0x9003, 0x010F
ADOBE_RGB = 0xFFFF
MPF = b"\xff\xe2\x00\x0aMPF\0\x01\x02\x03\x04"


def camera_file(colour_space: int | None = None, *, exif: bool = True, icc: bytes = b"") -> bytes:
    picture = Image.fromarray(np.full((24, 32, 3), 90, np.uint8))
    tags = Image.Exif()
    if exif:
        tags[MAKE] = "A camera"
        tags[EXIF_IFD] = {DATE_TIME_ORIGINAL: "2020:02:02 02:02:02"}
        if colour_space is not None:
            tags[EXIF_IFD] = {COLOUR_SPACE: colour_space}
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=tags if exif else b"", icc_profile=icc)
    return file.getvalue()


def profile() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())


def seen(file: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(file))
    picture.load()
    return picture


def test_srgb_is_said_where_the_file_means_it_and_nothing_else_changes() -> None:
    for meant in (None, 1):
        file = camera_file(meant)
        made = completed(file, TAKEN)
        assert ImageCms.getProfileName(
            ImageCms.ImageCmsProfile(io.BytesIO(seen(made).info["icc_profile"]))
        ).startswith("sRGB")
        tables = file.index(b"\xff\xdb")
        assert made.startswith(file[:tables])
        assert made.endswith(file[tables:])
        assert seen(made).getexif()[MAKE] == "A camera"
        assert np.array_equal(np.asarray(seen(made)), np.asarray(seen(file)))


def test_another_profile_or_colour_space_is_left_as_it_is() -> None:
    for file in (camera_file(icc=profile()), camera_file(ADOBE_RGB)):
        assert completed(file, TAKEN) == file


def test_a_file_without_exif_gets_the_time() -> None:
    made = seen(completed(camera_file(exif=False), TAKEN))
    assert made.getexif().get_ifd(EXIF_IFD)[DATE_TIME_ORIGINAL] == "2026:05:01 12:00:00"


def test_exif_that_cannot_be_read_is_kept_and_says_nothing_of_colours() -> None:
    broken = b"\xff\xe1\x00\x0dExif\0\0II*\0\xff"
    file = camera_file(exif=False)
    made = completed(file[:2] + broken + file[2:], TAKEN)
    assert broken in made
    assert "icc_profile" in seen(made).info


def test_what_is_added_stands_before_the_index_of_large_previews() -> None:
    file = camera_file()
    tables = header_of(file)[2].start
    with_previews = file[:tables] + MPF + file[tables:]
    made = completed(with_previews, TAKEN)
    assert made[made.index(MPF) :] == with_previews[with_previews.index(MPF) :]
