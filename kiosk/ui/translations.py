"""The translation files, one for each language but the source's."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, SignalInstance

from kiosk.ui.language import Language

SOURCE = Language.INDONESIAN
SAYING = ("changed", "rows_changed")  # the signals of what has words

log = logging.getLogger(__name__)


class Translations:
    """Only for the GUI thread. A file is read when its language is first spoken (2 ms)."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "translations"
        self._read: dict[Language, QTranslator] = {}
        self._installed: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """From now on every text is looked up in ``language``; what is shown stays as it is."""
        self.fall_silent()
        if language is not SOURCE:
            self._installed = self._translator(language)
            QCoreApplication.installTranslator(self._installed)

    def fall_silent(self) -> None:
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None

    def _translator(self, language: Language) -> QTranslator:
        if language not in self._read:
            translator = QTranslator()
            if not translator.load(str(self._folder / f"kiosk_{language.value}.qm")):
                log.error("no words in %s: its file cannot be read", language.value)
            self._read[language] = translator
        return self._read[language]


def reword(models: QObject) -> None:
    """Has QML read ``models`` and all below it again: their words are made when they are read."""
    for model in (models, *models.findChildren(QObject)):
        for name in SAYING:
            changed = getattr(model, name, None)
            if isinstance(changed, SignalInstance):
                changed.emit()
