"""One kiosk to a data directory."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.errors import KioskError


@contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Holds the data directory; KioskError where another kiosk has it. A crash lets it go."""
    descriptor = os.open(data_dir / "kiosk.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KioskError(f"a kiosk is already running on {data_dir}") from None
        yield
    finally:
        os.close(descriptor)
