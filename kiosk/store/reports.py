"""What the store can tell about sessions and takings. It only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from peewee import SQL, fn

from kiosk.domain.times import iso
from kiosk.store.models import OutboxEntry, Payment, PrintJob, Session, SessionEvent


@dataclass(frozen=True)
class Day:
    """``revenue`` is in whole rupiah: payments that completed, by the moment they were paid."""

    sessions: int
    delivered: int
    owed: int
    revenue: int


@dataclass(frozen=True)
class SessionLine:
    id: str
    state: str
    package: str | None
    payment_id: str | None
    created_at: str
    updated_at: str


def day(since: datetime) -> Day:
    """Everything from ``since`` on; owed sessions count however old they are."""
    start = iso(since)
    recent = Session.select().where(Session.created_at >= start)
    revenue = (
        Payment.select(fn.COALESCE(fn.SUM(Payment.amount), 0))
        .where(Payment.status == "completed", Payment.paid_at >= start)
        .scalar()
    )
    return Day(
        sessions=recent.count(),
        delivered=recent.where(Session.state == "Delivered").count(),
        owed=Session.select().where(Session.state == "Owed").count(),
        revenue=int(revenue),
    )


def sessions(state: str | None, limit: int) -> tuple[SessionLine, ...]:
    """The newest first."""
    rows = Session.select().order_by(Session.created_at.desc()).limit(limit)
    if state is not None:
        rows = rows.where(Session.state == state)
    return tuple(_session_line(row) for row in rows)


def with_claim_code(code: str) -> tuple[SessionLine, ...]:
    """Every session whose guest may show this code, the newest first."""
    said = fn.upper(fn.json_extract(SessionEvent.data, "$.order.claim_code"))
    chosen = (SessionEvent.type == "Chosen") & (said == code.upper())
    mine = Session.id.in_(SessionEvent.select(SessionEvent.session_id).where(chosen))
    rows = Session.select().where(mine).order_by(Session.created_at.desc())
    return tuple(_session_line(row) for row in rows)


def last_sync() -> str | None:
    """When the cloud last acknowledged anything, ISO UTC."""
    newest = OutboxEntry.select(fn.MAX(OutboxEntry.delivered_at)).scalar()
    return None if newest is None else str(newest)


@dataclass(frozen=True)
class EndedWell:
    """Sessions delivered, and prints that CUPS has finished, since the store began."""

    sessions: int
    prints: int


def ended_well() -> EndedWell:
    delivered = Session.select().where(Session.state == "Delivered").count()
    printed = PrintJob.select().where(PrintJob.state == "completed").count()
    return EndedWell(delivered, printed)


def count() -> int:
    """Every session since the store began."""
    return int(Session.select().count())


@dataclass(frozen=True)
class PrintJobLine:
    """``sheets`` are those that came out, None where nobody knows or it is not over."""

    id: str
    session_id: str
    printer_id: str
    copies: int
    sheets: int | None
    state: str
    cups_job_id: int | None
    submitted_at: str | None
    completed_at: str | None
    error: str | None


def print_jobs(printer_id: str, limit: int) -> tuple[PrintJobLine, ...]:
    """A printer's, the newest first."""
    mine = PrintJob.select().where(PrintJob.printer_id == printer_id)
    return tuple(_job_line(row) for row in mine.order_by(SQL("rowid").desc()).limit(limit))


def print_job(key: str) -> PrintJobLine | None:
    """By its id, or by CUPS' number: the newest that has it."""
    same = PrintJob.id == key
    if key.isascii() and key.isdigit():
        same |= PrintJob.cups_job_id == int(key)
    row = PrintJob.select().where(same).order_by(SQL("rowid").desc()).first()
    return None if row is None else _job_line(row)


def _session_line(row: Session) -> SessionLine:
    return SessionLine(
        row.id, row.state, row.package, row.payment_id, row.created_at, row.updated_at
    )


def _job_line(row: PrintJob) -> PrintJobLine:
    return PrintJobLine(
        id=row.id,
        session_id=row.session_id,
        printer_id=row.printer_id,
        copies=row.copies,
        sheets=row.sheets,
        state=row.state,
        cups_job_id=row.cups_job_id,
        submitted_at=row.submitted_at,
        completed_at=row.completed_at,
        error=row.error,
    )
