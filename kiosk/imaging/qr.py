"""The download code on the print."""

from __future__ import annotations

import numpy as np
import segno

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import Colour, QrBox
from kiosk.imaging.jpeg import Pixels

QUIET_ZONE = 4  # modules, ISO/IEC 18004
FINEST_MODULE = 3  # px: a quarter of a millimetre at 300 dpi, the least that phones read off paper


LIGHT_ENOUGH = 200
"""The darkest channel of a paper that may take white's place: phones read such a code as well."""

WHITE = Colour(255, 255, 255)


def draw_qr(canvas: Pixels, box: QrBox, url: str, paper: Colour) -> None:
    """Black modules of whole pixels in the middle of ``box`` on BGR ``canvas``.

    The box takes the ``paper``'s colour where that is light, and is white where it is not.
    Raises TemplateError when the box is too small for so long a link.
    """
    modules = np.array(segno.make(url, error="m", micro=False).matrix, dtype=np.uint8)
    across = len(modules) + 2 * QUIET_ZONE
    scale = box.size // across
    if scale < FINEST_MODULE:
        least = across * FINEST_MODULE
        raise TemplateError(f"qr: size: {box.size} is too small for {url}, must be {least} or more")
    light = paper if min(paper) >= LIGHT_ENOUGH else WHITE
    colour = np.array((light.blue, light.green, light.red), np.uint8)
    canvas[box.y : box.y + box.size, box.x : box.x + box.size] = colour
    drawn = np.kron(1 - modules, np.ones((scale, scale), np.uint8))
    start = (box.size - len(drawn)) // 2
    top, left = box.y + start, box.x + start
    canvas[top : top + len(drawn), left : left + len(drawn)] = drawn[:, :, None] * colour
