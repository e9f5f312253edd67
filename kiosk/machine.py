"""The machine that the booth runs on."""

from __future__ import annotations

import os
import platform
import shutil
import time
from pathlib import Path

import psutil

from kiosk.booth.staff.about_view import MachineFacts


def machine_of(data_dir: Path) -> MachineFacts:
    """Takes less than a millisecond. Raises OSError where the data directory is gone."""
    disk = shutil.disk_usage(data_dir)
    return MachineFacts(
        host=platform.node(),
        system=_system(),
        processors=os.cpu_count() or 1,
        memory=psutil.virtual_memory().total,
        disk=disk.total,
        free=disk.free,
        up_s=int(time.time() - psutil.boot_time()),
    )


def _system() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except OSError:
        return platform.system()
