"""The staff's desk with the real store and pool, and CUPS and its printers by their rules."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from kiosk.booth.messages import Happened
from kiosk.booth.pool import Pool
from kiosk.booth.ports import Clock
from kiosk.booth.showcase import Showcase
from kiosk.booth.sightings import Sightings
from kiosk.booth.staff.about_view import BoothFacts, LicenceFacts, MachineFacts
from kiosk.booth.staff.desk import StaffDesk
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.ports import Register
from kiosk.booth.staff.premises import Premises
from kiosk.booth.staff.view import EnterPin, GateState, Knock, PrinterCard, Request, StaffView
from kiosk.domain.devices import Driver, FoundDevice
from kiosk.domain.errors import PrintRefused
from kiosk.domain.identity import Identity
from kiosk.domain.printing import (
    ConnectionType,
    DeviceJob,
    Media,
    PrinterType,
    QueueStatus,
    Sheet,
)
from kiosk.domain.registered import Form, RegisteredPrinter
from kiosk.domain.shifts import ClosedShift
from kiosk.domain.staff import Role
from kiosk.log_copy import LogCopier
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import AuditEntry
from kiosk.sync.engine import SyncStatus
from tests.booth.conftest import CountedKeys, HandClock
from tests.booth.paper_world import PaperCups, PaperPrinter

T = TypeVar("T")

PIN = "2580"
WHO = Identity("customer", "booth", "PB1.key", "token")
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DEADLINE_S = 20.0
PACE = replace(StaffPace(), refresh=0.02, shut_after=1e9, pad_after=1e9)
"""Waiting for CUPS lets the clock run ahead: the gate must not shut over that."""

DEVICE = FoundDevice(
    uri="usb://DNP/DS620?serial=1",
    make_and_model="DNP DS620",
    type=PrinterType.DYE_SUB,
    connection_type=ConnectionType.USB,
    driver=Driver.GUTENPRINT,
    ppd_name="gutenprint.5.3://dnp-ds620/expert",
    media=(Media.FOUR_BY_SIX, Media.SIX_BY_EIGHT),
)


class LiveClock(HandClock):
    """Runs by itself, and a test may still let time pass."""

    def now(self) -> datetime:
        return datetime.now(UTC) + (self.at - NOW)

    def monotonic_ns(self) -> int:
        return time.monotonic_ns() + self.ns


@dataclass
class StaffCups(PaperCups):
    """The port ``StaffPrinters``, for many threads. Queues come and go; an add that fails leaves
    its queue behind, as a CUPS that dies half-way does. ``asked`` is every call in its order."""

    found: tuple[FoundDevice, ...] = (DEVICE,)
    add_fails: Exception | None = None
    looking: Callable[[], None] = lambda: None
    adding: Callable[[], None] = lambda: None
    asked: list[str] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)
    breath: threading.Event = field(default_factory=threading.Event)

    def around(self, call: str, work: Callable[[], T]) -> T:
        self.asked.append(call)
        with self.lock:
            return super().around(call, work)

    def wait(self, seconds: float) -> None:
        self.breath.wait(0.001)  # other threads get their turn
        with self.lock:
            super().wait(seconds)

    def _known(self, name: str) -> None:
        if self.up and name not in self.printers:
            raise PrintRefused(f"no queue {name}")

    def queue(self, name: str) -> QueueStatus:
        self._known(name)
        return super().queue(name)

    def submit(self, queue: str, file: Path, *, key: str, copies: int, sheet: Sheet) -> int:
        self._known(queue)
        assert file.is_file()
        return super().submit(queue, file, key=key, copies=copies, sheet=sheet)

    def begun(self, queue: str) -> tuple[str, ...]:
        self._known(queue)
        return super().begun(queue)

    def at_device(self, queue: str, key: str) -> DeviceJob | None:
        self._known(queue)
        return super().at_device(queue, key)

    def devices(self) -> tuple[FoundDevice, ...]:
        self.looking()
        return self._ask("devices", lambda: self.found)

    def add_queue(self, name: str, device: FoundDevice, media: Media) -> None:
        self.adding()
        self._ask("add_queue", lambda: None)
        self.printers = {**self.printers, name: self.printers.get(name, PaperPrinter())}
        if self.add_fails is not None:
            raise self.add_fails

    def remove_queue(self, name: str) -> None:
        self._ask("remove_queue", lambda: None)
        self._known(name)
        self.printers = {n: p for n, p in self.printers.items() if n != name}

    def sheets(self) -> int:
        return sum(sum(printer.tray.values()) for printer in self.printers.values())


@dataclass
class WrittenPages:
    """The port ``Pages``: what was drawn, and for whom."""

    drawn: list[tuple[str, str, Form]] = field(default_factory=list)

    def save_test_page(self, path: Path, form: Form, name: str, now: datetime) -> None:
        self._save("test", path, form, name)

    def save_calibration_page(self, path: Path, form: Form, name: str, now: datetime) -> None:
        self._save("calibration", path, form, name)

    def _save(self, kind: str, path: Path, form: Form, name: str) -> None:
        path.write_bytes(b"a page")
        self.drawn.append((kind, name, form))


@dataclass
class House:
    """What lies beside the store: the preflight's findings, the cloud, the camera, the stick."""

    sightings: Sightings = field(default_factory=Sightings)
    cloud: SyncStatus = field(default=SyncStatus(None, None, None))
    called: list[str] = field(default_factory=list)
    sticks: tuple[Path, ...] = ()
    licence: LicenceFacts = field(default=LicenceFacts("pro", date(2026, 12, 31)))


