"""A printer that CUPS can reach and that may not be registered yet."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.printing import ConnectionType, Media, PrinterType, Sheet
from kiosk.domain.registered import FIRST_GUESS_S, PixelSize


class Driver(enum.Enum):
    """What turns a picture into the printer's language."""

    EVERYWHERE = "everywhere"  # driverless: the printer says itself what it can do
    GUTENPRINT = "gutenprint"


@dataclass(frozen=True)
class FoundDevice:
    """One device from one search. ``uri`` and ``make_and_model`` as CUPS gives them.

    ``ppd_name`` is CUPS' name of the driver's PPD, ``everywhere`` for a driverless one, and
    empty where no driver for it is installed: such a device can be shown, but not added.
    ``media`` are the kits that it can be loaded with, the likeliest first; ``media_ready`` is what
    it says is in it now. ``pixel_sizes`` are its own sizes where they are not nominal.
    ``queue`` is a queue that CUPS has for it already, empty where there is none.
    ``seconds_per_sheet`` is a first guess.
    """

    uri: str
    make_and_model: str
    type: PrinterType
    connection_type: ConnectionType
    driver: Driver
    ppd_name: str
    media: tuple[Media, ...] = (Media.FOUR_BY_SIX,)
    media_ready: Media | None = None
    pixel_sizes: Mapping[Sheet, PixelSize] = field(default_factory=dict)
    queue: str = ""
    seconds_per_sheet: float = FIRST_GUESS_S


def driverless(uri: str) -> FoundDevice:
    """A printer that was not searched for: somebody typed its address."""
    return FoundDevice(
        uri=uri,
        make_and_model=uri,
        type=PrinterType.INKJET,
        connection_type=ConnectionType.IPP,
        driver=Driver.EVERYWHERE,
        ppd_name=Driver.EVERYWHERE.value,
        media=tuple(Media),
    )
