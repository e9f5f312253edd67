"""What a queue's PPD offers, and the options that print one sheet borderless."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.errors import PrintRefused
from kiosk.domain.printing import Sheet

FOUR_BY_SIX = ("4x6.Borderless", "w288h432", "Postcard", "4x6", "4x6.Fullbleed")
SIX_BY_EIGHT = ("6x8.Borderless", "w432h576", "6x8", "6x8.Fullbleed")
"""Driverless queues, Gutenprint's dye-subs (borderless by nature), and then whatever is as big."""

CUT_IN_TWO = "w288h432-div2"
"""Gutenprint's name for a 4×6 that the printer cuts into two 2×6 strips."""

PAGE_SIZE = re.compile(r"^\*PageSize ([^:/\s]+)", re.MULTILINE)
JPEG_AS_IT_IS = re.compile(r'^\*cupsFilter2?: "image/jpeg\s+image/jpeg\s', re.MULTILINE)
MAKES_RASTER = re.compile(r'^\*cupsFilter2?:\s*"application/vnd\.cups-raster\s', re.MULTILINE)
MANUAL_COPIES = re.compile(r"^\*cupsManualCopies: *True[ \t]*\n", re.MULTILINE)
MAX_COPIES = re.compile(r"^\*cupsMaxCopies:", re.MULTILINE)
MOST_COPIES = 99

FILL, FIT = "fill", "fit"
"""A picture of the printer's own size comes out of the raster filter pixel for pixel with fit.
Fill (cups-filters 1.28) rounds the page to whole points first, and leaves two lines of a DNP's
4×6 white."""


@dataclass(frozen=True)
class QueueMedia:
    """``loses_copies``: CUPS leaves the copying to a filter, and no filter runs for a JPEG.
    ``rasters``: CUPS makes a raster of the JPEG, at the printer's own number of pixels."""

    page_sizes: frozenset[str] = frozenset()
    loses_copies: bool = False
    rasters: bool = False


def read_ppd(ppd: str) -> QueueMedia:
    manual = bool(MANUAL_COPIES.search(ppd)) and not MAX_COPIES.search(ppd)
    return QueueMedia(
        page_sizes=frozenset(PAGE_SIZE.findall(ppd)),
        loses_copies=manual and bool(JPEG_AS_IT_IS.search(ppd)),
        rasters=bool(MAKES_RASTER.search(ppd)),
    )


def with_copies(ppd: str) -> str:
    """The PPD changed so that CUPS tells the printer how many copies it is to make.

    CUPS 2.4 writes ``cupsManualCopies: True`` for every driverless printer that does not take
    PDF. Its ipp backend then sends a JPEG without the number of copies, and one sheet comes out.
    """
    return MANUAL_COPIES.sub(f"*cupsMaxCopies: {MOST_COPIES}\n", ppd)


def offered(media: QueueMedia) -> frozenset[Sheet]:
    """What ``options`` finds a page size for."""
    return frozenset(sheet for sheet in Sheet if _page_size(media.page_sizes, sheet))


def cuts_strips(media: QueueMedia) -> bool:
    return CUT_IN_TWO in media.page_sizes


def options(media: QueueMedia, sheet: Sheet, copies: int) -> dict[str, str]:
    """The job's options. Raises PrintRefused where the queue would print one copy of several, or
    the sheet on another size."""
    if copies > 1 and media.loses_copies:
        raise PrintRefused(
            f"this queue would print 1 of {copies} copies; register the printer again"
        )
    chosen = {"copies": str(copies), "print-scaling": FIT if media.rasters else FILL}
    page_size = _page_size(media.page_sizes, sheet)
    if page_size is None and media.page_sizes:
        raise PrintRefused(f"this queue's driver has no page size for {sheet.value}")
    return {**chosen, "PageSize": page_size} if page_size else chosen


def _page_size(offered: frozenset[str], sheet: Sheet) -> str | None:
    """None where the queue has no such size. Strips come side by side on a 4×6 where the printer
    does not cut them."""
    return next((name for name in _names(sheet) if name in offered), None)


def _names(sheet: Sheet) -> tuple[str, ...]:
    match sheet:
        case Sheet.FOUR_BY_SIX:
            return FOUR_BY_SIX
        case Sheet.TWO_BY_SIX_PAIR:
            return (CUT_IN_TWO, *FOUR_BY_SIX)
        case Sheet.SIX_BY_EIGHT:
            return SIX_BY_EIGHT
        case _:
            assert_never(sheet)
