"""One thing to choose."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.domain.money import rupiah
from kiosk.domain.order import Package
from kiosk.ui.models.paper import PaperModel
from kiosk.ui.models.papers import Papers
from kiosk.ui.words import sheet_words, shots_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PackageModel(QObject):
    """Never changes."""

    def __init__(self, package: Package, papers: Papers, parent: QObject) -> None:
        super().__init__(parent)
        self._package = package
        self._paper = papers.of(package)

    @Property(str, constant=True)
    def key(self) -> str:
        return self._package.key

    @Property(str, constant=True)
    def name(self) -> str:
        return self._package.name

    @Property(str, constant=True)
    def price(self) -> str:
        """Empty where it is free."""
        return rupiah(self._package.price) if self._package.price else ""

    @Property(str, constant=True)
    def sheet_words(self) -> str:
        return sheet_words(self._package)

    @Property(str, constant=True)
    def shots_words(self) -> str:
        return shots_words(self._package)

    @Property(PaperModel, constant=True)
    def paper(self) -> PaperModel:
        return self._paper
