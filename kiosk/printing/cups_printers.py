"""The booth's printers, through CUPS."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobStatus, QueueState, QueueStatus, Sheet
from kiosk.printing import jobs, media, queues, reading
from kiosk.printing.connection import Connection
from kiosk.printing.devices import Devices
from kiosk.printing.line import Line
from kiosk.printing.ppds import fetch_ppd

PATIENCE_S = 5.0
"""cupsd answers in milliseconds; only a stopped one, or a machine in trouble, takes longer."""

ADD_PATIENCE_S = 15.0
"""A printer that wakes from sleep needs seconds before it says what it can do."""

DEVICE_PATIENCE_S = 2.0


class CupsPrinters:
    """Every call may come from any thread, raises PrintingUnavailable where nothing is known and
    PrintRefused where CUPS said no, and blocks for 5 s at most; ``queue`` 7, ``submit`` 15,
    ``add_queue`` 20.

    ``address`` is host:port or the path of CUPS' socket. A connection is made at the first call,
    and a new one after cupsd was gone.
    """

    def __init__(
        self,
        address: str,
        patience_s: float = PATIENCE_S,
        add_patience_s: float = ADD_PATIENCE_S,
    ) -> None:
        self._add_patience_s = add_patience_s
        self._line = Line(address, patience_s)
        self._setup = Line(address, patience_s + add_patience_s)
        self._devices = Devices(DEVICE_PATIENCE_S)

    def queues(self) -> tuple[QueueStatus, ...]:
        """Every queue that CUPS has, by name. Takes 2 s more for each printer that is off."""
        names = self._line.ask(lambda connection: sorted(connection.getPrinters()))
        return tuple(self.queue(name) for name in names)

    def queue(self, name: str) -> QueueStatus:
        """CUPS' word while a job runs, the printer's own word about its faults otherwise."""
        attributes = self._line.ask(lambda connection: connection.getPrinterAttributes(name))
        status = reading.queue_status(name, attributes)
        if status.state is QueueState.PROCESSING:
            return status
        present = self._devices.faults(str(attributes.get("device-uri", "")))
        if present is None:
            return status
        paused = tuple(fault for fault in status.faults if fault is Fault.PAUSED)
        return replace(status, faults=(*paused, *(f for f in present if f is not Fault.PAUSED)))

    def find(self, queue: str, key: str) -> JobStatus | None:
        """The newest job with this key whose picture CUPS has, also one that is over.

        None means that nothing was sent: no such picture prints later by itself.
        """

        def work(connection: Connection) -> JobStatus | None:
            found = jobs.jobs_under(connection, queue, key)
            whole = [job_id for job_id, job in found.items() if jobs.is_whole(job)]
            return reading.job_status(max(whole), found[max(whole)]) if whole else None

        return self._line.ask(work)

    def submit(self, queue: str, file: Path, *, key: str, copies: int, sheet: Sheet) -> int:
        """Prints a JPEG at its sheet's full size and returns the CUPS job id.

        The same key again returns the job that is there and sends nothing. After
        PrintingUnavailable the picture may have arrived or not: ``find`` tells.
        """
        known = self.find(queue, key)
        if known is not None:
            return known.cups_job_id

        def prepare(connection: Connection) -> dict[str, str]:
            connection.getPrinterAttributes(queue)  # pycups' createJob hides an unknown queue
            jobs.drop_remains(connection, queue, key)
            offered = media.read_ppd(fetch_ppd(connection, queue))
            return media.options(offered, sheet, copies)

        options = self._line.ask(prepare)
        try:
            return self._line.tell(lambda c: jobs.send(c, queue, file, key, options))
        except OSError as error:
            raise PrintRefused(f"the picture can't be read: {error}") from error

    def job(self, cups_job_id: int) -> JobStatus:
        """Raises PrintRefused where CUPS has no such job any more."""

        def work(connection: Connection) -> JobStatus:
            return reading.job_status(cups_job_id, connection.getJobAttributes(cups_job_id))

        return self._line.ask(work)

    def cancel(self, cups_job_id: int) -> None:
        """Asks CUPS to stop the job; ``job`` tells when it has. One that is over stays as it is."""
        try:
            self._line.ask(lambda connection: connection.cancelJob(cups_job_id))
        except PrintRefused:
            if not self.job(cups_job_id).state.terminal:
                raise

    def enable(self, queue: str) -> None:
        """Starts a queue that stopped on a fault, and lets it take jobs."""

        def work(connection: Connection) -> None:
            connection.enablePrinter(queue)
            connection.acceptJobs(queue)

        self._line.ask(work)

    def add_queue(self, name: str, uri: str) -> None:
        """Adds or renews a driverless queue. The error policy and its reason: queues.py."""
        self._setup.ask(
            lambda connection: queues.add_driverless(connection, name, uri, self._add_patience_s)
        )

    def remove_queue(self, name: str) -> None:
        self._line.ask(lambda connection: connection.deletePrinter(name))

    def close(self) -> None:
        self._line.close()
        self._setup.close()
        self._devices.close()
