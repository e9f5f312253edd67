"""What the store says about each session and about money, for the audit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from peewee import SQL, Database

from kiosk.domain import ledger
from kiosk.domain.arranging import next_shot
from kiosk.domain.chain import Link
from kiosk.domain.facts import (
    BookFacts,
    Facts,
    PaymentFacts,
    PhotoFacts,
    PrintedJob,
    ShiftFacts,
)
from kiosk.domain.places import shot_path
from kiosk.domain.session import (
    Choosing,
    Event,
    GaveUp,
    LookPicked,
    PictureComposed,
    ReprintApproved,
    RetakeAsked,
    Shooting,
    ShotsArranged,
    State,
    TemplatePicked,
    transition,
)
from kiosk.domain.times import moment
from kiosk.store.journal import Journal
from kiosk.store.models import (
    AuditEntry,
    CashOut,
    OutboxEntry,
    Payment,
    Photo,
    PrintJob,
    Session,
    Shift,
    ShotRow,
)
from kiosk.store.pictures import is_kept
from kiosk.store.print_rows import MOVED
from kiosk.store.shifts import closed_shift

INSERTED = SQL("rowid")
"""The order in which rows were written."""


class StoredEvidence:
    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def read(self) -> tuple[tuple[Facts, ...], BookFacts]:
        """Every session, oldest first, and the books, all as they were at one moment."""
        with self._database.atomic():
            return tuple(self._facts()), _books()

    def facts(self) -> tuple[Facts, ...]:
        """Every session, oldest first, all as they were at one moment."""
        return self.read()[0]

    def _facts(self) -> Iterator[Facts]:
        for session in Session.select().order_by(Session.created_at, Session.id):
            events = self._journal.events(session.id)
            photo = Photo.get_or_none(Photo.session_id == session.id)
            shots = ShotRow.select().where(ShotRow.session_id == session.id)
            jobs = PrintJob.select().where(PrintJob.session_id == session.id).order_by(INSERTED)
            payments = Payment.select().where(Payment.session_id == session.id)
            out = CashOut.select().where(CashOut.session_id == session.id).order_by(INSERTED)
            approved = _approved(event for _, event in events)
            yield Facts(
                session_id=session.id,
                recorded_state=session.state,
                recorded_change=session.change_due,
                book=ledger.book(events),
                payments=tuple(_payment(row) for row in payments.order_by(INSERTED)),
                cash_out=tuple(row.amount for row in out),
                photo=None if photo is None else _photo(photo, outdated=_outdated(events)),
                shot_paths=tuple(shot.path for shot in shots.order_by(ShotRow.seq, ShotRow.take)),
                given_up=frozenset(_given_up(moment(session.created_at), session.id, events)),
                jobs=tuple(_job(job, approved) for job in jobs),
                pictures_deleted=not is_kept(session),
            )


def _books() -> BookFacts:
    known = Session.select(Session.id)
    astray = Payment.session_id.is_null() | Payment.session_id.not_in(known)
    closed = Shift.select().where(Shift.closed_at.is_null(is_null=False))
    return BookFacts(
        without_session=tuple(_payment(row) for row in Payment.select().where(astray)),
        log=links(),
        shifts=tuple(_shift(row) for row in closed.order_by(Shift.opened_at)),
    )


def links() -> tuple[Link, ...]:
    """The audit log in the order in which it was written."""
    return tuple(
        Link(row.id, row.at, row.who, row.what, row.data, row.seq, row.hash)
        for row in AuditEntry.select().order_by(INSERTED)
    )


def _shift(row: Shift) -> ShiftFacts:
    shift = closed_shift(row)
    return ShiftFacts(
        id=shift.id,
        opened_at=shift.opened_at,
        closed_at=shift.closed_at,
        float_amount=shift.float_amount,
        cash_in=shift.cash_in,
        cash_out=shift.cash_out,
        expected=shift.expected,
        anchor=shift.anchor,
    )


def _approved(events: Iterable[Event]) -> frozenset[str]:
    return frozenset(event.key for event in events if isinstance(event, ReprintApproved))


def _payment(row: Payment) -> PaymentFacts:
    return PaymentFacts(
        id=row.id,
        session_id=row.session_id,
        method=row.method,
        amount=row.amount,
        status=row.status,
        paid_at=row.paid_at,
        voucher_id=row.voucher_id,
        refund_status=row.refund_status,
        outbox_kinds=_told(row.id),
    )


def _job(job: PrintJob, approved: frozenset[str]) -> PrintedJob:
    return PrintedJob(
        id=job.id,
        state=job.state,
        submitted=job.cups_job_id is not None,
        copies=job.copies,
        sheets=job.sheets,
        moved=job.error == MOVED,
        approved=job.id in approved,
    )


def _outdated(events: Iterable[tuple[str, Event]]) -> bool:
    arranging = LookPicked | TemplatePicked | ShotsArranged | RetakeAsked
    composing = [e for _, e in events if isinstance(e, arranging | PictureComposed)]
    return bool(composing) and not isinstance(composing[-1], PictureComposed)


def _given_up(
    started: datetime, session_id: str, events: tuple[tuple[str, Event], ...]
) -> Iterator[str]:
    """Where the file of a take may lie that was given up. Few sessions have one, so few are
    replayed for it."""
    if not any(isinstance(event, GaveUp) for _, event in events):
        return
    state: State = Choosing()
    for _, event in events:
        if isinstance(event, GaveUp) and isinstance(state, Shooting):
            shot = next_shot(state)
            yield shot_path(started, session_id, shot.seq, shot.take)
        state = transition(state, event).state


def _photo(photo: Photo, *, outdated: bool) -> PhotoFacts:
    return PhotoFacts(
        id=photo.id,
        path=photo.path,
        sha256=photo.sha256,
        outdated=outdated,
        print_status=photo.print_status,
        outbox_kinds=_told(photo.id),
    )


def _told(row_id: str) -> frozenset[str]:
    entries = OutboxEntry.select(OutboxEntry.kind).where(OutboxEntry.row_id == row_id).distinct()
    return frozenset(entry.kind for entry in entries)
