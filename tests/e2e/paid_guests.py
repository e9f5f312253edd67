"""Guests who read Views and send intents: most pay, and some in ways that nobody asked for."""

from __future__ import annotations

import enum
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.booth.messages import Message
from kiosk.booth.view import Begin, Choose, Finish, Leave, Print, View
from kiosk.domain import session as s

from .paid_xendit import Fault, Xendit

TAP_AGAIN_S = 1.5
"""A guest who sees nothing happen touches again."""


class Habit(enum.Enum):
    PAYS = "pays"
    LEAVES_AT_ONCE = "leaves before choosing"
    LEAVES = "leaves and never pays"
    PAYS_AND_LEAVES = "pays in the moment of leaving"
    PAYS_LATE = "leaves, and pays all the same"


HABITS = {
    Habit.PAYS: 80,
    Habit.LEAVES_AT_ONCE: 2,
    Habit.LEAVES: 3,
    Habit.PAYS_AND_LEAVES: 6,
    Habit.PAYS_LATE: 9,
}

MOMENTS = ("Requesting", "Offered", "Closing", "paid", "Shooting", "Arranging", "Printing", "any")
"""When the booth may be killed: "paid" is right after the guest has, "any" at a random time."""

WEBHOOKS: tuple[Fault, ...] = (
    {"fault": "late", "ms": 1500, "times": 1},
    {"fault": "twice", "times": 1},
    {"fault": "out_of_order", "times": 1},
    {"fault": "wrong_amount", "times": 1},
    {"fault": "wrong_token", "times": 1},
    {"fault": "lost", "times": 1},
)


@dataclass(frozen=True)
class Plan:
    """``dies_at`` is None where the booth lives through it, ``webhook`` where Xendit tells of the
    payment as it should."""

    habit: Habit
    dies_at: str | None
    webhook: Fault | None


def planned(chance: random.Random, troubles: Counter[str]) -> Plan:
    habit = chance.choices(tuple(HABITS), tuple(HABITS.values()))[0]
    dies_at = chance.choice(MOMENTS) if chance.random() < 0.3 else None
    webhook = chance.choice(WEBHOOKS) if chance.random() < 0.4 else None
    if dies_at is not None:
        troubles[f"killed: {dies_at}"] += 1
    if webhook is not None:
        troubles[f"webhook {webhook['fault']}"] += 1
    troubles[f"guest {habit.value}"] += 1
    return Plan(habit, dies_at, webhook)


@dataclass
class Guest:
    """``see`` is told each View. ``codes`` were shown to this guest; ``late`` are those that will
    be paid after the guest has gone; ``sessions`` this guest has had."""

    plan: Plan
    send: Callable[[Message], None]
    kill: Callable[[], None]
    xendit: Xendit
    late: list[str]
    codes: set[str] = field(default_factory=set)
    session_id: str | None = None
    gone: bool = False
    _dead: bool = False
    _last: Message | None = None
    _said_at: float = 0.0

    def see(self, view: View, now: float) -> None:
        """``now`` is in seconds and never jumps."""
        if self._dies(moment_of(view)):
            return
        if self.session_id is not None and view.session_id != self.session_id:
            self.gone = True
            return
        state, session_id = view.state, view.session_id
        if state is None or session_id is None:
            if not view.problems:
                self._say(Begin(), now)
            return
        foreign = isinstance(state, s.Printing) or s.is_over(state)
        if self.session_id is None and not (foreign and not self._last):
            self.session_id = session_id
        self._go_on(view, state, session_id, now)

    def _go_on(self, view: View, state: s.State, session_id: str, now: float) -> None:
        match state:
            case s.Choosing() if self.plan.habit is Habit.LEAVES_AT_ONCE:
                self._say(Leave(session_id), now)
            case s.Choosing():
                package = view.packages[0].key if view.packages else ""
                self._say(Choose(session_id, package), now)
            case s.Paying(order, s.Offered()) if order.payment_id is not None:
                self._at_code(session_id, order.payment_id, now)
            case s.Arranging(picture=picture) if picture is not None:
                self._say(Print(session_id), now)
            case s.Printing(job=s.Job(cups_job_id=int())):
                self._say(Finish(session_id), now)
            case s.Delivered() | s.Cancelled() | s.Owed() | s.Settled():
                self._say(Finish(session_id), now)
            case _:
                pass

    def _at_code(self, session_id: str, code: str, now: float) -> None:
        first = code not in self.codes
        self.codes.add(code)
        match self.plan.habit:
            case Habit.PAYS | Habit.LEAVES_AT_ONCE:
                if first:
                    self._pay(code)
            case Habit.LEAVES:
                self._say(Leave(session_id), now)
            case Habit.PAYS_AND_LEAVES:
                self._say(Leave(session_id), now)
                if first:
                    self._pay(code)
            case Habit.PAYS_LATE:
                self._say(Leave(session_id), now)
                if first:
                    self.late.append(code)

    def _pay(self, code: str) -> None:
        if self.plan.webhook is not None:
            self.xendit.fail_webhooks(self.plan.webhook)
        self.xendit.pay(code)
        self._dies("paid")

    def _say(self, message: Message, now: float) -> None:
        """Once, and again where nothing comes of it."""
        if message != self._last or now - self._said_at >= TAP_AGAIN_S:
            self._last, self._said_at = message, now
            self.send(message)

    def _dies(self, moment: str) -> bool:
        if self._dead or moment != self.plan.dies_at:
            return False
        self._dead = True
        self._said_at = 0.0
        self.kill()
        return True


def moment_of(view: View) -> str:
    match view.state:
        case s.Paying(_, stage):
            return type(stage).__name__
        case state:
            return type(state).__name__
