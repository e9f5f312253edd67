"""A whole booth without a window, in a process that can be killed, for whoever sets it up.

What ``kiosk run`` has is here but the touchscreen: the staff's views go out, and requests come in,
by a pipe.
"""

from __future__ import annotations

import contextlib
import os
from multiprocessing.connection import Connection
from pathlib import Path

from kiosk.app import build_booth
from kiosk.booth.pace import Pace, rehearsal
from kiosk.config import load_config
from kiosk.logs import log_to
from kiosk.only_one import only_one
from kiosk.resources import assets


def live(settings: Path, data_dir: Path, outside: Connection) -> None:
    """Until it is killed, or nobody is there any more."""
    os.setsid()
    log_to(data_dir / "logs")
    config = load_config(settings, assets() / "templates")
    with only_one(data_dir), contextlib.suppress(EOFError, OSError):
        pace = rehearsal(Pace())
        booth = build_booth(config, data_dir, pace, lambda _: None, outside.send)
        booth.start()
        try:
            while True:
                booth.staff.ask(outside.recv())
        finally:
            booth.close()
