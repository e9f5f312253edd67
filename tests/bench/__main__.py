"""``./dev bench``: measured figures beside their goals, on the terminal and as JSON."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from types import FrameType

from tests.bench import (
    booth,
    camera_faults,
    camera_kills,
    cloud_backup,
    cloud_load,
    live,
    money_latency,
    monkey,
    paid,
    pictures,
    prints,
    shots,
    start,
    taps,
)
from tests.bench.figure import Figure

PROJECT = Path(__file__).resolve().parents[2]
RESULT = PROJECT / "build" / "bench.json"
BOOTH_SESSIONS = 20


def main() -> int:
    args = _arguments()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _end)  # a shell starts background jobs with SIGINT ignored
    try:
        return _measure(args)
    except KeyboardInterrupt:
        sys.stderr.write("./dev bench: stopped\n")
        return 130


def _parts(sessions: int | None) -> dict[str, Callable[[Path], list[Figure]]]:
    return {
        "booth": lambda folder: booth.figures(folder, sessions or BOOTH_SESSIONS),
        "start": start.figures,
        "live": live.figures,
        "shots": shots.figures,
        "pictures": pictures.figures,
        "camera-faults": camera_faults.figures,
        "camera-kills": camera_kills.figures,
        "prints": prints.figures,
        "paid": lambda folder: paid.figures(folder, sessions or paid.SESSIONS),
        "latency": money_latency.figures,
        "load": cloud_load.figures,
        "backup": cloud_backup.figures,
        "taps": taps.figures,
        "monkey": monkey.figures,
    }


def _measure(args: argparse.Namespace) -> int:
    parts = _parts(args.sessions)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        for part in args.only or parts:
            measured = parts[part](Path(name) / part)
            sys.stdout.writelines(figure.line + "\n" for figure in measured)
            sys.stdout.flush()
            figures += measured
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    told = {"figures": [asdict(f) | {"verdict": f.verdict} for f in figures]}
    RESULT.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--sessions", type=int, help="of the parts booth and paid")
    parts = tuple(_parts(None))
    parser.add_argument("--only", action="append", choices=parts, help="this part, and not all")
    return parser.parse_args()


def _end(signum: int, frame: FrameType | None) -> None:
    del signum, frame
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
