"""CUPS and its printers by their rules, with paper that is counted: it outlives every crash.

What is modelled is what goes wrong in the field: CUPS sends a begun job again, calls a job
completed that its printer has forgotten, and can't stop a printer that is out of reach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import (
    DeviceJob,
    JobState,
    JobStatus,
    QueueState,
    QueueStatus,
    Sheet,
)

from .conftest import HandClock

T = TypeVar("T")

SECONDS_A_STEP = 1.0


@dataclass
class Received:
    """A job as the printer has it. Each copy that comes out is a sheet of ``picture``."""

    key: str
    picture: str
    copies: int
    state: JobState = JobState.PROCESSING
    sheets: int = 0


@dataclass
class PaperPrinter:
    """``remembers`` its jobs over IPP, ``counts`` its prints left; a USB Selphy does neither. One
    whose driver ``gives_up`` at a fault has its queue stopped, and the fault's words stay."""

    remembers: bool = True
    counts: bool = True
    gives_up: bool = False
    cuts: bool = False
    words: Fault | None = None
    on: bool = True
    fault: Fault | None = None
    left: int = 1000
    jobs: list[Received] = field(default_factory=list)
    tray: Counter[str] = field(default_factory=Counter)

    def step(self) -> None:
        for job in self.jobs:
            if self.on and self.fault is None and job.state is JobState.PROCESSING:
                job.sheets += 1
                self.left -= 1
                self.tray[job.picture] += 1
                if job.sheets == job.copies:
                    job.state = JobState.COMPLETED
                return

    def switch(self, *, on: bool) -> None:
        """What it had in memory is gone with the power."""
        if self.on and not on:
            self.jobs.clear()
        self.on = on

    def newest(self, key: str) -> Received | None:
        return next((job for job in reversed(self.jobs) if job.key == key), None)

    def cancel(self, key: str) -> None:
        job = self.newest(key)
        if job is not None and not job.state.terminal:
            job.state = JobState.CANCELED


@dataclass
class Held:
    """A job as CUPS has it."""

    queue: str
    key: str
    picture: str
    copies: int
    state: JobState = JobState.PENDING
    begun: bool = False
    prints_left: int | None = None


