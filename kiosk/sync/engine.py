"""Drains the outbox: tells the cloud everything, uploads everything, and never gives up on any.

Three rules keep one trouble from becoming all trouble:

- No contact: nothing else is tried until a pause is over, and no entry is to blame.
- The cloud stumbles over a batch, or refuses it whole: the batch is halved until the entry that
  causes it stands alone; that one waits on its own, longer each time, and the others go on.
- The bucket does not answer: uploads pause, and the rest goes on.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

import structlog

from kiosk.domain.errors import CloudRefused, CloudUnreachable, KioskError
from kiosk.sync.backoff import Backoff, Pause
from kiosk.sync.errands import EVENT_KINDS, UPLOAD, Acknowledged, Errands, Rejected, Verdict
from kiosk.sync.errors import CloudBusy, CloudFailing
from kiosk.sync.outbox import Entry, Outbox

log = structlog.get_logger()

BATCH = 100  # what the API takes at once
LOOK_AHEAD = 200
IDLE_S = 5.0
CONTACT = Backoff(first_s=1.0, cap_s=60.0)
ENTRY = Backoff(first_s=5.0, cap_s=600.0)


@dataclass(frozen=True)
class SyncStatus:
    """``reachable`` is None until the cloud was asked. ``last_error`` is for staff and logs."""

    reachable: bool | None
    last_success: datetime | None
    last_error: str | None


class SyncEngine:
    """``start`` gives it a thread of its own; ``drain_once`` works without one.

    ``clock`` is UTC, ``monotonic`` counts seconds and never jumps, ``chance`` is in [0, 1).
    """

    def __init__(
        self,
        outbox: Outbox,
        errands: Errands,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        chance: Callable[[], float],
    ) -> None:
        self._outbox = outbox
        self._errands = errands
        self._clock = clock
        self._monotonic = monotonic
        self._chance = chance
        self._cloud = Pause(CONTACT, monotonic, chance)
        self._bucket = Pause(CONTACT, monotonic, chance)
        self._batch = BATCH
        self._last_success: datetime | None = None
        self._last_error: str | None = None
        self._stopping = threading.Event()
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There is a new entry. A pause after a failed contact stays. Never blocks."""
        self._woken.set()

    def stop(self, timeout_s: float = 10.0) -> None:
        """Waits for the errand that is under way; what is left is in the outbox."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def status(self) -> SyncStatus:
        return SyncStatus(self._errands.api.reachable, self._last_success, self._last_error)

    def drain_once(self, within_s: float = math.inf) -> int:
        """Delivers what is due until nothing is left that can be tried now, or time is up.

        Returns how many entries were delivered.
        """
        until = self._monotonic() + within_s
        delivered = 0
        while not self._stopping.is_set() and self._monotonic() < until:
            count = self._step()
            if count is None:
                break
            delivered += count
        return delivered

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.drain_once()
            except Exception as error:
                # A fault in the store or in here must not end the thread: pictures wait for it.
                log.exception("sync stumbled")
                self._last_error = str(error)
                self._cloud.begin()
            self._woken.wait(min(self._cloud.left_s or IDLE_S, self._bucket.left_s or IDLE_S))
            self._woken.clear()

    def _step(self) -> int | None:
        """Runs one errand: how many entries it delivered, or None where none can be run now."""
        if self._cloud.left_s:
            return None
        uploading = not self._bucket.left_s
        # Where uploads have to wait, they must not hide what was written after them.
        limit = LOOK_AHEAD if uploading else self._outbox.depth()
        due = self._outbox.due(self._clock(), limit)
        entries = next_errand(due, self._batch, uploading=uploading)
        return self._deliver(entries) if entries else None

    def _deliver(self, entries: Sequence[Entry]) -> int:
        place = self._bucket if entries[0].kind == UPLOAD else self._cloud
        try:
            verdicts = self._errands.run(entries)
        except CloudFailing as error:
            self._single_out(entries, error)
            if len(entries) == 1:
                self._hold(place, error)
        except CloudUnreachable as error:
            self._hold(place, error)
        except CloudRefused as error:
            if error.status == 401:  # the booth is meant, not the entry
                self._hold(self._cloud, error)
            else:
                self._single_out(entries, error)
        else:
            place.reset()
            return self._settle(entries, verdicts)
        return 0

    def _settle(self, entries: Sequence[Entry], verdicts: Sequence[Verdict]) -> int:
        now = self._clock()
        delivered = 0
        for entry, verdict in zip(entries, verdicts, strict=True):
            match verdict:
                case Acknowledged():
                    self._outbox.delivered(entry.id, now)
                    delivered += 1
                case Rejected(reason):
                    self._put_off(entry, reason)
                case _:
                    assert_never(verdict)
        self._batch = min(BATCH, self._batch * 2)
        if delivered:
            self._last_success, self._last_error = now, None
        return delivered

    def _single_out(self, entries: Sequence[Entry], error: KioskError) -> None:
        """Next time half as many go together; one that is alone already waits for its own turn."""
        if len(entries) == 1:
            self._put_off(entries[0], str(error))
        else:
            self._batch = len(entries) // 2

    def _put_off(self, entry: Entry, reason: str) -> None:
        now = self._clock()
        delay = timedelta(seconds=ENTRY.delay_s(entry.attempts + 1, self._chance()))
        self._outbox.failed(entry.id, now, now + delay, reason)
        self._last_error = reason
        log.warning("not delivered", kind=entry.kind, row=entry.row_id, reason=reason)

    def _hold(self, place: Pause, error: KioskError) -> None:
        asked_s = error.retry_after_s if isinstance(error, CloudBusy) else None
        place.begin(at_least_s=asked_s or 0.0)
        self._last_error = str(error)
        log.info("sync pauses", seconds=round(place.left_s, 1), reason=str(error))


def next_errand(due: Sequence[Entry], batch: int, *, uploading: bool) -> Sequence[Entry]:
    """What goes next: a payment to cancel, else up to ``batch`` events, else one upload.

    A guest's page says "on its way" as soon as the event is there, so uploads come last. A kind
    that is not known goes first and alone: it must not be lost, nor stand in the way.
    """
    events = [entry for entry in due if entry.kind in EVENT_KINDS]
    uploads = [entry for entry in due if entry.kind == UPLOAD] if uploading else []
    others = [entry for entry in due if entry.kind not in EVENT_KINDS and entry.kind != UPLOAD]
    return others[:1] or events[:batch] or uploads[:1]
