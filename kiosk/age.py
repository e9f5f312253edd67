"""How long this process has lived."""

from __future__ import annotations

import os
import time
from pathlib import Path

START_TIME = 19  # of the fields after the program's name in /proc/PID/stat: proc(5)'s 22nd


def process_age_ms() -> int:
    """Since the system started this process, to 10 ms.

    Not by the wall clock, which knows the moment of boot in whole seconds only.
    """
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    started_s = int(fields[START_TIME]) / os.sysconf("SC_CLK_TCK")
    return round((time.clock_gettime(time.CLOCK_BOOTTIME) - started_s) * 1000)
