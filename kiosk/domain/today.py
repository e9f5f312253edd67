"""What a day brought so far."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.shifts import MethodTaken


@dataclass(frozen=True)
class Today:
    """Of one day at the booth's place, midnight to midnight. ``sessions`` were paid or free,
    ``prints`` are sheets that came out, ``taken`` what came in, refunded or not."""

    sessions: int
    delivered: int
    prints: int
    taken: tuple[MethodTaken, ...]
