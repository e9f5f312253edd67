"""Setting up and removing driverless queues."""

from __future__ import annotations

import tempfile
import time

from kiosk.domain.errors import PrintRefused
from kiosk.printing.connection import Connection
from kiosk.printing.media import read_ppd, with_copies
from kiosk.printing.ppds import fetch_ppd

ERROR_POLICY = "stop-printer"
"""What CUPS does when a backend fails in the middle of a job.

retry-job and retry-current-job send the whole job again by themselves, also where paper is out
already: the same picture twice, and nobody asked. abort-job forgets the job. stop-printer keeps
it and stops the queue; the booth, which knows the faults and the sheets, enables the queue or
cancels the job. A printer that merely waits (no paper, cover open, switched off) fails nothing:
the backend waits with it under every policy.
"""

POLL_S = 0.05


def add_driverless(connection: Connection, name: str, uri: str, deadline_s: float) -> None:
    """Waits for CUPS to ask the printer what it can do. Raises PrintRefused if it does not answer.

    cupsd does that in the background, after it has said yes, and leaves a queue without a driver
    behind where it fails.
    """
    connection.addPrinter(name, device=uri, ppdname="everywhere")
    ppd = _await_ppd(connection, name, deadline_s)
    if not ppd:
        connection.deletePrinter(name)
        raise PrintRefused(f"no driverless printer answers at {uri}")
    if read_ppd(ppd).loses_copies:
        _replace_ppd(connection, name, with_copies(ppd))
    connection.setPrinterErrorPolicy(name, ERROR_POLICY)
    connection.enablePrinter(name)
    connection.acceptJobs(name)


def _await_ppd(connection: Connection, name: str, deadline_s: float) -> str:
    give_up = time.monotonic() + deadline_s
    while not (ppd := fetch_ppd(connection, name)) and time.monotonic() < give_up:
        time.sleep(POLL_S)
    return ppd


def _replace_ppd(connection: Connection, name: str, ppd: str) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".ppd", encoding="utf-8") as file:
        file.write(ppd)
        file.flush()
        connection.addPrinter(name, filename=file.name)
