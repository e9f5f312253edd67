"""Cloud, CUPS, printers and queues in one data folder with one call."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.local.child import Child, Part
from kiosk.local.cloud_part import CloudReady, cloud_part, read_ready
from kiosk.local.cups_drivers import announce
from kiosk.local.cups_part import add_queue, cups_part, has_driver
from kiosk.local.paper import load_paper
from kiosk.local.ports import Ports
from kiosk.local.printer_part import (
    FORMATS,
    PAPERS,
    SoftwarePrinter,
    bus_address,
    bus_part,
    printer_part,
)
from kiosk.local.supervisor import POLL_S, PartFailed, Supervisor

QUEUE_DEADLINE_S = 20.0


@dataclass(frozen=True)
class WorldPlan:
    """What is to be there. ``printers`` are queue names; none and no ``cups`` means no printing.

    ``pace_s``: seconds per sheet. ``formats``: what the printers take. ``left``: how many sheets
    each has at first, None for printers that don't count. ``cups_conf``: more for cupsd.conf.
    ``pay_after_ms``: None for a stand-in that waits to be told.
    """

    cloud: bool = True
    cups: bool = True
    printers: tuple[str, ...] = ("photo",)
    pace_s: float = 1.0
    formats: tuple[str, ...] = FORMATS
    left: int | None = None
    cups_conf: str = ""
    pay_after_ms: int | None = 1500


@dataclass(frozen=True)
class PrinterAddress:
    """``tray`` is where sheets come out; ``faults``, ``left`` and ``pace`` are files that make the
    printer fail, count and hurry, also while it prints. SoftwarePrinter says how."""

    queue: str
    uri: str
    tray: Path
    faults: Path
    left: Path
    pace: Path


@dataclass(frozen=True)
class Addresses:
    """``cups`` is host:port. None for what the plan leaves out."""

    cups: str | None
    printers: tuple[PrinterAddress, ...]
    cloud: CloudReady | None


class World:
    """``with World(folder, plan) as world:`` everything is up, at ``world.addresses``.

    The folder keeps jobs, pictures, payments and ports: the next start carries on with them.
    Raises PartFailed, PortTaken, or FileNotFoundError for a program that is not installed.
    """

    def __init__(self, folder: Path, plan: WorldPlan | None = None) -> None:
        self.folder = folder.resolve()
        self.plan = plan or WorldPlan()
        self.supervisor = Supervisor(self.folder / "logs")
        self._ports = Ports(self.folder / "ports.json")
        self._stack = ExitStack()
        self._cups: Child | None = None
        self._devices: dict[str, Child] = {}
        self._bus = bus_address()
        self.addresses = Addresses(None, (), None)

    def __enter__(self) -> Self:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ExitStack() as stack:
            stack.enter_context(self.supervisor)
            self.addresses = self._start()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def cups(self) -> Child:
        """The running cupsd. Raises LookupError where there is none."""
        if self._cups is None:
            raise LookupError("cupsd is not running")
        return self._cups

    def printer(self, name: str) -> Child:
        """The running printer. Raises LookupError where there is none."""
        return self._devices[name]

    def kill_printer(self, name: str) -> None:
        """As if it had been unplugged. It forgets its jobs."""
        self.supervisor.kill(self._devices.pop(name))

    def start_printer(self, name: str) -> None:
        """Again, on the same port, with the paper that was in it."""
        if name not in self._devices:
            self._ports.of(f"printer-{name}")
            part = printer_part(self._printer(name), self._bus)
            self._devices[name] = self.supervisor.start(part)

    def load_media(self, name: str, size: str, sheets: int | None = None) -> None:
        """Other paper, a key of PAPERS, also while it prints; ``sheets`` for one that counts."""
        load_paper(self._printer(name), PAPERS[size], sheets)

    def kill_cups(self) -> None:
        """As a power cut would."""
        self.supervisor.kill(self.cups)
        self._cups = None

    def stop_cups(self) -> None:
        """As systemd would."""
        self.supervisor.stop(self.cups)
        self._cups = None

    def start_cups(self) -> None:
        """Again, on the same folder and port. Its queues are stopped until somebody enables
        them."""
        if self._cups is None:
            self._cups = self.supervisor.start(self._cups_part())

    def _start(self) -> Addresses:
        cloud = self._begin_cloud() if self.plan.cloud else None
        self._cups = self.supervisor.begin(self._cups_part()) if self.plan.cups else None
        printers = self._start_printers() if self.plan.printers else ()
        if self._cups is not None:
            self.supervisor.await_ready([self._cups])
            self._add_queues(printers)
            announce(self.folder / "cups", printers)
        if cloud is not None:
            self.supervisor.await_ready([cloud])
        return Addresses(
            cups=f"127.0.0.1:{self._ports.of_running('cups')}" if self.plan.cups else None,
            printers=tuple(
                PrinterAddress(p.name, p.uri, p.tray, p.faults, p.left, p.pace) for p in printers
            ),
            cloud=read_ready(cloud) if cloud is not None else None,
        )

    def _begin_cloud(self) -> Child:
        port = self._ports.of("cloud")
        return self.supervisor.begin(
            cloud_part(self.folder / "cloud", port, self.plan.pay_after_ms)
        )

    def _cups_part(self) -> Part:
        return cups_part(self.folder / "cups", self._ports.of("cups"), self.plan.cups_conf)

    def _start_printers(self) -> tuple[SoftwarePrinter, ...]:
        for name in self.plan.printers:
            self._ports.of(f"printer-{name}")
        printers = tuple(self._printer(name) for name in self.plan.printers)
        self.supervisor.start(bus_part(self.folder / "bus", self._bus))
        for printer in printers:
            self._fill(printer)
            part = printer_part(printer, self._bus)
            self._devices[printer.name] = self.supervisor.begin(part)
        self.supervisor.await_ready(self._devices.values())
        return printers

    def _fill(self, printer: SoftwarePrinter) -> None:
        if self.plan.left is not None and not printer.left.exists():
            printer.left.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            printer.left.write_text(f"{self.plan.left}\n", encoding="utf-8")

    def _printer(self, name: str) -> SoftwarePrinter:
        return SoftwarePrinter(
            name=name,
            folder=self.folder / "printers" / name,
            port=self._ports.of_running(f"printer-{name}"),
            pace_s=self.plan.pace_s,
            formats=self.plan.formats,
        )

    def _add_queues(self, printers: tuple[SoftwarePrinter, ...]) -> None:
        """A queue that is there stays as it is, with its jobs."""
        cups = self._ports.of_running("cups")
        new = [p for p in printers if not has_driver(cups, p.name)]
        for printer in new:
            add_queue(cups, printer.name, printer.uri)
        give_up = time.monotonic() + QUEUE_DEADLINE_S
        while not all(has_driver(cups, printer.name) for printer in new):
            if time.monotonic() > give_up:
                raise PartFailed(self.cups, "could not make the queue")
            time.sleep(POLL_S)
