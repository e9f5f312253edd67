"""One thing to choose."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import Choose
from kiosk.domain.money import rupiah
from kiosk.domain.order import Package
from kiosk.ui.models.paper import PaperModel
from kiosk.ui.models.papers import Papers
from kiosk.ui.words import sheet_words, shots_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PackageModel(QObject):
    """A package, and how many copies of it the guest has set."""

    changed = Signal()

    def __init__(self, package: Package, papers: Papers, parent: QObject) -> None:
        super().__init__(parent)
        self._package = package
        self._taken = package
        self._paper = papers.of(package)

    def put_back(self) -> None:
        """As many copies as the package has: for the next guest."""
        self._take(self._package.copies)

    def chosen(self, session_id: str) -> Choose:
        copies = self._taken.copies if self._package.most_copies > self._package.copies else None
        return Choose(session_id, self._package.key, copies)

    @Property(str, constant=True)
    def key(self) -> str:
        return self._package.key

    @Property(str, constant=True)
    def name(self) -> str:
        return self._package.name

    @Property(str, notify=changed)
    def price(self) -> str:
        """Empty where it is free."""
        return rupiah(self._taken.price) if self._taken.price else ""

    @Property(str, notify=changed)
    def sheet_words(self) -> str:
        return sheet_words(self._taken)

    @Property(str, notify=changed)
    def shots_words(self) -> str:
        return shots_words(self._package)

    @Property(bool, constant=True)
    def by_copies(self) -> bool:
        """Whether a guest may have more copies."""
        return self._package.most_copies > self._package.copies

    @Property(int, notify=changed)
    def copies(self) -> int:
        return self._taken.copies

    @Property(bool, notify=changed)
    def can_less(self) -> bool:
        return self._taken.copies > self._package.copies

    @Property(bool, notify=changed)
    def can_more(self) -> bool:
        return self._taken.copies < self._package.most_copies

    @Property(PaperModel, constant=True)
    def paper(self) -> PaperModel:
        return self._paper

    @Slot(int)
    def step(self, by: int) -> None:
        copies = self._taken.copies + by
        if self._package.copies <= copies <= self._package.most_copies:
            self._take(copies)

    def _take(self, copies: int) -> None:
        self._taken = self._package.with_copies(copies)
        self.changed.emit()
