"""The pay screen."""

from __future__ import annotations

import enum
from typing import assert_never
from urllib.parse import quote

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import HavePaid, Intent, Leave, LeaveWay, Notice, PickWay, View
from kiosk.domain.money import rupiah
from kiosk.domain.order import PaymentMethod
from kiosk.domain.states import (
    Closing,
    EnteringVoucher,
    Offered,
    Paying,
    PaymentStage,
    Picking,
    Requesting,
    TakingCash,
)
from kiosk.ui.models.voucher import VoucherModel
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import picking_words, sheet_words, tally_words

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
        self._voucher = VoucherModel(taps, self)
        self._view = View(packages=())
        self._paying: Paying | None = None
        self._looked_in_vain = False

    def show(self, view: View) -> None:
        """``view`` may be of any step: what a guest has typed here ends with this one."""
        self._voucher.show(view)
        if not isinstance(view.state, Paying):
            return
        in_vain = self._in_vain()
        before, self._view = self._view, view
        was, self._paying = self._paying, view.state
        self._looked_in_vain = _same_code(was, view.state) and (
            self._looked_in_vain or before.notice is Notice.STILL_CHECKING
        )
        # Orders are equal whatever came in meanwhile, and with them Views.
        more = was is None or was.order.till != view.state.order.till
        if more or view != before or self._in_vain() is not in_vain:
            self.changed.emit()

    @Property(VoucherModel, constant=True)
    def voucher(self) -> VoucherModel:
        return self._voucher

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
        """What is to be paid now."""
        match self._paying:
            case None:
                return ""
            case Paying(order, Requesting() | Offered() | Closing()):
                return rupiah(order.to_ask)
            case Paying(order):
                return rupiah(order.due)

    @Property(str, notify=changed)
    def tally(self) -> str:
        """The price and what came in of it; empty where nothing did yet."""
        return tally_words(self._paying.order) if self._paying else ""

    @Property(float, notify=changed)
    def share_paid(self) -> float:
        """How much of the price came in, 0 to 1."""
        order = self._paying.order if self._paying else None
        return 1 - order.due / order.amount if order and order.amount else 0.0

    @Property(str, notify=changed)
    def bought(self) -> str:
        if self._paying is None:
            return ""
        package = self._paying.order.package
        return f"{package.name} · {sheet_words(package)}"

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def ways(self) -> list[str]:
        return [way.value for way in self._view.ways]

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # as above
    def refused_ways(self) -> list[str]:
        return [way.value for way in self._view.refused_ways]

    @Property(bool, notify=changed)
    def other_ways(self) -> bool:
        """Whether there is something to go back and pick."""
        here = self._paying.order.method if self._paying else None
        return any(way is not here for way in self._view.ways)

    @Property(str, notify=changed)
    def picking_words(self) -> str:
        match self._paying:
            case Paying(_, Picking(failed)):
                view = self._view
                return picking_words(view.ways, view.refused_ways, failed=bool(failed))
            case _:
                return ""

    @Property(bool, notify=changed)
    def unreachable(self) -> bool:
        return self._view.notice is Notice.PAYMENT_UNREACHABLE

    @Property(bool, notify=changed)
    def still_checking(self) -> bool:
        return self._view.notice is Notice.STILL_CHECKING

    @Property(bool, notify=changed)
    def one_moment(self) -> bool:
        """Whether the booth makes sure that it can keep what it sells, before it takes money."""
        return self._view.notice is Notice.ONE_MOMENT

    @Property(bool, notify=changed)
    def looked_in_vain(self) -> bool:
        """Whether the guest had this code looked after, and it is not paid."""
        return self._in_vain()

    @Slot(str)
    def pick(self, way: str) -> None:
        self._send(PickWay(self._session_id, PaymentMethod(way)))

    @Slot()
    def have_paid(self) -> None:
        self._send(HavePaid(self._session_id))

    @Slot()
    def leave_way(self) -> None:
        self._send(LeaveWay(self._session_id))

    @Slot()
    def cancel(self) -> None:
        self._send(Leave(self._session_id))

    def _in_vain(self) -> bool:
        waits = (Notice.STILL_CHECKING, Notice.PAYMENT_UNREACHABLE)
        return self._looked_in_vain and self._view.notice not in waits

    @property
    def _session_id(self) -> str:
        return self._view.session_id or ""

    def _send(self, intent: Intent) -> None:
        self._taps.send(self._session_id, ScreenName.PAY, intent)


def _same_code(was: Paying | None, now: Paying) -> bool:
    return was is not None and isinstance(now.stage, Offered) and was.stage == now.stage
