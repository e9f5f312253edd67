"""A DSLR's file becomes a frame, if it is what it should be."""

from __future__ import annotations

import numpy as np

from kiosk.camera.picture import BadPicture, decoded
from kiosk.camera.stills.desk import Still
from kiosk.domain.camera import Frame
from kiosk.domain.errors import CameraUnavailable
from kiosk.domain.jpegs import header_of, is_whole, size_of

SMALLEST_SIDE = 240
MOST_PIXELS = 110_000_000
"""Medium format cameras have a hundred megapixels."""


def developed(still: Still, exposed_ns: int) -> Frame:
    """The frame of the instant ``exposed_ns`` (CLOCK_MONOTONIC): its ``pixels`` stand upright as
    Exif says, its ``original`` is the file as it came.

    Raises CameraUnavailable for what is not a whole JPEG of a camera's size.
    """
    try:
        width, height = size_of(header_of(still.content))
        if not is_whole(still.content):
            raise CameraUnavailable("The DSLR's picture is cut short.")
        if min(width, height) < SMALLEST_SIDE or width * height > MOST_PIXELS:
            raise CameraUnavailable(f"The DSLR's picture has a size of {width}×{height}.")
        # OpenCV turns it as Exif says, as every viewer does.
        pixels = decoded(np.frombuffer(still.content, np.uint8))
    except (ValueError, BadPicture):
        raise CameraUnavailable("The DSLR's picture is not a JPEG that can be read.") from None
    return Frame(pixels, exposed_ns, still.number, still.content)
