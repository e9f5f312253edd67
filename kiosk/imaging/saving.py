"""A picture in memory becomes a file that survives a power cut."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import Pixels, encode


@dataclass(frozen=True)
class SavedPicture:
    """``bytes`` is the file's size, ``sha256`` of its content in hexadecimal."""

    path: Path
    width: int
    height: int
    bytes: int
    sha256: str


def save_jpeg(pixels: Pixels, path: Path, quality: int, taken_at: datetime) -> SavedPicture:
    """Encodes BGR ``pixels`` and returns once the file and its name are on disk.

    A file already at ``path`` is replaced as a whole. ``taken_at`` needs a time zone.
    Raises OSError when the disk does not take it; nothing is left behind then.
    """
    content = encode(pixels, quality, taken_at)
    write_durably(path, content)
    height, width = pixels.shape[:2]
    digest = hashlib.sha256(content).hexdigest()
    return SavedPicture(path, width, height, len(content), digest)
