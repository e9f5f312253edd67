"""What a booth's own audit says after a test, as a program of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

from kiosk.local.booth_files import BoothFiles


def broken_promises(files: BoothFiles) -> Iterator[str]:
    command = files.command("audit", "--json")
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=90)
    if not done.stdout:
        yield f"kiosk audit said nothing: {done.stderr[-500:]}"
        return
    for violation in json.loads(done.stdout)["violations"]:
        yield f"audit: {violation}"
