"""The change that a guest is due."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View
from kiosk.domain.money import rupiah
from kiosk.domain.states import order_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChangeModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._amount = ""
        self._claim_code = ""

    def show(self, view: View) -> None:
        order = order_of(view.state) if view.state is not None else None
        before = self._amount, self._claim_code
        self._amount = rupiah(order.change_due) if order is not None and order.change_due else ""
        self._claim_code = order.claim_code if order is not None else ""
        if (self._amount, self._claim_code) != before:
            self.changed.emit()

    @Property(str, notify=changed)
    def amount(self) -> str:
        """Empty where the guest is due none."""
        return self._amount

    @Property(str, notify=changed)
    def claim_code(self) -> str:
        return self._claim_code
