"""The language in force, and the touch that changes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.view import View
from kiosk.ui.language import Language, Speaking

if TYPE_CHECKING:
    from kiosk.booth.staff.view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ALONE_MS = 60_000  # whoever picked a language and began nothing in this time has gone


@QmlElement
class LanguageModel(QObject):
    """``speak`` is told the language whenever it changes, before ``changed``."""

    changed = Signal()

    def __init__(
        self, own: Language, speak: Callable[[Language], None], alone_ms: int = ALONE_MS
    ) -> None:
        super().__init__()
        self._speaking = Speaking(own)
        self._speak = speak
        self._alone = QTimer(self, interval=alone_ms, singleShot=True)
        self._alone.timeout.connect(self.left_alone)
        speak(own)

    def see(self, view: View) -> None:
        """Before it is shown: where a session is over, the next guest is spoken to anew."""
        self._become(self._speaking.seeing(view))

    def see_staff(self, view: StaffView) -> None:
        self._become(self._speaking.seeing_staff(view))

    @property
    def language(self) -> Language:
        return self._speaking.now

    @Property(str, notify=changed)
    def code(self) -> str:
        return self.language.value

    @Property(str, notify=changed)
    def other_code(self) -> str:
        return self.language.next.value.upper()

    @Property(str, notify=changed)
    def other_name(self) -> str:
        """Of the language that a touch brings, in itself."""
        return self.language.next.own_name

    @Slot()
    def switch(self) -> None:
        self._become(self._speaking.switched())
        self._alone.start()

    def left_alone(self) -> None:
        """Nobody touched the screen for a while: whoever began nothing has gone."""
        self._become(self._speaking.left_alone())

    def _become(self, speaking: Speaking) -> None:
        before, self._speaking = self._speaking, speaking
        if speaking.now is not before.now:
            self._speak(speaking.now)
            self.changed.emit()
