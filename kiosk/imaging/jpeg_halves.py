"""A JPEG encoded by two processors at once, which one would take half of shutter-to-saved for.

Each row of blocks ends with a restart marker (ITU T.81, B.2.4.4), behind which the encoder begins
anew. So the rows of two pictures, one below the other, are those of the whole:

    headers with the whole height  ‖  upper rows … RST7  ‖  RST0 … lower rows  EOI

The bytes are those that OpenCV makes of the whole picture with a marker behind each row.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.domain.jpegs import EOI, SOS

Pixels = npt.NDArray[np.uint8]

BLOCK = 16  # px, of 4:2:0 colour
MARKERS = 8  # RST0 to RST7, in turn
SHARED_FROM = 4_000_000  # px: below, a second thread saves two milliseconds at best
SOF0 = 0xC0
RST7 = b"\xff\xd7"


def encoded(pixels: Pixels, quality: int) -> list[memoryview | bytes]:
    """BGR ``pixels`` as the pieces of a JPEG file of ``quality`` 1–100, with 4:2:0 colour."""
    height, width = pixels.shape[:2]
    settings = [cv2.IMWRITE_JPEG_QUALITY, quality]
    settings += [cv2.IMWRITE_JPEG_RST_INTERVAL, -(-width // BLOCK)]
    # The upper part has a multiple of eight rows, so that the markers go on counting.
    seam = height // 2 // (MARKERS * BLOCK) * MARKERS * BLOCK
    if height * width < SHARED_FROM or seam == 0:
        return [_bytes_of(pixels, settings)]
    upper, lower = _both(pixels[:seam], pixels[seam:], settings)
    frame, scan = _find(upper, SOF0), _after(upper, _find(upper, SOS))
    head = bytearray(upper[:scan])
    struct.pack_into(">H", head, frame + 5, height)
    return [
        bytes(head),
        upper[scan : -len(EOI)],
        RST7,
        lower[_after(lower, _find(lower, SOS)) :],
    ]


def _both(upper: Pixels, lower: Pixels, settings: Sequence[int]) -> tuple[memoryview, memoryview]:
    """OpenCV leaves the interpreter's lock while it encodes."""
    made: list[memoryview] = []
    helper = threading.Thread(target=lambda: made.append(_bytes_of(upper, settings)))
    helper.start()
    below = _bytes_of(lower, settings)
    helper.join()
    return made[0], below


def _bytes_of(pixels: Pixels, settings: Sequence[int]) -> memoryview:
    _, content = cv2.imencode(".jpg", pixels, settings)
    return np.asarray(content, np.uint8).reshape(-1).data


def _find(jpeg: memoryview, wanted: int) -> int:
    """Where the segment with this marker begins."""
    at = 2
    while jpeg[at + 1] != wanted:
        at = _after(jpeg, at)
    return at


def _after(jpeg: memoryview, segment: int) -> int:
    """Where the segment's next one begins, or what it announces."""
    return segment + 2 + int.from_bytes(jpeg[segment + 2 : segment + 4], "big")
