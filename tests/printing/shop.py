"""A private cupsd with the machine's real drivers and filters, and stand-ins for its devices."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.local import World, WorldPlan
from kiosk.local.cups_drivers import OPEN_TO_PASS, open_folders, stand_in_backend
from kiosk.printing import CupsPrinters

DYE_SUB = "gutenprint53+usb"
RX1 = "gutenprint53+usb://dnp-dsrx1/CB2D5B205630"
NET = "ipps"


@dataclass(frozen=True)
class Shop:
    world: World
    printers: CupsPrinters
    folder: Path

    def lists(self, scheme: str, *lines: str) -> None:
        (self.folder / scheme / "devices").write_text("".join(f"{line}\n" for line in lines))

    def says(self, *lines: str) -> None:
        """What the dye-sub's backend says while it waits; nothing lets it go on."""
        (self.folder / DYE_SUB / "says").write_text("".join(f"{line}\n" for line in lines))

    def gives_up(self, status: int) -> None:
        (self.folder / DYE_SUB / "status").write_text(str(status))

    def received(self) -> list[bytes]:
        jobs = sorted((self.folder / DYE_SUB).glob("job-?"))
        return [job.read_bytes() for job in jobs]


@contextmanager
def open_shop(printers: tuple[str, ...] = ()) -> Iterator[Shop]:
    """Not below pytest's folders: those are closed to the user as whom filters run."""
    with tempfile.TemporaryDirectory(prefix="kiosk-") as name:
        base = Path(name)
        base.chmod(OPEN_TO_PASS)
        (base / "world").mkdir(mode=OPEN_TO_PASS)
        cups = base / "world" / "cups"
        open_folders(cups)
        for scheme in (DYE_SUB, NET, "usb"):
            stand_in_backend(cups, scheme, base / scheme)
        plan = WorldPlan(cloud=False, printers=printers, pace_s=0.1)
        with World(base / "world", plan) as world:
            found = CupsPrinters(world.addresses.cups or "")
            yield Shop(world, found, base)
            found.close()
