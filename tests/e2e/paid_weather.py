"""Everything around the booth fails at random: one trouble after the other, each for a moment."""

from __future__ import annotations

import random
import threading
from collections import Counter

from kiosk.local.world import World

from .paid_wire import Weather, Wire
from .paid_xendit import Fault, Xendit

PRINTER_FAULTS = ("media-empty-error", "cover-open-error", "media-jam-error")
PAUSE_S = (0.3, 2.0)
CALLS: tuple[Fault, ...] = (
    {"fault": "server_error", "times": 2},
    {"fault": "lost_answer", "times": 1},
    {"fault": "too_many", "reset_s": 1, "times": 1},
    {"fault": "slow", "ms": 800, "times": 3},
    {"fault": "known_reference", "times": 1},
)


class Storm(threading.Thread):
    """``calm`` ends the trouble and mends all; the thread lives until ``end``, because what it
    has started ends with it."""

    def __init__(self, world: World, wire: Wire, xendit: Xendit, seed: int) -> None:
        super().__init__(name="weather", daemon=True)
        self._world = world
        self._wire = wire
        self._xendit = xendit
        self._chance = random.Random(seed)  # noqa: S311 - it makes weather
        self._calm = threading.Event()
        self._mended = threading.Event()
        self._end = threading.Event()
        self.seen: Counter[str] = Counter()

    def run(self) -> None:
        kinds = [
            *(self.cut, self.refused, self.stalled, self.calls_fail),
            *(self.printer_fault, self.printer_off, self.printer_slow, self.cups_dies),
        ]
        try:
            while not self._calm.wait(self._chance.uniform(*PAUSE_S)):
                trouble = self._chance.choice(kinds)
                self.seen[trouble.__name__.replace("_", " ")] += 1
                trouble(self._chance.choice(self._world.plan.printers))
            self._xendit.heal()
        finally:
            self._mended.set()
        self._end.wait()

    def calm(self) -> None:
        """Returns when everything is mended."""
        self._calm.set()
        self._mended.wait()

    def end(self) -> None:
        self._calm.set()
        self._end.set()
        if self.is_alive():
            self.join()

    def cut(self, name: str) -> None:
        del name
        self._wire.cut()

    def refused(self, name: str) -> None:
        del name
        self._network(Weather.REFUSING)

    def stalled(self, name: str) -> None:
        """Long enough for a booth to notice, and short enough for its patience."""
        del name
        self._network(Weather.STALLED)

    def calls_fail(self, name: str) -> None:
        del name
        self._xendit.fail_calls(self._chance.choice(CALLS))

    def printer_fault(self, name: str) -> None:
        """Some last for longer than a guest should wait."""
        file = next(p.faults for p in self._world.addresses.printers if p.queue == name)
        file.write_text(f"{self._chance.choice(PRINTER_FAULTS)}\n", encoding="utf-8")
        self._calm.wait(self._chance.choice((0.4, 0.8, 3.0)))
        file.unlink()

    def printer_off(self, name: str) -> None:
        self._world.kill_printer(name)
        self._calm.wait(self._chance.uniform(0.2, 1.0))
        self._world.start_printer(name)

    def printer_slow(self, name: str) -> None:
        file = next(p.pace for p in self._world.addresses.printers if p.queue == name)
        file.write_text("2\n", encoding="utf-8")
        self._calm.wait(1.5)
        file.write_text(f"{self._world.plan.pace_s:g}\n", encoding="utf-8")

    def cups_dies(self, name: str) -> None:
        del name
        self._world.kill_cups()
        self._calm.wait(self._chance.uniform(0.1, 0.8))
        self._world.start_cups()

    def _network(self, weather: Weather) -> None:
        self._wire.become(weather)
        self._wire.cut()
        self._calm.wait(self._chance.uniform(0.3, 2.0))
        self._wire.become(Weather.CLEAR)
