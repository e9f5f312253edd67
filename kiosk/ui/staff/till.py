"""The till: who waits for staff because of money, and the pages that lead on from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.till_view import EMPTY_TILL, Deed, TakeCash, TillView
from kiosk.domain.money import rupiah
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.claim import StaffClaimModel
from kiosk.ui.staff.deed import StaffDeedModel
from kiosk.ui.staff.places.rooms import RoomPlace
from kiosk.ui.staff.places.till import (
    CODE_LENGTH,
    CODE_LETTERS,
    AtClaim,
    AtCode,
    AtDeed,
    AtDrawer,
    AtShift,
    AtTill,
    TillPlace,
    claim_at,
)
from kiosk.ui.staff.shift import StaffShiftModel
from kiosk.ui.staff.words.till import likely_why

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

Go = Callable[[TillPlace | RoomPlace], None]


@QmlElement
class StaffTillModel(QObject):
    """``go`` changes what is put together on a page, ``turn_to`` turns the page."""

    changed = Signal()

    def __init__(self, asks: Asks, go: Go, turn_to: Go, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._turn_to = turn_to
        self._data_dir = data_dir
        self._till: TillView = EMPTY_TILL
        self._place: TillPlace = AtTill()
        self._claims = KeyedList(self)
        self._deed = StaffDeedModel(asks, go, self)
        self._shift = StaffShiftModel(asks, go, self)

    def show(self, till: TillView) -> None:
        self._till = till
        rows: list[tuple[str, QObject]] = []
        for card in till.claims:
            key = card.claim.session_id
            item = self._claim(key) or StaffClaimModel(card, self._data_dir, self)
            item.show(card)
            rows.append((key, item))
        self._claims.become(rows)
        self._shift.show(till)
        self.changed.emit()

    def enter(self, place: TillPlace) -> None:
        """From now on this is the page."""
        self._place = place
        match place:
            case AtDeed(session_id):
                self._deed.show(place, claim_at(self._till, session_id))
            case AtDrawer():
                self._shift.count(place)
            case _:
                pass
        self.changed.emit()

    @property
    def waits(self) -> bool:
        """Whether a guest or money waits."""
        return self._till.cash is not None or bool(self._till.claims)

    # ---- what waits ---------------------------------------------------------------------------

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return len(self._till.claims) + (self._till.cash is not None)

    @Property(bool, notify=changed)
    def cash_waits(self) -> bool:
        return self._till.cash is not None

    @Property(str, notify=changed)
    def cash_amount(self) -> str:
        return rupiah(self._till.cash.due.amount) if self._till.cash else ""

    @Property(str, notify=changed)
    def cash_package(self) -> str:
        return self._till.cash.due.package_name if self._till.cash else ""

    @Property(bool, notify=changed)
    def cash_busy(self) -> bool:
        return self._till.cash is not None and self._till.cash.busy

    @Property(int, notify=changed)
    def claim_count(self) -> int:
        return len(self._till.claims)

    @Property(QObject, constant=True)
    def claims(self) -> QObject:
        return self._claims

    @Property(StaffClaimModel, notify=changed)
    def subject(self) -> StaffClaimModel | None:
        """The claim that the page is about."""
        match self._place:
            case AtClaim(session_id) | AtDeed(session_id):
                return self._claim(session_id)
            case _:
                return None

    @Property(StaffDeedModel, constant=True)
    def deed(self) -> StaffDeedModel:
        return self._deed

    @Property(StaffShiftModel, constant=True)
    def shift(self) -> StaffShiftModel:
        return self._shift

    @Slot()
    def take_cash(self) -> None:
        if self._till.cash is not None:
            self._asks.ask(TakeCash(self._till.cash.payment_id))

    # ---- the code -----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._place.typed if isinstance(self._place, AtCode) else ""

    @Property(int, notify=changed)
    def found_count(self) -> int:
        """The claims whose code begins as it is typed."""
        codes = [card.claim.claim_code.upper() for card in self._till.claims]
        return sum(code.startswith(self._typed) for code in codes)

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # a name that Qt takes
    def letters(self) -> list[str]:
        return list(CODE_LETTERS)

    @Property(int, constant=True)
    def code_length(self) -> int:
        return CODE_LENGTH

    @Slot(str)
    def press(self, letter: str) -> None:
        if isinstance(self._place, AtCode):
            self._go(self._place.press(letter))

    @Slot()
    def erase(self) -> None:
        if isinstance(self._place, AtCode):
            self._go(self._place.erase())

    # ---- pages --------------------------------------------------------------------------------

    @Slot()
    def open_till(self) -> None:
        self._turn_to(AtTill())

    @Slot()
    def open_code(self) -> None:
        self._turn_to(AtCode())

    @Slot(str)
    def open_claim(self, session_id: str) -> None:
        if self._claim(session_id) is not None:
            self._turn_to(AtClaim(session_id))

    @Slot(str, str)
    def open_deed(self, session_id: str, key: str) -> None:
        card, deed = claim_at(self._till, session_id), Deed(key)
        if card is not None and deed in card.allowed:
            self._turn_to(AtDeed(session_id, deed, likely_why(card.claim.reason)))

    @Slot()
    def open_shift(self) -> None:
        self._turn_to(AtShift())

    @Slot()
    def count_drawer(self) -> None:
        """To begin a shift, or to end the one that is open."""
        self._turn_to(AtDrawer(ending=self._till.shift is not None))

    def _claim(self, session_id: str) -> StaffClaimModel | None:
        item = self._claims.at(session_id)
        return item if isinstance(item, StaffClaimModel) else None

    @property
    def _typed(self) -> str:
        return self._place.typed if isinstance(self._place, AtCode) else ""
