"""The download code on the print."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

import numpy as np

from kiosk.domain.errors import TemplateError
from kiosk.domain.templates import Colour, QrBox
from kiosk.imaging.jpeg import Pixels

QUIET_ZONE = 4  # modules, ISO/IEC 18004
MOST_BYTES = (
    *(
        14,
        26,
        42,
        62,
        84,
        106,
        122,
        152,
        180,
        213,
        251,
        287,
        331,
        362,
        412,
        450,
        504,
        560,
        624,
        666,
    ),
    *(711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911),
    *(1989, 2099, 2213, 2331),
)
"""That the code's versions from 1 on hold with correction level M: ISO/IEC 18004, table 7."""
FINEST_MODULE = 3  # px: a quarter of a millimetre at 300 dpi, the least that phones read off paper


LIGHT_ENOUGH = 200
"""The darkest channel of a paper that may take white's place: phones read such a code as well."""

WHITE = Colour(255, 255, 255)


def require_room(box: QrBox, url: str) -> None:
    """Raises TemplateError when ``box`` is too small for so long a link."""
    least = (side_of(len(url.encode())) + 2 * QUIET_ZONE) * FINEST_MODULE
    if box.size < least:
        raise TemplateError(f"qr: size: {box.size} is too small for {url}, must be {least} or more")


def side_of(length: int) -> int:
    """In modules, of a code for a link of ``length`` bytes. Without the library that draws it,
    which no start should wait for. Raises TemplateError where no code holds so much."""
    version = bisect_left(MOST_BYTES, length) + 1
    if version > len(MOST_BYTES):
        raise TemplateError(f"qr: no code holds a link of {length} bytes")
    return 17 + 4 * version


def draw_code(canvas: Pixels, box: QrBox, url: str, paper: Colour) -> None:
    """Black modules of whole pixels in the middle of ``box`` on BGR ``canvas``.

    The box takes the ``paper``'s colour where that is light, and is white where it is not.
    Raises TemplateError as ``require_room`` does.
    """
    require_room(box, url)
    modules = _modules(url)
    scale = box.size // (len(modules) + 2 * QUIET_ZONE)
    light = paper if min(paper) >= LIGHT_ENOUGH else WHITE
    colour = np.array((light.blue, light.green, light.red), np.uint8)
    canvas[box.y : box.y + box.size, box.x : box.x + box.size] = colour
    drawn = np.kron(1 - modules, np.ones((scale, scale), np.uint8))
    start = (box.size - len(drawn)) // 2
    top, left = box.y + start, box.x + start
    canvas[top : top + len(drawn), left : left + len(drawn)] = drawn[:, :, None] * colour


@lru_cache(2)
def _modules(url: str) -> Pixels:
    """1 for black, without the quiet zone. Kept, because it takes 4 ms of Python, and a print is
    composed once more for each look."""
    import segno

    return np.array(segno.make(url, error="m", micro=False).matrix, dtype=np.uint8)
