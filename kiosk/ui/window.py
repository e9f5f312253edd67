"""The window: made from what it is handed, told Views, and asked for nothing else."""

from __future__ import annotations

import builtins
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.booth.view import Intent, View
from kiosk.domain.templates import Template
from kiosk.ui.codes import CodeProvider
from kiosk.ui.keyboard import keyboard_is_there, prepare_keyboard
from kiosk.ui.looks import LookBook, LookProvider
from kiosk.ui.models.booth import BoothModel
from kiosk.ui.models.door import DoorModel
from kiosk.ui.models.language import LanguageModel
from kiosk.ui.preview import LiveProvider, PreviewSource
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.sounds.cues import Cues
from kiosk.ui.sounds.sound import Player, Silence
from kiosk.ui.staff_room import StaffRoom
from kiosk.ui.stats import LiveStats
from kiosk.ui.taps import Taps
from kiosk.ui.translations import Translations, reword

if TYPE_CHECKING:
    from kiosk.booth.staff.view import Request, StaffView
    from kiosk.ui.staff.room import StaffModel

QML = Path(__file__).parent / "qml"
RENDER_NODES = Path("/dev/dri")
UPDATE_WAIT = "QT_QPA_UPDATE_IDLE_TIME"
FONT_FAMILY = "Plus Jakarta Sans"
SIGNAL_CHECK_MS = 200  # how long Ctrl-C may wait for Python to see it
CLOSE_PATIENCE_S = 1.0
SWITCH_S = 0.0005
"""So long another thread's Python may go on when the screen's wants to: 5 ms are usual, and they
add up where several stand before it."""


class WindowFailed(RuntimeError):
    """The QML does not load; Qt has written why to the log."""


