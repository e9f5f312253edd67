"""Pulses that came and are not told as a bill yet, on disk.

A booth that is killed amid a bill of a hundred pulses must not forget those that it has counted.
"""

from __future__ import annotations

import os
from pathlib import Path

DIGITS = 9


class FileTally:
    """One number in the file ``path``, which is made with narrow rights. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> int:
        """0 where there is none yet, or none that can be read."""
        try:
            text = self._path.read_bytes()[:DIGITS]
        except FileNotFoundError:
            return 0
        return int(text) if text.isdigit() else 0

    def keep(self, pulses: int) -> None:
        """On disk when this returns: one write, of the same length each time."""
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.pwrite(file, f"{pulses:0{DIGITS}}\n".encode(), 0)
            os.fdatasync(file)
        finally:
            os.close(file)
