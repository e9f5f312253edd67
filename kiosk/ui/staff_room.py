"""The staff's room in the window. No guest waits for it: it is made after the first picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtQml import QQmlApplicationEngine

from kiosk.ui.preview import LiveProvider, PreviewSource

if TYPE_CHECKING:
    from kiosk.booth.staff.view import Request
    from kiosk.ui.staff.room import StaffModel


class StaffRoom:
    """Made once, by the first who asks for it. Only for the GUI thread, but for ``fetch``."""

    def __init__(
        self,
        engine: QQmlApplicationEngine,
        ask: Callable[[Request], None],
        now_ns: Callable[[], int],
        data_dir: Path,
        preview: PreviewSource,
    ) -> None:
        self._engine = engine
        self._ask = ask
        self._now_ns = now_ns
        self._data_dir = data_dir
        self._preview = preview
        self._made: StaffModel | None = None

    @property
    def made(self) -> StaffModel | None:
        return self._made

    @staticmethod
    def fetch() -> None:
        """Imports what it is made of, from any thread: as long as ten frames."""
        import kiosk.ui.staff.room  # noqa: F401

    def open(self) -> StaffModel:
        """QML makes its part of it between frames, or at once where staff are at the door."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> StaffModel:
        from kiosk.ui.staff.camera import ProofProvider
        from kiosk.ui.staff.room import StaffModel

        staff = StaffModel(
            ask=self._ask, now_ns=self._now_ns, data_dir=self._data_dir, preview=self._preview
        )
        self._engine.addImageProvider("staff-live", LiveProvider(staff.camera.live_feed))
        self._engine.addImageProvider("proof", ProofProvider(staff.camera))
        self._engine.rootObjects()[0].setProperty("staff", staff)
        return staff
