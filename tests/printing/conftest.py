"""A real cupsd and a real software printer for every test; both are up in a tenth of a second."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain.printing import JobStatus, Sheet
from kiosk.local import PrinterAddress, World, WorldPlan
from kiosk.printing import CupsPrinters

QUEUE = "photo"
DEADLINE_S = 30.0


def until(met: Callable[[], bool], what: str, deadline_s: float = DEADLINE_S) -> None:
    give_up = time.monotonic() + deadline_s
    while not met():
        assert time.monotonic() < give_up, f"never: {what}"
        time.sleep(0.02)


@dataclass(frozen=True)
class PrintRoom:
    world: World
    printers: CupsPrinters
    picture: Path

    @property
    def device(self) -> PrinterAddress:
        return self.world.addresses.printers[0]

    def sheets(self) -> list[bytes]:
        return [sheet.read_bytes() for sheet in self.device.tray.glob("*.jpg")]

    def submit(self, key: str, copies: int = 1) -> int:
        return self.printers.submit(
            QUEUE, self.picture, key=key, copies=copies, sheet=Sheet.FOUR_BY_SIX
        )

    def restart_cups(self) -> None:
        self.world.kill_cups()
        self.world.start_cups()

    def follow(self, job_id: int) -> JobStatus:
        until(lambda: self.printers.job(job_id).state.terminal, f"job {job_id} ends")
        return self.printers.job(job_id)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    noise = Image.effect_noise((400, 600), 80).convert("RGB")
    encoded = io.BytesIO()
    noise.save(encoded, "JPEG", quality=92, dpi=(300, 300))
    file = tmp_path / "print of a guest.jpg"
    file.write_bytes(encoded.getvalue())
    return file


PLAN = WorldPlan(cloud=False, printers=(QUEUE,), pace_s=0.1)


@contextmanager
def open_room(folder: Path, picture: Path, plan: WorldPlan = PLAN) -> Iterator[PrintRoom]:
    with World(folder / "world", plan) as world:
        printers = CupsPrinters(world.addresses.cups or "", patience_s=3.0)
        yield PrintRoom(world, printers, picture)
        printers.close()


@pytest.fixture
def room(tmp_path: Path, picture: Path) -> Iterator[PrintRoom]:
    with open_room(tmp_path, picture) as opened:
        yield opened


@pytest.fixture
def counting_room(tmp_path: Path, picture: Path) -> Iterator[PrintRoom]:
    """Its printer counts: 10 sheets are left."""
    with open_room(tmp_path, picture, replace(PLAN, left=10)) as opened:
        yield opened
