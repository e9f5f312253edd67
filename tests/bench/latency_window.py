"""A booth on a real window whose frames are timed, run as a process of its own.

The unattended guest touches it; the payment code is paid by whoever plays Xendit. The result is
one JSON list on standard output: for each visit, in the form of ``Seen``.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from kiosk.app import build_booth
from kiosk.booth.view import View
from kiosk.config import load_config
from kiosk.domain import session as s
from kiosk.logs import log_to
from kiosk.resources import assets
from kiosk.touchscreen import open_touchscreen, screen_settings_of
from kiosk.ui.guest import Guest
from kiosk.ui.screens import ScreenName
from kiosk.ui.window import Screen
from kiosk.wiring.shop import pace_of


@dataclass
class Seen:
    """``tap_to_code_ms`` runs from the finger's lift to the first frame with the code;
    ``shoot_at_ns`` (time of day) is the first frame of the screen that comes after paying."""

    payment_id: str
    tap_to_code_ms: float
    shoot_at_ns: int = 0


class FrameWatch(QObject):
    """Notes the frames in which a code and the shoot screen appear first."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.seen: list[Seen] = []
        self._booth = screen.booth
        self._lifted_ns = self._tapped_ns = 0
        self._drawn: View | None = None
        screen.window.installEventFilter(self)
        screen.window.afterSynchronizing.connect(self._synchronized)
        screen.window.frameSwapped.connect(self._swapped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() is QEvent.Type.TouchEnd:
            self._lifted_ns = time.monotonic_ns()
        return False

    def show(self, view: View) -> None:
        """To be told of each view, on any thread: the tap before a code is asked for."""
        if isinstance(view.state, s.Paying) and isinstance(view.state.stage, s.Requesting):
            self._tapped_ns = self._lifted_ns

    def _synchronized(self) -> None:
        self._drawn = self._booth.view

    def _swapped(self) -> None:
        match self._drawn:
            case View(state=s.Paying(order, s.Offered())):
                self._code_is_shown(str(order.payment_id))
            case View(state=s.Shooting()) if self._booth.screen_name == ScreenName.SHOOT.value:
                self._shoot_is_shown()
            case _:
                pass

    def _code_is_shown(self, payment_id: str) -> None:
        if not self.seen or self.seen[-1].payment_id != payment_id:
            took_ms = (time.monotonic_ns() - self._tapped_ns) / 1e6
            self.seen.append(Seen(payment_id, round(took_ms, 1)))

    def _shoot_is_shown(self) -> None:
        if self.seen and not self.seen[-1].shoot_at_ns:
            self.seen[-1].shoot_at_ns = time.time_ns()


def main(settings: str, data_dir: str, visits: str) -> None:
    folder = Path(data_dir)
    log_to(folder / "logs")
    config = load_config(Path(settings), assets() / "templates")
    # What is measured stays as it is on a real night; only what comes after is in a hurry.
    pace = replace(pace_of(config), countdown=0.3, review=0.05, retake_review=0.05)

    def publish(view: View) -> None:
        watch.show(view)
        screen.show(view)

    booth = build_booth(config, folder, pace, publish, lambda _: None)
    screen = open_touchscreen(config, folder, booth, screen_settings_of(config))
    watch = FrameWatch(screen)
    guest = Guest(screen, folder / "screens")
    booth.start()
    try:
        guest.run(int(visits), screen.close)
        screen.run()
    finally:
        booth.close()
    json.dump([asdict(seen) for seen in watch.seen], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
