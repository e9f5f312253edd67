"""The arrange screen: shots change places on the paper, and one can be taken again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import ArrangeShots, Print, Retake, View
from kiosk.domain.states import Arranging
from kiosk.ui.models.sheet import SheetModel
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Untouched:
    """No slot is selected."""


@dataclass(frozen=True)
class Selected:
    slot: int


@dataclass(frozen=True)
class Swapping:
    """The next slot that is touched changes places with this one."""

    slot: int


Hand = Untouched | Selected | Swapping


@QmlElement
class ArrangeModel(QObject):
    """What is selected stays until it is let go, or another step begins."""

    changed = Signal()

    def __init__(self, sheet: SheetModel, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._taps = taps
        self._session_id = ""
        self._ready = False
        self._shown = False
        self._retakes_left = 0
        self._slots = 0
        self._hand: Hand = Untouched()

    def show(self, view: View, arranging: Arranging) -> None:
        before = self._seen()
        same = view.session_id == self._session_id
        self._session_id = view.session_id or ""
        self._ready = arranging.picture is not None
        self._shown = (self._shown and same) or self._ready
        self._retakes_left = view.retakes_left
        if not same:
            self._hand = Untouched()
        self._slots = len(self._sheet.layout.slots) if self._sheet.layout else 0
        if self._seen() != before:
            self.changed.emit()

    def hide(self) -> None:
        """The guest has left this step."""
        if self._hand != Untouched():
            self._hand = Untouched()
            self.changed.emit()

    def _seen(self) -> tuple[object, ...]:
        return self._ready, self._shown, self._retakes_left, self._slots, self._hand

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the composed picture is there, in the look that was picked last."""
        return self._ready

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether the guest has seen a composed picture, in whatever look."""
        return self._shown

    @Property(int, notify=changed)
    def retakes_left(self) -> int:
        return self._retakes_left

    @Property(bool, notify=changed)
    def several(self) -> bool:
        """Whether there is anything to swap."""
        return self._slots > 1

    @Property(int, notify=changed)
    def selected(self) -> int:
        """The slot, -1 for none."""
        return self._slot_in_hand()

    @Property(bool, notify=changed)
    def swapping(self) -> bool:
        return isinstance(self._hand, Swapping)

    @Slot(int)
    def touch(self, slot: int) -> None:
        """Selects it, or swaps it with the one that waits for that."""
        match self._hand:
            case Swapping(other) if other != slot:
                self.swap(other, slot)
            case Selected() | Untouched() | Swapping():
                self._hold(Selected(slot))
            case _:
                assert_never(self._hand)

    @Slot()
    def begin_swap(self) -> None:
        if isinstance(self._hand, Selected):
            self._hold(Swapping(self._hand.slot))

    @Slot()
    def let_go(self) -> None:
        self._hold(Untouched())

    @Slot(int, int, result=bool)
    def swap(self, one: int, other: int) -> bool:
        """Two slots' shots change places, at once on the screen. False where they stay."""
        layout = self._sheet.layout
        if layout is None or one == other:
            return False
        swapped = layout.swapped(one, other)
        if not self._send(ArrangeShots(self._session_id, swapped.slots)):
            return False
        self._hand = Untouched()
        self._sheet.lay_out(swapped)
        self.changed.emit()
        return True

    @Slot()
    def retake(self) -> None:
        """The selected shot, once more."""
        layout, slot = self._sheet.layout, self._slot_in_hand()
        if layout is not None and slot >= 0 and self._retakes_left > 0:
            self._send(Retake(self._session_id, layout.slots[slot]))

    @Slot()
    def print_now(self) -> None:
        if self._ready:
            self._send(Print(self._session_id))

    def _slot_in_hand(self) -> int:
        match self._hand:
            case Untouched():
                return -1
            case Selected(slot) | Swapping(slot):
                return slot
            case _:
                assert_never(self._hand)

    def _hold(self, hand: Hand) -> None:
        if hand != self._hand and self._taps.answer():
            self._hand = hand
            self.changed.emit()

    def _send(self, intent: ArrangeShots | Retake | Print) -> bool:
        return self._taps.send(self._session_id, ScreenName.ARRANGE, intent)
