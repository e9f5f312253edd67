"""Other paper in a software printer, as a person puts it in."""

from __future__ import annotations

import contextlib
import http.client
import subprocess
from pathlib import Path
from urllib.parse import urlencode

from kiosk.local.printer_part import Paper, SoftwarePrinter
from kiosk.local.programs import program

ANSWER_TIMEOUT_S = 5.0
LEVEL_UNKNOWN = -2
PHOTO_PAPER = "photographic-glossy"


def load_paper(printer: SoftwarePrinter, paper: Paper, sheets: int | None) -> None:
    """``sheets`` is how many there are now, for a printer that counts.

    An idle printer tells at once what is in it; one that prints, with its next sheet; one that is
    switched off, when it is switched on.
    """
    _write(printer.loaded, paper.size)
    if sheets is not None:
        _write(printer.left, str(sheets))
    form = {"size0": paper.name, "type0": PHOTO_PAPER, "level0": LEVEL_UNKNOWN}
    connection = http.client.HTTPConnection("127.0.0.1", printer.port, timeout=ANSWER_TIMEOUT_S)
    with contextlib.suppress(ConnectionRefusedError), contextlib.closing(connection):
        connection.request("GET", f"/media?{urlencode(form)}")
        connection.getresponse().read()
        _look(printer)


def _look(printer: SoftwarePrinter) -> None:
    """ippeveprinter counts anew only at the word of a job. One that prints refuses this one."""
    test = str(printer.folder / "look.test")
    subprocess.run(
        [program("ipptool"), "-q", "-T", "5", "-f", test, printer.uri, test],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=2 * ANSWER_TIMEOUT_S,
    )


def _write(file: Path, text: str) -> None:
    """Whole or not at all: a job may be reading it."""
    new = file.with_name(f"{file.name}.loading")
    new.write_text(f"{text}\n", encoding="utf-8")
    new.replace(file)
