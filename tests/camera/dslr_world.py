"""libgphoto2's own virtual USB camera: a Nikon whose every shot is one file of a folder."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

TAKEN = datetime(2026, 5, 1, 12, 0, 7)  # noqa: DTZ001 - a camera's clock knows no zone
ORIENTATION, EXIF_IFD, DATE_TIME_ORIGINAL = 0x0112, 0x8769, 0x9003
TURNED_RIGHT = 6  # "row 0 is the right side": shown after a quarter turn clockwise


def photograph(file: Path, *, width: int = 900, height: int = 600, seed: int = 1) -> bytes:
    """A JPEG as a camera held upright makes it: lying, with Exif that turns it."""
    rough = np.random.default_rng(seed).integers(0, 255, (6, 9, 3), np.uint8)
    picture = Image.fromarray(cv2.resize(rough, (width, height)))
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    exif[EXIF_IFD] = {DATE_TIME_ORIGINAL: f"{TAKEN:%Y:%m:%d %H:%M:%S}"}
    picture.save(file, "JPEG", quality=95, exif=exif)
    return file.read_bytes()


class VirtualDslr:
    """``folder`` is what VCAMERADIR is to name. Its model has no live view."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "picture.jpg"
        self.picture = photograph(self._file)

    def give(self, content: bytes) -> bytes:
        """From now on every shot is this file, filled up to the first one's length, which
        libgphoto2's virtual camera remembers. Returns what it became."""
        self.picture = content.ljust(len(self.picture), b"\0")
        assert len(content) <= len(self.picture)
        self.repair()
        return self.picture

    def jam(self) -> None:
        """Every shot hangs in libgphoto2, which opens a pipe that nobody writes to."""
        self._file.unlink()
        os.mkfifo(self._file)

    def unjam(self) -> None:
        """The shot that hangs now fails after all."""
        os.close(os.open(self._file, os.O_WRONLY | os.O_NONBLOCK))

    def repair(self) -> None:
        self._file.unlink(missing_ok=True)
        self._file.write_bytes(self.picture)

    def empty(self) -> None:
        self._file.unlink()

    def add_foreign(self) -> None:
        photograph(self.folder / "aaa.jpg", seed=2)
        shutil.copy(self.folder / "aaa.jpg", self.folder / "zzz.jpg")


def hangs_in_a_shot(pid: int) -> bool:
    """Whether the process waits for the other end of a pipe that it opens."""
    return "wait_for_partner" in Path(f"/proc/{pid}/wchan").read_text(encoding="ascii")


@contextmanager
def struck(pid: int, blow: signal.Signals | None) -> Iterator[None]:
    """Sends ``blow`` once the process hangs in a shot, which is to be begun inside; None leaves it
    hanging."""

    def strike() -> None:
        give_up = time.monotonic() + 10
        while not hangs_in_a_shot(pid):
            assert time.monotonic() < give_up, "the DSLR was not told to take a shot"
            time.sleep(0.002)
        if blow:
            os.kill(pid, blow)

    with ThreadPoolExecutor(1) as pool:
        blow_struck = pool.submit(strike)
        yield
        blow_struck.result()
