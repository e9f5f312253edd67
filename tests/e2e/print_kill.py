"""The printing half of a booth as a process that can be killed."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .conftest import PROJECT
from .print_house import PrintHouse


@contextmanager
def booth(house: PrintHouse) -> Iterator[subprocess.Popen[str]]:
    """The booth as a process; killed at the end, if it lives."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.print_half", str(house.data_dir), house.cups],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def tap_print(process: subprocess.Popen[str], session_id: str) -> None:
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(f"{session_id}\n")
        process.stdin.flush()
