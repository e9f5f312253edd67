"""Shutter to saved: the shutter instant, the frame, its file flushed, and the journal's commit.

Through the real camera process on clips of still photographs, with the booth's own shooting,
darkroom and store. The clips run at a rate that decoding leaves most of a processor free at.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message
from kiosk.booth.pace import Pace
from kiosk.booth.shooting import Shooting
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.ring import Pixels
from kiosk.camera.settings import CameraSettings
from kiosk.clock import SystemClock
from kiosk.domain import session as s
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.printing import Sheet
from kiosk.imaging.compose import Composer
from kiosk.imaging.darkroom import Darkroom
from kiosk.imaging.looks.looks import Looks
from kiosk.imaging.templates.files import load_template
from kiosk.local.demo import CLIP
from kiosk.resources import assets, camera_command
from kiosk.store.mirror import Mirror
from tests.bench.figure import Figure
from tests.bench.spread import percentile
from tests.store.sample import opened

TEMPLATE = "classic-4x6"
PACKAGE = Package("classic", "Classic", TEMPLATE, Sheet.FOUR_BY_SIX, 3, 1, 0)
SESSIONS = 12
PACE = replace(Pace(), countdown=0.43, review=0.1)  # out of step with every clip
FRAMES = 4  # of a clip, over and over
CLIP_QUALITY = 95
NOISE = 3.0  # of 255, as a good sensor's


@dataclass(frozen=True)
class Kind:
    """A camera; ``goal`` is the 95th percentile in ms."""

    name: str
    width: int
    height: int
    fps: int
    goal: float


KINDS = (
    Kind("1080p", 1920, 1080, 30, 25),
    Kind("12 MP", 4000, 3000, 4, 80),
    Kind("24 MP", 6000, 4000, 2, 120),
)


def figures(folder: Path) -> list[Figure]:
    return [figure for kind in KINDS for figure in _figures(kind, folder / kind.name)]


def _figures(kind: Kind, folder: Path) -> list[Figure]:
    folder.mkdir(parents=True)
    clip = _clip(kind, folder / "clip.avi")
    with opened(folder) as mirror, _camera(kind, clip) as camera:
        taken_ms = _Sessions(mirror, _shooting(folder, mirror, camera)).play()
    return [
        Figure(f"{kind.name}: shots", len(taken_ms), "", SESSIONS * PACKAGE.shots, at_least=True),
        Figure(f"{kind.name}: shutter to saved p50", percentile(taken_ms, 0.5), "ms"),
        Figure(f"{kind.name}: shutter to saved p95", percentile(taken_ms, 0.95), "ms", kind.goal),
    ]


def _shooting(folder: Path, mirror: Mirror, camera: SupervisedCamera) -> Shooting:
    darkroom = Darkroom(
        folder,
        {TEMPLATE: load_template(assets() / "templates" / TEMPLATE)},
        Composer(assets() / "fonts"),
        Looks((assets() / "looks",), None),
        event="Bench",
        download_base="https://booth.example/p/",
        quality=92,
        even=True,
    )
    return Shooting(camera, darkroom, mirror.journal, SystemClock(), PACE)


class _Sessions:
    def __init__(self, mirror: Mirror, shooting: Shooting) -> None:
        self._mirror = mirror
        self._shooting = shooting
        self._clock = SystemClock()
        self._taken_ms: list[float] = []

    def play(self) -> list[float]:
        """Milliseconds from each shutter instant to the commit."""
        for number in range(SESSIONS):
            session, order = f"session-{number}", order_of(number)
            self._mirror.journal.start(session, s.Choosing(), self._clock.now())
            self._mirror.journal.append(session, s.Chosen(order), self._clock.now())
            for seq in range(1, PACKAGE.shots + 1):
                self._shooting.take(Run(session, self._hear), s.TakeShot(order, seq))
        return self._taken_ms

    def _hear(self, message: Message) -> None:
        """As the conductor does, without its thread."""
        if not isinstance(message, Happened):
            return
        step = self._mirror.journal.append(message.session_id, message.event, self._clock.now())
        if step is None or message.measured is None:
            raise RuntimeError(f"{message.event} means nothing here")
        self._taken_ms.append((time.monotonic_ns() - message.measured.since_ns) / 1e6)


def order_of(number: int) -> Order:
    keys = (f"photo-{number}", f"job-{number}", f"code-{number}")
    return Order(PACKAGE, PaymentMethod.FREE, 0, None, *keys)


@contextmanager
def _camera(kind: Kind, clip: Path) -> Iterator[SupervisedCamera]:
    camera = SupervisedCamera(CameraSettings(f"clip:{clip}", fps=kind.fps), camera_command())
    camera.start()
    try:
        if camera.wait_newer(FRAMES, 30) is None:
            raise RuntimeError(f"no picture from {clip}: {camera.status()}")
        yield camera
    finally:
        camera.stop()


def _clip(kind: Kind, file: Path) -> Path:
    """Frames of the studio clip, enlarged, with the noise that a sensor adds."""
    studio, chance = cv2.VideoCapture(str(CLIP)), np.random.default_rng(2026)
    fourcc, size = cv2.VideoWriter.fourcc(*"MJPG"), (kind.width, kind.height)
    # FFmpeg's own writer is sparing with bits, and a still without noise is encoded too fast.
    writer = cv2.VideoWriter(str(file), cv2.CAP_OPENCV_MJPEG, fourcc, kind.fps, size)
    writer.set(cv2.VIDEOWRITER_PROP_QUALITY, CLIP_QUALITY)
    for _ in range(FRAMES):
        for _ in range(20):
            studio.grab()
        _, frame = studio.retrieve()
        writer.write(as_photographed(frame, kind, chance))
    writer.release()
    return file


def as_photographed(frame: object, kind: Kind, chance: np.random.Generator) -> Pixels:
    """``frame`` is BGR, enlarged to the camera's size and as noisy as its sensor."""
    size = (kind.width, kind.height)
    large = cv2.resize(np.asarray(frame, np.uint8), size, interpolation=cv2.INTER_CUBIC)
    noise = chance.normal(0, NOISE, (kind.height, kind.width, 1)).astype(np.int16)
    return np.asarray(np.clip(large + noise, 0, 255), np.uint8)
