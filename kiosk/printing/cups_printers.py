"""The booth's printers, through CUPS."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kiosk.domain.devices import FoundDevice, driverless
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import DeviceJob, JobStatus, Media, QueueState, QueueStatus, Sheet
from kiosk.printing import jobs, media, queues, reading
from kiosk.printing.asked import ask_what_it_is
from kiosk.printing.connection import Attributes, Connection
from kiosk.printing.devices import Devices
from kiosk.printing.discovery import search
from kiosk.printing.ipp_client import PrinterGone
from kiosk.printing.line import Line
from kiosk.printing.media import QueueMedia
from kiosk.printing.notifications import Notifications
from kiosk.printing.ppds import PpdShelf
from kiosk.printing.services import announced

PATIENCE_S = 5.0
"""cupsd answers in milliseconds; only a stopped one, or a machine in trouble, takes longer."""

ADD_PATIENCE_S = 15.0
"""A printer that wakes from sleep needs seconds before it says what it can do."""

DEVICE_PATIENCE_S = 2.0

OF_CUPS = frozenset({Fault.PAUSED, Fault.DRIVER})
"""What CUPS alone knows of a queue; of everything else the printer itself knows better."""


class CupsPrinters:
    """Every call may come from any thread, raises PrintingUnavailable where nothing is known and
    PrintRefused where CUPS said no, and blocks for 5 s at most; ``queue`` and ``count`` 7,
    ``at_device`` 9, ``submit`` 15, ``add_queue`` and ``purge`` 20, ``devices`` 30. ``wait`` is
    the exception.

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
        self._ppds = PpdShelf()
        self._notifications = Notifications(address)

    def generation(self) -> int:
        """Grows where CUPS had to be connected to anew. As long as it stays the same, so did
        cupsd."""
        return self._line.generation

    def queues(self) -> tuple[QueueStatus, ...]:
        """Every queue that CUPS has, by name. Takes 2 s more for each printer that is off."""
        names = self._line.ask(lambda connection: sorted(connection.getPrinters()))
        return tuple(self.queue(name) for name in names)

    def queue(self, name: str) -> QueueStatus:
        """The printer's own word where it can be asked, CUPS' otherwise: faults, media, count."""
        attributes, offers = self._line.ask(lambda connection: self._read(connection, name))
        offered = None if offers is None else media.offered(offers)
        status = replace(
            reading.queue_status(name, attributes),
            offered=offered,
            cuts_strips=offers is not None and media.cuts_strips(offers),
        )
        try:
            look = self._devices.look(_device_of(attributes))
        except PrinterGone:
            return replace(status, faults=_with(status, (Fault.OFFLINE,)), askable=True)
        except PrintingUnavailable:
            # Amid a job a printer may have no ear for others; CUPS hears it then.
            busy = status.state is QueueState.PROCESSING
            faults = status.faults if busy else _with(status, (Fault.OFFLINE,))
            return replace(status, faults=faults, askable=True)
        if look is None:
            return status
        return replace(
            status,
            askable=True,
            faults=_with(status, look.faults),
            media_ready=look.media_ready,
            prints_left=status.prints_left if look.prints_left is None else look.prints_left,
        )

    def count(self, queue: str) -> int | None:
        """Prints left by the printer's own counter, asked now; None where it can't be asked or
        does not count."""
        look = self._devices.look(self._device(queue))
        return None if look is None else look.prints_left

    def at_device(self, queue: str, key: str) -> DeviceJob | None:
        """What the printer itself remembers of the job, sent once or again; None where it can't
        be asked or has no such job. Many forget a job after a minute, all when switched off."""
        return self._devices.job(self._device(queue), jobs.title(key))

    def begun(self, queue: str) -> tuple[str, ...]:
        """The keys of the queue's jobs that CUPS began to send and that are not over, the oldest
        first; after a restart of cupsd they may have sheets out."""
        return self._line.ask(lambda connection: jobs.begun(connection, queue))

    def find(self, queue: str, key: str) -> JobStatus | None:
        """The newest job with this key whose picture CUPS has, also one that is over.

        None means that nothing was sent: no such picture prints later by itself.
        """

        def work(connection: Connection) -> JobStatus | None:
            found = jobs.jobs_under(connection, queue, key)
            whole = [job_id for job_id, job in found.items() if jobs.is_whole(job)]
            return reading.job_status(max(whole), found[max(whole)]) if whole else None

        return self._line.ask(work)

    def submit(
        self,
        queue: str,
        file: Path,
        *,
        key: str,
        copies: int,
        sheet: Sheet,
        prints_left: int | None = None,
    ) -> int:
        """Prints a JPEG at its sheet's full size and returns the CUPS job id.

        The same key again returns the job that is there and sends nothing. After
        PrintingUnavailable the picture may have arrived or not: ``find`` tells. Raises QueueFull
        where there is no room for one more job.
        """
        known = self.find(queue, key)
        if known is not None:
            return known.cups_job_id

        def prepare(connection: Connection) -> dict[str, str]:
            # Asked first of all: pycups' createJob hides an unknown queue.
            _, offers = self._read(connection, queue)
            jobs.drop_remains(connection, queue, key)
            chosen = media.options(offers or QueueMedia(), sheet, copies)
            return chosen if prints_left is None else {**chosen, **jobs.noted(prints_left)}

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

    def purge(self, before: datetime) -> int:
        """Forgets the booth's jobs that were over by then, with their pictures in CUPS' spool.
        How many there were."""
        return self._setup.ask(lambda connection: jobs.purge(connection, before))

    def wait(self, seconds: float) -> None:
        """Returns when CUPS has told of a change at any job or queue, after ``seconds`` at most.

        Never raises: where no notifications can be had it only sleeps.
        """
        self._notifications.wait(seconds)

    def enable(self, queue: str) -> None:
        """Starts a queue that stopped, and lets it take jobs. All that is begun goes on, from its
        first sheet; what an orderly end of cupsd has left behind does not, and is canceled."""

        def work(connection: Connection) -> None:
            jobs.end_stranded(connection, queue)
            connection.enablePrinter(queue)
            connection.acceptJobs(queue)

        self._line.ask(work)

    def devices(self) -> tuple[FoundDevice, ...]:
        """What CUPS can reach now, those with a driver first. Takes about 10 s."""
        services = announced()
        return tuple(
            self._setup.ask(lambda connection: search(connection, services, ask_what_it_is))
        )

    def add_queue(
        self, name: str, device: FoundDevice | str, media: Media = Media.FOUR_BY_SIX
    ) -> None:
        """Adds or renews a queue; a bare uri is a driverless printer's. The error policy and its
        reason: queues.py."""
        found = driverless(device) if isinstance(device, str) else device
        self._setup.ask(
            lambda connection: queues.add(connection, name, found, media, self._add_patience_s)
        )

    def remove_queue(self, name: str) -> None:
        self._line.ask(lambda connection: connection.deletePrinter(name))

    def close(self) -> None:
        self._line.close()
        self._setup.close()
        self._notifications.close()

    def _read(self, connection: Connection, name: str) -> tuple[Attributes, QueueMedia | None]:
        attributes = connection.getPrinterAttributes(name)
        return attributes, self._ppds.media(connection, name, attributes)

    def _device(self, queue: str) -> str:
        return _device_of(self._line.ask(lambda c: c.getPrinterAttributes(queue)))


def _device_of(attributes: Attributes) -> str:
    return str(attributes.get("device-uri", ""))


def _with(status: QueueStatus, present: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """The printer's faults and those that only CUPS knows of."""
    kept = tuple(fault for fault in status.faults if fault in OF_CUPS)
    return (*kept, *(fault for fault in present if fault not in OF_CUPS))
