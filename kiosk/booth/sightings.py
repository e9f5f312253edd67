"""Since when each of the preflight's checks is as it is."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.preflight import Finding
from kiosk.booth.view import Check


@dataclass(frozen=True)
class Sighting:
    """``since_ns`` is when it began to pass, or to fail (CLOCK_MONOTONIC)."""

    finding: Finding
    since_ns: int

    @property
    def well(self) -> bool:
        return self.finding.problem is None


@dataclass(frozen=True)
class Sight:
    """``at_ns`` is when the booth was looked at last (CLOCK_MONOTONIC)."""

    sightings: tuple[Sighting, ...]
    at_ns: int


class Sightings:
    """Written by the thread that looks, read by any."""

    def __init__(self) -> None:
        self._sight: Sight | None = None

    def saw(self, findings: tuple[Finding, ...], now_ns: int) -> None:
        """A preflight that itself failed has found nothing, and changes nothing."""
        if findings:
            before = {s.finding.check: s for s in self._sight.sightings} if self._sight else {}
            seen = tuple(_seen(finding, before, now_ns) for finding in findings)
            self._sight = Sight(seen, now_ns)

    def newest(self) -> Sight | None:
        """None before the first look."""
        return self._sight


def _seen(finding: Finding, before: dict[Check, Sighting], now_ns: int) -> Sighting:
    sighting = Sighting(finding, now_ns)
    was = before.get(finding.check)
    return Sighting(finding, was.since_ns) if was and was.well == sighting.well else sighting
