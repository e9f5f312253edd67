"""The pay screen."""

from __future__ import annotations

import enum
from typing import assert_never
from urllib.parse import quote

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Leave, Notice, View
from kiosk.domain.money import rupiah
from kiosk.domain.session import (
    Closing,
    EnteringVoucher,
    Offered,
    Paying,
    PaymentStage,
    Picking,
    Requesting,
    TakingCash,
)
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import shots_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Stage(enum.Enum):
    PICKING = "picking"
    REQUESTING = "requesting"
    OFFERED = "offered"
    CLOSING = "closing"
    VOUCHER = "voucher"
    CASH = "cash"


def stage_of(stage: PaymentStage) -> Stage:
    match stage:
        case Picking():
            return Stage.PICKING
        case EnteringVoucher():
            return Stage.VOUCHER
        case TakingCash():
            return Stage.CASH
        case Requesting():
            return Stage.REQUESTING
        case Offered():
            return Stage.OFFERED
        case Closing():
            return Stage.CLOSING
        case _:
            assert_never(stage)


def code_url(text: str) -> str:
    """Where QML finds the QR code that says ``text``."""
    return f"image://qr/{quote(text, safe='')}" if text else ""


@QmlElement
class PayModel(QObject):
    changed = Signal()

    def __init__(self, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._taps = taps
        self._session_id = ""
        self._paying: Paying | None = None
        self._notice: Notice | None = None

    def show(self, view: View, paying: Paying) -> None:
        self._session_id = view.session_id or ""
        self._paying = paying
        self._notice = view.notice
        self.changed.emit()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return stage_of(self._paying.stage).value if self._paying else Stage.REQUESTING.value

    @Property(str, notify=changed)
    def code(self) -> str:
        """The QRIS code's image, empty while there is none."""
        match self._paying:
            case Paying(_, Offered(qr_string, _)):
                return code_url(qr_string)
            case _:
                return ""

    @Property(str, notify=changed)
    def amount(self) -> str:
        return rupiah(self._paying.order.amount) if self._paying else ""

    @Property(str, notify=changed)
    def package_name(self) -> str:
        return self._paying.order.package.name if self._paying else ""

    @Property(str, notify=changed)
    def shots_words(self) -> str:
        return shots_words(self._paying.order.package) if self._paying else ""

    @Property(bool, notify=changed)
    def unreachable(self) -> bool:
        return self._notice is Notice.PAYMENT_UNREACHABLE

    @Property(bool, notify=changed)
    def still_checking(self) -> bool:
        return self._notice is Notice.STILL_CHECKING

    @Slot()
    def cancel(self) -> None:
        self._taps.send(self._session_id, ScreenName.PAY, Leave(self._session_id))
