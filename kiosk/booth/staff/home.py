"""The staff's home: the booth's own checks, with their ages, and today."""

from __future__ import annotations

from kiosk.booth.ports import Clock
from kiosk.booth.sightings import Sighting
from kiosk.booth.staff.home_view import CheckLine, HomeView
from kiosk.booth.staff.premises import Premises
from kiosk.domain.times import iso

MINUTE_NS = 60_000_000_000


def home(premises: Premises, clock: Clock) -> HomeView:
    """Raises what the store raises."""
    sight, now_ns = premises.sight(), clock.monotonic_ns()
    now = clock.now()
    today, at = premises.today(now), iso(now.replace(second=0, microsecond=0))
    if sight is None:
        return HomeView(today=today, at=at)
    lines = tuple(_line(sighting, now_ns) for sighting in sight.sightings)
    seconds = max(now_ns - sight.at_ns, 0) // 10_000_000_000 * 10
    return HomeView(lines, seconds, today, at)


def _line(sighting: Sighting, now_ns: int) -> CheckLine:
    finding = sighting.finding
    minutes = max(now_ns - sighting.since_ns, 0) // MINUTE_NS
    return CheckLine(finding.check, sighting.well, minutes, finding.detail)
