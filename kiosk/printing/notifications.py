"""News from CUPS: one subscription, one thread that reads it, and everybody who waits for it."""

from __future__ import annotations

import threading
import time

import cups

from kiosk.printing.connection import Connection, open_connection
from kiosk.printing.failures import FAILURES

LOOK_EVERY_S = 0.1
"""cupsd has no way to answer later, when there is news: it is asked again and again, which costs
it a tenth of a millisecond each time, and only while somebody waits."""

RETRY_S = 1.0
RENEW_S = 3600.0
"""cupsd's own lease is a day."""

EVERYTHING = "ipp://localhost/"
EVENTS = ["job-created", "job-completed", "job-state-changed", "printer-state-changed"]


class Notifications:
    """Waiting threads are woken by any change at any queue or job. Nothing here ever raises."""

    def __init__(self, address: str) -> None:
        self._feed = Feed(address)
        self._condition = threading.Condition()
        self._changes = 0
        self._waiting = 0
        self._seen = threading.local()
        self._closed = threading.Event()
        self._reader: threading.Thread | None = None

    def wait(self, seconds: float) -> None:
        """Returns after ``seconds`` at most; at once where there was news since this thread's
        last wait ended, so that none falls between two waits."""
        with self._condition:
            self._begin_reading()
            seen = getattr(self._seen, "changes", self._changes)
            self._waiting += 1
            self._condition.notify_all()
            try:
                self._condition.wait_for(lambda: self._changes != seen, max(0.0, seconds))
            finally:
                self._waiting -= 1
                self._seen.changes = self._changes

    def close(self) -> None:
        with self._condition:
            self._closed.set()
            self._condition.notify_all()

    def _begin_reading(self) -> None:
        if self._reader is None:
            self._reader = threading.Thread(target=self._read, name="cups news", daemon=True)
            self._reader.start()

    def _read(self) -> None:
        while self._wanted():
            try:
                news, pause = self._feed.has_news(), LOOK_EVERY_S
            except FAILURES:
                news, pause = False, RETRY_S
            if news:
                with self._condition:
                    self._changes += 1
                    self._condition.notify_all()
            self._closed.wait(pause)

    def _wanted(self) -> bool:
        """Sleeps until somebody waits; False at the end."""
        with self._condition:
            self._condition.wait_for(lambda: self._waiting or self._closed.is_set())
            return not self._closed.is_set()


class Feed:
    """One subscription in CUPS, for one thread; after a failure it is found again or made anew.

    Reading takes nothing away, so every process of this user can read the same one: none is left
    behind by a booth that is killed.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._connection: Connection | None = None
        self._subscription = 0
        self._next = 1
        self._renewed = 0.0

    def has_news(self) -> bool:
        """Also where there may have been some: after cupsd was gone. Raises one of FAILURES."""
        try:
            if self._connection is None:
                self._connection = open_connection(self._address)
                self._subscription = _subscribe(self._connection)
                self._renewed = time.monotonic()
                self._next = 1
                self._read_on(self._connection)
                return True
            self._renew(self._connection)
            return self._read_on(self._connection)
        except FAILURES:
            self._connection = None
            raise

    def _read_on(self, connection: Connection) -> bool:
        told = connection.getNotifications([self._subscription], [self._next])
        numbers = [int(event["notify-sequence-number"]) for event in told["events"]]
        self._next = max([self._next - 1, *numbers]) + 1
        return bool(numbers)

    def _renew(self, connection: Connection) -> None:
        if time.monotonic() - self._renewed > RENEW_S:
            connection.renewSubscription(self._subscription)
            self._renewed = time.monotonic()


def _subscribe(connection: Connection) -> int:
    """It is known again by its events: pycups 2.0.4 crashes where it is given a mark of ours."""
    try:
        for known in connection.getSubscriptions(EVERYTHING, my_subscriptions=True):
            if known.get("notify-pull-method") and set(EVENTS) <= set(known["notify-events"]):
                return int(known["notify-subscription-id"])
    except cups.IPPError:
        pass  # cupsd says not-found where it has none
    return connection.createSubscription(EVERYTHING, EVENTS)
