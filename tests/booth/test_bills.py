"""The bill slot: open while a guest pays, and no bill is ever nobody's."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given, strategies as st

from kiosk.booth.bills import DRAIN_S, EARLY_S, UNWRITTEN_S, BillSlot
from kiosk.booth.cash import Cash
from kiosk.booth.lanes import Run
from kiosk.booth.pace import Pace
from kiosk.booth.second_look import SecondLook
from kiosk.domain import session as s
from kiosk.domain.errors import AcceptorUnavailable
from kiosk.domain.money import Bill

from .conftest import CountedKeys, HandClock
from .test_effects import ORDER, Heard

PATIENCE_S = 10.0


@dataclass
class Acceptor:
    """A slot that gives the bills that were put in, each until it is taken."""

    is_open: bool = True  # as a booth that was killed leaves it
    away: bool = False
    bills: list[Bill] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        self._answer()
        self.is_open = True

    def close(self) -> None:
        self._answer()
        self.is_open = False

    def wait(self, seconds: float) -> Bill | None:
        if self.bills:
            return self.bills[0]
        self._answer()
        self.came.wait(min(seconds, 0.001))
        return None

    def taken(self, bill_id: str) -> None:
        assert self.bills.pop(0).id == bill_id

    def _answer(self) -> None:
        if self.away:
            raise AcceptorUnavailable("unplugged")


@dataclass
class Strays:
    """``full`` disks take nothing."""

    full: bool = False
    amounts: list[int] = field(default_factory=list)

    def __call__(self, bill: Bill) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.amounts.append(bill.amount)


class Place:
    """The booth has been up for long. What a guest's run was told is written down at once, but for
    as long as the store is ``busy``."""

    def __init__(self, acceptor: Acceptor | None = None) -> None:
        self.acceptor, self.strays = acceptor or Acceptor(), Strays()
        self.clock, self.keys = HandClock(ns=1), CountedKeys()
        self.guests: list[Heard] = []
        self.busy = False
        self.slot = BillSlot(
            self.acceptor, self.clock, self.is_written, self.strays, on_end=lambda: None
        )
        self.clock.pass_(EARLY_S)

    def is_written(self, bill_id: str) -> bool:
        told = (event for heard in self.guests for event in heard.events)
        ids = {event.payment_id for event in told if isinstance(event, s.CashReceived)}
        return bill_id in ids and not self.busy

    def guest(self, name: str = "session") -> tuple[Heard, Run]:
        self.guests.append(Heard())
        return self.guests[-1], self.guests[-1].run(name)

    def put_in(self, amount: int) -> None:
        self.acceptor.bills.append(Bill(self.keys.new_id(), amount))

    def bill(self, amount: int) -> None:
        """It is told, and then seen to be written down."""
        self.put_in(amount)
        self.slot.step(0.0)
        self.slot.step(0.0)


def taken(heard: Heard) -> list[int]:
    return [event.amount for event in heard.events if isinstance(event, s.CashReceived)]


def test_a_slot_that_a_killed_booth_left_open_is_closed() -> None:
    place = Place()
    place.slot.step(0.0)
    assert not place.acceptor.is_open


def test_it_is_open_for_a_guest_alone_and_each_bill_is_a_payment_of_its_own() -> None:
    place = Place()
    heard, run = place.guest()
    place.slot.serve(run)
    place.bill(20_000)
    assert place.acceptor.is_open
    place.bill(20_000)
    place.slot.leave(run)
    place.slot.step(0.0)
    assert not place.acceptor.is_open
    assert taken(heard) == [20_000, 20_000]
    assert (
        len({event.payment_id for event in heard.events if isinstance(event, s.CashReceived)}) == 2
    )


def test_a_bill_under_way_when_the_slot_closes_is_the_guests_who_put_it_in() -> None:
    place = Place()
    (first, before), (second, after) = place.guest("first"), place.guest("second")
    place.slot.serve(before)
    place.slot.step(0.0)
    place.slot.leave(before)
    place.slot.serve(after)
    place.bill(50_000)
    assert not place.acceptor.is_open
    place.clock.pass_(DRAIN_S)
    place.bill(10_000)
    assert place.acceptor.is_open
    assert (taken(first), taken(second)) == ([50_000], [10_000])


def test_a_bill_of_nobody_is_recorded_as_soon_as_the_disk_takes_it() -> None:
    place = Place()
    place.strays.full = True
    place.bill(50_000)
    place.bill(20_000)
    assert place.strays.amounts == []
    place.strays.full = False
    for _ in range(4):
        place.slot.step(0.0)
    assert place.strays.amounts == [50_000, 20_000]


def test_a_bill_stays_in_the_acceptor_until_it_is_written_down() -> None:
    place = Place()
    heard, run = place.guest()
    place.slot.serve(run)
    place.busy = True
    place.bill(20_000)
    assert (taken(heard), len(place.acceptor.bills)) == ([20_000], 1)
    place.busy = False
    place.slot.step(0.0)
    assert (taken(heard), place.acceptor.bills, place.strays.amounts) == ([20_000], [], [])


def test_a_bill_that_its_session_never_takes_is_written_down_as_nobodys() -> None:
    place = Place()
    _, run = place.guest()
    place.slot.serve(run)
    place.busy = True
    place.bill(20_000)
    place.clock.pass_(UNWRITTEN_S)
    place.slot.step(0.0)
    assert (place.acceptor.bills, place.strays.amounts) == ([], [20_000])


def test_a_bill_that_a_killed_booth_had_counted_is_the_guests_who_is_carried_on() -> None:
    killed = Place()
    killed.guest()
    killed.put_in(20_000)
    place = Place(killed.acceptor)
    place.clock.pass_(-EARLY_S)
    place.slot.step(0.0)
    heard, run = place.guest()
    place.slot.serve(run)
    place.slot.step(0.0)
    place.slot.step(0.0)
    assert (taken(heard), place.strays.amounts, place.acceptor.bills) == ([20_000], [], [])


def test_an_acceptor_that_comes_back_amid_a_guests_cash_is_opened_again() -> None:
    place = Place()
    heard, run = place.guest()
    place.slot.serve(run)
    place.bill(20_000)
    place.acceptor.away = True
    assert not place.slot.step(0.0)
    place.acceptor.away, place.acceptor.is_open = False, False
    place.bill(10_000)
    assert place.acceptor.is_open
    assert taken(heard) == [20_000, 10_000]


Deed = Callable[[Place, list[Heard], list[Run]], None]


def bill(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    place.bill(10_000)


def arrive(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    heard, run = place.guest(f"guest-{len(guests)}")
    guests.append(heard)
    runs.append(run)
    place.slot.serve(runs[-1])


def leave(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    if runs:
        place.slot.leave(runs[-1])


def unplug(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    place.acceptor.away = True


def plug(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    place.acceptor.away = False


def fill(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    place.strays.full = not place.strays.full


def wait(place: Place, guests: list[Heard], runs: list[Run]) -> None:
    place.clock.pass_(1.0)
    place.slot.step(0.0)


@given(
    st.lists(st.sampled_from([bill, bill, arrive, leave, unplug, plug, fill, wait]), max_size=60)
)
def test_no_bill_is_lost_whatever_happens(deeds: list[Deed]) -> None:
    place, guests, runs = Place(), list[Heard](), list[Run]()
    for deed in deeds:
        deed(place, guests, runs)
    place.acceptor.away = place.strays.full = False
    for _ in range(2 * len(deeds) + 2):
        place.slot.step(0.0)
    told = sum(sum(taken(heard)) for heard in guests) + sum(place.strays.amounts)
    assert told == 10_000 * deeds.count(bill)


def test_the_slot_closes_behind_the_guest_and_its_last_bill_is_told_at_the_booths_end() -> None:
    place = Place()
    heard, run = place.guest()
    look = SecondLook(lambda _: (), place.clock, Pace())
    taking = threading.Thread(target=Cash(look, place.slot).accept, args=(run, s.AcceptCash(ORDER)))
    place.slot.start()
    taking.start()
    until(lambda: place.acceptor.is_open)
    run.end()
    taking.join(PATIENCE_S)
    assert not taking.is_alive()
    place.put_in(5_000)
    closing = threading.Thread(target=place.slot.close, args=(PATIENCE_S,))
    closing.start()
    until(lambda: taken(heard) == [5_000])
    place.clock.pass_(DRAIN_S)
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
    assert not place.acceptor.is_open


def until(condition: Callable[[], bool]) -> None:
    tick = threading.Event()
    for _ in range(int(PATIENCE_S * 200)):
        if condition():
            return
        tick.wait(0.005)
    raise AssertionError("it never came to that")
