"""What is done beside the sessions: guests' pictures that nobody needs any more are deleted, and
each day's report is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from kiosk.booth.ports import Clock, Journal
from kiosk.domain.errors import KioskError
from kiosk.domain.session import order_of

log = structlog.get_logger()

KEEP_JOBS = timedelta(days=1)
"""CUPS keeps each picture with its job, and the job is what tells that it was printed: nothing
asks for one that was over yesterday. A thousand of them make CUPS' answers 20 ms slower."""

FIRST_S, EVERY_S = 60.0, 3600.0


class Housekeeper:
    """Tidies every hour, on a thread of its own that ends with ``on_end``: first a while after
    the start, when sessions that were left unfinished have asked CUPS for their jobs.

    ``purge`` forgets finished jobs of before a moment, ``tidy`` what was made ready for printing
    of all photos but those that are named; ``keep_report`` writes the report of the day before
    the moment, where it is not kept yet. ``forget_pictures`` deletes those whose time is over.
    """

    def __init__(
        self,
        purge: Callable[[datetime], object],
        tidy: Callable[[frozenset[str]], object],
        journal: Journal,
        clock: Clock,
        on_end: Callable[[], None],
        every_s: float = EVERY_S,
        keep_report: Callable[[datetime], object] = lambda _: None,
        forget_pictures: Callable[[datetime], object] = lambda _: None,
    ) -> None:
        self._purge = purge
        self._tidy = tidy
        self._journal = journal
        self._clock = clock
        self._on_end = on_end
        self._every_s = every_s
        self._keep_report = keep_report
        self._forget_old_pictures = forget_pictures
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="housekeeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def tidy_up(self) -> None:
        """Once. What can't be done now is done next time."""
        for task in (self._forget_jobs, self._forget_fitted, self._report, self._forget_pictures):
            try:
                task()
            except (KioskError, OSError) as error:
                log.info("not tidied up now", reason=str(error))

    def _forget_jobs(self) -> None:
        self._purge(self._clock.now() - KEEP_JOBS)

    def _forget_pictures(self) -> None:
        self._forget_old_pictures(self._clock.now())

    def _report(self) -> None:
        self._keep_report(self._clock.now())

    def _forget_fitted(self) -> None:
        """The journal is asked at the last moment: a print may just have been made ready."""
        orders = (order_of(left.state) for left in self._journal.unfinished())
        self._tidy(frozenset(order.photo_id for order in orders if order is not None))

    def _live(self) -> None:
        pause = FIRST_S
        while not self._stop.wait(pause):
            pause = self._every_s
            try:
                self.tidy_up()
            except Exception:
                log.exception("housekeeping failed")
        self._on_end()
