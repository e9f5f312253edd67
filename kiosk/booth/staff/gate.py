"""Who comes in: the PIN, and locks that grow with wrong ones."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.booth.ports import Clock
from kiosk.booth.staff.ports import StaffBook
from kiosk.booth.staff.view import Gate, GateState
from kiosk.domain.staff import StaffMember, is_pin
from kiosk.domain.tries import Patience

PATIENCE = Patience(free=4, pauses_s=(30.0, 60.0, 120.0, 300.0, 900.0))
"""After the fifth wrong PIN in a row, the sixth, and so on. All PINs of four digits take a hundred
days."""

SHUT = Gate()
OPEN = Gate(GateState.OPEN)


@dataclass(frozen=True)
class Entry:
    """What came of a PIN; ``member`` is there where it opened the gate."""

    gate: Gate
    member: StaffMember | None = None


class Doorkeeper:
    """The count of wrong PINs lives in the book alone: a restart changes nothing about a lock.

    A try that can't be counted is not answered: what the book raises goes to the caller.
    """

    def __init__(self, book: StaffBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    def knock(self) -> Gate:
        if not self._book.any():
            return Gate(GateState.NO_PIN)
        return self._locked() or Gate(GateState.ASKING)

    def enter(self, pin: str) -> Entry:
        """Nothing is compared while the gate is locked: such a try is written down, and no lock
        grows of it. What can't be a PIN counts as wrong."""
        if not self._book.any():
            return Entry(Gate(GateState.NO_PIN))
        locked = self._locked()
        if locked is not None:
            self._book.turned_away(self._clock.now())
            return Entry(locked)
        member = self._book.check(pin) if is_pin(pin) else None
        self._book.record(member, self._clock.now())
        if member is not None:
            return Entry(OPEN, member)
        return Entry(self._locked() or Gate(GateState.WRONG))

    def _locked(self) -> Gate | None:
        tries = self._book.tries()
        left = PATIENCE.left(tries, self._clock.now())
        if not left:
            return None
        until_ns = self._clock.monotonic_ns() + int(left.total_seconds() * 1e9)
        then = PATIENCE.after(tries.wrong + 1)
        return Gate(GateState.LOCKED, until_ns, tries.wrong, int(then.total_seconds()))
