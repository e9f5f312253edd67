"""Which prints are shown on the attract screen. Of this booth alone: the cloud is never told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from peewee import Database, PeeweeException

from kiosk.domain.errors import StoreUnusable
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Photo, Shown


class ShowcaseBook:
    """Each call raises StoreUnusable where the mirror can't be read or written now."""

    def __init__(self, database: Database, audit_log: AuditLog) -> None:
        self._database = database
        self._audit_log = audit_log

    def put(self, session_id: str, now: datetime) -> None:
        """Put again, a print is shown from then on. Raises LookupError where there is none."""
        with self._alone():
            photo = Photo.get_or_none(Photo.session_id == session_id)
            if photo is None:
                raise LookupError(f"session {session_id} has no picture")
            row = Shown.insert(photo_id=photo.id, shown_at=iso(now))
            row.on_conflict_replace().execute()

    def take_back(self, session_id: str) -> None:
        with self._alone():
            mine = Photo.select(Photo.id).where(Photo.session_id == session_id)
            Shown.delete().where(Shown.photo_id.in_(mine)).execute()

    def newest(self, since: datetime, now: datetime, most: int) -> tuple[str, ...]:
        """Paths, relative to the data directory, of prints shown since then, newest first."""
        with self._told():
            rows = (
                Photo.select(Photo.path)
                .join(Shown, on=(Shown.photo_id == Photo.id))
                .where(Shown.shown_at > iso(since), Shown.shown_at <= iso(now))
                .order_by(Shown.shown_at.desc())
                .limit(most)
            )
            return tuple(row.path for row in rows)

    def forget(self, since: datetime, now: datetime) -> None:
        """All that was not put within this time; with a clock that was ahead, also the rest."""
        with self._alone():
            Shown.delete().where(
                (Shown.shown_at <= iso(since)) | (Shown.shown_at > iso(now))
            ).execute()

    def clear(self, by: str, now: datetime) -> None:
        """No print is shown any more: on disk, and in the audit log, when this returns."""
        with self._alone():
            count = Shown.delete().execute()
            self._audit_log.write(by, "showcase cleared", {"prints": count}, now)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._told(), self._database.atomic("IMMEDIATE"):
            yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except PeeweeException as error:
            raise StoreUnusable(str(error)) from error
