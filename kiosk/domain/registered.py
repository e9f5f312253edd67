"""A printer that staff have registered with this booth, and what the booth knows about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.domain.printing import ConnectionType, Media, PrinterType, Sheet


class PixelSize(NamedTuple):
    """Width and height of an upright sheet."""

    width: int
    height: int


NOMINAL: Mapping[Sheet, PixelSize] = {
    Sheet.FOUR_BY_SIX: PixelSize(1200, 1800),
    Sheet.TWO_BY_SIX_PAIR: PixelSize(1200, 1800),
    Sheet.SIX_BY_EIGHT: PixelSize(1800, 2400),
}
"""At 300 dpi, without bleed."""

FIRST_GUESS_S = 20.0
"""Seconds for a sheet of a printer that has not printed yet: between a DNP RX1 and a Selphy."""


@dataclass(frozen=True)
class Calibration:
    """Moves the picture right and down by millimetres, and then scales it about its middle."""

    right_mm: float = 0.0
    down_mm: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True)
class Form:
    """What a printer wants of a picture: ``size`` of the upright sheet, calibration, and the path
    of an ICC profile to which the colours are converted."""

    size: PixelSize
    calibration: Calibration = Calibration()
    profile: str | None = None
    sheet: Sheet = Sheet.FOUR_BY_SIX

    @property
    def dpi(self) -> tuple[float, float]:
        """Dots per inch of the sheet across and down: more than 300 where ``size`` has a bleed."""
        nominal = NOMINAL[self.sheet]
        return 300 * self.size.width / nominal.width, 300 * self.size.height / nominal.height


@dataclass(frozen=True)
class RegisteredPrinter:
    """``queue`` is the CUPS queue's name, ``uri`` the device behind it; both are empty for a
    printer of this customer's that the cloud knows and that is not set up on this machine.

    ``media`` is what staff say is loaded; ``pixel_sizes`` names the sheets whose size is not
    nominal. ``sheets_left`` is counted by the booth, None until staff have told it once.
    ``paused`` is staff's doing and only staff undo it. ``rank``: lower is preferred.
    """

    id: str
    name: str
    type: PrinterType
    connection_type: ConnectionType
    is_default: bool
    queue: str
    uri: str
    media: Media = Media.FOUR_BY_SIX
    pixel_sizes: Mapping[Sheet, PixelSize] = field(default_factory=dict)
    calibration: Calibration = Calibration()
    profile: str | None = None
    sheets_left: int | None = None
    rank: int = 0
    paused: bool = False
    seconds_per_sheet: float = FIRST_GUESS_S

    @property
    def is_set_up(self) -> bool:
        return bool(self.queue)

    def form(self, sheet: Sheet) -> Form:
        size = self.pixel_sizes.get(sheet, NOMINAL[sheet])
        return Form(size, self.calibration, self.profile, sheet)
