"""The sheet that the guest bought, wherever it is now."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.states import (
    Arranging,
    Cancelled,
    Choosing,
    Delivered,
    Owed,
    Paying,
    Printing,
    Settled,
    Shooting,
    State,
)
from kiosk.ui.layout import Layout, as_taken, layout_of
from kiosk.ui.models.paper import PaperModel
from kiosk.ui.models.papers import Papers

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

Content = tuple[Order | None, tuple[Shot, ...], Picture | None]


def content_of(state: State | None) -> Content:
    """Whose order is on the sheet, with which shots, or already as a picture."""
    match state:
        case None | Choosing() | Cancelled() | Settled():
            return None, (), None
        case Paying(order):
            return order, (), None
        case Shooting(order, shots):
            return order, shots, None
        case Arranging(order, shots, picture):
            return order, shots, picture
        case Printing(order, picture) | Delivered(order, picture) | Owed(order, picture):
            return order, (), picture
        case _:
            assert_never(state)


@QmlElement
class SheetModel(QObject):
    """Everything but ``held`` stays as it was when the sheet is put away.

    What a guest does to the layout is seen at once (``lay_out``); the next View says what holds.
    """

    changed = Signal()

    def __init__(self, papers: Papers, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._data_dir = data_dir
        self._held = False
        self._content: Content = (None, (), None)
        self._layout: Layout | None = None
        self._composed: Layout | None = None  # what the picture shows

    def show(self, view: View) -> None:
        before = self._seen()
        order, shots, picture = content_of(view.state)
        self._held = order is not None
        if order is not None:
            self._take(view.state, order, shots, picture)
        if self._seen() != before:
            self.changed.emit()

    def lay_out(self, layout: Layout) -> None:
        """The guest has asked for this."""
        self._layout = layout
        self.changed.emit()

    def _take(
        self, state: State | None, order: Order, shots: tuple[Shot, ...], picture: Picture | None
    ) -> None:
        before, _, last = self._content
        same = before is not None and before.photo_id == order.photo_id
        if isinstance(state, Shooting | Arranging):
            self._layout = layout_of(state)
        elif not same or self._layout is None:
            self._layout = as_taken(order)
        if picture is not None:
            self._composed = self._layout
        elif isinstance(state, Arranging) and same:
            picture = last  # while another is composed, the guest goes on seeing the last one
        self._content = order, shots, picture

    def _seen(self) -> tuple[object, ...]:
        return self._held, self._content, self._layout, self._composed

    @Property(bool, notify=changed)
    def held(self) -> bool:
        return self._held

    @property
    def layout(self) -> Layout | None:
        """None before the first guest."""
        return self._layout

    @Property(PaperModel, notify=changed)
    def paper(self) -> PaperModel | None:
        order = self._content[0]
        if order is None or self._layout is None:
            return None
        return self._papers.laid_out(order.package, self._layout.template)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def slots(self) -> list[int]:
        """Of each slot the ``seq`` of the shot that is in it, or will be."""
        return list(self._layout.slots) if self._layout else []

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # as above
    def shots(self) -> list[str]:
        """A picture for each slot; empty where there is none yet."""
        urls = {shot.seq: self._url(shot.path) for shot in self._content[1]}
        return [urls.get(seq, "") for seq in self._layout.slots] if self._layout else []

    @Property(str, notify=changed)
    def picture(self) -> str:
        """A URL of its own for each content: the file is replaced when another look is picked.
        Empty where it was composed on other paper."""
        picture = self._content[2] if self._is_on_this_paper() else None
        return f"{self._url(picture.path)}#{picture.sha256}" if picture else ""

    @Property(bool, notify=changed)
    def rearranged(self) -> bool:
        """Whether the shots lie in other slots now than on the picture."""
        pictured = self._content[2] is not None and self._is_on_this_paper()
        return pictured and self._composed != self._layout

    def _is_on_this_paper(self) -> bool:
        if self._composed is None or self._layout is None:
            return False
        return self._composed.template == self._layout.template

    def _url(self, path: str) -> str:
        return QUrl.fromLocalFile(str(self._data_dir / path)).toString()
