"""The conductor's thread: nothing that fails ends it, and nothing is sold before recovery."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.booth.actor import Actor
from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Checked, Happened
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Journal, Journaled, Then
from kiosk.booth.stage import Shop
from kiosk.booth.timings import Timings
from kiosk.booth.view import Begin, View
from kiosk.clock import SystemClock
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod

from .conftest import PACKAGE, FirstRegistered, Rig
from .test_conductor import choose

PATIENCE_S = 10


@dataclass
class StumblingJournal:
    """The real journal behind a store that is busy the first few times."""

    journal: Journal
    stumbles: int

    def _stumble(self) -> None:
        if self.stumbles:
            self.stumbles -= 1
            raise OSError("database is locked")

    def start(self, session_id: str, state: s.State, now: datetime) -> None:
        self.journal.start(session_id, state, now)

    def append(self, session_id: str, event: s.Event, now: datetime, then: Then) -> s.Step | None:
        self._stumble()
        return self.journal.append(session_id, event, now, then)

    def load(self, session_id: str) -> Journaled | None:
        return self.journal.load(session_id)

    def session_of_payment(self, payment_id: str) -> str | None:
        return self.journal.session_of_payment(payment_id)

    def unfinished(self) -> tuple[Journaled, ...]:
        self._stumble()
        return self.journal.unfinished()


class Screen:
    """Remembers the newest View, and lets a test wait for one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._view: View | None = None

    def show(self, view: View) -> None:
        with self._changed:
            self._view = view
            self._changed.notify_all()

    def wait_for(self, state: type[s.State] | None) -> View:
        with self._changed:
            assert self._changed.wait_for(
                lambda: self._view is not None and type(self._view.state) is (state or type(None)),
                PATIENCE_S,
            )
            assert self._view is not None
            return self._view


def acting(rig: Rig, stumbles: int, screen: Screen) -> tuple[Actor, Conductor]:
    conductor = Conductor(
        shop=Shop((PACKAGE,), (PaymentMethod.FREE,), "https://booth.example/p/"),
        journal=StumblingJournal(rig.mirror.journal, stumbles),
        pool=FirstRegistered(rig.mirror),
        effects=rig.effects,
        clock=SystemClock(),
        keys=rig.keys,
        pace=replace(Pace(), choosing=3600.0),
        timings=Timings(),
        publish=screen.show,
        on_written=lambda: None,
    )
    return Actor(SystemClock(), rig.mirror.close, retry_s=0.001), conductor


def test_a_store_that_is_busy_at_the_start_loses_no_paid_session(rig: Rig) -> None:
    rig.methods = (PaymentMethod.FREE,)
    paid = choose(rig, rig.conductor())
    screen = Screen()
    actor, conductor = acting(rig, 3, screen)
    actor.send(Checked(()))
    actor.send(Begin())
    actor.start(conductor)
    assert screen.wait_for(s.Shooting).session_id == paid
    actor.close(PATIENCE_S)


def test_what_happened_while_the_store_was_busy_is_written_later(rig: Rig) -> None:
    rig.methods = (PaymentMethod.FREE,)
    paid = choose(rig, rig.conductor())
    screen = Screen()
    actor, conductor = acting(rig, 0, screen)
    actor.start(conductor)
    screen.wait_for(s.Shooting)
    conductor._journal.stumbles = 3
    actor.send(Happened(paid, s.GaveUp(s.OwedReason.CAMERA)))
    screen.wait_for(s.Owed)
    actor.close(PATIENCE_S)
    assert isinstance(rig.mirror.journal.load(paid).state, s.Owed)


def test_a_booth_that_cannot_recover_can_still_be_closed(rig: Rig) -> None:
    actor, conductor = acting(rig, 10**9, Screen())
    actor.start(conductor)
    actor.close(PATIENCE_S)
    assert not actor._thread.is_alive()
