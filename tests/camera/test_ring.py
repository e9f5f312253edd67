"""Frames in shared memory are whole or not there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kiosk.camera.ring import Pixels, RingLayout, RingReader, RingWriter, Size
from tests.camera import busy_writer

LAYOUT = RingLayout(slots=3, room=4 * 2 * 3)
SIZE = Size(4, 2)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def memory() -> Iterator[int]:
    fd = os.memfd_create("ring")
    os.ftruncate(fd, max(LAYOUT.size, busy_writer.LAYOUT.size))
    yield fd
    os.close(fd)


def fill_with(value: int) -> object:
    def fill(room: Pixels) -> Size:
        room[:] = value
        return SIZE

    return fill


def publish(ring: RingWriter, *numbers: int) -> None:
    for number in numbers:
        ring.publish(number * 10, number, fill_with(number))


def test_the_newest_frames_are_read_newest_first(memory: int) -> None:
    writer, reader = RingWriter(memory, LAYOUT), RingReader(memory, LAYOUT)
    assert reader.entries() == []
    publish(writer, 1, 2, 3, 4)
    entries = reader.entries()
    assert [(e.number, e.stamp_ns, e.size) for e in entries] == [
        (4, 40, SIZE),
        (3, 30, SIZE),
        (2, 20, SIZE),
    ]
    pixels = reader.read(entries[0], np.copy)
    assert pixels is not None
    assert pixels.shape == (2, 4, 3)
    assert (pixels == 4).all()


def test_what_was_written_over_while_read_is_thrown_away(memory: int) -> None:
    writer, reader = RingWriter(memory, LAYOUT), RingReader(memory, LAYOUT)
    publish(writer, 1)
    assert reader.read(reader.entries()[0], lambda _: publish(writer, 2, 3, 4) or "torn") is None


def test_a_frame_that_is_being_written_is_not_shown(memory: int) -> None:
    writer, reader = RingWriter(memory, LAYOUT), RingReader(memory, LAYOUT)
    seen = []

    def look(room: Pixels) -> Size:
        seen.append([entry.number for entry in reader.entries()])
        return SIZE

    publish(writer, 1, 2, 3)
    writer.publish(40, 4, look)
    assert seen == [[3, 2]]


def test_a_frame_that_failed_is_not_shown_and_its_slot_is_used_again(memory: int) -> None:
    writer, reader = RingWriter(memory, LAYOUT), RingReader(memory, LAYOUT)

    def fail(room: Pixels) -> Size:
        raise ValueError("broken picture")

    publish(writer, 1, 2, 3)
    with pytest.raises(ValueError, match="broken"):
        writer.publish(40, 4, fail)
    assert [entry.number for entry in reader.entries()] == [3, 2]
    publish(writer, 5)
    assert [entry.number for entry in reader.entries()] == [5, 3, 2]


def test_a_reader_cannot_write(memory: int) -> None:
    writer, reader = RingWriter(memory, LAYOUT), RingReader(memory, LAYOUT)
    publish(writer, 1)

    def write(pixels: Pixels) -> None:
        pixels[:] = 0

    with pytest.raises(ValueError, match="read-only"):
        reader.read(reader.entries()[0], write)


def test_no_torn_frame_gets_through_from_a_process_that_never_rests(memory: int) -> None:
    """The camera at full speed on two slots; torn views must occur here, and none be given out."""
    command = [sys.executable, "-m", "tests.camera.busy_writer", str(memory)]
    writer = subprocess.Popen(command, pass_fds=[memory], cwd=ROOT)
    try:
        given, torn = _read_until(RingReader(memory, busy_writer.LAYOUT), given=300, torn=20)
    finally:
        writer.kill()
        writer.wait()
    assert torn >= 20, "the writer never interfered: this test proves nothing"
    assert len(given) >= 300
    assert all(uniform for uniform in given)


def _read_until(reader: RingReader, given: int, torn: int) -> tuple[list[bool], int]:
    """Whether each given frame was whole, and how many that were not were held back."""
    results: list[bool] = []
    held_back = 0
    deadline = time.monotonic() + 20
    while (len(results) < given or held_back < torn) and time.monotonic() < deadline:
        for entry in reader.entries():
            seen: list[bool] = []
            expected = entry.number % 251

            def look(pixels: Pixels, expected: int = expected, seen: list[bool] = seen) -> bool:
                seen.append(bool((pixels == expected).all()))
                return True

            if reader.read(entry, look):
                results += seen
            else:
                held_back += seen.count(False)
    return results, held_back
