"""The build of JPEG files."""

from __future__ import annotations

import struct

import pytest

from kiosk.domain.jpegs import EOI, SOI, header_of, is_whole, size_of


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


FRAME = segment(0xC0, bytes([8]) + struct.pack(">HH", 480, 640) + b"\1\1\x11\0")
THUMBNAIL = segment(0xE1, b"Exif\0\0" + SOI + EOI)
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0")
FILE = SOI + THUMBNAIL + FRAME + SCAN + b"data" + EOI


def test_the_header_ends_where_the_picture_begins() -> None:
    assert [one.marker for one in header_of(FILE)] == [0xE1, 0xC0, 0xDA]
    assert size_of(header_of(FILE)) == (640, 480)


def test_fill_bytes_before_a_marker_are_allowed() -> None:
    filled = SOI + b"\xff\xff" + FRAME + SCAN + b"data" + EOI
    assert size_of(header_of(filled)) == (640, 480)


def test_what_follows_the_end_takes_nothing_from_a_whole_file() -> None:
    assert is_whole(FILE)
    assert is_whole(FILE + bytes(512))


@pytest.mark.parametrize("length", range(len(FILE)))
def test_a_file_that_was_cut_short_anywhere_is_not_whole(length: int) -> None:
    assert not is_whole(FILE[:length])


def test_what_is_no_jpeg_is_refused() -> None:
    for nonsense in (b"", b"RIFF", SOI + b"\0\0", SOI + SCAN + EOI):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever the words
            size_of(header_of(nonsense))
