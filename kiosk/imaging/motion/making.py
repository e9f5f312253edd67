"""A reel becomes files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

import cv2
import numpy as np

from kiosk.domain.films import Film, MadeFilm, SmallFrame, Titles
from kiosk.imaging.durable import write_durably
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.lettering import Letterer
from kiosk.imaging.motion.card import ending
from kiosk.imaging.motion.cut import boomerang, timelapse
from kiosk.imaging.motion.file import mp4
from kiosk.imaging.motion.wire import Job


def make_films(job: Job) -> Iterator[MadeFilm]:
    """Each film that the reel is enough for, once it is on disk. Raises OSError, ValueError for
    pictures that can't be read, and TemplateError without the fonts."""
    letterer = Letterer(Path(job.fonts))
    for film, path in job.paths.items():
        frames = _cut(film, job)
        if not frames:
            continue
        content = mp4(_pictures(film, frames, job.titles, letterer))
        write_durably(Path(job.data_dir) / path, content)
        yield MadeFilm(film, path, len(content), hashlib.sha256(content).hexdigest())


def _cut(film: Film, job: Job) -> tuple[SmallFrame, ...]:
    match film:
        case Film.BOOMERANG:
            return boomerang(job.reel)
        case Film.TIMELAPSE:
            return timelapse(job.reel)
        case _:
            assert_never(film)


def _pictures(
    film: Film, frames: Sequence[SmallFrame], titles: Titles, letterer: Letterer
) -> Iterator[Pixels]:
    """All of the size of the first: a camera that came back may have another."""
    pixels = _even(_decoded(frames[0]))
    size = (pixels.shape[1], pixels.shape[0])
    for frame in frames:
        pixels = _decoded(frame)
        if pixels.shape[1::-1] != size:
            pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
        yield pixels
    if film is Film.TIMELAPSE:
        yield from ending(pixels, titles, letterer)


def _decoded(frame: SmallFrame) -> Pixels:
    pixels = cv2.imdecode(np.frombuffer(frame.jpeg, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("a recorded picture is no JPEG")
    return np.asarray(pixels, np.uint8)


def _even(pixels: Pixels) -> Pixels:
    """Without the last row or column, where their number is odd: H.264 halves its colours."""
    height, width = pixels.shape[:2]
    return pixels[: height - height % 2, : width - width % 2]
