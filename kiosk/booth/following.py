"""A print job from its acceptance to its end: tended, moved to another printer, or given up."""

from __future__ import annotations

from typing import assert_never

import structlog

from kiosk.booth.course import Course, Intent
from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Clock, Keys, PrinterRegister, Printers
from kiosk.booth.verdict import Out, StillComing, Unknown, Verdict
from kiosk.booth.view import AtPrinter, Notice
from kiosk.booth.witness import Witness
from kiosk.domain import session as s
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.faults import Fault, holds_sheet_back, needs_person
from kiosk.domain.printing import JobState, JobStatus, QueueState, QueueStatus
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()

MOST_MOVES = 4
"""A picture that no printer can make must not go round for ever."""

CLEARED = frozenset({Fault.PAUSED})
"""Faults that stay on a stopped queue after their cause is gone: the queue can be started."""


class Follower:
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
        self._witness = Witness(printers)
        self._clock = clock
        self._keys = keys
        self._pace = pace

    def follow(self, run: Run, effect: s.FollowPrint) -> s.Event | None:
        """How it ended, once that is certain: nothing that CUPS says on the way ends a paid
        session. None where the run was stopped before."""
        course = Course()
        while not run.stopped:
            event = self._look(run, effect, course)
            if event is not None:
                log.info("print over", session=run.session_id, how=type(event).__name__)
                return event
            self._printers.wait(self._pace.print_poll)
        return None

    def _look(self, run: Run, effect: s.FollowPrint, course: Course) -> s.Event | None:
        printer = self._register.get(effect.job.printer_id)
        if printer is None or not printer.is_set_up:
            return self._owed("the printer is not registered any more", job_may_print=True)
        try:
            status = self._printers.job(effect.cups_job_id)
            if status.state.terminal:
                return self._ended(run, effect, course, printer, status)
        except PrintingUnavailable:
            run.notice(Notice.PRINTER_WAITS)
            course.feels(sick=True, now=self._now())
        except PrintRefused:
            return self._ended(run, effect, course, printer, None)
        else:
            self._tend(run, effect, course, printer, status)
        return self._out_of_patience(effect, course, printer)

    # ---- while it is not over -----------------------------------------------------------------

    def _tend(
        self,
        run: Run,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus,
    ) -> None:
        """Nothing that CUPS says here tells how the job ends: the next look at it does."""
        if status.begun and course.begun_since is None:
            course.begun_since = self._now()
        if status.state is JobState.PROCESSING:
            course.ran_in = self._printers.generation()
        run.progress(self._progress(effect, printer, begun=status.begun))
        try:
            if course.intent is not None:
                self._printers.cancel(effect.cups_job_id)
            else:
                self._care(run, effect, course, printer, status)
        except PrintingUnavailable:
            run.notice(Notice.PRINTER_WAITS)
            course.feels(sick=True, now=self._now())
        except PrintRefused as error:
            log.warning("cups refuses", session=run.session_id, reason=str(error))

    def _progress(
        self, effect: s.FollowPrint, printer: RegisteredPrinter, *, begun: bool
    ) -> AtPrinter:
        """Of a single sheet the end tells all, so the printer is left alone."""
        several = begun and effect.job.copies > 1
        out = self._witness.out_so_far(printer.queue, effect.job) if several else 0
        return AtPrinter(begun, out, printer.seconds_per_sheet)

    def _care(
        self,
        run: Run,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus,
    ) -> None:
        """Tells what the printer waits for; starts a queue that a past fault has left stopped."""
        queue = self._printers.queue(printer.queue)
        present = tuple(f for f in queue.faults if needs_person(f) and f not in CLEARED)
        stopped = queue.state is QueueState.STOPPED
        run.notice(Notice.PRINTER_WAITS if present or stopped else None, present)
        if present or stopped or not self._is_being_tried(course):
            course.feels(sick=bool(present) or stopped, now=self._now())
        if stopped and not printer.paused and (not present or self._may_try(queue, course)):
            self._start_again(effect, course, printer, status, queue)
        if self._should_move(effect, course, printer, status):
            course.withdraw(Intent.MOVE, self._now())

    def _start_again(
        self,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus,
        queue: QueueStatus,
    ) -> None:
        """A queue that starts sends a begun job again, from its first sheet: so each begun job is
        judged by its own follower before."""
        job = effect.job
        course.tried_at = self._now()
        if any(self._is_judged_elsewhere(printer, key) for key in self._others(printer, job)):
            return
        match self._verdict(effect, course, printer, status, queue):
            case Out(0):
                self._printers.enable(printer.queue)
            case StillComing():
                return
            case Unknown() if any(needs_person(f) for f in queue.faults if f not in CLEARED):
                return
            case Out() | Unknown():
                course.withdraw(Intent.MOVE, self._now())
            case other:
                assert_never(other)

    def _verdict(
        self,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus,
        queue: QueueStatus,
    ) -> Verdict:
        """A driver that was seen at work, and gave up by itself for want of paper, say, has no
        sheet out; of several copies nobody knows. One that died with CUPS has told nothing."""
        gave_up = course.ran_in is not None and course.ran_in == self._printers.generation()
        held_back = any(holds_sheet_back(fault) for fault in queue.faults)
        if gave_up and held_back and not queue.askable and effect.job.copies == 1:
            return Out(0)
        return self._witness.verdict(printer.queue, effect.job, begun=status.begun)

    def _may_try(self, queue: QueueStatus, course: Course) -> bool:
        """Where a fault's words stay until the next try, only that tells whether it is gone."""
        return not queue.askable and not self._is_being_tried(course)

    def _is_being_tried(self, course: Course) -> bool:
        return course.tried_at is not None and not self._longer(
            course.tried_at, self._pace.print_retry
        )

    def _others(self, printer: RegisteredPrinter, job: s.Job) -> tuple[str, ...]:
        return tuple(key for key in self._printers.begun(printer.queue) if key != job.key)

    def _is_judged_elsewhere(self, printer: RegisteredPrinter, key: str) -> bool:
        """A begun job that belongs to no session is a test page somebody left behind."""
        if self._register.is_open(key):
            return True
        left = self._printers.find(printer.queue, key)
        if left is not None and not left.state.terminal:
            self._printers.cancel(left.cups_job_id)
        return left is not None

    def _should_move(
        self,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus,
    ) -> bool:
        """A begun job only where it will be known how many of its sheets came out."""
        if not self._longer(course.sick_since, self._pace.print_move):
            return False
        sheet, others = effect.order.package.sheet, frozenset({printer.id})
        if self._pool.pick(sheet, effect.job.copies, without=others) is None:
            return False
        return self._witness.can_tell(printer.queue, effect.job, begun=status.begun)

    def _out_of_patience(
        self, effect: s.FollowPrint, course: Course, printer: RegisteredPrinter
    ) -> s.Event | None:
        if self._longer(course.withdrawn_since, self._pace.print_withdrawal):
            return self._owed("CUPS did not end the job in time", job_may_print=True)
        stuck = self._pace.print_patience + 10 * effect.job.copies * printer.seconds_per_sheet
        if self._longer(course.sick_since, self._pace.print_patience) or self._longer(
            course.begun_since, stuck
        ):
            course.withdraw(Intent.GIVE_UP, self._now())
        return None

    # ---- when CUPS has done with it -----------------------------------------------------------

    def _ended(
        self,
        run: Run,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus | None,
    ) -> s.Event | None:
        """``status`` is None where CUPS has forgotten the job. None: the printer is not done, or
        not heard: CUPS calls a job completed whose printer was unplugged amid it."""
        if course.over_since is None:
            course.over_since = self._now()
        completed = status is not None and status.state is JobState.COMPLETED
        # A counter may lag behind the last sheet, and CUPS be done before the printer is.
        lag = self._pace.print_settle + 3 * effect.job.copies * printer.seconds_per_sheet
        too_long = self._longer(course.over_since, self._pace.print_patience)
        settled = self._longer(course.over_since, lag) if completed else too_long
        try:
            begun = status is None or status.begun or completed
            verdict: Verdict = self._witness.verdict(printer.queue, effect.job, begun=begun)
        except PrintingUnavailable:
            run.notice(Notice.PRINTER_WAITS, (Fault.OFFLINE,))
            return self._owed("the printer is not heard of any more") if too_long else None
        except PrintRefused:
            verdict = Unknown()
        match verdict:
            case Out(sheets) if sheets >= effect.job.copies:
                return self._completed(effect, course, printer, status)
            case Unknown() if completed:
                return self._completed(effect, course, printer, status)
            case Out() if completed and not settled:
                return None
            case StillComing() if not too_long:
                return None
            case Out(sheets):
                return self._rest(effect, course, printer, status, sheets)
            case StillComing() | Unknown():
                return self._owed("nobody can tell what came out")
            case _:
                assert_never(verdict)

    def _completed(
        self,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus | None,
    ) -> s.Event:
        self._pool.did_well(printer.id)
        if status is not None and status.seconds and course.intent is None:
            self._register.took(printer.id, status.seconds / effect.job.copies)
        return s.PrintCompleted()

    def _rest(
        self,
        effect: s.FollowPrint,
        course: Course,
        printer: RegisteredPrinter,
        status: JobStatus | None,
        sheets: int,
    ) -> s.Event:
        """Another printer makes what did not come out, or staff see to it."""
        by_staff = course.intent is None and status is not None
        if by_staff and status is not None and status.state is JobState.CANCELED:
            return self._owed("staff cancelled it")
        if course.intent is Intent.GIVE_UP or effect.job.moves >= MOST_MOVES:
            return self._owed("no patience left, or moved too often")
        self._pool.rest(printer.id)
        left = effect.job.copies - sheets
        following = self._pool.pick_for_paid(effect.order.package.sheet, left)
        if following is None:
            return self._owed("no printer is set up")
        log.warning("print moved", queue=printer.queue, to=following.queue, sheets_out=sheets)
        return s.PrintMoved(following.id, self._keys.new_id(), sheets)

    def _owed(self, why: str, *, job_may_print: bool = False) -> s.GaveUp:
        log.error("print given up", why=why)
        return s.GaveUp(s.OwedReason.PRINT, job_may_print)

    def _now(self) -> int:
        return self._clock.monotonic_ns()

    def _longer(self, since: int | None, seconds: float) -> bool:
        return since is not None and self._now() - since > seconds * 1e9
