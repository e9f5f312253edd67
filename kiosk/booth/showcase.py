"""Prints that their guests let be shown on the attract screen.

An extra: what the store can't tell now is not shown, and nobody waits for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import structlog

from kiosk.booth.ports import Clock
from kiosk.domain.errors import KioskError

log = structlog.get_logger()

SHOWN_FOR = timedelta(hours=12)
"""A day at one place. Tomorrow's guests are strangers to today's."""

MOST_SHOWN = 24


class ShowcaseBook(Protocol):
    """Each call raises StoreUnusable."""

    def put(self, session_id: str, now: datetime) -> None:
        """The session's print is shown from ``now`` on. Raises LookupError where it has none."""

    def take_back(self, session_id: str) -> None: ...
    def newest(self, since: datetime, now: datetime, most: int) -> tuple[str, ...]:
        """Paths of at most so many prints that are shown since then, the newest first."""

    def forget(self, since: datetime, now: datetime) -> None:
        """All that was not put within this time."""

    def clear(self, by: str, now: datetime) -> None:
        """All of it: on disk, and in the audit log, when it returns."""


class Showcase:
    """For the conductor's thread and the staff's. What guests ask for raises nothing."""

    def __init__(
        self, book: ShowcaseBook, data_dir: Path, clock: Clock, most: int = MOST_SHOWN
    ) -> None:
        self._book = book
        self._data_dir = data_dir
        self._clock = clock
        self._most = most

    def put(self, session_id: str, *, shown: bool) -> bool:
        """Whether it is so now, on disk."""
        now = self._clock.now()
        try:
            self._book.forget(now - SHOWN_FOR, now)
            if shown:
                self._book.put(session_id, now)
            else:
                self._book.take_back(session_id)
        except (KioskError, LookupError) as error:
            log.warning("showcase not changed", session=session_id, reason=str(error))
            return False
        return True

    def pictures(self) -> tuple[str, ...]:
        """Paths of the prints that are shown now and still there, the newest first."""
        now = self._clock.now()
        try:
            paths = self._book.newest(now - SHOWN_FOR, now, self._most)
        except KioskError as error:
            log.warning("no showcase", reason=str(error))
            return ()
        return tuple(path for path in paths if _is_there(self._data_dir / path))

    def clear(self, by: str) -> None:
        """By a member of staff; the attract screen follows within a look of the preflight. Raises
        StoreUnusable."""
        self._book.clear(by, self._clock.now())


def _is_there(file: Path) -> bool:
    """Also False where the disk can't tell now."""
    try:
        return file.is_file()
    except OSError:
        return False
