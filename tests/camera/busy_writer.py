"""Writes a ring as fast as it can: each frame is filled with its number. Run by test_ring."""

from __future__ import annotations

import sys
from itertools import count

import numpy as np

from kiosk.camera.ring import Pixels, RingLayout, RingWriter, Size

SIZE = Size(400, 300)
LAYOUT = RingLayout(slots=2, room=400 * 300 * 3)


def main() -> None:
    ring = RingWriter(int(sys.argv[1]), LAYOUT)
    for number in count(1):
        ring.publish(number, number, lambda room, n=number: _fill(room, n))


def _fill(room: Pixels, number: int) -> Size:
    room[:] = np.uint8(number % 251)
    return SIZE


if __name__ == "__main__":
    main()
