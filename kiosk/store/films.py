"""The films of a session: a row each, told with their photo and uploaded beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from peewee import Database

from kiosk.domain.films import MadeFilm
from kiosk.domain.places import film_key
from kiosk.domain.times import iso, moment
from kiosk.store.models import FilmRow, Photo, Session
from kiosk.store.outbox import Outbox

CONTENT_TYPE = "video/mp4"


class FilmBook:
    def __init__(self, database: Database, outbox: Outbox, new_id: Callable[[], str]) -> None:
        self._database = database
        self._outbox = outbox
        self._new_id = new_id

    def record(self, session_id: str, films: Sequence[MadeFilm], now: datetime) -> None:
        """The rows, their uploads, and what the cloud is told of their photo, or nothing.

        Recorded again, a film is the one it was. Raises LookupError where the session has no
        picture.
        """
        with self._database.atomic("IMMEDIATE"):
            photo = Photo.get_or_none(Photo.session_id == session_id)
            session = Session.get_or_none(Session.id == session_id)
            if photo is None or session is None:
                raise LookupError(f"session {session_id} has no picture")
            fresh = [film for film in films if self._insert(photo.id, film, now)]
            if not fresh:
                return
            Photo.update(version=Photo.version + 1).where(Photo.id == photo.id).execute()
            self._outbox.put_photo(photo.id, now)
            for film in fresh:
                key = film_key(photo.customer_id, moment(session.created_at), session_id, film.film)
                body = {"path": film.path, "key": key, "content_type": CONTENT_TYPE}
                self._outbox.put("upload", photo.id, body, now)

    def _insert(self, photo_id: str, film: MadeFilm, now: datetime) -> bool:
        """Whether it is new."""
        row = FilmRow.insert(
            id=self._new_id(),
            photo_id=photo_id,
            kind=film.film.value,
            path=film.path,
            bytes=film.bytes,
            sha256=film.sha256,
            created_at=iso(now),
        )
        return bool(row.on_conflict_ignore().as_rowcount().execute())
