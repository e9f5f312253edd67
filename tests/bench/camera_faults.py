"""A hundred faults of a network camera: how soon it is live again, and what the booth keeps.

Every cycle stands in ``build/camera-faults.json``.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import asdict
from pathlib import Path

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from tests.bench.figure import Figure
from tests.camera.fault_cycles import Belongings, Cycle, cycle
from tests.camera.mjpeg_server import MjpegServer

CYCLES, SEED, LONGEST_S = 100, 2026, 3.0
WARM_UP = 5
"""Cycles until what is allocated once, such as the largest picture, has been."""

FLAT_MB = 16
"""The allocator takes 8 at once, at some time or other; a ring that stays would be 4 each cycle."""

REPORT = Path(__file__).resolve().parents[2] / "build" / "camera-faults.json"
COMMAND = [sys.executable, "-m", "kiosk.camera.process"]


def figures(folder: Path) -> list[Figure]:
    del folder
    before = Belongings.now()
    with MjpegServer() as server:
        camera = SupervisedCamera(CameraSettings(server.url), COMMAND)
        camera.start()
        chance = random.Random(SEED)  # noqa: S311 - the same faults each time
        warming = [cycle(server, camera, chance, LONGEST_S) for _ in range(WARM_UP)]
        warm = Belongings.now()
        cycles = [cycle(server, camera, chance, LONGEST_S) for _ in range(CYCLES)]
        hot = Belongings.now()
        camera.stop()
    after = Belongings.now()
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    told = {"cycles": [asdict(c) for c in (*warming, *cycles)]}
    told |= {"before": asdict(before), "warm": asdict(warm), "hot": asdict(hot)}
    REPORT.write_text(json.dumps(told | {"after": asdict(after)}, indent=1), encoding="utf-8")
    return _told(cycles, hot.own_mb - warm.own_mb, before, after)


def _told(
    cycles: list[Cycle], grown_mb: float, before: Belongings, after: Belongings
) -> list[Figure]:
    back = sorted(c.back_s for c in cycles)
    return [
        Figure("camera faults", len(cycles), "", CYCLES, at_least=True),
        Figure("of them seen as trouble", sum(c.troubled for c in cycles), ""),
        Figure("live again after a return p95", round(back[int(0.95 * len(back))], 2), "s", 3.0),
        Figure("live again after a return, worst", round(back[-1], 2), "s", 3.0),
        Figure("memory grown over the faults", round(grown_mb, 1), "MB", FLAT_MB),
        Figure("descriptors left", after.descriptors - before.descriptors, "", 0),
        Figure("threads left", after.threads - before.threads, "", 0),
        Figure("processes left", after.children - before.children, "", 0),
        Figure("rings left in memory", after.rings - before.rings, "", 0),
    ]
