"""The print's effects: submitted at most once under its key, followed to its end."""

from __future__ import annotations

from pathlib import Path

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Measured
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Clock, Keys, PrinterRegister, Printers
from kiosk.booth.view import Notice
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, JobStatus, QueueState
from kiosk.domain.session import (
    FollowPrint,
    GaveUp,
    OwedReason,
    PrintCompleted,
    PrintSubmitted,
    SubmitPrint,
)

log = structlog.get_logger()

CLEARED = frozenset({Fault.PAUSED})
"""Faults that stay on a stopped queue after their cause is gone: the queue can be enabled."""


class PrintDesk:
    def __init__(
        self,
        printers: Printers,
        register: PrinterRegister,
        data_dir: Path,
        clock: Clock,
        keys: Keys,
        pace: Pace,
    ) -> None:
        self._printers = printers
        self._register = register
        self._data_dir = data_dir
        self._clock = clock
        self._keys = keys
        self._pace = pace

    def submit(self, run: Run, effect: SubmitPrint) -> None:
        """Asks CUPS for the key before sending anything: a crash may have hidden an answer."""
        began = self._clock.monotonic_ns()
        printer = self._register.get(effect.printer_id)
        if printer is None:
            self._give_up(run, "the printer is not registered any more")
            return
        while not run.stopped:
            try:
                cups_job_id = self._submit_once(printer.queue, effect)
            except PrintingUnavailable as error:
                log.warning("cups does not answer", reason=str(error))
                run.notice(Notice.PRINTER_WAITS)
                run.sleep(self._pace.print_poll)
            except PrintRefused as error:
                self._give_up(run, str(error))
                return
            else:
                run.tell(PrintSubmitted(cups_job_id), Measured("print_submit", began))
                return

    def _submit_once(self, queue: str, effect: SubmitPrint) -> int:
        key = effect.order.print_job_id
        known = self._printers.find(queue, key)
        if known is not None:
            return known.cups_job_id
        package = effect.order.package
        return self._printers.submit(
            queue,
            self._data_dir / effect.picture.path,
            key=key,
            copies=package.copies,
            sheet=package.sheet,
        )

    def follow(self, run: Run, effect: FollowPrint) -> None:
        """Until CUPS says that it is over. Past patience it is withdrawn first, and then owed."""
        give_up_ns = self._clock.monotonic_ns() + int(self._pace.print_patience * 1e9)
        while not run.stopped:
            try:
                job = self._printers.job(effect.cups_job_id)
                if job.state.terminal:
                    self._ended(run, job)
                    return
            except PrintingUnavailable:
                run.notice(Notice.PRINTER_WAITS)
            except PrintRefused as error:
                self._give_up(run, str(error))
                return
            else:
                past_patience = self._clock.monotonic_ns() > give_up_ns
                self._tend(run, effect, withdraw=past_patience)
            run.sleep(self._pace.print_poll)

    def _tend(self, run: Run, effect: FollowPrint, *, withdraw: bool) -> None:
        """Nothing that CUPS says here tells how the job ends: the next look at it does."""
        try:
            if withdraw:
                self._printers.cancel(effect.cups_job_id)
            self._care(run, effect.printer_id)
        except PrintingUnavailable:
            run.notice(Notice.PRINTER_WAITS)
        except PrintRefused as error:
            log.warning("cups refuses", session=run.session_id, reason=str(error))

    def _care(self, run: Run, printer_id: str) -> None:
        """Tells what the printer waits for; a queue left stopped by a past fault is enabled."""
        printer = self._register.get(printer_id)
        if printer is None:
            return
        status = self._printers.queue(printer.queue)
        present = tuple(f for f in status.faults if f not in CLEARED)
        run.notice(Notice.PRINTER_WAITS if present else None, present)
        if status.state is QueueState.STOPPED and not present:
            self._printers.enable(printer.queue)

    def _ended(self, run: Run, job: JobStatus) -> None:
        if job.state is JobState.COMPLETED:
            run.tell(PrintCompleted())
        else:
            self._give_up(run, f"CUPS ended job {job.cups_job_id} as {job.state.name.lower()}")

    def _give_up(self, run: Run, why: str) -> None:
        log.error("print given up", session=run.session_id, why=why)
        run.tell(GaveUp(OwedReason.PRINT, self._keys.claim_code()))
