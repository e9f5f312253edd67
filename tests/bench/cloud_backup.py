"""The weekly backup of 100,000 rows by the real Worker, and its restore into an empty database."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from kiosk.local.cloud_part import cloud_part, read_ready
from kiosk.local.ports import Ports
from kiosk.local.programs import PROJECT, node
from kiosk.local.supervisor import Supervisor
from tests.bench.figure import Figure
from tests.bench.sqlite_contents import contents_of
from tests.bench.worker_memory import WorkerMemory

LOCAL = PROJECT / "cloud" / "local"
ROWS = 100_000
WEEKLY = "0 19 * * SUN"
ISOLATE_MB = 128  # Cloudflare's limit for a Worker; workerd holds Miniflare's D1 and R2 as well


def figures(folder: Path) -> list[Figure]:
    """Seconds, megabytes, and whether every table is the same afterwards."""
    full, empty, copy = folder / "full", folder / "empty", folder / "db-backup.sql"
    _run("test/bench-database.ts", "fill", full, ROWS)
    seconds, memory = _back_up(full, folder)
    _run("test/bench-database.ts", "fetch", full, copy)
    heap = json.loads(_run("test/bench-worker-heap.ts", full).splitlines()[-1])
    began = time.monotonic()
    _run("backup/restore.ts", copy, "--data", empty)
    restored = time.monotonic() - began
    same = contents_of(_database(full)) == contents_of(_database(empty))
    return [
        Figure("backup of 100,000 rows", round(seconds, 2), "s"),
        Figure("backup: size", round(copy.stat().st_size / 1e6, 1), "MB"),
        Figure("backup: workerd at rest", memory.resting_mb, "MB"),
        Figure("backup: workerd at its peak", memory.peak_mb, "MB"),
        Figure("backup: the Worker's own peak", heap["allocated_mb"], "MB", ISOLATE_MB),
        Figure("backup: of that in use", heap["used_mb"], "MB"),
        Figure("restore of 100,000 rows", round(restored, 2), "s"),
        Figure("restored tables are identical", float(same), "", 1, at_least=True),
    ]


def _back_up(data: Path, folder: Path) -> tuple[float, WorkerMemory]:
    port = Ports(folder / "ports.json").of("cloud")
    with Supervisor(folder / "logs") as supervisor:
        child = supervisor.start(cloud_part(data, port, None))
        ready = read_ready(child)
        if ready is None:
            raise RuntimeError("the local cloud did not start")
        memory = WorkerMemory.of(child.pid)
        began = time.monotonic()
        query = urlencode({"cron": WEEKLY})
        address = f"{ready.api}/cdn-cgi/handler/scheduled?{query}"
        with closing(urlopen(address, timeout=600)):  # noqa: S310 - the local cloud's own address
            pass
        return time.monotonic() - began, memory.after()


def _database(data: Path) -> Path:
    found = data.glob("cloudflare/d1/miniflare-D1DatabaseObject/*.sqlite")
    return next(file for file in found if file.name != "metadata.sqlite")


def _run(script: str, *args: object) -> str:
    """What it said on its standard output. CalledProcessError where it fails."""
    command = [node(), str(LOCAL / script), *map(str, args)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
