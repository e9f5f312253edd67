"""Schemathesis against the real local cloud: what it answers is what its document says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.local.programs import beside_python
from tests.cloud.booth_world import BoothWorld, furnish
from tests.cloud.narrowed import narrowed
from tests.sync.local_cloud import activate, running

CASES = 2000
"""At least so many requests, over all operations."""

CASES_PER_OPERATION = 60
"""For the random part; the rest comes from examples, limits of fields, and chains of calls."""

CONFIG = """
# The Worker's own tests sweep over two customers and all their ids.
checks.object_level_authorization.enabled = false

[[operations]]
include-operation-id = "hearXendit"
# News that is not about a payment of ours is heard and ignored, whatever it looks like.
checks.negative_data_rejection.enabled = false
"""

# A report of a run that fails is long; this much says what failed.
WORDS = 9000


@pytest.mark.timeout(480)
def test_no_answer_is_outside_the_document(tmp_path: Path) -> None:
    data = tmp_path / "cloud"
    with running(data) as cloud:
        who = activate(cloud)
        world = furnish(cloud, data, who)
        document = httpx.get(f"{cloud.url}/api/openapi.json").raise_for_status().json()
        told = tmp_path / "openapi.json"
        told.write_text(json.dumps(narrowed(document, world, cloud.ready.license_key)))
        report = _run(cloud.url, told, world)

    assert report["failures"] == []
    assert report["errors"] == []
    assert report["operations"]["tested"] == _operations(document)
    assert report["test_cases"]["generated"] >= CASES
    silent = [name for name, phases in report["valid_rates"].items() if not _accepted(phases)]
    assert silent == [], "operations that no request reached"
    assert len(report["valid_rates"]) == _operations(document)


def _run(url: str, document: Path, world: BoothWorld) -> dict[str, Any]:
    folder = document.parent
    report = folder / "report.json"
    config = folder / "schemathesis.toml"
    config.write_text(CONFIG)
    command = [
        *(beside_python("schemathesis"), "--config-file", str(config), "run", str(document)),
        *("--url", url, "--no-color"),
        *("--header", f"Authorization: Bearer {world.who.token}"),
        *("--header", f"x-callback-token: {world.callback_token}"),
        *("--continue-on-failure", "--seed", "2026"),
        *("--max-examples", str(CASES_PER_OPERATION)),
        # Two threads that parse at once upset Python 3.11's ast (python/cpython issue 106905).
        *("--workers", "1"),
        *("--generation-database", "none", "--report-json-path", str(report)),
    ]
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-WORDS:] + ended.stderr[-WORDS:]
    told: dict[str, Any] = json.loads(report.read_text())
    return told


def _operations(document: dict[str, Any]) -> int:
    return sum(len(operations) for operations in document["paths"].values())


def _accepted(phases: dict[str, dict[str, int]]) -> int:
    return sum(phase["accepted"] for phase in phases.values())
