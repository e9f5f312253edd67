"""Which sessions' pictures nobody needs on this disk any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from peewee import Database, fn

from kiosk.domain.pictures import SessionPictures
from kiosk.domain.places import session_folder
from kiosk.domain.times import iso, moment
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import (
    FilmRow,
    OutboxEntry,
    Payment,
    Photo,
    PrintJob,
    Session,
    ShotRow,
)

DONE = ("Delivered", "Settled")
"""Owed pictures are still to be printed; others never came to be a guest's."""

AT_WORK = ("pending", "printing", "withdrawing")
BOOTH = "booth"
KEPT = "kept"


class PictureBook:
    def __init__(self, database: Database, audit_log: AuditLog) -> None:
        self._database = database
        self._audit_log = audit_log

    def going(self) -> tuple[SessionPictures, ...]:
        """Those that were let go and may still be there."""
        going = Session.select().where(Session.pictures == "going")
        return tuple(_pictures(row) for row in going)

    def let_go(self, before: datetime, now: datetime, limit: int) -> tuple[SessionPictures, ...]:
        """Of sessions that have been done since ``before``, and of which the cloud has acknowledged
        everything, the pictures of the oldest ``limit``: the audit log and the audit know from now
        on that these may be gone."""
        with self._database.atomic("IMMEDIATE"):
            rows = list(_done_before(before).limit(limit))
            ids = [row.id for row in rows]
            if ids:
                Session.update(pictures="going").where(Session.id.in_(ids)).execute()
                self._audit_log.write(BOOTH, "pictures deleted", {"sessions": ids}, now)
            return tuple(_pictures(row) for row in rows)

    def gone(self, session_ids: Iterable[str]) -> None:
        Session.update(pictures="gone").where(Session.id.in_(list(session_ids))).execute()


def is_kept(session: Session) -> bool:
    """Whether its pictures are all on this disk."""
    return session.pictures == KEPT


def _done_before(before: datetime) -> Any:
    at_work = PrintJob.select(PrintJob.session_id).where(PrintJob.state.in_(AT_WORK))
    refunding = Payment.select(Payment.session_id).where(
        Payment.refund_status == "pending", Payment.session_id.is_null(is_null=False)
    )
    late = Photo.uploaded_at.is_null() | (Photo.uploaded_at >= iso(before))
    waiting = OutboxEntry.select(OutboxEntry.id).where(
        OutboxEntry.delivered_at.is_null(), fn.INSTR(OutboxEntry.body, Session.id) > 0
    )
    return (
        Session.select()
        .where(
            Session.state.in_(DONE),
            Session.pictures == KEPT,
            Session.updated_at < iso(before),
            Session.id.not_in(at_work),
            Session.id.not_in(refunding),
            Session.id.not_in(Photo.select(Photo.session_id).where(late)),
            ~fn.EXISTS(waiting),
        )
        .order_by(Session.created_at)
    )


def _pictures(session: Session) -> SessionPictures:
    photos = list(Photo.select().where(Photo.session_id == session.id))
    films = FilmRow.select().where(FilmRow.photo_id.in_([photo.id for photo in photos]))
    shots = ShotRow.select().where(ShotRow.session_id == session.id)
    paths = (row.path for rows in (shots, films, photos) for row in rows)
    folder = session_folder(moment(session.created_at), session.id)
    return SessionPictures(session.id, folder, tuple(paths))
