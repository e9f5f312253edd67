"""The booth and its window, put together and run.

The window comes first and the booth behind it, on a thread of its own: what the booth needs takes
longer to import than a guest should look at a dark screen. Nothing of it is imported here.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.booth.view import Check, Problem, View, is_starting
from kiosk.building import Building
from kiosk.domain.order import Shot
from kiosk.parts_to_come import Parts, PartsToCome
from kiosk.resources import assets
from kiosk.start_marks import StartMarks
from kiosk.ui.language import Language
from kiosk.ui.remembered import remember, remembered
from kiosk.ui.settings import LensEdge, ScreenSettings
from kiosk.ui.sounds.speaker import Speaker
from kiosk.ui.window import Screen, application, import_as_before, open_screen

if TYPE_CHECKING:
    from kiosk.booth.pace import Pace
    from kiosk.config import Config
    from kiosk.imaging.darkroom import Darkroom
    from kiosk.imaging.jpeg import Pixels
    from kiosk.imaging.looks.looks import Looks
    from kiosk.running import Booth
    from kiosk.wiring.camera import CameraAhead

UNSEEN_MS = 1000
"""So long the booth waits for the window's first picture: a display that shows none must not keep
what is owed from going on."""

SCREEN_FILE, CAMERA_FILE = "screen.json", "camera.json"
"""What the last start leaves to the next, in the data directory."""

FIRST_LOOK_S = 1.0
"""So long the rest of the booth leaves the processor to what the guest waits for."""

COMING = Problem(Check.STORE, "the booth is being put together", "wait a moment", soon=True)
FIRST_VIEW = View(packages=(), problems=(COMING,))


@dataclass(frozen=True)
class BoothLooks:
    """The booth's looks, as the window asks for them."""

    looks: Looks
    darkroom: Darkroom

    def title(self, name: str) -> str:
        return self.looks.title(name)

    def thumbnails(self, shots: tuple[Shot, ...], width: int) -> Mapping[str, Pixels]:
        return self.darkroom.thumbnails(shots, width)


def screen_settings_of(config: Config) -> ScreenSettings:
    section = config.screen
    return ScreenSettings(
        full_screen=not section.width,
        size=(section.width or 1080, section.height or 1920),
        lens_edge=LensEdge(section.lens),
        mirror=config.camera.mirror,
        diagonal_in=section.diagonal_in,
        reduced_motion=section.reduced_motion,
        lowered=section.lowered,
        accent=config.theme.accent,
        highlight=config.theme.highlight,
        logo=Path(config.theme.logo) if config.theme.logo else None,
        volume=config.sound.volume,
        event=config.booth.event,
        takes_bills=config.bill_acceptor is not None,
        language=Language(config.booth.language),
    )


def parts_of(booth: Booth) -> Parts:
    return Parts(
        send=booth.actor.send,
        ask=booth.staff.ask,
        preview=booth.camera,
        looks=BoothLooks(booth.looks, booth.darkroom),
        templates=booth.templates,
    )


def open_touchscreen(
    config: Config, data_dir: Path, booth: Booth, settings: ScreenSettings
) -> Screen:
    """The window of a booth that is there."""
    del config
    parts = PartsToCome()
    parts.have_come(parts_of(booth))
    return _window(data_dir, parts, settings)


def _window(data_dir: Path, parts: PartsToCome, settings: ScreenSettings) -> Screen:
    application(assets())
    return open_screen(
        send=parts.send,
        ask=parts.ask,
        preview=parts,
        looks=parts,
        templates=parts.templates,
        data_dir=data_dir,
        assets=assets(),
        settings=settings,
        player=Speaker(assets() / "sounds", settings.volume) if settings.volume else None,
    )


@dataclass(frozen=True)
class Start:
    """``log`` opens the log and raises OSError; ``load`` raises ConfigError, and reads
    ``settings_file``. Both run once, in this order, on any thread.

    ``screen`` and ``pace`` may change what the settings say. ``built`` is told of the booth just
    before it starts, ``seen`` of each View, ``settled`` comes when all has started; they are called
    on other threads.
    """

    log: Callable[[], None]
    load: Callable[[], Config]
    settings_file: Path
    data_dir: Path
    screen: Callable[[ScreenSettings], ScreenSettings] = lambda settings: settings
    pace: Callable[[Pace], Pace] = lambda pace: pace
    built: Callable[[Booth], None] = lambda booth: None
    seen: Callable[[View], None] = lambda view: None
    settled: Callable[[], None] = lambda: None


