"""What the operator has set about the screen."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl
from PySide6.QtQml import QmlElement

from kiosk.domain.templates import Colour
from kiosk.domain.theme import Theme, theme_of
from kiosk.ui.settings import ScreenSettings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

MM_PER_INCH = 25.4


def restyled(file: Path, settings: ScreenSettings) -> Theme:
    """The theme in ``file`` with the operator's colours. Raises Unreadable."""
    own = (settings.accent, settings.highlight)
    accent, highlight = (Colour.from_hex(text) if text else None for text in own)
    theme = theme_of(tomllib.loads(file.read_text(encoding="utf-8")))
    return theme.restyled(accent, highlight)


@QmlElement
class LookModel(QObject):
    """Never changes. Names in the theme are as in its file, ``coral_ink`` and so on."""

    def __init__(
        self, settings: ScreenSettings, data_dir: Path, assets: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._assets = assets
        self._data_dir = data_dir
        self._settings = settings
        self._theme = restyled(assets / "theme.toml", settings)
        self._colours = self._theme.tokens()

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type] # a type's name in Qt
    def colours(self) -> dict[str, str]:
        return self._colours

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type] # a type's name in Qt
    def sizes(self) -> dict[str, float]:
        """Hundredths of the screen's shorter side."""
        return dict(self._theme.sizes)

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type] # a type's name in Qt
    def times(self) -> dict[str, int]:
        """Milliseconds."""
        return dict(self._theme.times)

    @Property(float, constant=True)
    def least_mm(self) -> float:
        """What a finger needs on the glass."""
        return self._theme.least_mm

    @Property(float, constant=True)
    def diagonal_mm(self) -> float:
        return self._settings.diagonal_in * MM_PER_INCH

    @Property(str, constant=True)
    def logo(self) -> str:
        own = self._settings.logo
        logo = self._data_dir / own if own else self._assets / "brand" / "logo-ink.svg"
        return QUrl.fromLocalFile(str(logo)).toString()

    @Property(str, constant=True)
    def icons(self) -> str:
        """The folder of icons, as a URL."""
        return QUrl.fromLocalFile(str(self._assets / "icons")).toString()

    @Property(str, constant=True)
    def lens_edge(self) -> str:
        return self._settings.lens_edge.value

    @Property(bool, constant=True)
    def reduced_motion(self) -> bool:
        return self._settings.reduced_motion

    @Property(bool, constant=True)
    def takes_bills(self) -> bool:
        """Whether there is a slot for bills."""
        return self._settings.takes_bills
