"""Waiting for conditions, and looking at processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import psutil

DEADLINE_S = 20.0


def until(met: Callable[[], bool], what: str) -> None:
    give_up = time.monotonic() + DEADLINE_S
    while not met():
        assert time.monotonic() < give_up, f"never: {what}"
        time.sleep(0.02)


def name_of(process: psutil.Process) -> str:
    """Empty where it has ended meanwhile: the printer's script starts many that are soon over."""
    try:
        return process.name()
    except psutil.NoSuchProcess:
        return ""


def running(processes: Iterable[psutil.Process]) -> list[str]:
    """Those that still run, as text. A zombie does nothing any more."""
    found = []
    for process in processes:
        try:
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(f"{process.pid} {' '.join(process.cmdline())}")
        except psutil.NoSuchProcess:
            continue
    return found
