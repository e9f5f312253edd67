"""A private cupsd's filters, drivers and stand-in backends."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

from kiosk.local.cups_part import SYSTEM_BIN
from kiosk.local.printer_part import SoftwarePrinter

OPEN_TO_PASS = 0o711
"""A root cupsd runs filters and drivers as user lp, who has to get through to them and to the
spool. Nobody can list what is there."""

STAND_IN = """\
#!/bin/sh
# A stand-in: it has no device. Without a job it lists what is in its folder's file devices.
# With one it takes all that the filters make of it, as Gutenprint's does. Then it waits while its
# file says has words, which go where a backend's words go, or ends with the status in status.
cd {folder} || exit 4
if [ $# -eq 0 ]; then
  [ ! -e devices ] || cat devices
  exit 0
fi
cat >"job-$1.part"
while [ -s says ]; do
  cat says >&2
  [ ! -s status ] || exit "$(cat status)"
  sleep 0.1
done
mv "job-$1.part" "job-$1"
"""


def open_folders(cups: Path) -> None:
    """Makes the folder of a private cupsd, and lets filters and drivers through to it. To be
    called before its first start.

    Its parents are the caller's: user lp has to get through them too, where cupsd is root's.
    """
    for folder in (cups, cups / "bin", cups / "bin" / "backend"):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(OPEN_TO_PASS)
    for name in ("filter", "driver"):
        (cups / "bin" / name).symlink_to(SYSTEM_BIN / name)


def stand_in_backend(cups: Path, scheme: str, folder: Path) -> None:
    """A backend that is none: ``folder`` holds what it lists, says, and receives."""
    folder.mkdir(parents=True, exist_ok=True)
    backend = cups / "bin" / "backend" / scheme
    script = STAND_IN.format(folder=shlex.quote(str(folder.resolve())))
    backend.write_text(script, encoding="utf-8")
    backend.chmod(0o700)


def announce(cups: Path, printers: Iterable[SoftwarePrinter]) -> None:
    """CUPS' search finds the software printers, as if by DNS-SD.

    A stand-in: CUPS' own dnssd backend passes over whatever its own machine announces.
    """
    folder = cups / "announced"
    stand_in_backend(cups, "dnssd", folder)
    lines = (f'network {p.uri} "Software printer {p.name}" "{p.name}" "" ""\n' for p in printers)
    (folder / "devices").write_text("".join(lines), encoding="utf-8")
