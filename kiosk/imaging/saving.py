"""A picture in memory becomes a file that survives a power cut."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import Pixels, encode
from kiosk.imaging.originals import completed


@dataclass(frozen=True)
class SavedPicture:
    """``content`` is what stands in the file."""

    path: Path
    width: int
    height: int
    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """In hexadecimal. Made when asked for: nobody asks for a shot's."""
        return hashlib.sha256(self.content).hexdigest()


def save_original(
    file: bytes, size: tuple[int, int], path: Path, taken_at: datetime
) -> SavedPicture:
    """Saves a camera's own JPEG: not one of its pixels is encoded anew. See ``originals``.

    ``size`` is its width and height as Exif turns it. Returns and raises as ``save_jpeg``.
    """
    content = completed(file, taken_at)
    write_durably(path, content)
    return SavedPicture(path, *size, content)


def save_jpeg(pixels: Pixels, path: Path, quality: int, taken_at: datetime) -> SavedPicture:
    """Encodes BGR ``pixels`` and returns once the file and its name are on disk.

    A file already at ``path`` is replaced as a whole. ``taken_at`` needs a time zone.
    Raises OSError when the disk does not take it; nothing is left behind then.
    """
    content = encode(pixels, quality, taken_at)
    write_durably(path, content)
    height, width = pixels.shape[:2]
    return SavedPicture(path, width, height, content)
