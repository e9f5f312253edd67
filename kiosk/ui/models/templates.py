"""The templates that the guest may pick on the arrange screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import PickTemplate, View
from kiosk.domain.states import Arranging
from kiosk.ui.models.paper import PaperModel
from kiosk.ui.models.papers import Papers
from kiosk.ui.models.sheet import SheetModel
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TemplateCardModel(QObject):
    """One template. Only ``picked`` ever changes."""

    changed = Signal()

    def __init__(self, name: str, title: str, paper: PaperModel, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._title = title
        self._paper = paper
        self._picked = False

    def mark(self, *, picked: bool) -> None:
        if picked != self._picked:
            self._picked = picked
            self.changed.emit()

    @Property(str, constant=True)
    def name(self) -> str:
        return self._name

    @Property(str, constant=True)
    def title(self) -> str:
        return self._title

    @Property(PaperModel, constant=True)
    def paper(self) -> PaperModel:
        return self._paper

    @Property(bool, notify=changed)
    def picked(self) -> bool:
        return self._picked


@QmlElement
class TemplatesModel(QObject):
    """A tap lays the shots out anew at once; the next View says what was picked."""

    changed = Signal()

    def __init__(self, papers: Papers, sheet: SheetModel, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._sheet = sheet
        self._taps = taps
        self._known: dict[str, TemplateCardModel] = {}
        self._names: tuple[str, ...] = ()
        self._cards: list[TemplateCardModel] = []
        self._session_id = ""
        sheet.changed.connect(self._mark)

    def show(self, view: View, arranging: Arranging) -> None:
        self._session_id = view.session_id or ""
        names = tuple(name for name in view.templates if self._papers.title(name))
        if names != self._names:
            self._names = names
            self._cards = [self._card(name, arranging) for name in names]
            self.changed.emit()
        self._mark()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def cards(self) -> list[TemplateCardModel]:
        """Fewer than two where there is nothing to pick."""
        return self._cards

    @Slot(str)
    def pick(self, name: str) -> None:
        layout = self._sheet.layout
        if layout is None or name == layout.template:
            return
        intent = PickTemplate(self._session_id, name)
        if self._taps.send(self._session_id, ScreenName.ARRANGE, intent):
            self._sheet.lay_out(replace(layout, template=name))

    def _card(self, name: str, arranging: Arranging) -> TemplateCardModel:
        """The same each time: QML may still be looking at it."""
        if name not in self._known:
            paper = self._papers.laid_out(arranging.order.package, name)
            self._known[name] = TemplateCardModel(name, self._papers.title(name), paper, self)
        return self._known[name]

    def _mark(self) -> None:
        layout = self._sheet.layout
        for name, card in zip(self._names, self._cards, strict=True):
            card.mark(picked=layout is not None and name == layout.template)
