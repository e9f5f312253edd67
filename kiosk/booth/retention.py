"""Guests' pictures leave this booth when their time is over. The cloud has a time of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

import structlog

from kiosk.domain.pictures import Keep, SessionPictures

log = structlog.get_logger()

AT_ONCE = 50
"""Sessions in one transaction."""


class PictureBook(Protocol):
    def going(self) -> tuple[SessionPictures, ...]:
        """Those that were let go and may still be there."""

    def let_go(self, before: datetime, now: datetime, limit: int) -> tuple[SessionPictures, ...]:
        """On disk and in the audit log when it returns. Never what is owed, being printed or not in
        the cloud."""

    def gone(self, session_ids: Iterable[str]) -> None: ...


class Retention:
    """``keep`` is what is set now, None to keep everything. For one thread."""

    def __init__(self, book: PictureBook, data_dir: Path, keep: Callable[[], Keep | None]) -> None:
        self._book = book
        self._data_dir = data_dir
        self._keep = keep
        self._done: date | None = None

    def forget(self, now: datetime) -> None:
        """Once a day. What a crash left half done is finished first; raises OSError and the store's
        errors, and goes on with the next call."""
        keep, here = self._keep(), now.astimezone()
        if keep is None or here.time() < keep.at or self._done == here.date():
            return
        self._finish(self._book.going())
        before, count = now - timedelta(days=keep.days), 0
        while left := self._book.let_go(before, now, AT_ONCE):
            self._finish(left)
            count += len(left)
        self._done = here.date()
        log.info("pictures deleted", sessions=count, days=keep.days)

    def _finish(self, let_go: tuple[SessionPictures, ...]) -> None:
        for pictures in let_go:
            self._delete(pictures)
        self._book.gone(pictures.session_id for pictures in let_go)

    def _delete(self, pictures: SessionPictures) -> None:
        """With the session's folder goes what has no row there: a shot that was given up before it
        had one is a guest's picture too."""
        for path in pictures.paths:
            (self._data_dir / path).unlink(missing_ok=True)
        folder = self._data_dir / pictures.folder
        if folder.is_dir():
            for left in folder.iterdir():
                left.unlink(missing_ok=True)
            folder.rmdir()
