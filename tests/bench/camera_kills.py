"""Guests who are served while the camera process is killed and stopped at any moment."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.world import World, WorldPlan
from tests.bench.figure import Figure
from tests.bench.virtual_screen import virtual_screen
from tests.e2e.camera_kills import tormented

SESSIONS = 20
BLOWS = 60
SEED = 2026
SIZE = "1080x1920"
LIMIT_S = 1200.0


def figures(folder: Path) -> list[Figure]:
    with World(folder / "world", WorldPlan(pace_s=0.2, pay_after_ms=200)) as world:
        booth = BoothFiles(folder)
        booth.write(world.addresses, camera=f"clip:{CLIP}", size=SIZE)
        booth.set_up(world.addresses)
        with virtual_screen(folder / "xvfb.log", SIZE) as display:
            torment = tormented(
                booth,
                display,
                folder / "screens",
                sessions=SESSIONS,
                blows=BLOWS,
                seed=SEED,
                limit_s=LIMIT_S,
            )
        violations = json.loads(booth.call("audit", "--json"))["violations"]
    return [
        Figure("camera process hit", len(torment.struck), "times"),
        Figure("guests turned away unpaid", SESSIONS - torment.paid, ""),
        Figure("guests who paid", torment.paid, ""),
        Figure("of them served", torment.delivered, "", torment.paid, at_least=True),
        Figure("their shots", len(torment.shots), "", 3 * torment.paid, at_least=True),
        Figure("promises broken", len(violations), "", 0),
    ]
