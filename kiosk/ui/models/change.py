"""The change that a guest is due."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View
from kiosk.domain.money import rupiah
from kiosk.domain.order import Order
from kiosk.domain.states import order_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChangeModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._order: Order | None = None

    def show(self, view: View) -> None:
        before, self._order = self._order, order_of(view.state) if view.state is not None else None
        if self._order != before:
            self.changed.emit()

    @Property(str, notify=changed)
    def amount(self) -> str:
        """Empty where the guest is due none."""
        due = self._order.change_due if self._order is not None else 0
        return rupiah(due) if due else ""

    @Property(str, notify=changed)
    def claim_code(self) -> str:
        return self._order.claim_code if self._order is not None else ""
