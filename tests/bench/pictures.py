"""Saved to print-ready: from the last shot's file on disk to the commit that knows the print.

With the booth's own shooting, darkroom, lanes and journal; between them stand a camera that has
its pictures already, and this file in the conductor's place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

import cv2
import numpy as np

from kiosk.booth.lanes import Lanes, Run
from kiosk.booth.messages import Happened, Message
from kiosk.booth.pace import Pace
from kiosk.booth.performers import Lane, lane_of
from kiosk.booth.shooting import Shooting
from kiosk.clock import SystemClock
from kiosk.domain import session as s
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.order import Shot
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.jpeg import Pixels
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.templates.files import load_template
from kiosk.local.demo import CLIP
from kiosk.resources import assets
from kiosk.store.mirror import Mirror
from tests.bench.figure import Figure
from tests.bench.shots import KINDS, PACKAGE, TEMPLATE, Kind, as_photographed, order_of
from tests.bench.spread import percentile
from tests.store.sample import opened

SESSIONS = {"1080p": 25}
SESSIONS_OF_OTHERS = 8
GOALS_MS = {"1080p": 80.0}
PACE = replace(Pace(), countdown=0.05, review=0.05)
TIMES = 10
MOST_S = 30.0
THUMBNAIL = 240


def figures(folder: Path) -> list[Figure]:
    looks = Looks((assets() / "looks",))
    composed = [figure for kind in KINDS for figure in _composed(kind, folder / kind.name, looks)]
    return [*composed, *_graded(looks), *_thumbnails(folder / "thumbnails", looks)]


def _composed(kind: Kind, folder: Path, looks: Looks) -> list[Figure]:
    with opened(folder) as mirror:
        guests = _Guests(mirror, _shooting(mirror, folder, _frames(kind), looks), looks.names)
        try:
            guests.play(SESSIONS.get(kind.name, SESSIONS_OF_OTHERS))
        finally:
            guests.close()
    saved, picked = guests.saved_ms, guests.picked_ms
    goal = GOALS_MS.get(kind.name)
    return [
        Figure(f"{kind.name}: saved to print-ready p50", percentile(saved, 0.5), "ms"),
        Figure(f"{kind.name}: saved to print-ready p95", percentile(saved, 0.95), "ms", goal),
        Figure(f"{kind.name}: look picked to print p50", percentile(picked, 0.5), "ms"),
        Figure(f"{kind.name}: look picked to print p95", percentile(picked, 0.95), "ms", goal),
    ]


def _shooting(mirror: Mirror, folder: Path, frames: list[Pixels], looks: Looks) -> Shooting:
    camera, clock = _Camera(frames), SystemClock()
    return Shooting(camera, _darkroom(folder, looks), mirror.journal, clock, PACE)


def _darkroom(folder: Path, looks: Looks) -> Darkroom:
    darkroom = Darkroom(
        folder,
        {TEMPLATE: load_template(assets() / "templates" / TEMPLATE)},
        Composer(assets() / "fonts"),
        looks,
        event="Bench",
        download_base="https://booth.example/p/",
        quality=92,
        even=True,
    )
    darkroom.prepare()
    return darkroom


@dataclass
class _Camera:
    """Has a few pictures, whenever it is asked: decoding is measured elsewhere."""

    frames: Sequence[Pixels]
    asked: int = 0

    def status(self) -> CameraStatus:
        return CameraStatus(CameraState.LIVE)

    def delivers(self) -> bool:
        return True

    def lead_s(self) -> float:
        return 0.0

    def nearest(self, at_ns: int) -> Frame:
        self.asked += 1
        return Frame(self.frames[self.asked % len(self.frames)], at_ns, self.asked)


class _Guests:
    """Each takes three shots, looks at the print, and picks a look for it."""

    def __init__(self, mirror: Mirror, shooting: Shooting, looks: Sequence[str]) -> None:
        self._mirror = mirror
        self._shooting = shooting
        self._looks = looks
        self._clock = SystemClock()
        self._heard = SimpleQueue[tuple[int, Message]]()
        self._lanes = Lanes(Lane, lane_of, self._perform, self._hear, mirror.close)
        self.saved_ms: list[float] = []
        self.picked_ms: list[float] = []

    def play(self, sessions: int) -> None:
        for number in range(sessions):
            session, order = f"session-{number}", order_of(number)
            self._mirror.journal.start(session, s.Choosing(), self._clock.now())
            self._append(session, s.Chosen(order))
            saved_ns = 0
            for _ in range(PACKAGE.shots):
                saved_ns = self._next(session, s.ShotTaken)
            self._next(session, s.PictureComposed)
            self.saved_ms.append((time.monotonic_ns() - saved_ns) / 1e6)
            picked_ns = time.monotonic_ns()
            self._append(session, s.LookPicked(self._looks[number % len(self._looks)]))
            self._next(session, s.PictureComposed)
            self.picked_ms.append((time.monotonic_ns() - picked_ns) / 1e6)
            self._lanes.ensure(session, ())

    def close(self) -> None:
        self._lanes.close(MOST_S)

    def _perform(self, run: Run, effect: s.Effect) -> None:
        match effect:
            case s.TakeShot():
                self._shooting.take(run, effect)
            case s.Compose():
                self._shooting.compose(run, effect)
            case _:
                raise RuntimeError(f"{effect} is due")

    def _hear(self, message: Message) -> None:
        self._heard.put((time.monotonic_ns(), message))

    def _next(self, session: str, event: type[s.Event]) -> int:
        """When the event was told; it is on disk then, and what it leads to has begun."""
        until = time.monotonic() + MOST_S
        while (left := until - time.monotonic()) > 0:
            told_ns, message = self._heard.get(timeout=left)
            if isinstance(message, Happened) and isinstance(message.event, event):
                self._append(session, message.event)
                return told_ns
        raise TimeoutError(f"no {event.__name__} within {MOST_S:g} s")

    def _append(self, session: str, event: s.Event) -> None:
        step = self._mirror.journal.append(session, event, self._clock.now())
        if step is None:
            raise RuntimeError(f"{event} means nothing here")
        self._lanes.ensure(session, s.due(step.state))


def _graded(looks: Looks) -> list[Figure]:
    kind = KINDS[1]
    picture = _frames(kind)[0]
    taken_ms = _timed(lambda: looks.apply("senja", picture))
    return [Figure(f"a look on {kind.name} p50", percentile(taken_ms, 0.5), "ms")]


def _thumbnails(folder: Path, looks: Looks) -> list[Figure]:
    """Of a shot at 1080p, from its file on disk."""
    darkroom = _darkroom(folder, looks)
    frame = Frame(_frames(KINDS[0])[0], 0, 0)
    shots: tuple[Shot, ...] = (
        darkroom.save_shot(frame, "photos/shot-1.jpg", SystemClock().now(), 1),
    )
    taken_ms = _timed(lambda: darkroom.thumbnails(shots, THUMBNAIL))
    return [Figure(f"{len(looks.names) + 1} thumbnails p95", percentile(taken_ms, 0.95), "ms", 50)]


def _timed(work: Callable[[], object]) -> list[float]:
    taken_ms = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        taken_ms.append((time.perf_counter() - began) * 1e3)
    return taken_ms


def _frames(kind: Kind) -> list[Pixels]:
    """As the camera gives them, a second apart."""
    studio, chance = cv2.VideoCapture(str(CLIP)), np.random.default_rng(2026)
    frames = []
    for _ in range(PACKAGE.shots):
        for _ in range(30):
            studio.grab()
        frames.append(as_photographed(studio.retrieve()[1], kind, chance))
    return frames
