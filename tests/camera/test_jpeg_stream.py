"""JPEG files cut out of a stream, however it comes and whatever it is broken by."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, strategies as st

from kiosk.camera.network.jpeg_stream import JpegCutter
from kiosk.camera.picture import BadPicture, decoded

BETWEEN = b"\r\n--frame\r\nContent-Type: image/jpeg\r\n\r\n"


def jpeg(shade: int) -> bytes:
    noise = np.random.default_rng(shade).integers(0, 255, (48, 64, 3), np.uint8)
    return cv2.imencode(".jpg", noise)[1].tobytes()


def with_thumbnail(file: bytes) -> bytes:
    """As cameras write it: a whole small JPEG within a segment of the large one."""
    segment = b"Exif\0\0" + jpeg(99)
    return file[:2] + b"\xff\xe1" + (len(segment) + 2).to_bytes(2, "big") + segment + file[2:]


FILES = [jpeg(1), with_thumbnail(jpeg(2)), jpeg(3)]


def cut(stream: bytes, size: int) -> list[bytes]:
    cutter = JpegCutter()
    chunks = [stream[at : at + size] for at in range(0, len(stream), size)]
    return [file for chunk in chunks for file in cutter.feed(chunk)]


@given(st.integers(1, 20_000))
def test_whole_files_come_out_as_they_were_in_chunks_of_any_size(size: int) -> None:
    assert cut(BETWEEN + BETWEEN.join(FILES), size) == FILES


@given(st.integers(3, len(FILES[1]) - 1), st.integers(1, 5_000))
def test_a_file_cut_off_anywhere_costs_at_most_the_next_one(length: int, size: int) -> None:
    stream = BETWEEN.join([FILES[0], FILES[1][:length], FILES[2], FILES[0], FILES[2], FILES[0]])
    found = cut(stream, size)
    assert found[0] == FILES[0]
    assert found[-2:] == [FILES[2], FILES[0]]
    whole = {*FILES, jpeg(99)}
    assert set(found) <= whole


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.999])
def test_a_file_without_its_end_is_no_picture(share: float) -> None:
    part = FILES[0][: int(len(FILES[0]) * share)]
    with pytest.raises(BadPicture):
        decoded(np.frombuffer(part, np.uint8))


def test_what_never_ends_does_not_fill_the_memory() -> None:
    cutter = JpegCutter()
    for _ in range(40):
        assert cutter.feed(FILES[0][:2000] + b"\0" * (1 << 20)) == []
    assert cutter.feed(BETWEEN + FILES[0] + BETWEEN + FILES[0])[-1] == FILES[0]
