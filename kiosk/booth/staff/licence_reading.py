"""The look-out for a licence key that is shown to the booth, until one is good."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import structlog

from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.setup_room import SetupRoom

log = structlog.get_logger()


class LicenceReading:
    """For the desk's thread; it looks on one of its own. ``shown`` hears of each key that is
    another than the one before. ``closing`` ends it with the desk."""

    def __init__(
        self,
        room: SetupRoom | None,
        sender: Sender,
        pace: StaffPace,
        closing: threading.Event,
        shown: Callable[[str], None],
    ) -> None:
        self._room = room
        self._sender = sender
        self._pace = pace
        self._closing = closing
        self._shown = shown
        self._over: threading.Event | None = None

    def start(self) -> None:
        if self._room is not None and self._over is None:
            self._over = threading.Event()
            work = partial(self._look_out, self._room, self._over)
            self._sender.send(Errand("licence look-out", work))

    def stop(self) -> None:
        if self._over is not None:
            self._over.set()
            self._over = None

    def _look_out(self, room: SetupRoom, over: threading.Event) -> None:
        last = ""
        while not (over.wait(self._pace.licence_look) or self._closing.is_set()):
            try:
                text = room.licence_in_sight() or ""
            except Exception:
                log.exception("the look-out for a licence stumbled")
                continue
            if text and text != last:
                last = text
                self._sender.later(partial(self._tell, text, over))

    def _tell(self, text: str, over: threading.Event) -> None:
        """What was on its way when it was stopped is not wanted any more."""
        if self._over is over:
            self._shown(text)
