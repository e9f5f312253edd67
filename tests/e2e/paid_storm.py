"""Many paid sessions end to end, while the network, Xendit, the printers and the booth fail.

Everything is the real thing but the guests, the staff and Xendit. A seed decides what happens
when; what the processes make of it is their own. At the end everything is mended, staff settle
what is owed, and then the money has to add up everywhere.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.booth.view import View

from .paid_guests import Guest
from .paid_healing import heal, say
from .paid_house import PaidHouse, paid_house
from .paid_plans import Plan, planned
from .paid_reckoning import Reckoning, reckon
from .paid_second import second_booth
from .paid_till import Till
from .paid_weather import Storm

GUEST_PATIENCE_S = 150.0
LATE_AFTER_S = (0.0, 6.0)
"""How long after its session a code is paid that the guest had left."""
TELL_EVERY = 20


@dataclass(frozen=True)
class PaidReport:
    """``troubles`` and ``endings`` are counts by name. ``money`` is by method, in whole rupiah.
    ``wrong`` are broken promises, in words; ``seconds`` the whole storm with its healing."""

    sessions: int
    seconds: float
    troubles: dict[str, int]
    endings: dict[str, int]
    money: dict[str, int]
    counts: dict[str, int]
    wrong: tuple[str, ...]


@dataclass
class Street:
    """The guests, one after the other, and the codes that some of them pay when they have left."""

    house: PaidHouse
    weather: Storm
    till: Till
    chance: random.Random
    troubles: Counter[str] = field(default_factory=Counter)
    late: list[str] = field(default_factory=list)
    _to_pay: list[tuple[float, str]] = field(default_factory=list)
    _view: View | None = None

    def serve(self, guests: int) -> None:
        """What they mean to do is drawn before, so that it depends on the seed alone."""
        began = time.monotonic()
        plans = [planned(self.chance, self.troubles) for _ in range(guests)]
        for number, plan in enumerate(plans, 1):
            self._serve_one(plan)
            if number % TELL_EVERY == 0:
                spent = time.monotonic() - began
                deaths = self.house.process.deaths
                say(f"{number} of {guests} guests after {spent:.0f} s, {deaths} kills")

    def pay_what_is_left(self) -> None:
        for _, code in self._to_pay:
            self.house.xendit.pay(code)
        self._to_pay.clear()

    def _serve_one(self, plan: Plan) -> None:
        process = self.house.process
        xendit, till = self.house.xendit, self.till
        guest = Guest(plan, process.send, self._kill, xendit, till, self.late, self.troubles)
        began = time.monotonic()
        dies_after = self.chance.uniform(0.0, 1.5) if plan.dies_at == "any" else None
        while not guest.gone:
            spent = time.monotonic() - began
            assert spent < GUEST_PATIENCE_S, f"{plan} is stuck at {self._view}"
            assert self.weather.is_alive(), "the weather broke: see its trace"
            process.assert_alive()
            if dies_after is not None and spent > dies_after:
                dies_after = None
                self.troubles["killed: any"] += 1
                self._kill()
            self._look(guest)
        self._keep_late_codes()

    def _look(self, guest: Guest) -> None:
        new = self.house.process.next_view(0.05)
        self._view = new or self._view
        if self._view is not None:
            guest.see(self._view, time.monotonic())
        self._pay_late()

    def _kill(self) -> None:
        self.house.process.kill()
        self._view = None
        self.house.process.start()

    def _keep_late_codes(self) -> None:
        now = time.monotonic()
        for code in self.late:
            self._to_pay.append((now + self.chance.uniform(*LATE_AFTER_S), code))
        self.late.clear()

    def _pay_late(self) -> None:
        now = time.monotonic()
        due = [code for at, code in self._to_pay if at <= now]
        self._to_pay = [(at, code) for at, code in self._to_pay if at > now]
        for code in due:
            self.house.xendit.pay(code)


def storm(folder: Path, sessions: int, seed: int) -> PaidReport:
    began = time.monotonic()
    with ExitStack() as stack:
        house = stack.enter_context(paid_house(folder, vouchers=2 * sessions))
        second = stack.enter_context(second_booth(house, folder / "second"))
        weather = Storm(house.world, house.wire, house.xendit, seed)
        chance = random.Random(seed)  # noqa: S311 - it makes guests
        till = Till(house.process.send, house.slot, chance, house.vouchers)
        street = Street(house, weather, till, chance)
        house.process.start()
        weather.start()
        try:
            street.serve(sessions)
            weather.calm()
            street.pay_what_is_left()
            healed = heal(house)
            found = reckon(house, till, second, healed)
        finally:
            weather.end()
    troubles = street.troubles + weather.seen + Counter({"kills": house.process.deaths})
    return _report(sessions, time.monotonic() - began, troubles, found)


def _report(sessions: int, seconds: float, troubles: Counter[str], found: Reckoning) -> PaidReport:
    return PaidReport(
        sessions=sessions,
        seconds=round(seconds, 1),
        troubles=dict(sorted(troubles.items())),
        endings=dict(sorted(found.endings.items())),
        money=dict(sorted(found.money.items())),
        counts=dict(sorted(found.counts.items())),
        wrong=tuple(found.wrong),
    )
