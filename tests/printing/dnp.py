"""DNP's command stream, as Gutenprint writes it: enough of it to see what would be printed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

HEADER, HEAD_WIDTH, BITMAP_HEADER = 32, 1920, 1088


def commands(job: bytes) -> Iterator[tuple[str, bytes]]:
    """Each command's name with its data."""
    at = 0
    while at < len(job):
        head = job[at : at + HEADER]
        assert head[:2] == b"\x1bP", head
        length = int(head[24:] or 0) if head[24:].strip() else 0
        yield head[8:24].decode().strip(), job[at + HEADER : at + HEADER + length]
        at += HEADER + length


def picture(job: bytes) -> NDArray[np.uint8]:
    """The upright sheet as RGB, without the head's margins. The printer takes a plane of yellow,
    magenta and cyan each, as wide as its head, with 255 for no dye."""
    planes = dict(commands(job))
    colours = [_plane(planes[name]) for name in ("CPLANE", "MPLANE", "YPLANE")]
    return np.stack(colours, axis=-1)


def _plane(data: bytes) -> NDArray[np.uint8]:
    width = int.from_bytes(data[18:22], "little")
    height = int.from_bytes(data[22:26], "little")
    assert width == HEAD_WIDTH
    rows = np.frombuffer(data[BITMAP_HEADER:], np.uint8).reshape(height, width)
    inked = np.flatnonzero((rows != 255).any(axis=0))
    return rows[:, inked[0] : inked[-1] + 1]
