"""An operator's logo, looked at before the screen opens."""

from __future__ import annotations

from pathlib import Path

MOST_BYTES = 2_000_000
MOST_PIXELS = 4096  # of a side
PNG = b"\x89PNG\r\n\x1a\n"
HEAD = 4096


def fault_of(file: Path) -> str | None:
    """What is wrong with the logo ``file``, a PNG or SVG; None where it can be shown."""
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.read(HEAD)
    except OSError as error:
        return f"{file} cannot be read: {error.strerror}"
    if size > MOST_BYTES:
        return f"{file} has {size / 1e6:.1f} MB; {MOST_BYTES // 1_000_000} MB are the most"
    if head.startswith(PNG):
        return _fault_of_png(file, head)
    if b"<svg" in head:
        return None
    return f"{file} is neither PNG nor SVG"


def _fault_of_png(file: Path, head: bytes) -> str | None:
    wide, high = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
    if 0 < wide <= MOST_PIXELS and 0 < high <= MOST_PIXELS:
        return None
    return f"{file} is {wide} × {high} pixels; {MOST_PIXELS} a side are the most"
