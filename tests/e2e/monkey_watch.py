"""What must not happen behind the monkey's back: a blocked screen, a warning of Qt's, an error."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from types import FrameType, TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

BEAT_MS = 5
BLOCKED_S = 0.05
LOOK_S = 0.01
NOT_OURS = ("kiosk.ui.touch", "kiosk.ui.guest", "kiosk.ui.camera_roll", "kiosk.ui.window")
"""Who touches and photographs the screen in a test, and what only waits for Qt."""


class Complaints:
    """Qt's warnings, and what Python could raise to nobody: each once, with what ``doing`` said
    when it came first."""

    def __init__(self) -> None:
        self.doing: Callable[[], str] = str
        self._first: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        qInstallMessageHandler(self._qt)
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, said: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self._add(f"Qt: {said} ({context.file}:{context.line})")

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._add("".join(traceback.format_exception(kind, error, trace)))

    def _raised_in_thread(self, told: threading.ExceptHookArgs) -> None:
        name = told.thread.name if told.thread else "?"
        self._add(f"in {name}: {told.exc_type.__name__}: {told.exc_value}")

    @property
    def heard(self) -> list[str]:
        return [f"{self._times[what]} times {what}, first {at}" for what, at in self._first.items()]

    def _add(self, what: str) -> None:
        self._times[what] += 1
        if what not in self._first:
            self._first[what] = self.doing()


class Beat(QObject):
    """Looks from a thread of its own where the GUI thread is while its events wait.

    ``blocked`` counts, by the place in the kiosk's own code, the times that a slot of ours kept the
    event loop for longer than 50 ms; ``elsewhere`` those that were Qt's, or the machine's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.blocked: Counter[str] = Counter()
        self.elsewhere: Counter[str] = Counter()
        self._gui = threading.get_ident()
        self._last = time.monotonic()
        self._over = threading.Event()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._thread = threading.Thread(target=self._look, name="beat", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._timer.stop()

    def _beat(self) -> None:
        self.beats += 1
        self._last = time.monotonic()

    def _look(self) -> None:
        told = 0.0
        while not self._over.wait(LOOK_S):
            since = self._last
            if time.monotonic() - since > BLOCKED_S and since != told:
                told = since
                frame = sys._current_frames().get(self._gui)
                ours = _ours(frame)
                (self.blocked if ours else self.elsewhere)[ours or _innermost(frame)] += 1


def _ours(frame: FrameType | None) -> str:
    """Where in the kiosk's code the thread is, "" where it is not in it."""
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith("kiosk.") and not name.startswith(NOT_OURS):
            return f"{name}:{frame.f_code.co_name}"
        frame = frame.f_back
    return ""


def _innermost(frame: FrameType | None) -> str:
    return "?" if frame is None else f"{frame.f_globals.get('__name__')}:{frame.f_code.co_name}"
