"""The sheet that the guest bought, wherever it is now."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Property, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.session import (
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
    """Everything but ``held`` stays as it was when the sheet is put away."""

    changed = Signal()

    def __init__(self, papers: Papers, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._papers = papers
        self._data_dir = data_dir
        self._held = False
        self._content: Content = (None, (), None)

    def show(self, view: View) -> None:
        content = self._kept_in_front(view.state)
        self._held = content[0] is not None
        if self._held:
            self._content = content
        self.changed.emit()

    def _kept_in_front(self, state: State | None) -> Content:
        """While another look is composed, the guest goes on seeing the last one."""
        order, shots, picture = content_of(state)
        before, _, last = self._content
        if isinstance(state, Arranging) and before and before.photo_id == state.order.photo_id:
            picture = picture or last
        return order, shots, picture

    @Property(bool, notify=changed)
    def held(self) -> bool:
        return self._held

    @Property(PaperModel, notify=changed)
    def paper(self) -> PaperModel | None:
        order = self._content[0]
        return self._papers.of(order.package) if order else None

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def shots(self) -> list[str]:
        return [self._url(shot.path) for shot in self._content[1]]

    @Property(str, notify=changed)
    def picture(self) -> str:
        """A URL of its own for each content: the file is replaced when another look is picked."""
        picture = self._content[2]
        return f"{self._url(picture.path)}#{picture.sha256}" if picture else ""

    def _url(self, path: str) -> str:
        return QUrl.fromLocalFile(str(self._data_dir / path)).toString()
