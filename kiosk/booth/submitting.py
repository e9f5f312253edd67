"""A print job on its way to CUPS: in its turn, once, or at a printer that is free sooner.

A printer gets one guest's job at a time. What waits is in nobody's hands but the booth's: it can
go to whichever printer is free first, and a printer's counter tells of one job alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Clock, Keys, PrinterRegister, Printers
from kiosk.booth.view import InLine, Notice
from kiosk.domain import session as s
from kiosk.domain.errors import PrintingUnavailable, PrintRefused, QueueFull
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()

Fitted = Callable[[RegisteredPrinter], Path]
"""The picture's file for a printer."""


class Submitter:
    def __init__(
        self,
        printers: Printers,
        register: PrinterRegister,
        pool: Pool,
        clock: Clock,
        keys: Keys,
        pace: Pace,
    ) -> None:
        self._printers = printers
        self._register = register
        self._pool = pool
        self._clock = clock
        self._keys = keys
        self._pace = pace

    def submit(self, run: Run, effect: s.SubmitPrint, fitted: Fitted) -> s.Event | None:
        """What came of it; None where the run was stopped. CUPS is asked for the key before
        anything is sent: a crash may have hidden an answer."""
        printer = self._register.get(effect.job.printer_id)
        if printer is None or not printer.is_set_up:
            return self._refused(effect, "the printer is not registered any more")
        patience = self._pace.print_patience + self._ahead(printer) * printer.seconds_per_sheet
        give_up_ns = self._clock.monotonic_ns() + int(patience * 1e9)
        was_sent = True  # perhaps, by a booth that was killed
        while not run.stopped:
            run.progress(InLine(self._register.jobs_before(printer.id, effect.job.key)))
            late = self._clock.monotonic_ns() > give_up_ns
            try:
                event = self._step(effect, printer, fitted, ask=was_sent)
                was_sent = False
                run.notice(None)
            except PrintingUnavailable as error:
                log.warning("cups does not answer", reason=str(error))
                run.notice(Notice.PRINTER_WAITS)
                event = self._owed(str(error), job_may_print=True) if late else None
            except QueueFull as error:
                event = self._refused(effect, str(error)) if late else None
            except PrintRefused as error:
                event = self._refused(effect, str(error))
            else:
                event = event or (self._refused(effect, "its turn never came") if late else None)
            if event is not None:
                return event
            run.sleep(self._pace.print_turn)
        return None

    def _step(
        self, effect: s.SubmitPrint, printer: RegisteredPrinter, fitted: Fitted, *, ask: bool
    ) -> s.Event | None:
        """None while others are before it; ``ask`` CUPS for the key all the same."""
        job, queue = effect.job, printer.queue
        turn = self._register.next_at(printer.id) == job.key
        known = self._printers.find(queue, job.key) if turn or ask else None
        if known is not None:
            return s.PrintSubmitted(known.cups_job_id, known.prints_left)
        if not turn:
            return self._sooner_elsewhere(effect, printer)
        alone = not self._printers.begun(queue)
        left = self._printers.count(queue) if alone else None
        sheet = effect.order.package.sheet
        cups_job_id = self._printers.submit(
            queue,
            fitted(printer),
            key=job.key,
            copies=job.copies,
            sheet=sheet,
            prints_left=left,
        )
        return s.PrintSubmitted(cups_job_id, left)

    def _sooner_elsewhere(
        self, effect: s.SubmitPrint, printer: RegisteredPrinter
    ) -> s.PrintMoved | None:
        sheet, copies = effect.order.package.sheet, effect.job.copies
        other = self._pool.sooner_than(printer.id, sheet, copies)
        return None if other is None else s.PrintMoved(other.id, self._keys.new_id(), 0)

    def _refused(self, effect: s.SubmitPrint, why: str) -> s.Event:
        """Nothing of this job can print: CUPS said no, or was never asked. The printer rests, so
        that a picture which none takes does not go round."""
        log.warning("print refused", key=effect.job.key, why=why)
        job = effect.job
        self._pool.rest(job.printer_id)
        tried = frozenset({job.printer_id})
        other = self._pool.pick(effect.order.package.sheet, job.copies, without=tried)
        if other is None:
            return self._owed(why)
        return s.PrintMoved(other.id, self._keys.new_id(), 0)

    def _owed(self, why: str, *, job_may_print: bool = False) -> s.GaveUp:
        log.error("print given up", why=why)
        return s.GaveUp(s.OwedReason.PRINT, job_may_print)

    def _ahead(self, printer: RegisteredPrinter) -> int:
        return self._register.waiting().get(printer.id, 0)
