"""One package at the event: its terms as they are in the draft."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.event_view import Offer, PackageTerms

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffPackageModel(QObject):
    changed = Signal()

    def __init__(self, offer: Offer, terms: PackageTerms, parent: QObject) -> None:
        super().__init__(parent)
        self._offer = offer
        self._terms = terms
        self._wrong = ""

    def show(self, offer: Offer, terms: PackageTerms, wrong: str) -> None:
        self._offer, self._terms, self._wrong = offer, terms, wrong
        self.changed.emit()

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._offer.key

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._offer.name

    @Property(str, notify=changed)
    def template(self) -> str:
        return self._offer.template

    @Property(int, notify=changed)
    def copies(self) -> int:
        return self._offer.copies

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        return self._terms.offered

    @Property(int, notify=changed)
    def price(self) -> int:
        return self._terms.price

    @Property(int, notify=changed)
    def extra_copy(self) -> int:
        return self._terms.extra_copy

    @Property(bool, notify=changed)
    def has_extra(self) -> bool:
        """Whether a guest may have more copies."""
        return self._terms.most_copies > self._offer.copies

    @Property(int, notify=changed)
    def most_copies(self) -> int:
        return self._terms.most_copies

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """What is wrong with it; empty for nothing."""
        return self._wrong
