"""A network camera that fails and comes back, over and over, and what the booth holds meanwhile."""

from __future__ import annotations

import gc
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psutil

from kiosk.camera.camera import SupervisedCamera
from kiosk.domain.camera import CameraState
from tests.camera.mjpeg_server import MjpegServer, number_in

SIZES = ((640, 480), (320, 240), (1280, 720))
PATIENCE_S = 30.0

Fault = Callable[[MjpegServer, SupervisedCamera, random.Random], None]

FAULTS: dict[str, Fault] = {
    "freezes": lambda server, *_: server.freeze(),
    "stops": lambda server, *_: server.stop(),
    "drops": lambda server, *_: server.drop(),
    "slows": lambda server, *_: server.slow(),
    "sends halves": lambda server, _, chance: server.halve(every=chance.choice((1, 2))),
    "changes size": lambda server, _, chance: server.resize(*chance.choice(SIZES)),
    "hangs": lambda _, camera, chance: _strike(camera, signal.SIGSTOP, chance),
    "crashes": lambda _, camera, chance: _strike(camera, signal.SIGKILL, chance),
}


@dataclass(frozen=True)
class Cycle:
    """``back_s`` is from the camera's return to the first frame that was sent after it."""

    fault: str
    held_s: float
    troubled: bool
    back_s: float


@dataclass(frozen=True)
class Belongings:
    """What this process holds of the machine; rings are mapped memories of camera processes.

    ``own_mb`` is its resident memory without those.
    """

    descriptors: int
    threads: int
    children: int
    rings: int
    own_mb: float

    @classmethod
    def now(cls) -> Self:
        gc.collect()
        me = psutil.Process()
        return cls(
            me.num_fds(),
            threading.active_count(),
            len(me.children(recursive=True)),
            Path("/proc/self/maps").read_text().count("memfd:kiosk-camera"),
            _anonymous_mb(),
        )


def cycle(
    server: MjpegServer, camera: SupervisedCamera, chance: random.Random, longest_s: float
) -> Cycle:
    """One fault, held for up to ``longest_s``, and the way back. Fails when there is none."""
    name = chance.choice(sorted(FAULTS))
    held_s = chance.uniform(0, longest_s)
    FAULTS[name](server, camera, chance)
    troubled = _watch(camera, held_s)
    sent = server.sent
    back_s = _live_again(camera, sent, server.come_back())
    return Cycle(name, held_s, troubled, back_s)


def _watch(camera: SupervisedCamera, for_s: float) -> bool:
    """Whether the camera was not live at some moment."""
    end, troubled = time.monotonic() + for_s, False
    while time.monotonic() < end:
        troubled = troubled or camera.status().state is not CameraState.LIVE
        time.sleep(0.01)
    return troubled


def _live_again(camera: SupervisedCamera, sent_before: int, since: float) -> float:
    number = 0
    while time.monotonic() < since + PATIENCE_S:
        frame = camera.wait_newer(number, 0.25)
        if frame is not None:
            shown = number_in(frame.pixels)
            assert shown is not None, "half a picture was shown"
            if shown > sent_before:
                return time.monotonic() - since
            number = frame.number
    raise AssertionError(f"not live again: {camera.status()}")


def _strike(camera: SupervisedCamera, blow: signal.Signals, chance: random.Random) -> None:
    """At any moment of the process' life, so it may have just ended."""
    time.sleep(chance.uniform(0, 0.1))
    pid = camera.process_id
    if pid is not None:
        with suppress(ProcessLookupError):
            os.kill(pid, blow)


def _anonymous_mb() -> float:
    """RssAnon of proc(5), which leaves out what is shared with the camera process."""
    status = Path("/proc/self/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("RssAnon")]
    return int(line.split()[1]) / 1024
