"""A photo printer in software: ippeveprinter on a message bus of its own."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
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
class Paper:
    """``name`` is PWG's (5101.1), width and height are in hundredths of a millimetre."""

    name: str
    width: int
    height: int

    @property
    def size(self) -> str:
        """As it stands in a job's media-col."""
        return f"x-dimension={self.width} y-dimension={self.height}"


PAPERS: Mapping[str, Paper] = {
    "4x6": Paper("na_index-4x6_4x6in", 10160, 15240),
    "5x7": Paper("na_5x7_5x7in", 12700, 17780),
    "6x8": Paper("custom_6x8in_6x8in", 15240, 20320),
}
FIRST_PAPER = "4x6"

SUPPLY = """\
ATTR octetString printer-supply "type=inkRibbon;maxcapacity=700;level={left};\
class=supplyThatIsConsumed;unit=impressions;colorantname=multi;"
ATTR textWithoutLanguage printer-supply-description "Ribbon"
"""


@dataclass(frozen=True)
class SoftwarePrinter:
    """``pace_s``: seconds per sheet. Without PDF among ``formats`` it is as choosy as most real
    photo printers. What the files in its folder are for stands in print-job.sh."""

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
        """Sheets left. Once this file holds a number, the printer counts them down, tells it, and
        waits for paper at 0."""
        return self.folder / "left"

    @property
    def pace(self) -> Path:
        """Seconds per sheet from the next one on, instead of ``pace_s``."""
        return self.folder / "pace"

    @property
    def loaded(self) -> Path:
        """The size of the paper that is in."""
        return self.folder / "loaded"


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
    for folder in (spool, printer.tray, printer.folder / "keys"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _equip(printer)
    return Part(
        name=f"printer-{printer.name}",
        command=(
            *(program("ippeveprinter"), "-n", "localhost", "-p", str(printer.port)),
            *("-r", "off", "-k", "-d", _path(spool), "-K", _path(printer.folder / "keys")),
            *("-a", _path(_conf(printer)), "-c", _path(printer.folder / "print-job")),
            printer.name,
        ),
        folder=printer.folder,
        ready=lambda child: _listens(child, printer.port),
        env={
            "DBUS_SYSTEM_BUS_ADDRESS": bus,
            "BOOTH_PRINTER": _path(printer.folder),
            "BOOTH_PACE_S": f"{printer.pace_s:g}",
        },
    )


def _equip(printer: SoftwarePrinter) -> None:
    if not printer.loaded.exists():
        printer.loaded.write_text(PAPERS[FIRST_PAPER].size + "\n", encoding="utf-8")
    for name in ("job-state.test", "look.test"):
        shutil.copyfile(HERE / name, printer.folder / name)
    shutil.copyfile(HERE / "print-job.sh", printer.folder / "print-job")
    (printer.folder / "print-job").chmod(0o700)


def _conf(printer: SoftwarePrinter) -> Path:
    """Its attributes with the paper and the count that are in it now."""
    size = printer.loaded.read_text(encoding="utf-8").strip()
    paper = next(paper for paper in PAPERS.values() if paper.size == size)
    counts = printer.left.exists()
    text = (HERE / "photo-printer.conf").read_text(encoding="utf-8")
    for mark, value in (
        ("@FORMATS@", ",".join(printer.formats)),
        ("@MEDIA@", paper.name),
        ("@WIDTH@", str(paper.width)),
        ("@HEIGHT@", str(paper.height)),
        ("@SUPPLY@\n", SUPPLY.format(left=int(printer.left.read_text())) if counts else ""),
    ):
        text = text.replace(mark, value)
    conf = printer.folder / "photo-printer.conf"
    conf.write_text(text, encoding="utf-8")
    return conf


def _listens(child: Child, port: int) -> bool:
    return child.alive and answers(port)


def _path(path: Path) -> str:
    return os.fspath(path.resolve())
