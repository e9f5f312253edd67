"""What staff see first: whether the booth is well, and what today brought."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.view import Check
from kiosk.domain.today import Today


@dataclass(frozen=True)
class CheckLine:
    """``minutes`` since it is so. ``detail`` is for staff who can read English."""

    check: Check
    well: bool
    minutes: int
    detail: str = ""


@dataclass(frozen=True)
class HomeView:
    """``checks`` are empty before the first look; ``seconds`` since the newest one, counted in
    tens. ``today`` is None where the store can't be read. ``at`` is now (ISO UTC), to the
    minute."""

    checks: tuple[CheckLine, ...] = ()
    seconds: int = 0
    today: Today | None = None
    at: str = ""


@dataclass(frozen=True)
class RestartCamera:
    pass
