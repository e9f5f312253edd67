"""From exec to a first picture that takes a touch, and to a booth that sells.

Warm: settings remembered, Python and QML compiled, everything in the page cache. Cold: as after an
installation, with nothing compiled and remembered, and the page cache dropped where we may.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from kiosk.commands.running import CODE_FILE
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.programs import PROJECT
from kiosk.local.world import World, WorldPlan
from kiosk.touchscreen import CAMERA_FILE, SCREEN_FILE
from tests.bench.figure import Figure
from tests.bench.start_imports import Imported, imported
from tests.bench.virtual_screen import virtual_screen

SIZE = "1080x1920"
WARM, TOUCHED, COLD = 12, 6, 3
PATIENCE_S = 60.0
FIRST, READY = "first picture", "ready"
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
REPORT = PROJECT / "build" / "start.json"

Marks = list[dict[str, Any]]


def figures(folder: Path) -> list[Figure]:
    plan = WorldPlan(pace_s=0.2, pay_after_ms=200)
    log = folder / "xvfb.log"
    with World(folder / "world", plan) as world, virtual_screen(log, SIZE) as display:
        booth = BoothFiles(folder)
        booth.write(world.addresses, camera=f"clip:{CLIP}", size=SIZE)
        booth.set_up(world.addresses)
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        _started(booth, env)  # leaves what the others find
        warm = [_started(booth, env) for _ in range(WARM)]
        dropped, cold = _may_drop(), [_started_cold(booth, env, n) for n in range(COLD)]
        packages = _imports(booth, env)
        touched = [_touched(booth, env) for _ in range(TOUCHED)]
    _tell(warm, cold, packages, dropped=dropped)
    return [
        *_spread("first picture", [_at(marks, FIRST) for marks in warm], 500),
        *_spread("touch to the picture of it", touched, 500),
        *_spread("ready to sell", [_at(marks, READY) for marks in warm], 1000),
        Figure("cold first picture", median(_at(marks, FIRST) for marks in cold), "ms"),
        Figure("cold ready to sell", median(_at(marks, READY) for marks in cold), "ms"),
    ]


def _spread(name: str, ms: list[int], goal: int) -> list[Figure]:
    p95 = sorted(ms)[max(0, round(0.95 * len(ms)) - 1)]
    return [
        Figure(f"warm {name}", median(ms), "ms", goal),
        Figure(f"warm {name} p95", p95, "ms", goal),
    ]


def _started(
    booth: BoothFiles, env: dict[str, str], *options: str, said: int | None = None
) -> Marks:
    """One start until it is known whether the booth sells, by its own log."""
    log = booth.data_dir / "logs" / "kiosk.log"
    log.unlink(missing_ok=True)
    command = booth.command("run")
    command[1:1] = options
    running = subprocess.Popen(command, env=env, cwd=PROJECT, stderr=said)
    try:
        give_up = time.monotonic() + PATIENCE_S
        while (marks := _logged(log)) is None:
            if running.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError("the booth did not start")
            time.sleep(0.05)
        running.send_signal(signal.SIGTERM)
        running.wait(PATIENCE_S)
    finally:
        running.kill()
        running.wait(PATIENCE_S)
    return marks


def _logged(log: Path) -> Marks | None:
    if log.exists():
        for line in log.read_text(encoding="utf-8").splitlines():
            if '"event": "started"' in line and line.endswith("}"):
                marks: Marks = json.loads(line)["marks"]
                return marks
    return None


def _started_cold(booth: BoothFiles, env: dict[str, str], number: int) -> Marks:
    for kept in (SCREEN_FILE, CAMERA_FILE, CODE_FILE):
        (booth.data_dir / kept).unlink(missing_ok=True)
    empty = booth.settings.parent / f"nothing-compiled-{number}"
    places = {
        "PYTHONPYCACHEPREFIX": str(empty / "python"),
        "QML_DISK_CACHE_PATH": str(empty / "qml"),
    }
    if _may_drop():
        os.sync()
        DROP_CACHES.write_text("3", encoding="ascii")
    return _started(booth, env | places)


def _may_drop() -> bool:
    return os.access(DROP_CACHES, os.W_OK)


def _touched(booth: BoothFiles, env: dict[str, str]) -> int:
    """When the first picture that answers a finger was on the display."""
    places = (str(booth.settings), str(booth.data_dir))
    command = [sys.executable, "-m", "tests.e2e.first_picture", *places, "touch"]
    done = subprocess.run(
        command, env=env, cwd=PROJECT, check=True, capture_output=True, timeout=PATIENCE_S
    )
    answered: int = json.loads(done.stdout)["answered_ms"]
    return answered


def _imports(booth: BoothFiles, env: dict[str, str]) -> list[Imported]:
    file = booth.settings.with_name("imports")
    with file.open("wb") as said:
        _started(booth, env, "-X", "importtime", said=said.fileno())
    return imported(file.read_text(encoding="utf-8").splitlines())


def _at(marks: Marks, name: str) -> int:
    """Raises LookupError where the booth did not get so far."""
    found = [int(mark["at_ms"]) for mark in marks if mark["name"] == name]
    if not found:
        raise LookupError(f"the start has no {name}: {marks}")
    return found[0]


def _tell(warm: list[Marks], cold: list[Marks], packages: list[Imported], *, dropped: bool) -> None:
    rows = [_row(warm, mark["name"]) for mark in warm[0]]
    sys.stdout.write(f"{'warm start, median of ' + str(len(warm)):34}{'ms':>8}{'cpu ms':>8}\n")
    sys.stdout.writelines(f"  {r['name']:32}{r['at_ms']:>8g}{r['cpu_ms']:>8g}\n" for r in rows)
    sys.stdout.writelines(
        f"  {p.when:26}{p.package:24}{p.ms:>8.1f} ms {p.modules:>4} modules\n" for p in packages
    )
    if not dropped:
        sys.stdout.write("cold: the page cache was kept, we may not drop it\n")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "warm": warm,
        "cold": cold,
        "page_cache_dropped": dropped,
        "imports": [asdict(package) for package in packages],
    }
    REPORT.write_text(json.dumps(told, indent=1), encoding="utf-8")


def _row(starts: list[Marks], name: str) -> dict[str, Any]:
    same = [mark for marks in starts for mark in marks if mark["name"] == name]
    return {"name": name, **{k: median(m[k] for m in same) for k in ("at_ms", "cpu_ms")}}
