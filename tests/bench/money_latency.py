"""How soon the booth's screen knows: of a tap on QRIS, and of a payment that has arrived.

Forty payments and more, on a real window on a virtual screen; the booth polls as it does for
guests, and nothing is in a hurry but the shots and the printer.
"""

from __future__ import annotations

import json
import math
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import httpx

from kiosk.clock import RandomKeys
from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.programs import PROJECT, program
from kiosk.local.world import World, WorldPlan
from tests.bench.figure import Figure
from tests.bench.virtual_screen import virtual_screen

VISITS = 44
WARM_UP = 2
"""The first visits load what the later ones have: fonts, the camera, the codes' library."""
PAY_AFTER_S = (0.7, 1.7)
SEED = 2026
SIZE = "1080x1920"
PROBES = 30
DEADLINE_S = 1200.0


def figures(folder: Path, visits: int = VISITS) -> list[Figure]:
    plan = WorldPlan(pace_s=0.2, pay_after_ms=None)
    with World(folder / "world", plan) as world:
        files = BoothFiles(folder)
        files.write(world.addresses, camera=f"clip:{CLIP}", size=SIZE)
        files.set_up(world.addresses)
        requests = world.folder / "cloud" / "xendit-stand-in"
        assert world.addresses.cloud is not None
        payer = Payer(world.addresses.cloud.xendit_stand_in, requests)
        payer.start()
        seen = _watched(folder, files, visits)[WARM_UP:]
        payer.stop()
        told = _told_at_ns(requests)
        stand_in_ms = _stand_in_ms(world)
    paid = [(v["shoot_at_ns"] - told[v["payment_id"]]) / 1e6 for v in seen if v["shoot_at_ns"]]
    code = [v["tap_to_code_ms"] - stand_in_ms for v in seen]
    return [
        Figure("payments watched", len(paid), "", visits - WARM_UP, at_least=True),
        *_spread("webhook to screen", paid, 1500),
        *_spread("tap on QRIS to code", code, 400),
        Figure("the stand-in's own time, taken off", round(stand_in_ms, 1), "ms"),
    ]


def _spread(name: str, values: list[float], goal: float) -> list[Figure]:
    """In milliseconds; the goal is of the 95th percentile."""
    ordered = sorted(values)
    p50, p95 = (ordered[math.ceil(share * len(ordered)) - 1] for share in (0.5, 0.95))
    return [
        Figure(f"{name} p50", round(p50, 1), "ms"),
        Figure(f"{name} p95", round(p95, 1), "ms", goal),
        Figure(f"{name}, the longest", round(ordered[-1], 1), "ms"),
    ]


def _watched(folder: Path, files: BoothFiles, visits: int) -> list[dict[str, Any]]:
    booth = [sys.executable, "-m", "tests.bench.latency_window"]
    with virtual_screen(folder / "xvfb.log", SIZE) as display:
        done = subprocess.run(
            [
                *(program("setpriv"), "--pdeathsig", "TERM", "--"),
                *(*booth, str(files.settings), str(files.data_dir), str(visits)),
            ],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=DEADLINE_S,
            cwd=PROJECT,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


class Payer(threading.Thread):
    """Pays each code once, at a moment that has nothing to do with when the booth looks."""

    def __init__(self, url: str, folder: Path) -> None:
        super().__init__(daemon=True)
        self._client = httpx.Client(base_url=url)
        self._folder = folder
        self._chance = random.Random(SEED)  # noqa: S311 - it makes guests
        self._over = threading.Event()
        self._due: dict[str, float] = {}

    def run(self) -> None:
        while not self._over.wait(0.01):
            now = time.monotonic()
            for name in {file.name for file in self._folder.glob("pr-*.json")} - self._due.keys():
                self._due[name] = now + self._chance.uniform(*PAY_AFTER_S)
            for name in [name for name, due in self._due.items() if due <= now]:
                self._client.post(f"/pay/{name.removesuffix('.json')}")
                self._due[name] = math.inf

    def stop(self) -> None:
        self._over.set()
        self.join()
        self._client.close()


def _told_at_ns(folder: Path) -> dict[str, int]:
    """By payment id, as the time of day: when the Worker had answered the webhook. The stand-in
    notes that at once, and nothing later."""
    told = {}
    for file in folder.glob("pr-*.json"):
        request = json.loads(file.read_text(encoding="utf-8"))
        if [hook["delivered"] for hook in request["webhooks"]] == [True]:
            told[request["reference_id"]] = file.stat().st_mtime_ns
    return told


def _stand_in_ms(world: World) -> float:
    """What it takes by itself to make a code: the middle one of some probes."""
    cloud = world.addresses.cloud
    assert cloud is not None
    secrets = json.loads((world.folder / "cloud" / "secrets.json").read_text(encoding="utf-8"))
    with httpx.Client(
        base_url=cloud.xendit_stand_in,
        auth=(secrets["xendit_secret_key"], ""),
        headers={"api-version": "2024-11-11"},
    ) as client:
        return sorted(_probe_ms(client) for _ in range(PROBES))[PROBES // 2]


def _probe_ms(client: httpx.Client) -> float:
    began = time.monotonic_ns()
    client.post(
        "/v3/payment_requests",
        json={
            "reference_id": RandomKeys().new_id(),
            "request_amount": 35_000,
            "currency": "IDR",
            "channel_code": "QRIS",
        },
    ).raise_for_status()
    return (time.monotonic_ns() - began) / 1e6
