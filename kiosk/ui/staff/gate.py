"""The gate to the staff's room: the PIN. Who knocks does it at the door."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import EnterPin, Gate, GateState, GoOut
from kiosk.domain.staff import PIN_DIGITS, is_pin
from kiosk.ui.models.limit import LimitModel
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.home import next_lock_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffGateModel(QObject):
    """``typed`` counts the digits; the digits themselves never reach QML."""

    changed = Signal()
    refused = Signal()  # the PIN that was entered is wrong

    def __init__(self, asks: Asks, now_ns: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._gate = Gate()
        self._pin = ""
        self._checking = False
        self._limit = LimitModel(now_ns, self)

    def show(self, gate: Gate) -> None:
        was, self._gate = self._gate, gate
        self._limit.show(gate.locked_until_ns)
        wrong = gate.state is GateState.WRONG and (was.state is not gate.state or self._checking)
        if gate.state is not GateState.ASKING:  # asking again is not an answer yet
            self._checking = False
        if gate.state not in (GateState.ASKING, GateState.WRONG):
            self._pin = ""
        self.changed.emit()
        if wrong:
            self.refused.emit()

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._gate.state.value

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """Whether the staff's screens stand before the guests'."""
        return self._gate.covers

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._pin)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        return is_pin(self._pin)

    @Property(bool, notify=changed)
    def checking(self) -> bool:
        return self._checking

    @Property(LimitModel, constant=True)
    def limit(self) -> LimitModel:
        """Until the lock opens."""
        return self._limit

    @Property(str, notify=changed)
    def lock_words(self) -> str:
        """What the next wrong PIN would cost; empty while nothing is locked."""
        return next_lock_words(self._gate.next_lock_s) if self._gate.next_lock_s else ""

    @Property(int, notify=changed)
    def wrong(self) -> int:
        """PINs in a row that have locked it."""
        return self._gate.wrong

    @Slot(str)
    def press(self, digit: str) -> None:
        if len(self._pin) + 1 in range(1, PIN_DIGITS.stop):
            self._pin += digit
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        pin, self._pin = self._pin, ""
        if is_pin(pin):
            self._checking = self._asks.ask(EnterPin(pin))
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        self._pin = ""
        self.changed.emit()
        self._asks.ask(GoOut())
