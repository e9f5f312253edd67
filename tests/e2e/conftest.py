"""The whole chain on real parts: one world for all tests that leave it as they found it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.local.booth_files import BoothFiles
from kiosk.local.demo import CLIP
from kiosk.local.programs import program
from kiosk.local.world import World, WorldPlan
from tests.warm_kiosk import WarmBoothFiles, WarmKiosk

PROJECT = Path(__file__).resolve().parents[2]
FAST = WorldPlan(pace_s=0.2, pay_after_ms=1000)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with World(tmp_path_factory.mktemp("world"), FAST) as running:
        yield running


@pytest.fixture
def booth(world: World, tmp_path: Path, warm_kiosk: WarmKiosk) -> WarmBoothFiles:
    """A booth of its own in the shared world, activated and with its printer."""
    files = WarmBoothFiles(tmp_path, warm_kiosk)
    files.write(world.addresses, camera=f"clip:{CLIP}")
    files.set_up(world.addresses)
    return files


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A virtual screen of our own on a free number."""
    reader, writer = os.pipe()
    log = tmp_path_factory.mktemp("xvfb") / "log"
    size = ("-screen", "0", "1080x1920x24", "-nolisten", "tcp", "-ac")
    with log.open("wb") as output:
        server = subprocess.Popen(
            [program("Xvfb"), "-displayfd", str(writer), *size],
            pass_fds=[writer],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    os.close(writer)
    with os.fdopen(reader) as said:
        number = said.readline().strip()
    try:
        assert number, log.read_text()
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def kiosk(files: BoothFiles, *words: str, display: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command of the kiosk's to its end, on ``display`` where one is given."""
    if isinstance(files, WarmBoothFiles) and not display:
        said = files.say(*words)
        return subprocess.CompletedProcess(words, said.code, said.out, said.err)
    screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {}
    return subprocess.run(
        files.command(*words),
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
        cwd=PROJECT,
        env={**os.environ, **screen},
    )


def answered(files: BoothFiles, *words: str, display: str = "") -> dict[str, Any]:
    """The JSON answer of a command that succeeded."""
    done = kiosk(files, *words, "--json", display=display)
    assert done.returncode == 0, done.stderr + done.stdout
    found: dict[str, Any] = json.loads(done.stdout)
    return found
