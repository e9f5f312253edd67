"""Test and calibration pages: to paper, or to the reason why not."""

from __future__ import annotations

import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

import structlog

from kiosk.booth.ports import Clock, Keys
from kiosk.booth.staff.cards import present
from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.ports import Pages, Register, StaffPrinters
from kiosk.booth.staff.view import Outcome, Task
from kiosk.booth.verdict import Out, StillComing, Verdict, judge
from kiosk.domain.errors import PrintingUnavailable, PrintRefused, QueueFull
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, JobStatus, Media, QueueState, Sheet
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()

SHEETS = {Media.FOUR_BY_SIX: Sheet.FOUR_BY_SIX, Media.SIX_BY_EIGHT: Sheet.SIX_BY_EIGHT}

PRINTED = {
    Task.TEST_PAGE: Outcome.TEST_PRINTED,
    Task.CALIBRATION_PAGE: Outcome.CALIBRATION_PRINTED,
}


@dataclass
class _Course:
    """One page on its way. Moments are CLOCK_MONOTONIC; ``faults`` are the last that were seen."""

    printer: RegisteredPrinter
    page: Task
    key: str
    limit_ns: int
    last_ns: int
    faults: tuple[Fault, ...] = ()


@dataclass
class Paging:
    """``stop`` ends the following and leaves the page to the printer: nobody is waiting then."""

    printers: StaffPrinters
    register: Register
    pages: Pages
    clock: Clock
    keys: Keys
    pace: StaffPace
    stop: threading.Event = field(default_factory=threading.Event)

    def print(self, printer: RegisteredPrinter, media: Media, page: Task) -> Ending:
        """Follows the page to its end, and withdraws it where it takes too long. ``media`` is what
        is loaded. Raises Refused, PrintingUnavailable or PrintRefused."""
        sheet = SHEETS.get(media)
        if sheet is None:
            raise Refused(f"{printer.name} has nothing loaded that a page can be printed on")
        course = self._begin(printer, page)
        with tempfile.TemporaryDirectory(prefix="kiosk-page-") as folder:
            file = Path(folder) / "page.jpg"
            self._save(course, file, sheet)
            job_id = self._submit(course, file, sheet)
        return self._follow(course, job_id)

    def _begin(self, printer: RegisteredPrinter, page: Task) -> _Course:
        now = self.clock.monotonic_ns()
        limit = now + int(self.pace.page_limit * 1e9)
        last = limit + int(self.pace.page_grace * 1e9)
        return _Course(printer, page, self.keys.new_id(), limit, last)

    def _save(self, course: _Course, file: Path, sheet: Sheet) -> None:
        form, name, now = course.printer.form(sheet), course.printer.name, self.clock.now()
        if course.page is Task.TEST_PAGE:
            self.pages.save_test_page(file, form, name, now)
        else:
            self.pages.save_calibration_page(file, form, name, now)

    def _submit(self, course: _Course, file: Path, sheet: Sheet) -> int:
        """CUPS is asked for the key before each try: an answer may have been lost."""
        queue = course.printer.queue
        while True:
            try:
                known = self.printers.find(queue, course.key)
                if known is not None:
                    return known.cups_job_id
                return self.printers.submit(queue, file, key=course.key, copies=1, sheet=sheet)
            except (PrintingUnavailable, QueueFull):
                if self._is_past(course.limit_ns) or self.stop.is_set():
                    raise
            self.printers.wait(self.pace.page_poll)

    def _follow(self, course: _Course, job_id: int) -> Ending:
        while not self.stop.is_set():
            try:
                job = self.printers.job(job_id)
                ending = self._ended(course, job) if job.state.terminal else None
                if ending is not None:
                    return ending
                self._tend(course, job)
            except PrintingUnavailable:
                if self._is_past(course.last_ns):
                    raise
            if self._is_past(course.last_ns):
                return self._failed(course, "CUPS has not withdrawn it: it may come out yet")
            self.printers.wait(self.pace.page_poll)
        return self._failed(course, "the booth stopped meanwhile")

    def _tend(self, course: _Course, job: JobStatus) -> None:
        """Nothing that CUPS says here tells how the job ends: the next look at it does."""
        try:
            if self._is_past(course.limit_ns):
                self.printers.cancel(job.cups_job_id)
                return
            status = self.printers.queue(course.printer.queue)
            course.faults = present(status)
            if status.state is QueueState.STOPPED and not course.faults:
                self._start_again(course, job)
        except PrintRefused as error:
            log.warning("cups refuses", queue=course.printer.queue, reason=str(error))

    def _start_again(self, course: _Course, job: JobStatus) -> None:
        """A queue that starts sends its begun jobs again: guests' are the booth's to judge, and
        the page is withdrawn unless it is certain that it is not out."""
        queue = course.printer.queue
        if any(key != course.key for key in self.printers.begun(queue)):
            return
        verdict = self._verdict(course, job)
        if verdict == Out(0):
            self.printers.enable(queue)
        elif not isinstance(verdict, StillComing):
            self.printers.cancel(job.cups_job_id)

    def _ended(self, course: _Course, job: JobStatus) -> Ending | None:
        """None while the printer itself is still at it."""
        completed = job.state is JobState.COMPLETED
        verdict = Out(1) if completed else self._verdict(course, job)
        if isinstance(verdict, StillComing) and not self._is_past(course.last_ns):
            return None
        if verdict == Out(1):
            self.register.spent(course.printer.id, 1)
            return Ending(PRINTED[course.page], course.printer.name)
        return self._failed(course, job.message or f"CUPS ended it as {job.state.name.lower()}")

    def _verdict(self, course: _Course, job: JobStatus) -> Verdict:
        try:
            device = self.printers.at_device(course.printer.queue, course.key)
        except (PrintingUnavailable, PrintRefused):
            device = None
        return judge(1, begun=job.begun, device=device, counted=None)

    def _failed(self, course: _Course, why: str) -> Ending:
        causes = ", ".join(fault.value for fault in course.faults)
        return Ending(Outcome.PRINT_FAILED, course.printer.name, causes or why)

    def _is_past(self, moment_ns: int) -> bool:
        return self.clock.monotonic_ns() > moment_ns
