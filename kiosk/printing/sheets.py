"""Which sheets a Gutenprint PPD prints, and at how many pixels of the printer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.domain.printing import Media, Sheet
from kiosk.domain.registered import NOMINAL, PixelSize

PAGE_SIZES: Mapping[str, tuple[Sheet, Media]] = {
    "w288h432-div2": (Sheet.TWO_BY_SIX_PAIR, Media.FOUR_BY_SIX),
    "w288h432": (Sheet.FOUR_BY_SIX, Media.FOUR_BY_SIX),
    "Postcard": (Sheet.FOUR_BY_SIX, Media.FOUR_BY_SIX),
    "w432h576": (Sheet.SIX_BY_EIGHT, Media.SIX_BY_EIGHT),
}
"""Gutenprint's names. A Selphy's postcard is sold as 4×6."""

POINTS_PER_INCH = 72
AREA = re.compile(
    r'^\*ImageableArea ([^/:\s]+)[^:]*:\s*"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"', re.MULTILINE
)
RESOLUTION = re.compile(r"^\*DefaultResolution: (\d+)(?:x(\d+))?dpi", re.MULTILINE)
DEFAULTS_OF_SIZE = ("PageSize", "PageRegion", "ImageableArea", "PaperDimension")


def pixel_sizes(ppd: str) -> dict[Sheet, PixelSize]:
    """Every sheet that it prints; strips that the printer does not cut are as large as a 4×6."""
    return {PAGE_SIZES[name][0]: size for name, size in _areas(ppd)}


def media_kits(ppd: str) -> tuple[Media, ...]:
    """The papers that the printer can be loaded with, in the order of Media."""
    found = {PAGE_SIZES[name][1] for name, _ in _areas(ppd)}
    return tuple(media for media in Media if media in found)


def own_sizes(ppd: str) -> dict[Sheet, PixelSize]:
    """The sheets whose size is not nominal."""
    return {sheet: size for sheet, size in pixel_sizes(ppd).items() if size != NOMINAL[sheet]}


def with_defaults(ppd: str, media: Media) -> str:
    """The PPD with ``media`` as its default page, and borderless where that is a choice: what
    anything prints that asks for no page size of its own.

    Raises LookupError where the printer has no page of this media's size.
    """
    offered = [name for name, _ in _areas(ppd)]
    fitting = [n for n in offered if PAGE_SIZES[n][1] is media and not n.endswith("-div2")]
    chosen = next(iter(fitting), None)
    if chosen is None:
        raise LookupError(f"it has no page of {media.value}")
    for keyword in DEFAULTS_OF_SIZE:
        ppd = _with_default(ppd, keyword, chosen)
    return _with_default(ppd, "StpBorderless", "True")


def _with_default(ppd: str, keyword: str, value: str) -> str:
    return re.sub(rf"^(\*Default{keyword}:).*$", rf"\1 {value}", ppd, flags=re.MULTILINE)


def _areas(ppd: str) -> Iterator[tuple[str, PixelSize]]:
    resolution = RESOLUTION.search(ppd)
    if resolution is None:
        return
    across = int(resolution[1])
    along = int(resolution[2] or across)
    for name, left, bottom, right, top in AREA.findall(ppd):
        if name in PAGE_SIZES:
            width = (float(right) - float(left)) * across / POINTS_PER_INCH
            height = (float(top) - float(bottom)) * along / POINTS_PER_INCH
            yield name, PixelSize(round(width), round(height))