@contextmanager
def starting(start: Start, marks: StartMarks) -> Iterator[tuple[Screen, Building[Booth]]]:
    """The window, and the booth that follows its first picture. Both are closed at the end.

    Raises WindowFailed, and what ``load`` raises where no earlier start has left the settings that
    the window needs; what comes later is the building's to raise.
    """
    import_as_before()
    gc.disable()  # nothing that is made now is let go again
    file = start.data_dir / SCREEN_FILE
    settings = remembered(file, start.settings_file, ScreenSettings)
    if settings is None:
        start = _loaded(start)
        settings = screen_settings_of(start.load())
    parts = PartsToCome()
    screen = _window(start.data_dir, parts, start.screen(settings))
    marks.add("window")
    building = Building(partial(_build, start, screen, parts, marks), screen.close)
    screen.show(FIRST_VIEW)
    screen.drawn.connect(lambda: marks.add("first picture"))
    screen.once_drawn(building.start, at_the_latest_ms=UNSEEN_MS)
    try:
        yield screen, building
    finally:
        booth = building.give_up()
        if booth is not None:
            booth.close()
        gc.enable()


def run_touchscreen(start: Start, marks: StartMarks) -> None:
    """Until the window is closed, or the process is told to end. Raises what building raises."""
    with starting(start, marks) as (screen, building):
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, lambda *_: screen.close())
        screen.run()
        building.result()


def _loaded(start: Start) -> Start:
    """One whose log is open and whose settings are read."""
    start.log()
    config = start.load()
    return replace(start, log=lambda: None, load=lambda: config)


def _camera_ahead(start: Start) -> tuple[Start, CameraAhead]:
    """Its process takes longest, so that it is started as soon as possible: as the one that was in
    force at the last start, before the settings are read."""
    from kiosk.wiring.camera import CameraAhead, CameraPlan, camera_planned, plan_of

    plan = remembered(start.data_dir / CAMERA_FILE, start.settings_file, CameraPlan)
    if plan is None:
        start = _loaded(start)
        plan = plan_of(start.load().camera)
    start.log()
    ahead = CameraAhead(plan, camera_planned(plan))
    ahead.camera.start()
    return start, ahead


def _build(
    start: Start,
    screen: Screen,
    parts: PartsToCome,
    marks: StartMarks,
    gone: threading.Event,
) -> Booth | None:
    start, ahead = _camera_ahead(start)
    marks.add("camera started")
    try:
        config = start.load()
        remember(start.data_dir / SCREEN_FILE, start.settings_file, screen_settings_of(config))
        marks.add("settings")
        if gone.is_set():
            ahead.camera.stop()
            return None
        from kiosk.app import build_booth
        from kiosk.wiring.shop import pace_of

        marks.add("imported")
        known = threading.Event()
        publish = _publisher(start, screen, marks, known)
        pace = start.pace(pace_of(config))
        booth = build_booth(config, start.data_dir, pace, publish, screen.show_staff, ahead)
    except BaseException:
        ahead.camera.stop()
        raise
    try:
        if gone.is_set():
            booth.discard()
            return None
        parts.have_come(parts_of(booth))
        start.built(booth)
        _begin(booth, start, screen, marks, known)
    except BaseException:
        booth.close()  # what has begun is ended as it is at any other end
        raise
    else:
        return booth
    finally:
        booth.mirror.close()  # this thread's connection


def _begin(
    booth: Booth, start: Start, screen: Screen, marks: StartMarks, known: threading.Event
) -> None:
    """First what a guest waits for."""
    from kiosk.wiring.camera import plan_of

    booth.start_selling()
    marks.add("booth started")
    known.wait(FIRST_LOOK_S)
    screen.furnish()
    booth.start_the_rest()
    plan = plan_of(booth.settings.config.camera)
    remember(start.data_dir / CAMERA_FILE, start.settings_file, plan)
    start.settled()
    gc.freeze()
    gc.enable()


def _publisher(
    start: Start, screen: Screen, marks: StartMarks, known: threading.Event
) -> Callable[[View], None]:
    """``known`` is set once it is clear whether the booth can sell."""
    import structlog

    log = structlog.get_logger()

    def publish(view: View) -> None:
        if not known.is_set() and not is_starting(view.problems):
            marks.add("resting" if view.problems else "ready")
            log.info("started", marks=[asdict(mark) for mark in marks.all()])
            known.set()
        start.seen(view)
        screen.show(view)

    return publish