class Screen(QObject):
    """The touchscreen. ``show``, ``show_staff`` and ``close`` may be called from any thread."""

    _posted = Signal()
    _closing = Signal()
    _room_wanted = Signal()
    drawn = Signal()
    """The first picture is on the display: from now on the window takes a touch."""

    def __init__(
        self,
        booth: BoothModel,
        door: DoorModel,
        room: StaffRoom,
        language: LanguageModel,
        translations: Translations,
        engine: QQmlApplicationEngine,
        player: Player,
    ) -> None:
        super().__init__()
        self._player = player
        self._cues = Cues(booth, player)
        self._booth = booth
        self._door = door
        self._room = room
        self._language = language
        self._translations = translations
        self._engine = engine
        self._window: QQuickWindow | None = engine.rootObjects()[0]  # type: ignore[assignment] # Main.qml is a Window
        self._lock = threading.Lock()
        self._newest: View | None = None
        self._newest_staff: StaffView | None = None
        self.window.afterSynchronizing.connect(booth.live_feed.synchronized)
        self.window.frameSwapped.connect(booth.live_feed.swapped)
        self.window.frameSwapped.connect(self._first_frame)
        self._posted.connect(self._deliver)
        self._room_wanted.connect(self._open_room)
        language.changed.connect(self._say_anew)
        # Queued: a signal's handler may call close in the middle of anything, or before run.
        self._closing.connect(self._close, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> QQuickWindow:
        if self._window is None:
            raise WindowFailed("The window is closed.")
        return self._window

    @property
    def closed(self) -> bool:
        return self._window is None

    @property
    def booth(self) -> BoothModel:
        return self._booth

    @property
    def staff(self) -> StaffModel:
        """Made now where it is not there yet."""
        return self._room.open()

    @property
    def door(self) -> DoorModel:
        return self._door

    @property
    def language(self) -> LanguageModel:
        return self._language

    @property
    def live_stats(self) -> LiveStats:
        return self._booth.live_feed.stats

    def show(self, view: View) -> None:
        """Show ``view`` soon; one that came later wins."""
        with self._lock:
            posted = self._posted_already()
            self._newest = view
        if not posted:
            self._posted.emit()

    def show_staff(self, view: StaffView) -> None:
        """Show staff ``view`` soon; one that came later wins."""
        with self._lock:
            posted = self._posted_already()
            self._newest_staff = view
        if not posted:
            self._posted.emit()

    def furnish(self) -> None:
        """Has the staff's room made soon, from a thread that may take its time."""
        self._room.fetch()
        self._room_wanted.emit()

    def once_drawn(self, then: Callable[[], None], at_the_latest_ms: int) -> None:
        """Calls ``then`` on the GUI thread, twice where the first picture comes late."""
        self.drawn.connect(then)
        QTimer.singleShot(at_the_latest_ms, self, then)

    def close(self) -> None:
        """Closes the window and ends ``run``."""
        self._closing.emit()

    def run(self) -> int:
        """The event loop, until ``close`` or the window is closed. Python sees signals in it."""
        awake = QTimer(self, interval=SIGNAL_CHECK_MS)
        awake.timeout.connect(_nothing)
        awake.start()
        code = QGuiApplication.exec()
        awake.stop()
        self._close()
        return code

    def _posted_already(self) -> bool:
        return self._newest is not None or self._newest_staff is not None

    def _first_frame(self) -> None:
        self.window.frameSwapped.disconnect(self._first_frame)
        self.drawn.emit()

    def _deliver(self) -> None:
        with self._lock:
            view, self._newest = self._newest, None
            staff, self._newest_staff = self._newest_staff, None
        if self._window is None:
            return
        if view is not None:
            self._language.see(view)
            self._booth.show(view)
        if staff is not None:
            self._language.see_staff(staff)
            self.staff.show(staff)
            self._door.show(is_open=staff.gate.covers)

    def _open_room(self) -> None:
        if self._window is not None:
            self._room.open()

    def _say_anew(self) -> None:
        """What stands on the screen, in the language that is in force now."""
        self._engine.retranslate()
        if self._booth.view is not None:
            self._booth.show(self._booth.view)
        reword(self._booth)
        staff = self._room.made
        if staff is not None:
            staff.show(staff.view)
            reword(staff)

    def _close(self) -> None:
        if self._window is None:
            return
        self._booth.live_feed.join(CLOSE_PATIENCE_S)
        staff = self._room.made
        if staff is not None:
            staff.camera.live_feed.join(CLOSE_PATIENCE_S)
        self._booth.look_thumbnails.join(CLOSE_PATIENCE_S)
        self._player.close()
        self._window.close()
        self._window = None
        self._translations.fall_silent()
        # Here and in this order: QML goes before what it shows, and nothing of Qt is left to
        # Python's garbage collector, which may run on any thread.
        shiboken6.delete(self._engine)
        shiboken6.delete(self._booth)
        if staff is not None:
            shiboken6.delete(staff)
        shiboken6.delete(self._door)
        shiboken6.delete(self._language)
        QGuiApplication.quit()


def application(assets: Path) -> QGuiApplication:
    """Qt's one application object, with our fonts. Call it once, before ``open_screen``.

    Where there is no GPU, Qt paints only what has changed: measured on two cores at 1080p with
    the camera live, 34 % of a core and 16 ms behind, against 110 % and 31 ms with OpenGL.
    """
    import_as_before()
    sys.setswitchinterval(SWITCH_S)
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        if not any(RENDER_NODES.glob("renderD*")) and "QT_QUICK_BACKEND" not in os.environ:
            QQuickWindow.setSceneGraphBackend("software")
        # Qt waits 5 ms for more to come before it paints, a third of a frame's time.
        os.environ.setdefault(UPDATE_WAIT, "0")
        prepare_keyboard()
        app = QGuiApplication(["kiosk"])
    for file in sorted((assets / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setFont(QFont(FONT_FAMILY))
    return app


def open_screen(
    *,
    send: Callable[[Intent], None],
    ask: Callable[[Request], None],
    preview: PreviewSource,
    looks: LookBook,
    templates: Mapping[str, Template],
    data_dir: Path,
    assets: Path,
    settings: ScreenSettings,
    player: Player | None = None,
    now_ns: Callable[[], int] = time.monotonic_ns,
) -> Screen:
    """Opens the window and shows the quiet screen until the first View.

    ``send`` and ``ask`` are called on the GUI thread and must return at once. ``templates`` by
    the name under which packages know them. Without a ``player`` there is silence. Raises
    WindowFailed.
    """
    booth = BoothModel(
        taps=Taps(send, now_ns),
        preview=preview,
        looks=looks,
        templates=templates,
        data_dir=data_dir,
        assets=assets,
        settings=settings,
        now_ns=now_ns,
    )
    door = DoorModel(partial(_knock, ask), now_ns)
    translations = Translations(assets)
    language = LanguageModel(settings.language, translations.speak)
    engine = QQmlApplicationEngine()
    engine.addImageProvider("qr", CodeProvider())
    engine.addImageProvider("live", LiveProvider(booth.live_feed))
    engine.addImageProvider("looks", LookProvider(booth.look_thumbnails))
    engine.addImportPath(str(QML))
    _dress(engine, booth)
    width, height = settings.size
    engine.setInitialProperties(
        {
            "booth": booth,
            "door": door,
            "language": language,
            "width": width,
            "height": height,
            "fullScreen": settings.full_screen,
            "keyboardIsThere": keyboard_is_there(),
        }
    )
    engine.loadFromModule("Kiosk", "Main")
    if not engine.rootObjects():
        raise WindowFailed("The screen's QML does not load.")
    room = StaffRoom(engine, ask, now_ns, data_dir, preview)
    return Screen(booth, door, room, language, translations, engine, player or Silence())


def _knock(ask: Callable[[Request], None]) -> None:
    from kiosk.booth.staff.view import Knock  # with all that staff see: not for the first picture

    ask(Knock())


def _dress(engine: QQmlApplicationEngine, booth: BoothModel) -> None:
    """Every item is made in the booth's colours and sizes, none is made over."""
    theme = engine.singletonInstance("Kiosk", "Theme")
    if not isinstance(theme, QObject):
        raise WindowFailed("The screen's theme does not load.")
    theme.setProperty("look", booth.look)


def import_as_before() -> None:
    """PySide reads the source of every module that is imported after it, in search of ``from
    __feature__ import``, which nobody here writes: a tenth of a start. Its hook trips over
    pydantic's lazy imports, too."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before


def _nothing() -> None:
    """Entering Python is all that it takes for a signal to be handled."""
