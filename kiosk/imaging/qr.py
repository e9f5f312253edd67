"""The download code on the print."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, eq=False)
class Code:
    """A code as it stands in its box, BGR."""

    box: QrBox
    pixels: Pixels

    def draw(self, canvas: Pixels) -> None:
        box = self.box
        canvas[box.y : box.y + box.size, box.x : box.x + box.size] = self.pixels


def code_for(box: QrBox, url: str, paper: Colour) -> Code:
    """Black modules of whole pixels in the middle of ``box``.

    The box takes the ``paper``'s colour where that is light, and is white where it is not.
    Raises TemplateError when the box is too small for so long a link.
    """
    modules = np.array(segno.make(url, error="m", micro=False).matrix, dtype=np.uint8)
    least = (len(modules) + 2 * QUIET_ZONE) * FINEST_MODULE
    if box.size < least:
        raise TemplateError(f"qr: size: {box.size} is too small for {url}, must be {least} or more")
    scale = box.size // (least // FINEST_MODULE)
    light = paper if min(paper) >= LIGHT_ENOUGH else WHITE
    colour = np.array((light.blue, light.green, light.red), np.uint8)
    pixels = np.full((box.size, box.size, 3), colour, np.uint8)
    drawn = np.kron(1 - modules, np.ones((scale, scale), np.uint8))
    start = (box.size - len(drawn)) // 2
    pixels[start : start + len(drawn), start : start + len(drawn)] = drawn[:, :, None] * colour
    return Code(box, pixels)
