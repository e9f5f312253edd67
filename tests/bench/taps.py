"""The touchscreen's figures: how soon a touch shows, how smoothly things move, what holds the loop.

On a real window on a virtual screen of 1080 × 1920 without a GPU. Presses and animations are those
of made-up sessions; the way from screen to screen and the stalls are those of a booth in rehearsal
that composes, uploads and prints meanwhile. Where a goal is missed, the table says where the time
went. A frame counts as shown once Qt has handed it to the display.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.programs import PROJECT, program
from kiosk.local.world import World, WorldPlan
from tests.bench.figure import Figure
from tests.bench.spread import percentile
from tests.bench.virtual_screen import virtual_screen

SIZE = "1080x1920"
VISITS = 8
WITHIN_S = 600.0
PRESS_MS, SCREEN_MS, STALL_MS = 50, 150, 16
SMOOTH = 0.9
"""Of the display's rate: less than this is seen."""
CAMERA_FPS = 30.0
SHOWN_PLACES = 4


def figures(folder: Path, visits: int = VISITS) -> list[Figure]:
    folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen(folder / "xvfb.log", SIZE) as display:
        window = _run(display, "tests.bench.taps_window", str(folder / "studio"), SIZE)
        with World(folder / "world", WorldPlan(pace_s=0.2, pay_after_ms=200)) as world:
            files = BoothFiles(folder)
            files.write(world.addresses, camera=f"clip:{CLIP}", size=SIZE)
            files.set_up(world.addresses)
            places = (str(files.settings), str(files.data_dir), str(visits))
            booth = _run(display, "tests.bench.taps_booth", *places)
    return [*_of_window(window), *_of_booth(booth)]


def _run(display: str, module: str, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [
            *(program("setpriv"), "--pdeathsig", "TERM", "--"),
            *(sys.executable, "-m", module, *words),
        ],
        cwd=PROJECT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        check=True,
        stdout=subprocess.PIPE,
        timeout=WITHIN_S,
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def _of_window(seen: dict[str, Any]) -> Iterator[Figure]:
    took = [ms for _, ms in seen["presses"]]
    yield Figure("controls pressed", len(took) + len(seen["unchanged"]), "")
    yield Figure("of them without an answer", len(seen["unchanged"]), "", 0)
    yield Figure("tap to changed pixels p50", percentile(took, 0.5), "ms")
    yield Figure("tap to changed pixels p95", percentile(took, 0.95), "ms", PRESS_MS)
    yield Figure("tap to changed pixels, the longest", percentile(took, 1), "ms")
    hz = seen["display_hz"]
    yield Figure("the display's rate", round(hz, 1), "Hz")
    for motion in seen["motions"]:
        rate = CAMERA_FPS if "live" in motion["name"] else hz
        least = round(SMOOTH * rate, 1)
        yield Figure(motion["name"], motion["fps"], "fps", least, at_least=True)
        yield Figure("  until it begins", motion["begun_ms"], "ms")
        yield Figure("  its longest frame", motion["longest_ms"], "ms")
        yield Figure("  its processor", motion["cpu_percent"], "% of a core")
    for name, ms in sorted(seen["presses"], key=lambda each: -each[1])[:SHOWN_PLACES]:
        sys.stdout.write(f"  {ms:>6.1f} ms to answer: {name}\n")
    for name in seen["unchanged"]:
        sys.stdout.write(f"  no answer to a press: {name}\n")


def _of_booth(seen: dict[str, Any]) -> Iterator[Figure]:
    stalls = [late for _, late, _ in seen["stalls"]]
    yield Figure("guests in trouble", len(seen["trouble"]), "", 0)
    yield Figure("screen to screen p50", percentile(seen["to_screen_ms"], 0.5), "ms")
    yield Figure("screen to screen p95", percentile(seen["to_screen_ms"], 0.95), "ms", SCREEN_MS)
    yield Figure("GUI stall p99", percentile(stalls, 0.99), "ms", STALL_MS)
    own = [min(late, busy) for _, late, busy in seen["stalls"]]
    yield Figure("  of it the screen's own thread, p99", percentile(own, 0.99), "ms")
    yield Figure("GUI stall, the longest", percentile(stalls, 1), "ms")
    for screen in sorted({screen for screen, _, _ in seen["stalls"]}):
        here = [late for where, late, _ in seen["stalls"] if where == screen]
        yield Figure(f"  p99 at {screen}", percentile(here, 0.99), "ms", STALL_MS)
    for whose in ("blocked", "elsewhere"):
        counted = sorted(seen[whose].items(), key=lambda item: -item[1])
        for place, times in counted[:SHOWN_PLACES]:
            sys.stdout.write(f"  {times:>4} times over 50 ms {whose}: {place}\n")
