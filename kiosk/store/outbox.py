"""What the cloud has not acknowledged yet. An entry leaves only by being acknowledged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from peewee import Database, fn

from kiosk.domain.outbox import ALL_KINDS, Kinds, Waiting
from kiosk.domain.times import iso
from kiosk.store.models import FilmRow, OutboxEntry, Photo, ShotRow

STUCK_AFTER = 5
"""Attempts of one entry; while there is no contact none is counted."""

LONGEST_WAIT = timedelta(hours=1)
"""Far more than the sync engine ever puts an entry off by."""


@dataclass(frozen=True)
class Entry:
    """``kind`` is photo, printer, payment, price, upload or cancel_payment; ``body`` is what it
    needs."""

    id: str
    kind: str
    row_id: str
    body: dict[str, object]
    attempts: int


@dataclass(frozen=True)
class Depth:
    """``oldest`` is when the longest waiting entry was written, ISO UTC."""

    pending: int
    delivered: int
    oldest: str | None


class Outbox:
    def __init__(self, database: Database, new_id: Callable[[], str]) -> None:
        self._database = database
        self._new_id = new_id

    def put(self, kind: str, row_id: str, body: Mapping[str, object], now: datetime) -> None:
        """Adds an entry, due at once. Belongs inside the transaction that changes the row."""
        OutboxEntry.insert(
            id=self._new_id(),
            kind=kind,
            row_id=row_id,
            body=json.dumps(body),
            created_at=iso(now),
            attempts=0,
            next_attempt_at=iso(now),
        ).execute()

    def replace_file(self, row_id: str, key: str, path: str) -> None:
        """What waits to be uploaded under ``key`` is the file at ``path`` now, so that whichever
        entry comes last, no older file takes its place. Inside the row's transaction, too."""
        waiting = OutboxEntry.delivered_at.is_null(), OutboxEntry.kind == "upload"
        for entry in OutboxEntry.select().where(*waiting, OutboxEntry.row_id == row_id):
            body = json.loads(entry.body)
            if body["key"] == key:
                text = json.dumps({**body, "path": path})
                OutboxEntry.update(body=text).where(OutboxEntry.id == entry.id).execute()

    def due(self, now: datetime, limit: int, kinds: Kinds = ALL_KINDS) -> Sequence[Entry]:
        """The oldest first. One that would wait too long was put off by a clock that ran ahead."""
        due = OutboxEntry.next_attempt_at <= iso(now)
        absurd = OutboxEntry.next_attempt_at > iso(now + LONGEST_WAIT)
        named = OutboxEntry.kind.in_(sorted(kinds.names))
        of_kinds = ~named if kinds.others else named
        rows = (
            OutboxEntry.select()
            .where(OutboxEntry.delivered_at.is_null(), due | absurd, of_kinds)
            .order_by(OutboxEntry.created_at, OutboxEntry.id)
            .limit(limit)
        )
        return [Entry(r.id, r.kind, r.row_id, json.loads(r.body), r.attempts) for r in rows]

    def delivered(self, entry_id: str, now: datetime) -> None:
        """The cloud acknowledged it. A print's upload also changes, and tells, its photo's row."""
        with self._database.atomic("IMMEDIATE"):
            entry = OutboxEntry.get_by_id(entry_id)
            if entry.delivered_at is not None:
                return
            OutboxEntry.update(
                delivered_at=iso(now), attempts=OutboxEntry.attempts + 1, last_error=None
            ).where(OutboxEntry.id == entry_id).execute()
            if entry.kind == "upload":
                self._uploaded(entry.row_id, json.loads(entry.body)["key"], now)

    def failed(self, entry_id: str, next_attempt_at: datetime, error: str) -> None:
        OutboxEntry.update(
            attempts=OutboxEntry.attempts + 1,
            next_attempt_at=iso(next_attempt_at),
            last_error=error[:500],
        ).where(OutboxEntry.id == entry_id, OutboxEntry.delivered_at.is_null()).execute()

    def hurry(self, now: datetime) -> None:
        """Everything that waits is due at ``now``."""
        OutboxEntry.update(next_attempt_at=iso(now)).where(
            OutboxEntry.delivered_at.is_null()
        ).execute()

    def depth(self) -> int:
        return int(OutboxEntry.select().where(OutboxEntry.delivered_at.is_null()).count())

    def summary(self) -> Depth:
        waiting = OutboxEntry.select(
            fn.COUNT(OutboxEntry.id), fn.MIN(OutboxEntry.created_at)
        ).where(OutboxEntry.delivered_at.is_null())
        pending, oldest = waiting.scalar(as_tuple=True)
        delivered = (
            OutboxEntry.select().where(OutboxEntry.delivered_at.is_null(is_null=False)).count()
        )
        return Depth(int(pending), int(delivered), oldest)

    def waiting(self) -> tuple[Waiting, ...]:
        """By kind, in the order of their names."""
        entry = OutboxEntry
        stuck = fn.SUM(entry.attempts >= STUCK_AFTER)
        columns = entry.kind, fn.COUNT(entry.id), fn.MIN(entry.created_at), stuck
        rows = (
            entry.select(*columns, fn.MAX(entry.last_error))
            .where(entry.delivered_at.is_null())
            .group_by(entry.kind)
            .order_by(entry.kind)
            .tuples()
        )
        told = cast("Iterable[tuple[str, int, str, int, str | None]]", rows)
        return tuple(Waiting(kind, n, oldest, bad, why or "") for kind, n, oldest, bad, why in told)

    def put_photo(self, photo_id: str, now: datetime) -> None:
        """Tells the cloud how the photo's row stands now."""
        self.put("photo", photo_id, photo_body(Photo.get_by_id(photo_id)), now)

    def _uploaded(self, photo_id: str, key: str, now: datetime) -> None:
        changed = (
            Photo.update(uploaded_at=iso(now), version=Photo.version + 1)
            .where(Photo.id == photo_id, Photo.r2_key == key)
            .execute()
        )
        if changed:
            self.put_photo(photo_id, now)


def photo_body(photo: Photo) -> dict[str, object]:
    """A photo's row as the API takes it. Its shots and films lie beside the print in the bucket."""
    folder = photo.r2_key.rpartition("/")[0]
    shots = ShotRow.select(ShotRow.seq).distinct().where(ShotRow.session_id == photo.session_id)
    films = FilmRow.select(FilmRow.kind).where(FilmRow.photo_id == photo.id)
    return {
        "id": photo.id,
        "customer_id": photo.customer_id,
        "r2_key": photo.r2_key,
        "print_status": photo.print_status,
        "printer_id": photo.printer_id,
        "created_at": photo.created_at,
        "session_id": photo.session_id,
        "payment_id": photo.payment_id,
        "code": photo.code,
        "version": photo.version,
        "uploaded_at": photo.uploaded_at,
        "shots": [f"{folder}/shot-{shot.seq}.jpg" for shot in shots.order_by(ShotRow.seq)],
        "films": [f"{folder}/{film.kind}.mp4" for film in films.order_by(FilmRow.kind)],
    }
