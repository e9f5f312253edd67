"""A virtual screen of our own on a free number."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.local.programs import program

END_WITHIN_S = 10.0


@contextmanager
def virtual_screen(log: Path, size: str) -> Iterator[str]:
    """Its name as in DISPLAY; ``size`` is like 1080x1920. Raises RuntimeError."""
    log.parent.mkdir(parents=True, exist_ok=True)
    reader, writer = os.pipe()
    with log.open("wb") as output:
        server = subprocess.Popen(
            [
                *(program("setpriv"), "--pdeathsig", "TERM", "--"),
                *(program("Xvfb"), "-displayfd", str(writer)),
                *("-screen", "0", f"{size}x24", "-nolisten", "tcp", "-ac"),
            ],
            pass_fds=[writer],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    os.close(writer)
    with os.fdopen(reader) as said:
        number = said.readline().strip()
    try:
        if not number:
            raise RuntimeError(f"there is no virtual screen: {log.read_text(encoding='utf-8')}")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(END_WITHIN_S)
