"""A session's steps: each event on disk first, and then what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.booth.cashier import sold_by
from kiosk.booth.late_payment import refund_of_late
from kiosk.booth.ports import Clock, Journal
from kiosk.booth.screen import Screen
from kiosk.booth.shopfront import Shopfront
from kiosk.booth.tap_times import TapTimes
from kiosk.domain.order import Order
from kiosk.domain.session import Effect, Event, State


class Effects(Protocol):
    def ensure(self, session_id: str, due: tuple[Effect, ...]) -> None: ...
    def nudge(self, session_id: str) -> None: ...


@dataclass(frozen=True)
class Listeners:
    """``on_written`` hears of each event, ``on_sold`` of each order in the moment in which it is
    paid, ``on_state`` of the state that each event led to. None of them may block or raise."""

    on_written: Callable[[], None]
    on_sold: Callable[[str, Order], None]
    on_state: Callable[[str, State], None]


@dataclass(frozen=True)
class Steps:
    """The one that writes sessions. Raises what the journal raises."""

    journal: Journal
    effects: Effects
    clock: Clock
    front: Shopfront
    screen: Screen
    tap_times: TapTimes
    listeners: Listeners

    def take(self, session_id: str, event: Event) -> bool:
        """Whether the event meant anything, also for a session that has left the screen."""
        try:
            return self.write(session_id, event)
        finally:
            self.screen.show()

    def write(self, session_id: str, event: Event) -> bool:
        """As ``take``; the screen is not told yet."""
        then = refund_of_late if self.front.shop.refunds_late else nothing_more
        step = self.journal.append(session_id, event, self.clock.now(), then)
        if step is None:
            return False
        self.listeners.on_written()
        self.tap_times.written(session_id, event)
        if self.screen.has(session_id):
            self.screen.enter(session_id, step.state)
        self.effects.ensure(session_id, step.effects)
        if (sold := sold_by(event, step.state)) is not None:
            self.listeners.on_sold(session_id, sold)
        self.listeners.on_state(session_id, step.state)
        return True


def nothing_more(event: Event, state: State) -> None:
    """Nothing follows but what the session's rules say."""
