"""The surroundings of the paid storm: the real world, the wire into its cloud, and a booth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np

from kiosk.clock import RandomKeys
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter
from kiosk.local.booth_files import BoothFiles
from kiosk.local.cloud_part import CloudReady
from kiosk.local.world import World, WorldPlan
from kiosk.store.mirror import Mirror, open_mirror

from .paid_process import BoothProcess
from .paid_wire import Wire
from .paid_xendit import Xendit

PRINTERS = ("left", "right")
PLAN = WorldPlan(printers=PRINTERS, pace_s=0.2, left=5000, pay_after_ms=None)


@dataclass(frozen=True)
class PaidHouse:
    """``mirror`` is the booth's own, for reading."""

    world: World
    wire: Wire
    xendit: Xendit
    files: BoothFiles
    process: BoothProcess
    mirror: Mirror

    @property
    def cloud(self) -> CloudReady:
        assert self.world.addresses.cloud is not None
        return self.world.addresses.cloud


@contextmanager
def paid_house(folder: Path) -> Iterator[PaidHouse]:
    """Everything is up but the booth, which is activated and has its printers."""
    with ExitStack() as stack:
        world = stack.enter_context(World(folder / "world", PLAN))
        cloud = world.addresses.cloud
        assert cloud is not None
        wire = stack.enter_context(Wire(cloud.api))
        files = BoothFiles(folder)
        seen = replace(world.addresses, cloud=replace(cloud, api=wire.url), printers=())
        files.write(seen, camera=f"clip:{_clip(folder)}")
        files.set_up(seen)
        mirror = open_mirror(files.data_dir, RandomKeys().new_id)
        stack.callback(mirror.close)
        _register(mirror, world)
        xendit = Xendit(cloud.xendit_stand_in, world.folder / "cloud")
        stack.callback(xendit.close)
        process = BoothProcess(files, folder / "booth.log")
        stack.callback(process.stop)
        yield PaidHouse(world, wire, xendit, files, process, mirror)


def _register(mirror: Mirror, world: World) -> None:
    """At their nominal sizes, so that what is printed is the composed picture, byte by byte."""
    who = mirror.activation.identity()
    assert who is not None
    for address in world.addresses.printers:
        printer = RegisteredPrinter(
            id=RandomKeys().new_id(),
            name=address.queue.capitalize(),
            type=PrinterType.DYE_SUB,
            connection_type=ConnectionType.IPP,
            is_default=False,
            queue=address.queue,
            uri=address.uri,
            seconds_per_sheet=1.0,
        )
        mirror.printers.add(printer, who, datetime.now(UTC))


def _clip(folder: Path) -> Path:
    """A small one, which costs little to play."""
    file = folder / "clip.avi"
    file.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 15, (640, 480))
    for number in range(30):
        frame = np.full((480, 640, 3), 8 * number, np.uint8)
        writer.write(frame)
    writer.release()
    return file
