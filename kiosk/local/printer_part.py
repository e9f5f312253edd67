"""A photo printer in software: ippeveprinter on a message bus of its own."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.local.child import Child, Part
from kiosk.local.ports import answers
from kiosk.local.programs import program

HERE = Path(__file__).parent
FORMATS = ("application/octet-stream", "application/pdf", "image/jpeg", "image/urf")

BUS_CONF = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>{address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="false"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(frozen=True)
class SoftwarePrinter:
    """``pace_s``: seconds per sheet. Without PDF among ``formats`` it is as choosy as most real
    photo printers."""

    name: str
    folder: Path
    port: int
    pace_s: float = 1.0
    formats: tuple[str, ...] = FORMATS

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def tray(self) -> Path:
        """Where sheets come out: one file per sheet, whole as soon as it has a name in .jpg."""
        return self.folder / "tray"

    @property
    def faults(self) -> Path:
        """While this file names IPP state reasons, one per line, the printer waits with them."""
        return self.folder / "faults"

    @property
    def left(self) -> Path:
        """Once this file holds a number, the printer counts its sheets down and tells CUPS."""
        return self.folder / "left"


def bus_address() -> str:
    """An abstract socket: no file, no limit to the path's length, nothing left behind."""
    return f"unix:abstract=kiosk-local-{secrets.token_hex(8)}"


def bus_part(folder: Path, address: str) -> Part:
    """ippeveprinter does not start without DNS-SD, but is content with a bus that has no Avahi."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    conf = folder / "bus.conf"
    conf.write_text(BUS_CONF.format(address=address), encoding="utf-8")
    return Part(
        name="bus",
        command=(
            *(program("dbus-daemon"), "--nofork", "--nopidfile", "--print-address=1"),
            f"--config-file={conf.resolve()}",
        ),
        folder=folder,
        ready=lambda child: address in child.output(),
    )


def printer_part(printer: SoftwarePrinter, bus: str) -> Part:
    spool = printer.folder / "spool"
    for folder in (spool, printer.tray):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    conf = printer.folder / "photo-printer.conf"
    template = (HERE / "photo-printer.conf").read_text(encoding="utf-8")
    conf.write_text(template.replace("@FORMATS@", ",".join(printer.formats)), encoding="utf-8")
    job = printer.folder / "print-job"
    shutil.copyfile(HERE / "print-job.sh", job)
    shutil.copyfile(HERE / "job-state.test", printer.folder / "job-state.test")
    job.chmod(0o700)
    return Part(
        name=f"printer-{printer.name}",
        command=(
            *(program("ippeveprinter"), "-n", "localhost", "-p", str(printer.port)),
            *("-r", "off", "-k", "-d", _path(spool), "-K", _path(printer.folder / "keys")),
            *("-a", _path(conf), "-c", _path(job), printer.name),
        ),
        folder=printer.folder,
        ready=lambda child: _listens(child, printer.port),
        env={
            "DBUS_SYSTEM_BUS_ADDRESS": bus,
            "BOOTH_TRAY": _path(printer.tray),
            "BOOTH_FAULTS": _path(printer.faults),
            "BOOTH_LEFT": _path(printer.left),
            "BOOTH_PACE_S": f"{printer.pace_s:g}",
        },
    )


def _listens(child: Child, port: int) -> bool:
    return child.alive and answers(port)


def _path(path: Path) -> str:
    return os.fspath(path.resolve())
