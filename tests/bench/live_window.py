"""The shoot screen on a real window with a real camera, timed, as a process of its own.

Shots are taken and saved one after the other, as in a session. The result is one JSON object on
standard output, in the form of ``Seen``.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.booth.shooting import SCREEN_LAG_NS
from kiosk.booth.view import Countdown, View
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings
from kiosk.domain.order import Order, Package, PaymentMethod, Shot
from kiosk.domain.printing import Sheet
from kiosk.domain.session import Shooting
from kiosk.imaging.saving import save_jpeg
from kiosk.imaging.templates.files import load_template
from kiosk.resources import assets, camera_command
from kiosk.ui.looks import NoLooks
from kiosk.ui.settings import ScreenSettings
from kiosk.ui.stats import LiveStats
from kiosk.ui.window import Screen, application, open_screen

WARM_UP_S = 3.0
COUNTDOWN_S = 2.0
REVIEW_S = 0.6
TICK_MS = 2
TEMPLATE = "classic-4x6"
PACKAGE = Package("classic", "Foto 4×6", TEMPLATE, Sheet.FOUR_BY_SIX, 3, 1, 0)
SIZE = (1080, 1920)


@dataclass(frozen=True)
class Pair:
    """What stood on the screen at the shutter, and what was saved: by the frames' stamps, ns."""

    shutter_ns: int
    shown_ns: int
    saved_ns: int


@dataclass
class Seen:
    """``shown`` is (stamp, painted at) in ns; ``stalls_ms`` how late each tick of the GUI was."""

    seconds: float
    dropped: int
    camera_cpu: float
    screen_cpu: float
    shown: list[tuple[int, int]] = field(default_factory=list)
    stalls_ms: list[float] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


class Paints(LiveStats):
    """Keeps every painted frame."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[int, int]] = []
        self.lost = 0

    def painted(self, stamp_ns: int, now_ns: int) -> None:
        self.seen.append((stamp_ns, now_ns))

    def dropped_one(self) -> None:
        self.lost += 1

    def at(self, instant_ns: int) -> int:
        """The stamp of the frame that stood on the screen then."""
        return max(stamp for stamp, painted in self.seen if painted <= instant_ns)


class Heartbeat(QObject):
    """How late the event loop comes to a timer that is due every ``TICK_MS``."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


class Photographer(threading.Thread):
    """Counts down and takes shots until told to stop, as the camera lane does."""

    def __init__(self, screen: Screen, camera: SupervisedCamera, folder: Path) -> None:
        super().__init__(name="photographer", daemon=True)
        self.stopping = threading.Event()
        self.taken: list[tuple[int, int]] = []
        self._screen = screen
        self._camera = camera
        self._folder = folder

    def run(self) -> None:
        for session in range(1_000_000):
            order = Order(PACKAGE, PaymentMethod.FREE, 0, None, f"photo-{session}", "job", "code")
            shots: tuple[Shot, ...] = ()
            for seq in (1, 2, 3):
                shutter_ns = time.monotonic_ns() + int(COUNTDOWN_S * 1e9)
                countdown = Countdown(seq, shutter_ns, COUNTDOWN_S)
                self._show(str(session), Shooting(order, shots), countdown)
                self.stopping.wait((shutter_ns - time.monotonic_ns()) / 1e9)
                if self.stopping.is_set():
                    return
                shots = (*shots, self._take(shutter_ns, seq))
                self._show(str(session), Shooting(order, shots[:2]), None)
                self.stopping.wait(REVIEW_S)

    def _take(self, shutter_ns: int, seq: int) -> Shot:
        frame = self._camera.nearest(shutter_ns - SCREEN_LAG_NS)
        path = f"shot-{seq}.jpg"
        saved = save_jpeg(frame.pixels, self._folder / path, 92, datetime.now(UTC))
        self.taken.append((shutter_ns, frame.stamp_ns))
        return Shot(seq, path, "2026-01-01T00:00:00.000Z", saved.width, saved.height)

    def _show(self, session: str, state: Shooting, countdown: Countdown | None) -> None:
        self._screen.show(View((PACKAGE,), session_id=session, state=state, countdown=countdown))


def main(source: str, folder: str, seconds: str) -> None:
    camera = SupervisedCamera(CameraSettings(source), camera_command())
    application(assets())
    screen = open_screen(
        send=lambda _: None,
        ask=lambda _: None,
        preview=camera,
        looks=NoLooks(),
        templates={TEMPLATE: load_template(assets() / "templates" / TEMPLATE)},
        data_dir=Path(folder),
        assets=assets(),
        settings=ScreenSettings(full_screen=False, size=SIZE),
    )
    camera.start()
    photographer = Photographer(screen, camera, Path(folder))
    photographer.start()
    watch = Watch(screen, camera, float(seconds))
    screen.run()
    photographer.stopping.set()
    photographer.join()
    camera.stop()
    json.dump(asdict(watch.seen(photographer.taken)), sys.stdout)


class Watch(QObject):
    """Measures between the end of the warm-up and the window's closing."""

    def __init__(self, screen: Screen, camera: SupervisedCamera, seconds: float) -> None:
        super().__init__(screen)
        self._screen = screen
        self._camera = camera
        self._seconds = seconds
        self._paints = Paints()
        QTimer.singleShot(int(WARM_UP_S * 1000), self, self._begin)

    def _begin(self) -> None:
        self._screen.booth.live_feed.stats = self._paints
        self._beat = Heartbeat()
        self._began = time.monotonic()
        self._cpu_before = list(self._cpu())
        QTimer.singleShot(int(self._seconds * 1000), self, self._end)

    def _end(self) -> None:
        self._took = time.monotonic() - self._began
        spent = (
            after - before for after, before in zip(self._cpu(), self._cpu_before, strict=True)
        )
        self._camera_cpu, self._screen_cpu = (100 * each / self._took for each in spent)
        self._screen.close()

    def seen(self, taken: list[tuple[int, int]]) -> Seen:
        return Seen(
            self._took,
            self._paints.lost,
            self._camera_cpu,
            self._screen_cpu,
            self._paints.seen,
            self._beat.late_ms,
            list(self._pairs(taken)),
        )

    def _pairs(self, taken: list[tuple[int, int]]) -> Iterator[Pair]:
        painted = [at for _, at in self._paints.seen]
        for shutter_ns, saved_ns in taken:
            if painted[0] < shutter_ns < painted[-1]:
                yield Pair(shutter_ns, self._paints.at(shutter_ns), saved_ns)

    def _cpu(self) -> Iterator[float]:
        """Seconds of processor time so far: the camera process, and this one."""
        for pid in (self._camera.process_id, None):
            times = psutil.Process(pid).cpu_times()
            yield times.user + times.system


if __name__ == "__main__":
    main(*sys.argv[1:])
