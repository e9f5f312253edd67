"""A camera whose ring is filled by the test instead of a process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import numpy as np

from kiosk.camera.burst.eyes import Eyes
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.ring import Pixels, RingLayout, RingReader, RingWriter, Size
from kiosk.camera.settings import CameraSettings

MILLISECOND = 1_000_000


@dataclass(frozen=True)
class Still:
    """``at_ms`` counts from ``START_NS``."""

    at_ms: int
    pixels: Pixels


START_NS = time.monotonic_ns() - 20_000 * MILLISECOND


@contextmanager
def filled(
    stills: Sequence[Still], burst_ms: int, eyes: Eyes | None = None, judging_ms: int = 60_000
) -> Iterator[SupervisedCamera]:
    """A camera with these frames, numbered from 1 as they are given."""
    with growing(stills, len(stills), burst_ms, eyes, judging_ms) as (camera, _):
        yield camera


@contextmanager
def growing(
    stills: Sequence[Still],
    slots: int,
    burst_ms: int,
    eyes: Eyes | None = None,
    judging_ms: int = 60_000,
) -> Iterator[tuple[SupervisedCamera, Callable[[Still], None]]]:
    """As ``filled``, and how one more frame comes."""
    layout = RingLayout(slots, max(still.pixels.size for still in stills))
    settings = CameraSettings(
        "unused", nearest_limit_ms=10_000, burst_ms=burst_ms, judging_ms=judging_ms
    )
    camera = SupervisedCamera(settings, [], eyes=eyes)
    memory, numbers = os.memfd_create("ring"), count(1)
    os.ftruncate(memory, layout.size)
    writer, reader = RingWriter(memory, layout), RingReader(memory, layout)

    def add(still: Still) -> None:
        stamp = START_NS + still.at_ms * MILLISECOND
        writer.publish(stamp, next(numbers), lambda room: _copy(room, still.pixels))
        camera._board.show_frame(reader)

    try:
        for still in stills:
            add(still)
        yield camera, add
    finally:
        camera.stop()
        os.close(memory)


def _copy(room: Pixels, pixels: Pixels) -> Size:
    room[: pixels.size] = np.ravel(pixels)
    return Size(pixels.shape[1], pixels.shape[0])
