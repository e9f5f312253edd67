"""A booth in rehearsal on a real window, its event loop and its taps timed; a process of its own.

The result is one JSON object on standard output, in the form of ``Seen``.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.app import build_booth
from kiosk.booth.pace import rehearsal
from kiosk.config import load_config
from kiosk.logs import log_to
from kiosk.resources import assets
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui.guest import Guest
from kiosk.ui.window import Screen
from kiosk.wiring.shop import pace_of
from tests.bench.live_window import Heartbeat
from tests.e2e.monkey_watch import Beat

WARM_UP = 4
"""The guest's round of wishes: after it every screen was seen once."""


@dataclass(frozen=True)
class Seen:
    """``stalls`` are (screen, ms, ms): where and how late the event loop came to its timer, and how
    much of the processor the GUI's thread had meanwhile; the rest is waiting, also for a processor.
    ``blocked`` are the places in the kiosk's code that held it for more than 50 ms, ``elsewhere``
    those outside of it."""

    to_screen_ms: list[float]
    stalls: list[tuple[str, float, float]]
    blocked: dict[str, int]
    elsewhere: dict[str, int]
    trouble: list[str]


class PlacedHeartbeat(Heartbeat):
    """Knows on which screen each beat was late."""

    def __init__(self, screen: Screen) -> None:
        self.stalls: list[tuple[str, float, float]] = []
        self._screen = screen
        self._spent = time.thread_time()
        super().__init__()

    def _beat(self) -> None:
        super()._beat()
        before, self._spent = self._spent, time.thread_time()
        busy = 1000 * (self._spent - before)
        self.stalls.append((self._screen.booth.screen_name, self.late_ms[-1], busy))


class Once(QObject):
    """Begins to listen when the guest has photographed each screen, which holds the loop."""

    def __init__(self, screen: Screen, guest: Guest) -> None:
        super().__init__(screen)
        self.taps_before = 0
        self._guest = guest
        self.heart: PlacedHeartbeat | None = None
        self.beat: Beat | None = None
        self._screen = screen

    def begin(self) -> None:
        figures = self._guest.figures
        if self.heart is None and len(figures.visits) >= WARM_UP:
            self.taps_before = len(figures.tap_to_screen_ms)
            gc.freeze()  # as the kiosk does once it has started
            self.heart, self.beat = PlacedHeartbeat(self._screen), Beat()


def main(settings: str, data_dir: str, visits: str) -> None:
    folder = Path(data_dir)
    log_to(folder / "logs")
    config = load_config(Path(settings), assets() / "templates")
    pace = rehearsal(pace_of(config))
    booth = build_booth(
        config, folder, pace, lambda view: screen.show(view), lambda view: screen.show_staff(view)
    )
    screen = open_touchscreen(config, folder, booth, screen_settings_of(config))
    guest = Guest(screen, folder / "screens")
    once = Once(screen, guest)
    screen.booth.changed.connect(once.begin)
    booth.start()
    try:
        guest.run(int(visits), screen.close)
        screen.run()
        figures = guest.figures
    finally:
        booth.close()
    heart, beat = once.heart, once.beat
    if heart is None or beat is None:
        raise RuntimeError("the booth sold too little")
    beat.stop()
    seen = Seen(
        list(figures.tap_to_screen_ms[once.taps_before :]),
        heart.stalls,
        dict(beat.blocked),
        dict(beat.elsewhere),
        list(figures.trouble),
    )
    json.dump(asdict(seen), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
