"""A world of two printers, and guests who have paid and wait for their pictures."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import cv2
import numpy as np

from kiosk.clock import RandomKeys
from kiosk.domain import session as s
from kiosk.domain.identity import Identity
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.printing import ConnectionType, PrinterType, Sheet
from kiosk.domain.registered import PixelSize, RegisteredPrinter
from kiosk.imaging.saving import save_jpeg
from kiosk.local.world import PrinterAddress, World, WorldPlan
from kiosk.store.mirror import Mirror, open_mirror

WHO = Identity("customer", "booth", "PB1.key", "token")
DEADLINE_S = 60.0


def until(met: Callable[[], object], what: str, deadline_s: float = DEADLINE_S) -> None:
    give_up = time.monotonic() + deadline_s
    while not met():
        assert time.monotonic() < give_up, f"never: {what}"
        time.sleep(0.01)


@dataclass
class PrintHouse:
    """``paid`` are the sessions, each with the hash of its picture's file."""

    world: World
    data_dir: Path
    mirror: Mirror
    paid: dict[str, str] = field(default_factory=dict)

    @property
    def cups(self) -> str:
        assert self.world.addresses.cups is not None
        return self.world.addresses.cups

    def printer(self, name: str) -> PrinterAddress:
        return next(p for p in self.world.addresses.printers if p.queue == name)

    def fault(self, name: str, reason: str | None) -> None:
        faults = self.printer(name).faults
        if reason is None:
            faults.unlink(missing_ok=True)
        else:
            faults.write_text(f"{reason}\n", encoding="utf-8")

    def pace(self, name: str, seconds: float) -> None:
        self.printer(name).pace.write_text(f"{seconds:g}\n", encoding="utf-8")

    def guest_pays(self, copies: int = 1, sheet: Sheet = Sheet.FOUR_BY_SIX) -> str:
        """A session up to the composed picture, which no other session has."""
        keys, now = RandomKeys(), datetime.now(UTC)
        session_id, photo_id = keys.new_id(), keys.new_id()
        package = Package("classic", "Classic", "classic-4x6", sheet, 1, copies, 0)
        order = Order(
            package,
            PaymentMethod.FREE,
            0,
            None,
            photo_id,
            keys.new_id(),
            keys.download_code(),
            keys.claim_code(),
        )
        picture = self._compose(f"prints/{photo_id}.jpg", len(self.paid), now)
        self.mirror.journal.start(session_id, s.Choosing(), now)
        shot = s.ShotTaken(Shot(1, f"photos/{session_id}.jpg", now.isoformat(), 6, 4))
        for event in (s.Chosen(order), shot, s.PictureComposed(picture)):
            assert self.mirror.journal.append(session_id, event, now) is not None
        self.paid[session_id] = picture.sha256
        return session_id

    def state(self, session_id: str) -> s.State:
        journaled = self.mirror.journal.load(session_id)
        assert journaled is not None
        return journaled.state

    def is_over(self, session_id: str) -> bool:
        state = self.state(session_id)
        return s.is_over(state) and not s.due(state)

    def await_end(self, *sessions: str, deadline_s: float = DEADLINE_S) -> None:
        for session_id in sessions:
            until(lambda i=session_id: self.is_over(i), "the session ends", deadline_s)  # type: ignore[misc]  # the loop's variable, bound now

    def sheets(self, *names: str) -> Counter[str]:
        """By the hash of the file: what lies in the trays of these printers, else of all."""
        trays = [p.tray for p in self.world.addresses.printers if not names or p.queue in names]
        files = [file for tray in trays for file in tray.glob("*.jpg")]
        return Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)

    def came_out(self, session_id: str) -> int:
        return self.sheets()[self.paid[session_id]]

    def _compose(self, path: str, number: int, now: datetime) -> Picture:
        pixels = np.full((1800, 1200, 3), 245, np.uint8)
        cv2.putText(pixels, str(number), (100, 900), cv2.FONT_HERSHEY_SIMPLEX, 12, (40, 40, 40), 40)
        saved = save_jpeg(pixels, self.data_dir / path, 80, now)
        return Picture(path, saved.width, saved.height, saved.sha256)


@contextmanager
def print_house(
    folder: Path,
    *names: str,
    pace_s: float = 0.3,
    pixel_sizes: Mapping[Sheet, PixelSize] = MappingProxyType({}),
) -> Iterator[PrintHouse]:
    """Printers that count and remember, registered in this order."""
    plan = WorldPlan(cloud=False, printers=names, pace_s=pace_s, left=5000)
    data_dir = folder / "booth"
    data_dir.mkdir(parents=True)
    mirror = open_mirror(data_dir, RandomKeys().new_id)
    try:
        with World(folder / "world", plan) as world:
            activate(mirror)
            _register(mirror, world, pixel_sizes)
            yield PrintHouse(world, data_dir, mirror)
    finally:
        mirror.close()


def activate(mirror: Mirror) -> None:
    stamp = "2026-01-01T00:00:00.000Z"
    customer = {"id": "customer", "name": "Sari", "email": "sari@example.com", "phone": None}
    licence = {"license_key": "PB1.key", "license_type": "pro", "purchase_date": stamp}
    mirror.activation.save(WHO, {**customer, **licence, "created_at": stamp, "updated_at": stamp})


def _register(mirror: Mirror, world: World, pixel_sizes: Mapping[Sheet, PixelSize]) -> None:
    for address in world.addresses.printers:
        printer = RegisteredPrinter(
            id=RandomKeys().new_id(),
            name=address.queue.capitalize(),
            type=PrinterType.DYE_SUB,
            connection_type=ConnectionType.IPP,
            is_default=False,
            queue=address.queue,
            uri=address.uri,
            pixel_sizes=pixel_sizes,
            seconds_per_sheet=1.0,
        )
        mirror.printers.add(printer, WHO, datetime.now(UTC))
