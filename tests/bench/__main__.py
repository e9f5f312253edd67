"""``./dev bench``: the rehearsal's figures beside their goals, on the terminal and as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World, WorldPlan

PROJECT = Path(__file__).resolve().parents[2]
RESULT = PROJECT / "build" / "bench.json"


@dataclass(frozen=True)
class Figure:
    """``goal`` is an upper limit unless ``at_least``; None where there is none yet."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        kept = self.value >= self.goal if self.at_least else self.value <= self.goal
        return "kept" if kept else "MISSED"


def figures_of(report: dict[str, Any]) -> list[Figure]:
    """The goals are those of the camera, the printing and the touchscreen issues."""
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


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        report = rehearse(Path(name), args.sessions)
    figures = figures_of(report)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    told = {"figures": [asdict(f) | {"verdict": f.verdict} for f in figures], "report": report}
    RESULT.write_text(json.dumps(told, indent=1), encoding="utf-8")
    for figure in figures:
        goal = "" if figure.goal is None else f"{'≥' if figure.at_least else '≤'} {figure.goal:g}"
        row = f"{figure.name:32}{figure.value:>10g} {figure.unit:12}{goal:>8}  {figure.verdict}"
        sys.stdout.write(row.rstrip() + "\n")
    return 0


def rehearse(folder: Path, sessions: int) -> dict[str, Any]:
    plan = WorldPlan(pace_s=0.2, pay_after_ms=200)
    with World(folder / "world", plan) as world:
        booth = BoothFiles(folder)
        booth.write(world.addresses, camera=f"clip:{CLIP}")
        booth.set_up(world.addresses)
        screens = ("--screens", str(folder / "screens"))
        said = booth.call("rehearse", "--sessions", str(sessions), *screens, "--json")
    report: dict[str, Any] = json.loads(said)
    return report


if __name__ == "__main__":
    sys.exit(main())
