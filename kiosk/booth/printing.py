"""The print's effects: sent at most once under its key, followed to its end, withdrawn."""

from __future__ import annotations

from pathlib import Path

import structlog

from kiosk.booth.following import MOST_MOVES, Follower
from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Clock, Keys, Press, PrinterRegister, Printers
from kiosk.booth.verdict import Out, StillComing
from kiosk.booth.view import Notice
from kiosk.booth.witness import Witness
from kiosk.domain import session as s
from kiosk.domain.errors import KioskError, PrintingUnavailable, PrintRefused, QueueFull
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
        self._clock = clock
        self._keys = keys
        self._pace = pace
        self._witness = Witness(printers)
        self._follower = Follower(printers, register, pool, clock, keys, pace)

    def prepare(self, order: Order, picture: Picture) -> None:
        """Fits the picture for the printer that would get it now, while the guest looks at it."""
        printer = self._pool.pick_for_paid(order.package.sheet, order.package.copies)
        if printer is not None:
            self._fitted(order, picture, printer)

    def submit(self, run: Run, effect: s.SubmitPrint) -> None:
        """Asks CUPS for the key before sending anything: a crash may have hidden an answer."""
        printer = self._register.get(effect.job.printer_id)
        if printer is None or not printer.is_set_up:
            self._move(run, effect, "the printer is not registered any more")
            return
        file = self._fitted(effect.order, effect.picture, printer)
        give_up_ns = self._clock.monotonic_ns() + int(self._pace.print_patience * 1e9)
        while not run.stopped:
            try:
                run.tell(self._submit_once(effect, printer, file))
            except PrintingUnavailable as error:
                log.warning("cups does not answer", reason=str(error))
                run.notice(Notice.PRINTER_WAITS)
                if self._clock.monotonic_ns() > give_up_ns:
                    self._owed(run, "CUPS never answered", job_may_print=True)
                    return
            except QueueFull as error:
                if self._clock.monotonic_ns() > give_up_ns:
                    self._move(run, effect, str(error))
                    return
            except PrintRefused as error:
                self._move(run, effect, str(error))
                return
            else:
                return
            run.sleep(self._pace.print_poll)

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

    def _submit_once(
        self, effect: s.SubmitPrint, printer: RegisteredPrinter, file: Path
    ) -> s.PrintSubmitted:
        """Its counter tells of this job alone where nothing else waits at the printer."""
        job, queue = effect.job, printer.queue
        known = self._printers.find(queue, job.key)
        if known is not None:
            return s.PrintSubmitted(known.cups_job_id)
        alone = self._register.waiting().get(printer.id, 0) <= job.copies
        left = self._printers.count(queue) if alone else None
        sheet = effect.order.package.sheet
        cups_job_id = self._printers.submit(
            queue, file, key=job.key, copies=job.copies, sheet=sheet
        )
        return s.PrintSubmitted(cups_job_id, left)

    def _move(self, run: Run, effect: s.SubmitPrint, why: str) -> None:
        """CUPS said no, so nothing of this job can print."""
        log.warning("print refused", session=run.session_id, why=why)
        job = effect.job
        self._pool.rest(job.printer_id)
        tried = frozenset({job.printer_id})
        other = self._pool.pick(effect.order.package.sheet, job.copies, without=tried)
        if other is None or job.moves >= MOST_MOVES:
            self._owed(run, why)
        else:
            run.tell(s.PrintMoved(other.id, self._keys.new_id(), 0))

    def _owed(self, run: Run, why: str, *, job_may_print: bool = False) -> None:
        log.error("print given up", session=run.session_id, why=why)
        run.tell(s.GaveUp(s.OwedReason.PRINT, self._keys.claim_code(), job_may_print))

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
        if status.state is JobState.COMPLETED:
            return s.PrintCompleted()
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
        try:
            verdict = self._witness.verdict(queue, job, begun=status.begun)
        except PrintRefused:
            return s.PrintWithdrawn()
        if isinstance(verdict, StillComing):
            return None
        out = isinstance(verdict, Out) and verdict.sheets >= job.copies
        return s.PrintCompleted() if out else s.PrintWithdrawn()
