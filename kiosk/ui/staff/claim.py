"""One guest to whom the booth owes something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.till_view import ClaimCard, ClaimStage, Deed
from kiosk.domain.money import rupiah
from kiosk.domain.order import ReturnWay
from kiosk.ui.staff.words.till import (
    age_words,
    claim_words,
    clock_words,
    deed_icon,
    deed_words,
    stage_words,
    way_words,
)
from kiosk.ui.translating import tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFUNDS = {
    Deed.REFUND_QRIS: ReturnWay.QRIS,
    Deed.REFUND_CASH: ReturnWay.CASH,
    Deed.REFUND_TRANSFER: ReturnWay.TRANSFER,
}


@QmlElement
class StaffClaimModel(QObject):
    changed = Signal()

    def __init__(self, card: ClaimCard, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._data_dir = data_dir

    @property
    def card(self) -> ClaimCard:
        return self._card

    def show(self, card: ClaimCard) -> None:
        if card != self._card:
            self._card = card
            self.changed.emit()

    @Property(str, constant=True)
    def id(self) -> str:
        return self._card.claim.session_id

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.claim.claim_code or "–"

    @Property(str, notify=changed)
    def words(self) -> str:
        return claim_words(self._card)

    @Property(str, notify=changed)
    def package(self) -> str:
        return self._card.claim.package_name

    @Property(str, notify=changed)
    def amount(self) -> str:
        """What the guest could get back; empty where that is nothing."""
        amount = self._card.claim.amount
        return rupiah(amount) if amount else ""

    @Property(str, notify=changed)
    def age(self) -> str:
        return age_words(self._card.minutes)

    @Property(str, notify=changed)
    def since(self) -> str:
        return clock_words(self._card.claim.since)

    @Property(str, notify=changed)
    def picture(self) -> str:
        path = self._card.claim.picture
        return QUrl.fromLocalFile(str(self._data_dir / path)).toString() if path else ""

    @Property(str, notify=changed)
    def stage_words(self) -> str:
        return stage_words(self._card.stage)

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._card.stage is ClaimStage.REFUND_FAILED

    @Property(bool, notify=changed)
    def going(self) -> bool:
        """Something goes on by itself: staff wait."""
        return self._card.stage in {
            ClaimStage.HELD,
            ClaimStage.REPRINTING,
            ClaimStage.REFUNDING,
        }

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """What was asked for last is being written down."""
        return self._card.deed is not None

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def deeds(self) -> list[dict[str, object]]:
        """What can be done but to give the price back: ``key``, ``words``, ``icon``, ``likely``."""
        amount = self._card.claim.amount
        shown = (deed for deed in self._card.allowed if deed not in REFUNDS)
        return [self._row(deed, deed_words(deed, amount)) for deed in shown]

    @Property(str, notify=changed)
    def refund_words(self) -> str:
        return tr("Kembalikan {amount} lewat").format(amount=rupiah(self._card.claim.amount))

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def refunds(self) -> list[dict[str, object]]:
        """The ways in which the price can go back, as ``deeds``."""
        shown = (deed for deed in self._card.allowed if deed in REFUNDS)
        return [self._row(deed, way_words(REFUNDS[deed])) for deed in shown]

    def _row(self, deed: Deed, words: str) -> dict[str, object]:
        likely = deed is self._card.likely
        return {"key": deed.value, "words": words, "icon": deed_icon(deed), "likely": likely}
