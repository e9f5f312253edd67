"""A camera whose ring was filled beforehand: no process, and nothing more comes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.eyes import Eyes
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
    layout = RingLayout(len(stills), max(still.pixels.size for still in stills))
    memory = os.memfd_create("ring")
    try:
        os.ftruncate(memory, layout.size)
        writer = RingWriter(memory, layout)
        for number, still in enumerate(stills, start=1):
            stamp = START_NS + still.at_ms * MILLISECOND
            writer.publish(stamp, number, lambda room, still=still: _copy(room, still.pixels))
        settings = CameraSettings(
            "unused", nearest_limit_ms=10_000, burst_ms=burst_ms, judging_ms=judging_ms
        )
        camera = SupervisedCamera(settings, [], eyes=eyes)
        camera._board.show_frame(RingReader(memory, layout))
        yield camera
        camera.stop()
    finally:
        os.close(memory)


def _copy(room: Pixels, pixels: Pixels) -> Size:
    room[: pixels.size] = np.ravel(pixels)
    return Size(pixels.shape[1], pixels.shape[0])
