"""The print's effects: sent at most once under its key, followed to its end, withdrawn."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

import structlog

from kiosk.booth.following import Follower
from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Clock, Keys, Press, PrinterRegister, Printers
from kiosk.booth.submitting import Submitter
from kiosk.booth.verdict import Out, StillComing, Unknown, Verdict
from kiosk.booth.witness import Witness
from kiosk.domain import session as s
from kiosk.domain.errors import KioskError, PrintingUnavailable, PrintRefused
from kiosk.domain.order import Order, Picture
from kiosk.domain.printing import JobState, JobStatus
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()


class PrintDesk:
    def __init__(
        self,
        printers: Printers,
        register: PrinterRegister,
        pool: Pool,
        press: Press,
        data_dir: Path,
        clock: Clock,
        keys: Keys,
        pace: Pace,
    ) -> None:
        self._printers = printers
        self._register = register
        self._pool = pool
        self._press = press
        self._data_dir = data_dir
        self._pace = pace
        self._witness = Witness(printers)
        self._submitter = Submitter(printers, register, pool, clock, keys, pace)
        self._follower = Follower(printers, register, pool, clock, keys, pace)

    def prepare(self, order: Order, picture: Picture) -> None:
        """Fits the picture for the printer that would get it now, while the guest looks at it."""
        printer = self._pool.pick_for_paid(order.package.sheet, order.package.copies)
        if printer is not None:
            self._fitted(order, picture, printer)

    def submit(self, run: Run, effect: s.SubmitPrint) -> None:
        def fitted(printer: RegisteredPrinter) -> Path:
            return self._fitted(effect.order, effect.picture, printer)

        event = self._submitter.submit(run, effect, fitted)
        if event is not None:
            run.tell(event)

    def follow(self, run: Run, effect: s.FollowPrint) -> None:
        event = self._follower.follow(run, effect)
        if event is None:
            return
        if not isinstance(event, s.PrintMoved):
            self._press.clear(effect.picture)
        run.tell(event)

    def withdraw(self, run: Run, effect: s.WithdrawPrint) -> None:
        """Goes on until CUPS says that the job is over, for as long as that takes."""
        while not run.stopped:
            try:
                event = self._withdrawn(effect.job)
            except PrintingUnavailable:
                event = None
            if event is not None:
                run.tell(event)
                return
            run.sleep(self._pace.print_withdrawal)

    def _fitted(self, order: Order, picture: Picture, printer: RegisteredPrinter) -> Path:
        """A paid print goes out as composed rather than not at all."""
        try:
            return self._press.fit(picture, printer.form(order.package.sheet))
        except (OSError, KioskError) as error:
            log.warning("picture not fitted", printer=printer.name, reason=str(error))
            return self._data_dir / picture.path

    def _withdrawn(self, job: s.Job) -> s.Event | None:
        """How the job ended; None while it has not."""
        printer = self._register.get(job.printer_id)
        queue = "" if printer is None else printer.queue
        try:
            status = self._at_cups(queue, job)
        except PrintRefused:
            return s.PrintWithdrawn()
        if status is None:
            return s.PrintWithdrawn()
        if not status.state.terminal:
            self._cancel(status.cups_job_id)
            return None
        return self._came_out(queue, job, status)

    def _at_cups(self, queue: str, job: s.Job) -> JobStatus | None:
        if job.cups_job_id is not None:
            return self._printers.job(job.cups_job_id)
        return self._printers.find(queue, job.key) if queue else None

    def _cancel(self, cups_job_id: int) -> None:
        try:
            self._printers.cancel(cups_job_id)
        except PrintRefused as error:
            log.warning("cups refuses to cancel", reason=str(error))

    def _came_out(self, queue: str, job: s.Job, status: JobStatus) -> s.Event | None:
        """Where nobody but CUPS can tell, its word is taken."""
        completed = status.state is JobState.COMPLETED
        try:
            verdict: Verdict = self._witness.verdict(queue, job, begun=status.begun or completed)
        except PrintRefused:
            verdict = Unknown()
        match verdict:
            case StillComing():
                return None
            case Out(sheets):
                return s.PrintCompleted() if sheets >= job.copies else s.PrintWithdrawn()
            case Unknown():
                return s.PrintCompleted() if completed else s.PrintWithdrawn()
            case _:
                assert_never(verdict)
