"""Setting up queues: driverless ones, and those of photo printers that Gutenprint drives."""

from __future__ import annotations

import secrets
import tempfile
import time
from typing import assert_never

from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.errors import PrintRefused
from kiosk.domain.printing import Media, QueueState
from kiosk.printing.connection import Connection
from kiosk.printing.media import read_ppd, with_copies
from kiosk.printing.ppds import fetch_ppd, server_ppd
from kiosk.printing.sheets import with_defaults

ERROR_POLICY = "stop-printer"
"""What CUPS does when a backend fails in the middle of a job.

retry-job and retry-current-job send the whole job again by themselves, also where paper is out
already: the same picture twice, and nobody asked. abort-job forgets the job. stop-printer keeps
it and stops the queue; the booth, which knows the faults and the sheets, enables the queue or
cancels the job. A printer that merely waits (no paper, cover open, switched off) fails nothing:
the backend waits with it under every policy.
"""

POLL_S = 0.05


def add(
    connection: Connection, name: str, device: FoundDevice, media: Media, deadline_s: float
) -> None:
    """Adds the queue, or renews it in one step under the jobs that it has.

    Raises PrintRefused if the printer does not answer, has no driver here, or takes no such
    media; a queue that was there stays as it was.
    """
    ppd = _ppd_for(connection, device, media, deadline_s)
    with tempfile.NamedTemporaryFile("w", suffix=".ppd", encoding="utf-8") as file:
        file.write(ppd)
        file.flush()
        connection.addPrinter(name, device=device.uri, filename=file.name)
    connection.setPrinterErrorPolicy(name, ERROR_POLICY)
    connection.enablePrinter(name)
    connection.acceptJobs(name)


def _ppd_for(connection: Connection, device: FoundDevice, media: Media, deadline_s: float) -> str:
    if not device.ppd_name:
        raise PrintRefused(f"no driver for {device.make_and_model} is installed")
    match device.driver:
        case Driver.EVERYWHERE:
            return _driverless_ppd(connection, device.uri, deadline_s)
        case Driver.GUTENPRINT:
            return _photo_ppd(connection, device, media)
        case _:
            assert_never(device.driver)


def _driverless_ppd(connection: Connection, uri: str, deadline_s: float) -> str:
    ppd = _ask_for_ppd(connection, uri, deadline_s)
    if not ppd:
        raise PrintRefused(f"no driverless printer answers at {uri}")
    return with_copies(ppd) if read_ppd(ppd).loses_copies else ppd


def _photo_ppd(connection: Connection, device: FoundDevice, media: Media) -> str:
    try:
        return with_defaults(server_ppd(connection, device.ppd_name), media)
    except LookupError as error:
        raise PrintRefused(f"{device.make_and_model}: {error}") from error


def _ask_for_ppd(connection: Connection, uri: str, deadline_s: float) -> str:
    """What CUPS makes of a printer, through a queue that lives only for this. Empty for nothing.

    cupsd asks the printer in the background, after it has said yes to the new queue. On a queue
    that was there before, nothing would tell the old PPD from the one that is still to come.
    """
    name = f"kiosk-setup-{secrets.token_hex(4)}"
    connection.addPrinter(name, device=uri, ppdname="everywhere")
    give_up = time.monotonic() + deadline_s
    try:
        while not _is_set_up(connection, name):
            if time.monotonic() > give_up:
                return ""
            time.sleep(POLL_S)
        return fetch_ppd(connection, name)
    finally:
        connection.deletePrinter(name)


def _is_set_up(connection: Connection, name: str) -> bool:
    """cupsd keeps such a queue stopped until it is done with it."""
    return bool(connection.getPrinterAttributes(name)["printer-state"] == QueueState.IDLE)
