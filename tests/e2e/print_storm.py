"""Many paid prints over two printers, while everything around them fails at random.

In a thread of weather: paper out, jams, printers switched off, cupsd killed, a printer ten times
slower; and the booth itself is killed and started again. A seed decides what happens when.
"""

from __future__ import annotations

import json
import random
import threading
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.domain import session as s
from kiosk.domain.times import moment

from .print_house import PrintHouse, print_house
from .print_kill import booth, tap_print

FAULTS = ("media-empty-error", "cover-open-error", "media-jam-error", "marker-supply-empty-error")
GUESTS_AT_ONCE = 6
PAUSE_S = (0.5, 2.5)
"""Between two troubles, each of which lasts for up to three seconds."""


@dataclass(frozen=True)
class StormReport:
    """``waited_s``: from the tap to the last sheet's being known, for each job, sorted. ``twice``
    counts sheets too many, ``lost`` pictures that did not come out; ``owed`` are those of the
    lost that wait for staff with a claim code, and ``given_up`` the log's words why."""

    jobs: int
    out: int
    twice: int
    lost: int
    owed: int
    moved: int
    given_up: tuple[str, ...]
    weather: dict[str, int]
    waited_s: tuple[float, ...]


class Weather(threading.Thread):
    """One trouble after the other, each for a moment; ends when it is told, with all mended."""

    def __init__(self, house: PrintHouse, seed: int) -> None:
        super().__init__(daemon=True)
        self._house = house
        self._chance = random.Random(seed)  # noqa: S311 - it makes weather
        self._over = threading.Event()
        self.kill_booth = threading.Event()
        self.seen: dict[str, int] = {}

    def run(self) -> None:
        kinds = [
            self.fault,
            self.fault,
            self.slow,
            self.printer_off,
            self.cups_dies,
            self.cups_restarts,
            self.booth_dies,
        ]
        while not self._over.wait(self._chance.uniform(*PAUSE_S)):
            trouble = self._chance.choice(kinds)
            self.seen[trouble.__name__] = self.seen.get(trouble.__name__, 0) + 1
            trouble(self._chance.choice(("left", "right")))

    def stop(self) -> None:
        self._over.set()
        self.join()

    def fault(self, name: str) -> None:
        """Some last for longer than a guest should wait."""
        self._house.fault(name, self._chance.choice(FAULTS))
        self._over.wait(self._chance.choice((0.4, 0.8, 3.0)))
        self._house.fault(name, None)

    def slow(self, name: str) -> None:
        self._house.pace(name, 2.0)
        self._over.wait(1.5)
        self._house.pace(name, 0.2)

    def printer_off(self, name: str) -> None:
        self._house.world.kill_printer(name)
        self._over.wait(self._chance.uniform(0.2, 1.0))
        self._house.world.start_printer(name)

    def cups_dies(self, name: str) -> None:
        del name
        self._house.world.kill_cups()
        self._over.wait(self._chance.uniform(0.1, 0.8))
        self._house.world.start_cups()

    def cups_restarts(self, name: str) -> None:
        """In order, as an update does it."""
        del name
        self._house.world.stop_cups()
        self._house.world.start_cups()

    def booth_dies(self, name: str) -> None:
        del name
        self.kill_booth.set()


def storm(folder: Path, jobs: int, seed: int, deadline_s: float) -> StormReport:
    with print_house(folder, "left", "right", pace_s=0.2) as house:
        weather = Weather(house, seed)
        weather.start()
        try:
            _serve(house, weather, jobs, time.monotonic() + deadline_s)
        finally:
            weather.stop()
        return _report(house, weather)


def _serve(house: PrintHouse, weather: Weather, jobs: int, give_up: float) -> None:
    """Guests come as long as fewer than a few wait; the booth is started whenever it died."""
    waiting: set[str] = set()
    while len(house.paid) < jobs or waiting:
        with booth(house) as process:
            weather.kill_booth.clear()
            for session_id in [i for i in waiting if isinstance(house.state(i), s.Arranging)]:
                tap_print(process, session_id)
            while (len(house.paid) < jobs or waiting) and not weather.kill_booth.is_set():
                assert time.monotonic() < give_up, f"{len(waiting)} prints never end"
                waiting = {i for i in waiting if not house.is_over(i)}
                if len(house.paid) < jobs and len(waiting) < GUESTS_AT_ONCE:
                    session_id = house.guest_pays(copies=1 + len(house.paid) % 5 // 4)
                    waiting.add(session_id)
                    tap_print(process, session_id)
                time.sleep(0.05)


def _report(house: PrintHouse, weather: Weather) -> StormReport:
    sheets = house.sheets()
    states = {i: house.state(i) for i in house.paid}
    wanted = {i: _copies(state) for i, state in states.items()}
    came = {i: sheets[picture] for i, picture in house.paid.items()}
    moves = [
        event
        for i in house.paid
        for _, event in house.mirror.journal.events(i)
        if isinstance(event, s.PrintMoved)
    ]
    return StormReport(
        jobs=len(house.paid),
        out=sum(came[i] == wanted[i] for i in house.paid),
        twice=sum(max(0, came[i] - wanted[i]) for i in house.paid),
        lost=sum(came[i] < wanted[i] for i in house.paid),
        owed=sum(isinstance(state, s.Owed) for state in states.values()),
        moved=len(moves),
        given_up=_given_up(house.data_dir / "logs" / "kiosk.log"),
        weather=weather.seen,
        waited_s=tuple(sorted(_waited(house, i) for i in house.paid)),
    )


def _given_up(log: Path) -> tuple[str, ...]:
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return tuple(line["why"] for line in lines if line["event"] == "print given up")


def _copies(state: s.State) -> int:
    order = s.order_of(state)
    assert order is not None
    return order.package.copies


def _waited(house: PrintHouse, session_id: str) -> float:
    """From the composed picture to the end, both as the journal has them."""
    at: dict[str, datetime] = {}
    for when, event in house.mirror.journal.events(session_id):
        at[type(event).__name__] = moment(when)
    end = max(at.values())
    return (end - at["PictureComposed"]).total_seconds()
