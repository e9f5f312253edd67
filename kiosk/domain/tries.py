"""Wrong PINs and codes: counted, and answered with pauses that grow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Tries:
    """Wrong ones since the last right one. ``last`` is when the newest was entered, UTC; None
    where there is none."""

    wrong: int = 0
    last: datetime | None = None


@dataclass(frozen=True)
class Patience:
    """``free`` wrong tries in a row cost nothing. ``pauses_s`` are the seconds after the next one,
    the one after that, and so on; the last of them from then on."""

    free: int
    pauses_s: tuple[float, ...]

    def after(self, wrong: int) -> timedelta:
        """The whole pause after so many wrong ones in a row."""
        if wrong <= self.free:
            return timedelta()
        return timedelta(seconds=self.pauses_s[min(wrong - self.free, len(self.pauses_s)) - 1])

    def left(self, tries: Tries, now: datetime) -> timedelta:
        """What is left of it. A clock that was set back ends it, where it might last for a year
        otherwise: nobody can do that at the screen, and the count stays."""
        if tries.last is None or now < tries.last:
            return timedelta()
        return max(tries.last + self.after(tries.wrong) - now, timedelta())
