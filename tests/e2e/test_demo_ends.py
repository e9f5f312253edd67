"""The demo leaves nothing running and nothing outside its folder, however it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from .conftest import PROJECT

PATIENCE_S = 60.0


def until(condition: Callable[[], bool], what: str) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up, f"{what} did not come about"
        time.sleep(0.05)


def family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_demo_takes_everything_with_it(tmp_path: Path, ending: signal.Signals) -> None:
    log = tmp_path / "log"
    with log.open("wb") as output:
        demo = subprocess.Popen(
            [sys.executable, "-m", "kiosk.local.demo", "--data-dir", str(tmp_path / "a demo")],
            cwd=PROJECT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    children: list[psutil.Process] = []
    try:
        until(lambda: any(map(is_camera, family(demo))), "a booth with its camera")
        children = family(demo)
        demo.send_signal(ending)
        demo.wait(PATIENCE_S)
        until(lambda: not any(map(alive, children)), "the end of every child")
    finally:
        demo.kill()
        demo.wait(PATIENCE_S)
        for child in filter(alive, children):
            child.kill()
    if ending is not signal.SIGKILL:
        assert demo.returncode == 130, log.read_text()
        assert log.read_text().endswith("./dev demo: stopped\n")


def is_camera(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return "camera-process" in process.cmdline()
    return False


def alive(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def test_the_second_start_serves_as_the_first_did(tmp_path: Path) -> None:
    """CUPS comes up with stopped queues, and nothing waits in them that would start them."""
    for _ in range(2):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "kiosk.local.demo", "--unattended", "--json"),
                *("--data-dir", str(tmp_path / "a demo")),
            ],
            cwd=PROJECT,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    tray = tmp_path / "a demo" / "world" / "printers" / "photo" / "tray"
    assert len(list(tray.glob("*.jpg"))) == 2