@dataclass
class PaperCups:
    """The port ``Printers``. ``meanwhile`` runs before each call and may raise; ``around`` carries
    a call out, and may lose its answer."""

    clock: HandClock
    printers: dict[str, PaperPrinter]
    jobs: list[Held] = field(default_factory=list)
    stopped: set[str] = field(default_factory=set)
    up: bool = True
    meanwhile: Callable[[str], None] = lambda _: None
    lost_answers: int = 0
    crashes: int = 0

    # ---- what happens to it ---------------------------------------------------------------------

    def step(self) -> None:
        """A second passes."""
        self.clock.pass_(SECONDS_A_STEP)
        for name, printer in self.printers.items():
            printer.step()
            if self.up and name not in self.stopped:
                self._serve(name, printer)

    def crash(self, *, forgetting: bool = False) -> None:
        """``forgetting``: before it has written down that it began to send a job."""
        self.up = False
        self.crashes += 1
        for job in self.jobs if forgetting else []:
            if not job.state.terminal:
                job.begun = False

    def restart(self) -> None:
        """Queues come up stopped, and a job that was being sent is to be sent again."""
        self.up = True
        self.stopped |= set(self.printers)
        for job in self.jobs:
            if job.state is JobState.PROCESSING:
                job.state = JobState.PENDING

    def _serve(self, name: str, printer: PaperPrinter) -> None:
        mine = [job for job in self.jobs if job.queue == name and not job.state.terminal]
        if not mine:
            return
        job = mine[0]
        if job.state is JobState.PENDING:
            job.state = JobState.PROCESSING
            return
        received = printer.newest(job.key)
        if printer.gives_up and (printer.fault is not None or not printer.on):
            self._give_up(job, printer)
        elif not job.begun or received is None:
            self._send_or_miss(job, printer)
        elif printer.on and received.state.terminal:
            job.state = received.state

    def _send_or_miss(self, job: Held, printer: PaperPrinter) -> None:
        if not printer.on:
            return
        if not job.begun:
            job.begun = True
            printer.jobs.append(Received(job.key, job.picture, job.copies))
        elif printer.remembers:
            job.state = JobState.COMPLETED  # "the server has no job history"
        else:
            job.state = JobState.PENDING  # the backend failed, and stop-printer holds the queue
            self.stopped.add(job.queue)

    def _give_up(self, job: Held, printer: PaperPrinter) -> None:
        """The driver has sent nothing, or takes back what is not printed yet."""
        printer.cancel(job.key)
        printer.words = printer.fault or Fault.OFFLINE
        job.begun, job.state = True, JobState.PENDING
        self.stopped.add(job.queue)

    # ---- the port -------------------------------------------------------------------------------

    def generation(self) -> int:
        return self.crashes

    def queue(self, name: str) -> QueueStatus:
        return self._ask("queue", lambda: self._queue(name))

    def find(self, queue: str, key: str) -> JobStatus | None:
        return self._ask("find", lambda: self._find(queue, key))

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
        job = Held(queue, key, file.name, copies, prints_left=prints_left)
        return self._ask("submit", lambda: self._submit(job))

    def job(self, cups_job_id: int) -> JobStatus:
        return self._ask("job", lambda: self._status(cups_job_id))

    def begun(self, queue: str) -> tuple[str, ...]:
        return self._ask("begun", lambda: self._begun(queue))

    def at_device(self, queue: str, key: str) -> DeviceJob | None:
        return self._ask("at_device", lambda: self._at_device(self.printers[queue], key))

    def count(self, queue: str) -> int | None:
        return self._ask("count", lambda: self._count(self.printers[queue]))

    def cancel(self, cups_job_id: int) -> None:
        self._ask("cancel", lambda: self._cancel(self.jobs[cups_job_id]))

    def enable(self, queue: str) -> None:
        self._ask("enable", lambda: self._enable(queue))

    def wait(self, seconds: float) -> None:
        self.step()
        self.meanwhile("wait")

    def around(self, call: str, work: Callable[[], T]) -> T:
        self.meanwhile(call)
        return work()

    def _ask(self, call: str, work: Callable[[], T]) -> T:
        def answered() -> T:
            if not self.up:
                raise PrintingUnavailable("CUPS is down")
            return work()

        return self.around(call, answered)

    def _queue(self, name: str) -> QueueStatus:
        printer = self.printers[name]
        state = QueueState.STOPPED if name in self.stopped else QueueState.IDLE
        now = (None if printer.on else Fault.OFFLINE, printer.fault)
        told = (printer.words,) if printer.gives_up else now
        faults = tuple(fault for fault in told if fault is not None)
        left = printer.left if printer.counts else None
        return QueueStatus(
            name,
            state,
            accepting=True,
            faults=faults,
            prints_left=left,
            askable=not printer.gives_up,
            cuts_strips=printer.cuts,
        )

    def _find(self, queue: str, key: str) -> JobStatus | None:
        ids = [n for n, job in enumerate(self.jobs) if (job.queue, job.key) == (queue, key)]
        return self._status(ids[-1]) if ids else None

    def _submit(self, job: Held) -> int:
        self.jobs.append(job)
        if self.lost_answers:
            self.lost_answers -= 1
            raise PrintingUnavailable("the connection broke")
        return len(self.jobs) - 1

    def _begun(self, queue: str) -> tuple[str, ...]:
        return tuple(
            job.key
            for job in self.jobs
            if job.queue == queue and job.begun and not job.state.terminal
        )

    def _at_device(self, printer: PaperPrinter, key: str) -> DeviceJob | None:
        if not printer.remembers:
            return None
        if not printer.on:
            raise PrintingUnavailable("the printer is off")
        job = printer.newest(key)
        return None if job is None else DeviceJob(job.state, job.sheets)

    def _count(self, printer: PaperPrinter) -> int | None:
        if not printer.counts:
            return None
        if not printer.on:
            raise PrintingUnavailable("the printer is off")
        return printer.left

    def _cancel(self, job: Held) -> None:
        if job.state.terminal:
            raise PrintRefused("the job is over")
        job.state = JobState.CANCELED
        if self.printers[job.queue].on:
            self.printers[job.queue].cancel(job.key)

    def _enable(self, queue: str) -> None:
        self.stopped.discard(queue)
        self.printers[queue].words = None
        for job in self.jobs:
            if job.queue == queue and job.state is JobState.PENDING:
                job.begun = False

    def _status(self, cups_job_id: int) -> JobStatus:
        job = self.jobs[cups_job_id]
        seconds = float(job.copies) if job.state.terminal else None
        return JobStatus(
            cups_job_id,
            job.state,
            begun=job.begun,
            seconds=seconds,
            prints_left=job.prints_left,
        )
