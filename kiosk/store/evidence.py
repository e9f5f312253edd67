"""What the store says about each session, for the audit."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import SQL, Database

from kiosk.domain.facts import Facts, PhotoFacts, PrintedJob
from kiosk.store.journal import Journal
from kiosk.store.models import OutboxEntry, Payment, Photo, PrintJob, Session, ShotRow
from kiosk.store.print_rows import MOVED

INSERTED = SQL("rowid")
"""The order in which rows were written."""


class StoredEvidence:
    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def facts(self) -> tuple[Facts, ...]:
        """Every session, oldest first, all as they were at one moment."""
        with self._database.atomic():
            return tuple(self._facts())

    def _facts(self) -> Iterator[Facts]:
        for session in Session.select().order_by(Session.created_at):
            journaled = self._journal.load(session.id)
            if journaled is None:
                continue
            payment = Payment.get_or_none(Payment.id == session.payment_id)
            photo = Photo.get_or_none(Photo.session_id == session.id)
            shots = ShotRow.select().where(ShotRow.session_id == session.id).order_by(ShotRow.seq)
            jobs = PrintJob.select().where(PrintJob.session_id == session.id).order_by(INSERTED)
            yield Facts(
                session_id=session.id,
                recorded_state=session.state,
                state=journaled.state,
                payment=None if payment is None else (payment.status, payment.amount),
                photo=None if photo is None else _photo(photo),
                shot_paths=tuple(shot.path for shot in shots),
                jobs=tuple(_job(job) for job in jobs),
            )


def _job(job: PrintJob) -> PrintedJob:
    return PrintedJob(
        id=job.id,
        state=job.state,
        submitted=job.cups_job_id is not None,
        copies=job.copies,
        sheets=job.sheets,
        moved=job.error == MOVED,
    )


def _photo(photo: Photo) -> PhotoFacts:
    entries = OutboxEntry.select(OutboxEntry.kind).where(OutboxEntry.row_id == photo.id).distinct()
    return PhotoFacts(
        id=photo.id,
        path=photo.path,
        sha256=photo.sha256,
        print_status=photo.print_status,
        outbox_kinds=frozenset(entry.kind for entry in entries),
    )
