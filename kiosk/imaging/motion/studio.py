"""The booth's end of film making: small pictures in memory, and the process that makes films."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import cv2
import numpy as np

from kiosk.domain.errors import FilmsFailed
from kiosk.domain.films import Film, MadeFilm, Reel, Titles
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.motion.process import LIMIT_S
from kiosk.imaging.motion.wire import Job, from_line, written

QUALITY = 85
LONGEST = 640
"""Pixels of a film's longer side. A third of 1920 and a half of 1280: whole ratios cost a third."""

LARGEST_FILM = 4_000_000
"""Bytes; twice of what the encoder is allowed. The cloud shows no larger one."""

GRACE_S = 5.0


def small_size(width: int, height: int) -> tuple[int, int]:
    """Of a film of a camera of that size: the same shape, even, never larger."""
    scale = min(1.0, LONGEST / max(width, height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def small_jpeg(pixels: Pixels) -> bytes:
    """Of BGRA ``pixels``; takes half a millisecond."""
    _, encoded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
    return bytes(np.asarray(encoded).data)


class MotionStudio:
    """``command`` starts the process that makes films. One ``make`` at a time; ``close`` from any
    thread."""

    def __init__(
        self, data_dir: Path, fonts: Path, command: Sequence[str], limit_s: float = LIMIT_S
    ) -> None:
        self._data_dir = data_dir
        self._fonts = fonts
        self._command = list(command)
        self._limit_s = limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def make(self, reel: Reel, titles: Titles, paths: Mapping[Film, str]) -> tuple[MadeFilm, ...]:
        """Those that the reel was enough for, on disk. Raises FilmsFailed where the process ended
        before its time with none."""
        job = Job(str(self._data_dir), str(self._fonts), titles, dict(paths), reel)
        process = self._start()
        watch = threading.Timer(self._limit_s + GRACE_S, process.kill)
        watch.daemon = True
        watch.start()
        try:
            said = _converse(process, job)
        finally:
            watch.cancel()
            process.kill()
            code = process.wait()
        if code != 0 and not said:
            raise FilmsFailed(f"the process that makes films ended with {code}")
        return tuple(self._checked(line, job) for line in said.splitlines())

    def close(self) -> None:
        """Ends what is being made; nothing is made any more."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise FilmsFailed("the booth is closing")
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            return self._process

    def _checked(self, line: bytes, job: Job) -> MadeFilm:
        try:
            made = from_line(line, job.paths)
            size = (self._data_dir / made.path).stat().st_size
        except (ValueError, KeyError, OSError) as error:
            raise FilmsFailed(f"the process that makes films told nonsense: {error}") from error
        if made.bytes != size or not 0 < size <= LARGEST_FILM:
            raise FilmsFailed(f"{made.path} has {size} bytes")
        return made


def _converse(process: subprocess.Popen[bytes], job: Job) -> bytes:
    """What it said until its end. It reads everything before it says anything."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - PIPEs
    with process.stdout as output:
        with suppress(BrokenPipeError), process.stdin as down:
            for piece in written(job):
                down.write(piece)
        return output.read()
