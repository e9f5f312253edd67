"""What a session's printing changes: a row for each job, its photo, and the printer's count."""

from __future__ import annotations

from typing import assert_never

from kiosk.domain import session as s
from kiosk.domain.times import iso
from kiosk.store.change import Change, job_in, order_in
from kiosk.store.models import Photo, PrintJob
from kiosk.store.outbox import Outbox
from kiosk.store.printers import use_sheets

PrintEvent = (
    s.PrintAsked
    | s.ReprintApproved
    | s.PrintSubmitted
    | s.PrintMoved
    | s.PrintCompleted
    | s.PrintWithdrawn
    | s.GaveUp
)

MOVED = "moved"
"""The error of a job that another printer goes on with."""


class PrintRows:
    """``apply`` runs inside the journal's transaction."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def apply(self, change: Change, event: PrintEvent) -> None:
        match event:
            case s.PrintAsked(printer_id):
                self._open(change)
                self._photo(change, printer_id=printer_id)
            case s.ReprintApproved(printer_id):
                self._open(change)
                self._photo(change, print_status="pending", printer_id=printer_id)
            case s.PrintSubmitted():
                self._accepted(change)
                self._photo(change, print_status="printing")
            case s.PrintMoved(printer_id, _, sheets):
                self._close(change, "failed", sheets=sheets, error=MOVED)
                self._open(change)
                self._photo(change, print_status="pending", printer_id=printer_id)
            case s.PrintCompleted():
                self._completed(change)
                self._photo(change, print_status="completed")
            case s.GaveUp(reason):
                state = "failed" if job_in(change.after) is None else "withdrawing"
                self._close(change, state, error=reason.value)
                self._photo(change, print_status="failed")
            case s.PrintWithdrawn():
                self._close(change, "failed")
            case _:
                assert_never(event)

    def _open(self, change: Change) -> None:
        job = job_in(change.after)
        if job is None:
            raise ValueError(f"{type(change.after).__name__} has no print job")
        PrintJob.insert(
            id=job.key,
            session_id=change.session_id,
            photo_id=order_in(change.after).photo_id,
            printer_id=job.printer_id,
            copies=job.copies,
            state="pending",
        ).execute()

    def _accepted(self, change: Change) -> None:
        job = job_in(change.after)
        if job is not None:
            _update(
                job,
                cups_job_id=job.cups_job_id,
                prints_left=job.prints_left,
                state="printing",
                submitted_at=iso(change.now),
            )

    def _completed(self, change: Change) -> None:
        job = job_in(change.before)
        if job is not None:
            now = iso(change.now)
            self._close(change, "completed", sheets=job.copies, completed_at=now, error=None)

    def _close(self, change: Change, state: str, **values: str | int | None) -> None:
        """``sheets`` came out of the job's printer; without them nobody knows how many did."""
        job = job_in(change.before)
        if job is not None:
            _update(job, state=state, **values)
            use_sheets(job.printer_id, int(values.get("sheets") or 0))

    def _photo(self, change: Change, **values: str) -> None:
        photo_id = order_in(change.after).photo_id
        bigger = Photo.version + 1
        if Photo.update(version=bigger, **values).where(Photo.id == photo_id).execute():
            self._outbox.put_photo(photo_id, change.now)


def _update(job: s.Job, **values: str | int | None) -> None:
    PrintJob.update(**values).where(PrintJob.id == job.key).execute()
