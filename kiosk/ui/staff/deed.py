"""What staff are about to do for a guest: it is asked once more, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.till_view import ClaimCard, Deed, DoDeed, Why
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.places.rooms import AtComplaint, AtSession
from kiosk.ui.staff.places.till import AtClaim, AtDeed
from kiosk.ui.staff.words.till import deed_icon, deed_words, promise_words, why_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


Asked = AtDeed | AtComplaint
Left = AtClaim | AtSession


@QmlElement
class StaffDeedModel(QObject):
    """For a claim, and for a delivered session that is complained about."""

    changed = Signal()

    def __init__(self, asks: Asks, go: Callable[[Asked | Left], None], parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._place: Asked | None = None
        self._card: ClaimCard | None = None

    def show(self, place: Asked, card: ClaimCard | None) -> None:
        self._place, self._card = place, card
        self.changed.emit()

    @Property(str, notify=changed)
    def session_id(self) -> str:
        return self._place.session_id if self._place else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return deed_words(self._place.deed, self._amount) if self._place else ""

    @Property(str, notify=changed)
    def icon(self) -> str:
        return deed_icon(self._place.deed) if self._place else ""

    @Property(str, notify=changed)
    def promise(self) -> str:
        """What will be so once it is confirmed."""
        copies = self._card.claim.copies if self._card else 0
        return promise_words(self._place.deed, self._amount, copies) if self._place else ""

    @Property(bool, notify=changed)
    def asks_why(self) -> bool:
        return self._place is not None and self._place.deed is not Deed.RETURN_CHANGE

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def reasons(self) -> list[dict[str, str]]:
        """``key`` and ``words`` of each, none the last."""
        ordered = [*(why for why in Why if why is not Why.NONE), Why.NONE]
        return [{"key": why.name.lower(), "words": why_words(why)} for why in ordered]

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._place.why.name.lower() if self._place else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.claim.claim_code if self._card else ""

    @Slot()
    def leave(self) -> None:
        """Nothing is done."""
        if self._place:
            self._go(_left(self._place))

    @Slot(str)
    def choose_why(self, key: str) -> None:
        if self._place:
            self._go(replace(self._place, why=Why[key.upper()]))

    @Slot()
    def confirm(self) -> None:
        """Back to the claim, where it is seen what becomes of it."""
        if self._place:
            place = self._place
            self._asks.ask(DoDeed(place.session_id, place.deed, place.why))
            self._go(_left(place))

    @property
    def _amount(self) -> int:
        return self._card.claim.amount if self._card else 0


def _left(place: Asked) -> Left:
    """The page from which it was come to."""
    match place:
        case AtDeed(session_id):
            return AtClaim(session_id)
        case AtComplaint(session_id):
            return AtSession(session_id)
        case _:
            assert_never(place)
