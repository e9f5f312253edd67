"""The booth's logs onto a USB stick, for whoever looks after it.

They hold no picture, no name and no code of a guest; what could open something (licence keys,
tokens, a page's code in an address) is blotted out on the way all the same.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

import psutil

from kiosk.domain.errors import NoStick, StickFull

MOUNTED_BELOW = ("/media", "/run/media")
SECRET = re.compile(
    r"PBR?1\.[\w.-]+|(?i:bearer)\s+[\w.~+/-]+=*|[\w.+-]+@[\w-]+\.[\w.-]+|(?<=/)[\w-]{22}(?![\w-])"
)
BLOT = "[…]"
CHUNK_LINES = 500


def mount_points() -> tuple[Path, ...]:
    """Of removable drives, as desktops and udisks mount them."""
    parts = psutil.disk_partitions(all=False)
    points = (Path(part.mountpoint) for part in parts)
    return tuple(p for p in points if any(p.is_relative_to(top) for top in MOUNTED_BELOW))


@dataclass(frozen=True)
class LogCopier:
    """``logs`` is the folder with ``kiosk.log`` and those before it. ``sticks`` are looked for
    each time."""

    logs: Path
    now: Callable[[], datetime]
    sticks: Callable[[], tuple[Path, ...]] = mount_points

    def copy(self, report: Mapping[str, object], progress: Callable[[float], None]) -> str:
        """One zip with the logs and ``doctor.json``; its name. When this returns the stick may be
        pulled. Raises NoStick, StickFull and OSError; then nothing is left there."""
        stick = next((s for s in self.sticks() if os.access(s, os.W_OK)), None)
        if stick is None:
            raise NoStick("no USB stick is plugged in that could be written to")
        file = stick / f"kiosk-{self.now():%Y%m%d-%H%M%S}.zip"
        part = file.with_suffix(".part")
        try:
            self._write(part, report, progress)
            part.replace(file)
            _sync(stick)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                raise StickFull(str(error)) from error
            raise
        return file.name

    def _write(
        self, part: Path, report: Mapping[str, object], progress: Callable[[float], None]
    ) -> None:
        files = self._files()
        whole = sum(file.stat().st_size for file in files) or 1
        done = 0
        with part.open("wb") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("doctor.json", blotted(json.dumps(report, indent=1)))
                for file in files:
                    with packed.open(file.name, "w") as entry:
                        for text in _chunks(file):
                            entry.write(blotted(text).encode())
                            done += len(text)
                            progress(min(done / whole, 1.0))
            out.flush()
            os.fsync(out.fileno())

    def _files(self) -> tuple[Path, ...]:
        found = sorted(self.logs.glob("kiosk.log*"))
        return tuple(file for file in found if file.is_file() and not file.is_symlink())


def blotted(text: str) -> str:
    return SECRET.sub(BLOT, text)


def _chunks(file: Path) -> Iterable[str]:
    """In whole lines, so that no secret is cut in two."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        while chunk := "".join(islice(lines, CHUNK_LINES)):
            yield chunk


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
