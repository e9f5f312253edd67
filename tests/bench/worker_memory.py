"""What workerd, the local cloud's runtime, takes of memory: from Linux's own books."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

PROC = Path("/proc")
RESET_PEAK = "5"  # proc(5), clear_refs: VmHWM becomes the present VmRSS


@dataclass(frozen=True)
class WorkerMemory:
    """Megabytes of the one workerd below a local cloud; the peak is since the watch began."""

    pid: int
    resting_mb: float
    peak_mb: float

    @classmethod
    def of(cls, ancestor: int) -> Self:
        """Starts watching. Raises LookupError where no workerd runs below ``ancestor``."""
        pid = _find_workerd(ancestor)
        (PROC / str(pid) / "clear_refs").write_text(RESET_PEAK, encoding="ascii")
        resting = _mb(pid, "VmRSS")
        return cls(pid, resting, resting)

    def after(self) -> Self:
        """The same with the peak up to now."""
        return replace(self, peak_mb=_mb(self.pid, "VmHWM"))


def _find_workerd(ancestor: int) -> int:
    parents = {pid: _field(pid, "PPid") for pid in _pids()}
    for pid in parents:
        if _is_below(pid, ancestor, parents) and _name(pid) == "workerd":
            return pid
    raise LookupError("workerd is not running")


def _is_below(pid: int, ancestor: int, parents: dict[int, int]) -> bool:
    while pid in parents and pid != ancestor:
        pid = parents[pid]
    return pid == ancestor


def _pids() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]


def _name(pid: int) -> str:
    return _status(pid, r"^Name:\s*(.+)$")


def _mb(pid: int, field: str) -> float:
    return round(_field(pid, field) / 1024, 1)


def _field(pid: int, name: str) -> int:
    return int(_status(pid, rf"^{name}:\s*(\d+)") or 0)


def _status(pid: int, pattern: str) -> str:
    """Empty for a process that has ended meanwhile."""
    try:
        text = (PROC / str(pid) / "status").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
    found = re.search(pattern, text, re.MULTILINE)
    return found[1] if found else ""
