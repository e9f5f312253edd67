"""The surroundings of the paid storm: the real world, the wire into its cloud, and a booth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import cv2
import numpy as np

from kiosk.clock import RandomKeys
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter
from kiosk.local.bill_acceptor_part import SimulatedBillAcceptor, simulated_bill_acceptor
from kiosk.local.booth_files import BoothFiles
from kiosk.local.cloud_part import CloudReady
from kiosk.local.world import World, WorldPlan
from kiosk.store.mirror import Mirror, open_mirror

from .paid_process import BoothProcess
from .paid_till import STAFF
from .paid_wire import Wire
from .paid_xendit import Xendit

PRINTERS = ("left", "right")
METHODS = ("qris", "cash", "voucher")
CLIP = "clip.avi"
FLOAT = 500_000
DISCOUNT = 10_000
PULSE, PULSE_S = 5_000, 0.01
PLAN = WorldPlan(printers=PRINTERS, pace_s=0.2, left=5000, pay_after_ms=None)

ACCEPTOR = """
[bill_acceptor]
device = "{device}"
pulse_value = {pulse}
"""


@dataclass(frozen=True)
class PaidHouse:
    """``mirror`` is the booth's own, for reading. ``vouchers`` are new codes, to be taken from the
    end: the last one pays for everything, and every other one before it."""

    world: World
    wire: Wire
    xendit: Xendit
    files: BoothFiles
    process: BoothProcess
    mirror: Mirror
    slot: SimulatedBillAcceptor
    vouchers: list[str]

    @property
    def clip(self) -> Path:
        """What its camera sees."""
        return self.files.settings.with_name(CLIP)

    @property
    def cloud(self) -> CloudReady:
        assert self.world.addresses.cloud is not None
        return self.world.addresses.cloud


@contextmanager
def paid_house(folder: Path, vouchers: int) -> Iterator[PaidHouse]:
    """Everything is up but the booth, which is activated, has its printers and an open shift."""
    with ExitStack() as stack:
        world = stack.enter_context(World(folder / "world", PLAN))
        cloud = world.addresses.cloud
        assert cloud is not None
        wire = stack.enter_context(Wire(cloud.api))
        files = BoothFiles(folder)
        seen = replace(world.addresses, cloud=replace(cloud, api=wire.url), printers=())
        files.write(seen, camera=f"clip:{small_clip(folder)}", methods=METHODS)
        files.set_up(seen)
        slot = stack.enter_context(simulated_bill_acceptor(folder / "slot", PULSE, PULSE_S))
        with files.settings.open("a", encoding="utf-8") as settings:
            settings.write(ACCEPTOR.format(device=slot.device.readlink(), pulse=PULSE))
        mirror = open_mirror(files.data_dir, RandomKeys().new_id)
        stack.callback(mirror.close)
        register(mirror, world)
        mirror.shifts.open(STAFF, FLOAT, datetime.now(UTC))
        xendit = Xendit(cloud.xendit_stand_in, world.folder / "cloud")
        stack.callback(xendit.close)
        process = BoothProcess(files, folder / "booth.log")
        stack.callback(process.stop)
        yield PaidHouse(world, wire, xendit, files, process, mirror, slot, _codes(files, vouchers))


def register(mirror: Mirror, world: World) -> None:
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


def _codes(files: BoothFiles, count: int) -> list[str]:
    """As the operator makes them, with what the cloud has told of the key."""
    files.call("sync", "--once")
    day = (datetime.now(UTC) + timedelta(days=30)).strftime("%Y-%m-%d")
    issue = ("vouchers", "issue", "--json", "--by", STAFF, "--expires", day, "--count")
    whole, part = (
        json.loads(files.call(*issue, str(count // 2), *discount))["vouchers"]
        for discount in ((), ("--discount", str(DISCOUNT)))
    )
    return [row["code"] for pair in zip(part, whole, strict=True) for row in pair]


def small_clip(folder: Path) -> Path:
    """A small one, which costs little to play."""
    file = folder / CLIP
    file.parent.mkdir(parents=True, exist_ok=True)
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 15, (640, 480))
    for number in range(30):
        frame = np.full((480, 640, 3), 8 * number, np.uint8)
        writer.write(frame)
    writer.release()
    return file
