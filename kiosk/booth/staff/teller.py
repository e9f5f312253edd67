"""What staff did is told to the conductor, and believed when the journal has it."""

from __future__ import annotations

import enum
import threading
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.booth.messages import Happened
from kiosk.booth.ports import Clock
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.ports import Events
from kiosk.domain.session import CashReceived, Event, State, replay, transition


class Answer(enum.Enum):
    WRITTEN = "written"
    MOVED_ON = "moved-on"  # it means nothing any more, and nothing was written
    NOT_YET = "not-yet"  # the conductor goes on trying


@dataclass(frozen=True)
class Told:
    """``state`` is the session's when the answer was found."""

    answer: Answer
    state: State


class Teller:
    """``stop`` ends the waiting: what was told is in the conductor's hands then."""

    def __init__(
        self,
        journal: Events,
        send: Callable[[Happened], None],
        clock: Clock,
        pace: StaffPace,
        stop: threading.Event,
    ) -> None:
        self._journal = journal
        self._send = send
        self._clock = clock
        self._pace = pace
        self._stop = stop

    def tell(self, session_id: str, event: Event) -> Told:
        """Takes up to ``till_limit`` seconds. Raises what the journal raises."""
        before = self._events(session_id)
        state = replay(before)
        if not _means_something(state, event):
            # Money under the same key is the same money.
            known = isinstance(event, CashReceived) and event in before
            return Told(Answer.WRITTEN if known else Answer.MOVED_ON, state)
        self._send(Happened(session_id, event))
        return self._wait(session_id, event, before.count(event))

    def _wait(self, session_id: str, event: Event, known: int) -> Told:
        give_up_ns = self._clock.monotonic_ns() + int(self._pace.till_limit * 1e9)
        while True:
            events = self._events(session_id)
            state = replay(events)
            if events.count(event) > known:
                return Told(Answer.WRITTEN, state)
            if not _means_something(state, event):
                return Told(Answer.MOVED_ON, state)
            if self._stop.is_set() or self._clock.monotonic_ns() > give_up_ns:
                return Told(Answer.NOT_YET, state)
            self._stop.wait(self._pace.till_poll)

    def _events(self, session_id: str) -> tuple[Event, ...]:
        return tuple(event for _, event in self._journal.events(session_id))


def _means_something(state: State, event: Event) -> bool:
    return transition(state, event).state is not state
