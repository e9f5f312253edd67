"""What guests are offered here: the event, the screen and its looks, the steps' times."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kiosk.config.fields import HexColour, Seconds, Section, Text, Word


class BoothSection(Section):
    """``event`` stands on every print. ``language`` is what the screen speaks until a guest picks
    another."""

    event: Text = "Photobooth"
    language: Literal["id", "en"] = "id"


class SessionSection(Section):
    """``retakes`` is how many shots a guest may have taken again in one session. ``templates`` may
    be picked instead of a package's own where they fit it, beside those of the other packages."""

    retakes: Annotated[int, Field(strict=True, ge=0, le=5)] = 2
    templates: Annotated[tuple[Word, ...], Field(max_length=20)] = ()


class ScreenSection(Section):
    """``lens`` is the screen's edge next to the camera's lens; a width of 0 means full screen.
    ``diagonal_in`` is the screen's, in inches. ``lowered``: the guests' screens are always within
    reach of a wheelchair, where the screen is tall."""

    width: Annotated[int, Field(strict=True, ge=0, le=8192)] = 0
    height: Annotated[int, Field(strict=True, ge=0, le=8192)] = 0
    diagonal_in: Annotated[float, Field(ge=10, le=100)] = 21.5
    lens: Literal["top", "bottom", "left", "right"] = "top"
    reduced_motion: Annotated[bool, Field(strict=True)] = False
    lowered: Annotated[bool, Field(strict=True)] = False


class ThemeSection(Section):
    """``accent`` is what is to be touched, ``highlight`` the countdown and warnings of time.
    ``logo`` is a PNG or SVG, in the data directory where its path is not absolute."""

    accent: HexColour | None = None
    highlight: HexColour | None = None
    logo: Text | None = None


class SoundSection(Section):
    """``volume`` in percent; 0 is off."""

    volume: Annotated[int, Field(strict=True, ge=0, le=100)] = 70


class PaceSection(Section):
    """Seconds; see ``kiosk.booth.pace`` for what each one is."""

    countdown: Seconds | None = None
    review: Seconds | None = None
    retake_review: Seconds | None = None
    choosing: Seconds | None = None
    payment: Annotated[float, Field(ge=30, le=3600)] | None = None
    arranging: Seconds | None = None
    look: Seconds | None = None
    take_home: Seconds | None = None
    camera_patience: Seconds | None = None
    printing: Seconds | None = None
    print_patience: Seconds | None = None
    print_move: Seconds | None = None
