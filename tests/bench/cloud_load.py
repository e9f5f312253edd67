"""Load on the local cloud over loopback: how much of it one machine takes. Goals are not named."""

from __future__ import annotations

import contextlib
import json
import subprocess
from pathlib import Path
from typing import TypedDict

from kiosk.clock import RandomKeys
from kiosk.domain.identity import Identity
from kiosk.local.programs import PROJECT, node
from kiosk.sync.api import CloudApi
from tests.bench.figure import Figure
from tests.sync.local_cloud import LocalCloud, activate, running

LOAD = PROJECT / "cloud" / "local" / "bench" / "load.mjs"
CONNECTIONS = 8
SECONDS = 6
"""For each of the two loads; with the cloud's start it is less than 20 in all."""


class Told(TypedDict):
    per_second: float
    p50_ms: float
    p99_ms: float
    answered: int
    failed: int


def figures(folder: Path) -> list[Figure]:
    with running(folder / "cloud") as cloud:
        told = _load(cloud, activate(cloud))
    return [
        *_figures("sync of 100 events", told["sync"]),
        *_figures("payment's status", told["payment"]),
    ]


def _load(cloud: LocalCloud, who: Identity) -> dict[str, Told]:
    wanted = {"token": who.token, "customer_id": who.customer_id}
    wanted["payment_id"] = _payment(cloud, who)
    command = (node(), str(LOAD), cloud.url, str(CONNECTIONS), str(SECONDS))
    ended = subprocess.run(
        command, input=json.dumps(wanted), capture_output=True, text=True, check=True
    )
    told: dict[str, Told] = json.loads(ended.stdout)
    return told


def _payment(cloud: LocalCloud, who: Identity) -> str:
    keys = RandomKeys()
    with contextlib.closing(CloudApi(cloud.url, who.token)) as api:
        return api.create_payment(
            keys.new_id(),
            customer_id=who.customer_id,
            session_id=keys.new_id(),
            amount=35_000,
            method="cash",
            created_at="2026-07-30T10:00:00.000Z",
            expires_in_s=180,
        ).id


def _figures(name: str, told: Told) -> list[Figure]:
    if told["failed"] or not told["answered"]:
        raise RuntimeError(f"{name}: {told}")
    at = f"{name}, {CONNECTIONS} at once"
    return [
        Figure(at, round(told["per_second"], 1), "requests/s"),
        Figure(f"{name}, p50", told["p50_ms"], "ms"),
        Figure(f"{name}, p99", told["p99_ms"], "ms"),
    ]
