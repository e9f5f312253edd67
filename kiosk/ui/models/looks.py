"""The looks that the guest may pick on the arrange screen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import PickLook, View
from kiosk.domain.states import Arranging
from kiosk.ui.looks import LookBook, LookThumbnails
from kiosk.ui.screens import ScreenName
from kiosk.ui.taps import Taps
from kiosk.ui.words import look_title

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LookCardModel(QObject):
    """One look. ``picture`` is empty until the guest's shot is there in it."""

    changed = Signal()

    def __init__(self, name: str, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._title = title  # the look's own, empty for none
        self._picked = False
        self._picture = ""

    def show(self, *, picked: bool, picture: str) -> None:
        if (picked, picture) != (self._picked, self._picture):
            self._picked, self._picture = picked, picture
            self.changed.emit()

    @Property(str, constant=True)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def title(self) -> str:
        return look_title(self._title)

    @Property(bool, notify=changed)
    def picked(self) -> bool:
        return self._picked

    @Property(str, notify=changed)
    def picture(self) -> str:
        return self._picture


@QmlElement
class LooksModel(QObject):
    """A tap marks its card at once; the next View says what was picked."""

    changed = Signal()

    def __init__(self, book: LookBook, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._taps = taps
        self._thumbnails = LookThumbnails(book, self)
        self._thumbnails.changed.connect(self._thumbnails_changed)
        self._known: dict[str, LookCardModel] = {}
        self._cards: list[LookCardModel] = []
        self._names: tuple[str, ...] = ()
        self._session_id = ""
        self._pictured = ""  # the session whose thumbnails were asked for
        self._picked = ""

    @property
    def thumbnails(self) -> LookThumbnails:
        return self._thumbnails

    def show(self, view: View, arranging: Arranging) -> None:
        self._session_id = view.session_id or ""
        self._picked = arranging.look
        self._offer(view.looks)
        # Not before the picture is composed: it is what the guest waits for.
        if self._names and arranging.picture is not None and self._pictured != self._session_id:
            self._pictured = self._session_id
            self._thumbnails.make(arranging.shots)
        self._mark()

    def hide(self) -> None:
        """The guest has left this step."""
        if self._pictured:
            self._pictured = ""
            self._thumbnails.forget()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def cards(self) -> list[LookCardModel]:
        """Empty where there is nothing to pick."""
        return self._cards

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Whether the pictures can't be made: the names alone have to do."""
        return self._thumbnails.failed

    @Slot(str)
    def pick(self, name: str) -> None:
        if name == self._picked:
            return
        if self._taps.send(self._session_id, ScreenName.ARRANGE, PickLook(self._session_id, name)):
            self._picked = name
            self._mark()

    def _offer(self, names: tuple[str, ...]) -> None:
        if names == self._names:
            return
        self._names = names
        self._cards = [self._card(name) for name in names]
        self.changed.emit()

    def _card(self, name: str) -> LookCardModel:
        """The same each time: QML may still be looking at it."""
        if name not in self._known:
            title = self._book.title(name) if name else ""
            self._known[name] = LookCardModel(name, title, self)
        return self._known[name]

    def _thumbnails_changed(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for name, card in zip(self._names, self._cards, strict=True):
            card.show(picked=name == self._picked, picture=self._thumbnails.source(name))
