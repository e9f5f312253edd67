"""Pictures of the screens that the unattended guest comes by."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtQuick import QQuickWindow

NUMBER = "[0-9][0-9]"
SETTLED_S = 0.6  # the paper has arrived


class CameraRoll:
    """Each moment once, numbered in the order in which they came; last time's pictures go."""

    def __init__(self, window: QQuickWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        for old in folder.glob(f"{NUMBER}-*.png"):
            old.unlink()
        self._taken: set[str] = set()
        self.files: list[Path] = []

    def waits_for(self, moment: str) -> bool:
        return moment not in self._taken

    def wants(self, moment: str, shown_s: float) -> bool:
        return self.waits_for(moment) and shown_s >= SETTLED_S

    def take(self, moment: str) -> None:
        self._taken.add(moment)
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{len(self._taken):02}-{moment}.png"
        if self._window.grabWindow().save(str(file)):
            self.files.append(file)
