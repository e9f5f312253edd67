"""What an operator may set about the screen."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from kiosk.ui.language import Language


class LensEdge(enum.Enum):
    """The edge of the screen that the camera's lens is nearest to, as the guest sees it."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class ScreenSettings:
    """``size`` in pixels is the window's where it is not full screen; the window stands for a
    screen of ``diagonal_in`` inches, whatever it is shown on.

    ``seconds_a_sheet`` is how long this printer takes: the paper on the screen moves at that pace,
    and never leaves before the printer has said that it is done.
    ``event`` stands on the prints shown before there is one.
    ``language`` is what the booth speaks to who has not picked another.
    ``takes_bills`` where a bill acceptor stands beside the screen.
    ``accent`` and ``highlight`` are the operator's colours (``#rrggbb``), None for the shipped
    ones; ``logo`` is in the data directory where it is not absolute.
    ``lowered`` keeps the guests' screens within reach of a wheelchair.
    ``volume`` in percent.
    """

    full_screen: bool = True
    size: tuple[int, int] = (1080, 1920)
    diagonal_in: float = 21.5
    lens_edge: LensEdge = LensEdge.TOP
    mirror: bool = True
    reduced_motion: bool = False
    lowered: bool = False
    seconds_a_sheet: float = 15.0
    event: str = ""
    accent: str | None = None
    highlight: str | None = None
    logo: Path | None = None
    takes_bills: bool = False
    language: Language = Language.INDONESIAN
    volume: int = 0
