"""The build of a JPEG file, as far as one must know it to judge a file or to add to its header.

SOI  segment  segment  …  SOS  the picture's data  EOI
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
APP0, APP1, APP2, SOS = 0xE0, 0xE1, 0xE2, 0xDA
FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # those three are tables


@dataclass(frozen=True)
class Segment:
    """``start`` is where it begins in the file; ``content`` is without marker and length."""

    marker: int
    start: int
    content: bytes


def header_of(file: bytes) -> tuple[Segment, ...]:
    """All segments before the picture's data; SOS, the last, included. Raises ValueError."""
    return tuple(_segments(file))


def is_whole(file: bytes) -> bool:
    """Whether the picture's data has an end: a file that was cut short has none."""
    try:
        data = header_of(file)[-1].start
    except ValueError:
        return False
    return file.find(EOI, data) > 0


def size_of(header: tuple[Segment, ...]) -> tuple[int, int]:
    """Width and height in pixels, as stored: before Exif turns them. Raises ValueError."""
    for segment in header:
        if segment.marker in FRAME_HEADERS and len(segment.content) >= 5:
            height = int.from_bytes(segment.content[1:3], "big")
            return int.from_bytes(segment.content[3:5], "big"), height
    raise ValueError("a JPEG without a size")


def _segments(file: bytes) -> Iterator[Segment]:
    if not file.startswith(SOI):
        raise ValueError("not a JPEG")
    at = len(SOI)
    while True:
        start = at
        if file[at : at + 1] != b"\xff":
            raise ValueError(f"not a JPEG: no marker at byte {at}")
        while file[at : at + 1] == b"\xff":  # any number of them may stand before a marker
            at += 1
        length = int.from_bytes(file[at + 1 : at + 3], "big")
        if length < 2 or at + 1 + length > len(file):
            raise ValueError(f"not a whole JPEG: cut short after byte {start}")
        segment = Segment(file[at], start, file[at + 3 : at + 1 + length])
        yield segment
        if segment.marker == SOS:
            return
        at += 1 + length
