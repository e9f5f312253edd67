"""A rehearsal: whole guest sessions through the real screens and devices, and what they took."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.booth.pace import rehearsal
from kiosk.booth.timings import Spread, spread_ms
from kiosk.booth.view import View
from kiosk.domain.errors import KioskError
from kiosk.domain.session import Delivered
from kiosk.meter import Meter
from kiosk.start_marks import StartMarks
from kiosk.touchscreen import Start, starting
from kiosk.ui.guest import Guest, GuestFigures

if TYPE_CHECKING:
    from kiosk.running import Booth
    from kiosk.store.reports import EndedWell

OUTBOX_PATIENCE_S = 60.0

FILM_PATIENCE_S = 40.0

SETTLED_AFTER = 5
"""From this session on memory has to stay where it is."""

TIMED = (
    "shutter_to_saved",
    "saved_to_print_ready",
    "look_to_picture",
    "print_submit",
    "tap_to_payment_code",
)


@dataclass(frozen=True)
class Memory:
    """Megabytes resident, the kiosk and its camera process together.

    ``settled`` is after session 5, None where there were fewer.
    """

    start: float
    settled: float | None
    end: float
    peak: float


@dataclass(frozen=True)
class LiveView:
    """``latency_ms`` is the 95th percentile from a frame's stamp to its paint.

    ``cpu_percent`` is of one core, kiosk and camera process together, over the whole rehearsal.
    """

    fps: float
    cpu_percent: float
    latency_ms: float
    dropped: int


@dataclass(frozen=True)
class OutboxFigures:
    pending: int
    delivered: int


@dataclass(frozen=True)
class Report:
    """``completed`` sessions were paid and delivered, by the store.

    ``start_to_ready_ms`` runs from the process' start to the first screen that sells.
    """

    sessions: int
    completed: int
    prints_completed: int
    start_to_ready_ms: int
    rss_mb: Memory
    live_view: LiveView
    timings_ms: dict[str, Spread | None]
    outbox: OutboxFigures
    trouble: tuple[str, ...]


class Watcher:
    """What a rehearsal has to remember of the Views."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._served: set[str] = set()
        self.before: EndedWell | None = None
        self.ready_ms: int | None = None
        self.rss_ready = 0.0
        self.rss_settled: float | None = None

    def meet(self, booth: Booth) -> None:
        """Just before it starts: what ended well until now was nobody's here."""
        del booth
        self.before = _ended_well()

    def see(self, view: View) -> None:
        if self.ready_ms is None and not view.problems:
            self.ready_ms = self._meter.since_start_ms()
            self.rss_ready = self._meter.rss()
        if isinstance(view.state, Delivered) and view.session_id is not None:
            self._served.add(view.session_id)
            if len(self._served) == SETTLED_AFTER and self.rss_settled is None:
                self.rss_settled = self._meter.rss()


def rehearse_booth(start: Start, marks: StartMarks, sessions: int, screens: Path) -> Report:
    """Plays ``sessions`` guests on the real window and waits for the cloud to have heard it all."""
    meter = Meter()
    watcher = Watcher(meter)
    rehearsed = replace(
        start,
        screen=lambda settings: replace(settings, seconds_a_sheet=1.0),
        pace=rehearsal,
        built=watcher.meet,
        seen=watcher.see,
    )
    with starting(rehearsed, marks) as (screen, building):
        guest = Guest(screen, screens)
        meter.start()
        try:
            guest.run(sessions, screen.close)
            screen.run()
            booth = building.result()
            if booth is None:
                raise KioskError("the window was closed before there was a booth")
            _wait_for_films(booth)
            _wait_for_outbox(booth)
            return _report(sessions, booth, watcher, meter, guest.figures)
        finally:
            meter.close()


def _wait_for_films(booth: Booth) -> None:
    """The last session's are made while the screen already closes."""
    give_up = time.monotonic() + FILM_PATIENCE_S
    while booth.films is not None and not booth.films.is_done():
        if time.monotonic() > give_up:
            return
        time.sleep(0.05)


def _wait_for_outbox(booth: Booth) -> None:
    """The last pictures are on their way; without a network they stay, which is no fault."""
    give_up = time.monotonic() + OUTBOX_PATIENCE_S
    while booth.mirror.outbox.depth() and time.monotonic() < give_up:
        if booth.api.reachable is False:
            return
        time.sleep(0.05)


def _report(
    sessions: int,
    booth: Booth,
    watcher: Watcher,
    meter: Meter,
    figures: GuestFigures,
) -> Report:
    before, after = watcher.before or _ended_well(), _ended_well()
    waiting = booth.mirror.outbox.summary()
    timings = {name: booth.timings.spread(name) for name in TIMED}
    timings["tap_to_screen"] = spread_ms(list(figures.tap_to_screen_ms))
    live = figures.live
    return Report(
        sessions=sessions,
        completed=after.sessions - before.sessions,
        prints_completed=after.prints - before.prints,
        start_to_ready_ms=watcher.ready_ms or 0,
        rss_mb=Memory(watcher.rss_ready, watcher.rss_settled, meter.rss(), meter.peak),
        live_view=LiveView(live.fps, meter.cpu_percent(), live.latency_p95_ms, live.dropped),
        timings_ms=timings,
        outbox=OutboxFigures(waiting.pending, waiting.delivered),
        trouble=figures.trouble,
    )


def _ended_well() -> EndedWell:
    from kiosk.store.reports import ended_well  # the window comes first

    return ended_well()
