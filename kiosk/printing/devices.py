"""What printers themselves say about their faults."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.faults import Fault
from kiosk.printing.connection import Connection
from kiosk.printing.line import Line
from kiosk.printing.reading import faults_of_printer

IPP_PORT = 631


class Devices:
    """CUPS hears of a fault only while a job runs, and keeps it after that: paper that ran out
    between two jobs goes unnoticed, and paper that was loaded after a job was canceled is missing
    for ever. So a printer that speaks IPP is asked directly. ``patience_s`` bounds each call.
    """

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._lines: dict[str, Line] = {}
        self._lock = threading.Lock()

    def faults(self, uri: str) -> tuple[Fault, ...] | None:
        """None for a device that can't be asked; OFFLINE for one that does not answer."""
        address = _address(uri)
        if address is None:
            return None

        def work(connection: Connection) -> tuple[Fault, ...]:
            return faults_of_printer(connection.getPrinterAttributes(uri=uri))

        try:
            return self._line(address).ask(work)
        except PrintingUnavailable:
            return (Fault.OFFLINE,)
        except PrintRefused:
            return None

    def close(self) -> None:
        with self._lock:
            for line in self._lines.values():
                line.close()
            self._lines.clear()

    def _line(self, address: str) -> Line:
        with self._lock:
            if address not in self._lines:
                self._lines[address] = Line(address, self._patience_s)
            return self._lines[address]


def _address(uri: str) -> str | None:
    """host:port of a printer that speaks plain IPP; others are left to CUPS."""
    parts = urlsplit(uri)
    if parts.scheme != "ipp" or parts.hostname is None:
        return None
    return f"{parts.hostname}:{parts.port or IPP_PORT}"
