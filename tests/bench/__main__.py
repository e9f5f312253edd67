"""``./dev bench``: measured figures beside their goals, on the terminal and as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench import booth, cloud_backup, cloud_load
from tests.bench.figure import Figure

PROJECT = Path(__file__).resolve().parents[2]
RESULT = PROJECT / "build" / "bench.json"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        report = booth.rehearse(folder / "booth", args.sessions)
        figures = [
            *booth.figures_of(report),
            *cloud_load.figures(folder / "load"),
            *cloud_backup.figures(folder / "backup"),
        ]
    _write(figures, report)
    for figure in figures:
        sys.stdout.write(figure.line + "\n")
    return 0


def _write(figures: list[Figure], report: dict[str, object]) -> None:
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    told = {"figures": [asdict(f) | {"verdict": f.verdict} for f in figures], "report": report}
    RESULT.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
