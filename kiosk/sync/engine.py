"""Drains the outbox: tells the cloud everything, uploads everything, and never gives up on any.

Three rules keep one trouble from becoming all trouble:

- No contact with the cloud: nothing is tried until a pause is over, and no entry is to blame.
- The other side stumbles: that errand pauses (telling, uploading or closing), the others go on.
- A batch is refused whole, or stumbled over: it is halved until the entry that causes it stands
  alone. That one is put off, longer each time, and the rest goes on.
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
from kiosk.sync.errands import Acknowledged, Errand, Errands, Rejected, Verdict, kinds_of
from kiosk.sync.errors import CloudBusy, CloudFailing
from kiosk.sync.outbox import Entry, Outbox

log = structlog.get_logger()

BATCH = 100  # what the API takes at once
IDLE_S = 2.0
PROBE_S = 30.0
LICENCE_S = 600.0
MONEY_S = 60.0
CONTACT = Backoff(first_s=1.0, cap_s=60.0)
ENTRY = Backoff(first_s=5.0, cap_s=600.0)


@dataclass(frozen=True)
class SyncStatus:
    """``reachable`` is None until the cloud was asked. ``last_error`` is for staff and logs.
    Where nothing is tried, it is in ``next_try_s`` seconds: 0 where nothing holds it back."""

    reachable: bool | None
    last_success: datetime | None
    last_error: str | None
    trying: bool = False
    next_try_s: float = 0.0


@dataclass
class Look:
    """What is asked every ``every_s`` seconds; ``next`` is when it is next, by the engine's clock
    that never jumps."""

    name: str
    at: Callable[[], None]
    every_s: float
    next: float


class SyncEngine:
    """``start`` gives it a thread of its own; ``drain_once`` works without one.

    ``clock`` is UTC, ``monotonic`` counts seconds and never jumps, ``chance`` is in [0, 1).
    ``look_at_licence`` and ``look_at_money`` ask the cloud about them, at the start and now and
    then; they raise CloudUnreachable and CloudRefused.
    ``on_end`` is called on that thread when it ends, to close what belongs to it.
    """

    def __init__(
        self,
        outbox: Outbox,
        errands: Errands,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        chance: Callable[[], float],
        look_at_licence: Callable[[], None] = lambda: None,
        look_at_money: Callable[[], None] = lambda: None,
        on_end: Callable[[], None] = lambda: None,
        contact: Backoff = CONTACT,
    ) -> None:
        self._outbox = outbox
        self._errands = errands
        self._clock = clock
        self._monotonic = monotonic
        self._chance = chance
        self._looks = (
            Look("licence", look_at_licence, LICENCE_S, monotonic()),
            Look("money", look_at_money, MONEY_S, monotonic()),
        )
        self._on_end = on_end
        self._contact = Pause(contact, monotonic, chance)
        self._pauses = {errand: Pause(contact, monotonic, chance) for errand in Errand}
        self._batch = BATCH
        self._next_probe = monotonic()
        self._last_success: datetime | None = None
        self._last_error: str | None = None
        self._stopping = threading.Event()
        self._hurried = threading.Event()
        self._trying = False
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There is a new entry. A pause after a failed contact stays. Never blocks."""
        self._woken.set()

    def hurry(self) -> None:
        """Everything that waits is tried now, whatever was paused. Never blocks."""
        self._hurried.set()
        self._woken.set()

    def stop(self, timeout_s: float = 10.0) -> None:
        """Waits for the errand that is under way; what is left is in the outbox."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def status(self) -> SyncStatus:
        reachable, left_s = self._errands.api.reachable, self._contact.left_s
        outcome = self._last_success, self._last_error
        return SyncStatus(reachable, *outcome, self._trying, left_s)

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

    def look_now(self) -> None:
        """All looks, for a booth that isn't running. What comes of them is in ``status``."""
        for look in self._looks:
            if not self._contact.left_s:
                self._look_at(look)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._trying = True
            try:
                self._forget_pauses()
                self.drain_once()
                self._probe()
                self._look()
            except Exception as error:
                # A fault in the store or in here must not end the thread: pictures wait for it.
                log.exception("sync stumbled")
                self._last_error = str(error)
                self._contact.begin()
            self._trying = False
            self._woken.wait(self._nap_s())
            self._woken.clear()
        self._on_end()

    def _forget_pauses(self) -> None:
        """Where staff are in a hurry."""
        if not self._hurried.is_set():
            return
        self._hurried.clear()
        for pause in (self._contact, *self._pauses.values()):
            pause.reset()
        self._next_probe = self._monotonic()
        self._outbox.hurry(self._clock())

    def _nap_s(self) -> float:
        pauses = (self._contact, *self._pauses.values())
        return min([IDLE_S, *(pause.left_s for pause in pauses if pause.left_s)])

    def _step(self) -> int | None:
        """Runs one errand: how many entries it delivered, or None where none can be run now."""
        if self._contact.left_s:
            return None
        for errand in Errand:
            if self._pauses[errand].left_s:
                continue
            most = self._batch if errand is Errand.TELL else 1
            if entries := self._outbox.due(self._clock(), most, kinds_of(errand)):
                return self._deliver(errand, entries)
        return None

    def _deliver(self, errand: Errand, entries: Sequence[Entry]) -> int:
        try:
            verdicts = self._errands.run(errand, entries)
        except CloudFailing as error:
            self._single_out(entries, error)
            if len(entries) == 1:
                self._hold(self._pauses[errand], error)
        except CloudUnreachable as error:
            # An upload meets the bucket too, and the cloud may well answer when that does not.
            upload = errand is Errand.UPLOAD
            self._hold(self._pauses[errand] if upload else self._contact, error)
        except CloudRefused as error:
            if error.status == 401:  # the booth is meant, not the entry
                self._hold(self._contact, error)
            else:
                self._single_out(entries, error)
        else:
            self._contact.reset()
            self._pauses[errand].reset()
            return self._settle(entries, verdicts)
        return 0

    def _probe(self) -> None:
        """Keeps ``reachable`` true to life where there is nothing to deliver."""
        now = self._monotonic()
        if self._contact.left_s or (self._errands.api.reachable and now < self._next_probe):
            return
        self._next_probe = now + PROBE_S
        try:
            self._errands.api.health()
        except (CloudUnreachable, CloudRefused) as error:
            self._hold(self._contact, error)
        else:
            self._contact.reset()

    def _look(self) -> None:
        """Whatever comes of a look, the next one is not before its time."""
        for look in self._looks:
            now = self._monotonic()
            if not self._errands.api.reachable or self._contact.left_s:
                return
            if now >= look.next:
                look.next = now + look.every_s
                self._look_at(look)

    def _look_at(self, look: Look) -> None:
        try:
            look.at()
        except (CloudFailing, CloudRefused) as error:
            self._last_error = str(error)
            log.warning("the cloud does not tell", what=look.name, reason=str(error))
        except CloudUnreachable as error:
            self._hold(self._contact, error)

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
        delay = timedelta(seconds=ENTRY.delay_s(entry.attempts + 1, self._chance()))
        self._outbox.failed(entry.id, self._clock() + delay, reason)
        self._last_error = reason
        log.warning("not delivered", kind=entry.kind, row=entry.row_id, reason=reason)

    def _hold(self, place: Pause, error: KioskError) -> None:
        asked_s = error.retry_after_s if isinstance(error, CloudBusy) else None
        place.begin(at_least_s=asked_s or 0.0)
        self._last_error = str(error)
        log.info("sync pauses", seconds=round(place.left_s, 1), reason=str(error))
