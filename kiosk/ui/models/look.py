"""What the operator has set about the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl
from PySide6.QtQml import QmlElement

from kiosk.ui.settings import ScreenSettings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LookModel(QObject):
    """Never changes."""

    def __init__(self, settings: ScreenSettings, assets: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._assets = assets
        self._settings = settings

    @Property(str, constant=True)
    def coral(self) -> str:
        return self._settings.coral

    @Property(str, constant=True)
    def marigold(self) -> str:
        return self._settings.marigold

    @Property(str, constant=True)
    def logo(self) -> str:
        logo = self._settings.logo or self._assets / "brand" / "logo-ink.svg"
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

    @Property(float, constant=True)
    def seconds_a_sheet(self) -> float:
        return self._settings.seconds_a_sheet

    @Property(bool, constant=True)
    def takes_bills(self) -> bool:
        """Whether there is a slot for bills."""
        return self._settings.takes_bills
