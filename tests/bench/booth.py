"""The booth's figures: whole guest sessions through the real screens and devices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World, WorldPlan
from tests.bench.figure import Figure


def figures(folder: Path, sessions: int) -> list[Figure]:
    return _figures_of(_rehearse(folder, sessions))


def _figures_of(report: dict[str, Any]) -> list[Figure]:
    """Beside the goals that the booth was given."""
    live, memory, timings = report["live_view"], report["rss_mb"], report["timings_ms"]
    grown = 100 * (memory["end"] / memory["settled"] - 1) if memory["settled"] else 0.0
    return [
        Figure("sessions completed", report["completed"], "", report["sessions"], at_least=True),
        Figure("start to ready", report["start_to_ready_ms"], "ms", 1000),
        Figure("live view", live["fps"], "fps", 29.7, at_least=True),
        Figure("live view latency p95", live["latency_ms"], "ms", 60),
        Figure("processor", live["cpu_percent"], "% of a core"),
        Figure("memory at the end", memory["end"], "MB"),
        Figure("memory grown since session 5", round(grown, 1), "%", 10),
        Figure("shutter to saved p95", timings["shutter_to_saved"]["p95"], "ms", 25),
        Figure("saved to print-ready p95", timings["saved_to_print_ready"]["p95"], "ms", 80),
        Figure("print submit p95", timings["print_submit"]["p95"], "ms", 100),
        Figure("tap to payment code p95", timings["tap_to_payment_code"]["p95"], "ms", 400),
        Figure("tap to screen p95", timings["tap_to_screen"]["p95"], "ms", 150),
    ]


def _rehearse(folder: Path, sessions: int) -> dict[str, Any]:
    plan = WorldPlan(pace_s=0.2, pay_after_ms=200)
    with World(folder / "world", plan) as world:
        booth = BoothFiles(folder)
        booth.write(world.addresses, camera=f"clip:{CLIP}")
        booth.set_up(world.addresses)
        screens = ("--screens", str(folder / "screens"))
        said = booth.call("rehearse", "--sessions", str(sessions), *screens, "--json")
    report: dict[str, Any] = json.loads(said)
    return report
