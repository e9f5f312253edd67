"""One registered printer."""

from __future__ import annotations

import enum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import (
    Doing,
    MakeDefault,
    MoveUp,
    Pause,
    PrinterCard,
    PrintTestPage,
    RemovePrinter,
    Resume,
    Task,
)
from kiosk.domain.faults import Fault, leading
from kiosk.domain.printing import Media
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.faults import fault_cause, fault_remedy
from kiosk.ui.staff.words.printers import doing_words, media_words, task_words, waiting_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOW = 0.10
KITS = {Media.FOUR_BY_SIX: 400, Media.SIX_BY_EIGHT: 200, Media.OTHER: 400}  # common dye-subs
PAPER = frozenset({Fault.MEDIA_EMPTY, Fault.MEDIA_NEEDED, Fault.MARKER_SUPPLY_EMPTY})


class Emphasis(enum.Enum):
    """The one action that the card puts forward."""

    NONE = ""
    TEST = "test"
    REFILL = "refill"
    RESUME = "resume"


@QmlElement
class StaffCardModel(QObject):
    changed = Signal()

    def __init__(self, card: PrinterCard, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._card = card
        self._place = 0
        self._fresh = False
        self._full = max(KITS[card.media], card.prints_left or 0)

    @property
    def card(self) -> PrinterCard:
        return self._card

    def show(self, card: PrinterCard, *, place: int, fresh: bool) -> None:
        """``place`` counts from 0 in the order of preference; ``fresh``: added, not tested yet."""
        if (card, place, fresh) == (self._card, self._place, self._fresh):
            return
        before, left = self._card.prints_left or 0, card.prints_left or 0
        if left > before:
            self._full = left if before else max(KITS[card.media], left)
        self._card, self._place, self._fresh = card, place, fresh
        self.changed.emit()

    @Property(str, constant=True)
    def id(self) -> str:
        return self._card.id

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._card.name

    @Property(str, notify=changed)
    def doing(self) -> str:
        return self._card.doing.value

    @Property(str, notify=changed)
    def doing_words(self) -> str:
        return doing_words(self._card.doing)

    @Property(str, notify=changed)
    def task_words(self) -> str:
        """Empty where no task of staff's is being done."""
        return task_words(self._card.task) if self._card.task else ""

    @Property(str, notify=changed)
    def waiting_words(self) -> str:
        """Empty where nothing waits."""
        return waiting_words(self._card.waiting)

    @Property(bool, notify=changed)
    def guest_waits(self) -> bool:
        return self._card.waiting > 0 and self._card.doing is not Doing.PRINTING

    @Property(bool, notify=changed)
    def pages_allowed(self) -> bool:
        """Staff's pages wait until the guests' prints are out."""
        return self._card.task is None and self._card.waiting == 0

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A task of staff's is being done."""
        return self._card.task is not None

    @Property(bool, notify=changed)
    def going(self) -> bool:
        return self._card.task is Task.REMOVING

    @Property(str, notify=changed)
    def cause(self) -> str:
        """Why it waits, empty where it does not."""
        fault = leading(self._card.faults)
        return fault_cause(fault) if fault else ""

    @Property(str, notify=changed)
    def remedy(self) -> str:
        fault = leading(self._card.faults)
        return fault_remedy(fault) if fault else ""

    @Property(str, notify=changed)
    def media_words(self) -> str:
        return media_words(self._card.media)

    @Property(int, notify=changed)
    def prints_left(self) -> int:
        """-1 where nobody knows."""
        return -1 if self._card.prints_left is None else self._card.prints_left

    @Property(float, notify=changed)
    def share_left(self) -> float:
        """Of what was loaded, as far as the booth knows."""
        return min(1.0, (self._card.prints_left or 0) / max(1, self._full))

    @Property(bool, notify=changed)
    def low(self) -> bool:
        return self._card.prints_left is not None and self.is_low()

    @Property(bool, notify=changed)
    def counts_itself(self) -> bool:
        return self._card.counts_itself

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        return self._card.doing is Doing.PAUSED

    @Property(bool, notify=changed)
    def stuck(self) -> bool:
        """Staff may try to start it again."""
        return self._card.doing in (Doing.WAITS, Doing.RESTING)

    @Property(bool, notify=changed)
    def first(self) -> bool:
        return self._card.is_default

    @Property(bool, notify=changed)
    def can_move_up(self) -> bool:
        """Not to the first place, which is the default's."""
        return self._place > 1

    @Property(str, notify=changed)
    def emphasis(self) -> str:
        return self._emphasis().value

    @Slot()
    def print_test_page(self) -> None:
        self._asks.ask(PrintTestPage(self._card.id))

    @Slot()
    def pause(self) -> None:
        self._asks.ask(Pause(self._card.id))

    @Slot()
    def resume(self) -> None:
        self._asks.ask(Resume(self._card.id))

    @Slot()
    def make_first(self) -> None:
        self._asks.ask(MakeDefault(self._card.id))

    @Slot()
    def move_up(self) -> None:
        self._asks.ask(MoveUp(self._card.id))

    @Slot()
    def remove(self) -> None:
        self._asks.ask(RemovePrinter(self._card.id))

    def is_low(self) -> bool:
        return (self._card.prints_left or 0) < LOW * self._full

    def _emphasis(self) -> Emphasis:
        card = self._card
        if card.doing is Doing.PAUSED:
            return Emphasis.RESUME
        if self._fresh:
            return Emphasis.TEST
        uncounted = card.prints_left is None and not card.counts_itself
        if (
            PAPER & set(card.faults)
            or uncounted
            or (card.prints_left is not None and self.is_low())
        ):
            return Emphasis.REFILL
        return Emphasis.NONE