class Screen:
    """Remembers every view, and lets a test wait for one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.views: list[StaffView] = [StaffView()]

    def show(self, view: StaffView) -> None:
        with self._changed:
            self.views.append(view)
            self._changed.notify_all()

    @property
    def view(self) -> StaffView:
        with self._changed:
            return self.views[-1]

    def until(self, met: Callable[[StaffView], bool], within_s: float = DEADLINE_S) -> StaffView:
        with self._changed:
            came = self._changed.wait_for(lambda: met(self.views[-1]), within_s)
            assert came, self.views[-1]
            return self.views[-1]


def premises_of(house: House, mirror: Mirror, folder: Path, clock: Clock) -> Premises:
    return Premises(
        sight=house.sightings.newest,
        today=mirror.today.of,
        sessions=mirror.sessions,
        waiting=mirror.outbox.waiting,
        cloud=lambda: house.cloud,
        hurry=lambda: house.called.append("hurry"),
        restart_camera=lambda: house.called.append("restart camera"),
        booth=lambda: BoothFacts("0.1.0", "Sari", WHO.booth_id, house.licence),
        machine=lambda: MachineFacts("booth", "Debian", 2, 4 << 30, 64 << 30, 9 << 30, 60),
        logs=LogCopier(folder / "logs", clock.now, lambda: house.sticks),
        showcase=Showcase(mirror.showcase, folder, clock),
    )


@dataclass
class StaffRoom:
    folder: Path
    mirror: Mirror
    clock: HandClock
    cups: StaffCups
    pages: WrittenPages = field(default_factory=WrittenPages)
    keys: CountedKeys = field(default_factory=CountedKeys)
    pace: StaffPace = PACE
    screen: Screen = field(default_factory=Screen)
    desks: list[StaffDesk] = field(default_factory=list)
    worse: Callable[[Register], Register] = lambda register: register
    told: list[Happened] = field(default_factory=list)
    slow: Callable[[Happened], bool] = lambda _: False
    slips: list[ClosedShift] = field(default_factory=list)
    print_slip: Callable[[ClosedShift], None] | None = None
    house: House = field(default_factory=House)

    def office(self) -> Office:
        """``worse`` may put something before the real register."""
        register = self.worse(self.mirror.printers)
        pool = Pool(self.cups, register, self.clock)
        return Office(
            book=self.mirror.staff,
            audit=self.mirror.audit_log,
            register=register,
            printers=self.cups,
            pages=self.pages,
            looks=pool.looks,
            identity=self.mirror.activation.identity,
            clock=self.clock,
            keys=self.keys,
            journal=self.mirror.journal,
            claims=self.mirror.claims,
            shifts=self.mirror.shifts,
            tell=self.tell,
            pick=lambda sheet, copies: (pool.refresh(), pool.pick(sheet, copies))[1],
            premises=self.premises(),
            print_slip=self.print_slip or self.slips.append,
        )

    def premises(self) -> Premises:
        return premises_of(self.house, self.mirror, self.folder, self.clock)

    def tell(self, happened: Happened) -> None:
        """As the conductor does it, unless it is ``slow``: then the event is only kept."""
        self.told.append(happened)
        if not self.slow(happened):
            self.mirror.journal.append(happened.session_id, happened.event, self.clock.now())

    def desk(self) -> StaffDesk:
        """A new one, as after a start."""
        desk = StaffDesk(self.office(), self.pace, self.screen.show, self.mirror.close)
        desk.start()
        self.desks.append(desk)
        return desk

    def opened(self) -> StaffDesk:
        desk = self.desk()
        for request in (Knock(), EnterPin(PIN)):
            desk.ask(request)
        self.until(lambda view: view.gate.state is GateState.OPEN)
        return desk

    def after_pin(self, desk: StaffDesk, pin: str) -> StaffDesk:
        desk.ask(EnterPin(pin))
        self.until(lambda view: view.gate.state is GateState.OPEN)
        return desk

    def until(self, met: Callable[[StaffView], bool], within_s: float = DEADLINE_S) -> StaffView:
        return self.screen.until(met, within_s)

    def after(
        self, desk: StaffDesk, request: Request, met: Callable[[StaffView], bool]
    ) -> StaffView:
        desk.ask(request)
        return self.until(met)

    def register(self, name: str, *, here: bool = True) -> RegisteredPrinter:
        """A printer that is set up here, with its queue; or one that only the cloud knows."""
        printer = a_printer(self.keys.new_id(), name)
        printer = self.mirror.printers.add(printer, WHO, NOW)
        if here:
            self.cups.printers = {**self.cups.printers, printer.queue: PaperPrinter()}
        else:
            self.mirror.printers.remove(printer.id, NOW)
        return printer

    def registered(self, name: str) -> RegisteredPrinter:
        printer = self.mirror.printers.named(name)
        assert printer is not None
        return printer

    def audit(self) -> list[tuple[str, str]]:
        return [(row.who, row.what) for row in AuditEntry.select().order_by(AuditEntry.id)]


def a_printer(printer_id: str, name: str) -> RegisteredPrinter:
    return RegisteredPrinter(
        id=printer_id,
        name=name,
        type=PrinterType.DYE_SUB,
        connection_type=ConnectionType.IPP,
        is_default=False,
        queue=name.lower(),
        uri=f"ipp://{name.lower()}/ipp/print",
    )


def card(view: StaffView, name: str) -> PrinterCard | None:
    return next((card for card in view.printers if card.name == name), None)


@contextmanager
def opened_store(folder: Path) -> Iterator[Mirror]:
    """As ``kiosk activate`` and ``kiosk staff pin`` leave it."""
    keys = CountedKeys()
    mirror = open_mirror(folder, lambda: f"row-{keys.new_id()}")
    if mirror.activation.identity() is None:
        moment = "2026-01-01T00:00:00.000Z"
        customer = {"name": "Sari", "email": "sari@example.com", "phone": None}
        licence = {"license_key": "PB1.key", "license_type": "pro", "purchase_date": moment}
        stamps = {"created_at": moment, "updated_at": moment}
        mirror.activation.save(WHO, {"id": "customer", **customer, **licence, **stamps})
        mirror.staff.set_pin("Dewi", Role.STAFF, PIN, NOW)
    try:
        yield mirror
    finally:
        mirror.close()
