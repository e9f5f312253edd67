"""Pictures to the bytes of an MP4 that phones play: H.264, and the index before the pictures."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange

from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.motion.cut import FPS

ENCODER = {
    "profile": "main",  # in the hardware of every phone since 2012
    "preset": "medium",
    "crf": "20",
    # 2.8 s of a boomerang stay below 1.5 MB, and 5.2 s of a time-lapse below 2.
    "maxrate": "2600k",
    "bufsize": "2600k",
    "threads": "1",
}
BT709, BT601 = 1, 6
"""By ISO/IEC 23091-2. The matrix is BT.601's, which players also guess where they do not read it:
they do so by the height."""


def mp4(pictures: Iterable[Pixels]) -> bytes:
    """BGR ``pictures`` of one even size, at FPS. Raises ValueError where there are none."""
    # The index is put in front once the rest is written, for which FFmpeg opens the file again by
    # its name: this one is in memory.
    memory = os.memfd_create("film", os.MFD_CLOEXEC)
    try:
        _write(f"/proc/self/fd/{memory}", iter(pictures))
        return os.pread(memory, os.fstat(memory).st_size, 0)
    finally:
        os.close(memory)


def _write(name: str, pictures: Iterator[Pixels]) -> None:
    first = next(pictures, None)
    if first is None:
        raise ValueError("a film needs pictures")
    options = {"movflags": "+faststart"}
    with av.open(name, "w", format="mp4", options=options) as file:
        stream = file.add_stream("libx264", rate=FPS, options=ENCODER)
        stream.height, stream.width = first.shape[:2]
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.color_range = ColorRange.MPEG
        context.color_primaries = context.color_trc = BT709
        context.colorspace = BT601
        for pixels in chain((first,), pictures):
            file.mux(stream.encode(_frame(pixels)))
        file.mux(stream.encode())


def _frame(pixels: Pixels) -> av.VideoFrame:
    planes = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2YUV_I420), np.uint8)
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")
