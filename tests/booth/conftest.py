"""A booth without devices: the real store and the real conductor, driven by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.lanes import Run
from kiosk.booth.messages import Checked
from kiosk.booth.pace import Pace
from kiosk.booth.ports import VoucherDesk
from kiosk.booth.showcase import Showcase
from kiosk.booth.stage import Shop
from kiosk.booth.timings import Timings
from kiosk.booth.view import View
from kiosk.domain.identity import Identity
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.printing import ConnectionType, PrinterType, Sheet
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.session import Effect
from kiosk.domain.templates import PICTURE_SIZES, Colour, Slot, Template
from kiosk.store.mirror import Mirror, open_mirror

BASE = "https://booth.example/p/"
PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 3, 1, 35_000)


def template(name: str, shots: int = 3, sheet: Sheet = Sheet.FOUR_BY_SIX) -> Template:
    size = PICTURE_SIZES[sheet][0]
    slots = tuple(Slot(0, 0, 100, 100) for _ in range(shots))
    return Template(name.title(), Path(name), sheet, *size, Colour(255, 255, 255), None, slots)


@dataclass
class HandClock:
    """Time that passes only when a test says so."""

    at: datetime = datetime(2026, 5, 1, 12, tzinfo=UTC)
    ns: int = 0

    def now(self) -> datetime:
        return self.at

    def monotonic_ns(self) -> int:
        return self.ns

    def pass_(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.ns += int(seconds * 1e9)


@dataclass
class CountedKeys:
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def new_id(self) -> str:
        return f"id-{next(self.numbers):04}"

    def download_code(self) -> str:
        return f"code-{next(self.numbers):04}"

    def claim_code(self) -> str:
        return f"C{next(self.numbers):04}"


@dataclass(frozen=True, eq=False)
class HandRun(Run):
    """Its pauses pass on the clock that the test holds."""

    clock: HandClock = field(default_factory=HandClock)

    def sleep(self, seconds: float) -> None:
        self.clock.pass_(seconds)

    def nap(self, seconds: float) -> bool:
        if not self.nudged.is_set():
            self.sleep(seconds)
        return self._was_nudged()


@dataclass
class NotedEffects:
    """What would be running now, by session."""

    running: dict[str, tuple[Effect, ...]] = field(default_factory=dict)
    nudged: list[str] = field(default_factory=list)

    def ensure(self, session_id: str, due: Iterable[Effect]) -> None:
        self.running[session_id] = tuple(due)

    def nudge(self, session_id: str) -> None:
        self.nudged.append(session_id)


@dataclass
class FirstRegistered:
    """A pool whose printers are all well."""

    mirror: Mirror

    def pick_for_paid(self, sheet: Sheet, copies: int) -> RegisteredPrinter | None:
        return next(iter(self.mirror.printers.all()), None)


@dataclass
class Rig:
    data_dir: Path
    mirror: Mirror
    clock: HandClock = field(default_factory=HandClock)
    keys: CountedKeys = field(default_factory=CountedKeys)
    effects: NotedEffects = field(default_factory=NotedEffects)
    timings: Timings = field(default_factory=Timings)
    views: list[View] = field(default_factory=list)
    methods: tuple[PaymentMethod, ...] = (PaymentMethod.QRIS,)
    vouchers: VoucherDesk | None = None
    refunds_late: bool = False
    looks: tuple[str, ...] = ()
    templates: tuple[Template, ...] = ()
    packages: tuple[Package, ...] = (PACKAGE,)
    priced: Callable[[tuple[Package, ...]], tuple[Package, ...]] = tuple
    sold: list[tuple[str, Order]] = field(default_factory=list)
    showcase: Showcase | None = None

    def conductor(self, *, well: bool = True) -> Conductor:
        """A new one, as after a start: it knows only what is on disk."""
        self.effects.running.clear()
        made = Conductor(
            shop=Shop(
                self.packages,
                self.methods,
                BASE,
                self.refunds_late,
                self.looks,
                {template.folder.name: template for template in self.templates},
            ),
            journal=self.mirror.journal,
            pool=FirstRegistered(self.mirror),
            effects=self.effects,
            clock=self.clock,
            keys=self.keys,
            pace=Pace(),
            timings=self.timings,
            publish=self.views.append,
            on_written=lambda: None,
            vouchers=self.vouchers,
            priced=self.priced,
            on_sold=lambda session_id, order: self.sold.append((session_id, order)),
            showcase=self.showcase,
        )
        made.recover()
        if well:
            made.handle(Checked(()))
        return made

    @property
    def view(self) -> View:
        return self.views[-1]

    @property
    def due(self) -> tuple[Effect, ...]:
        """The effects of the session on the screen."""
        assert self.view.session_id is not None
        return self.effects.running.get(self.view.session_id, ())


def activate(mirror: Mirror) -> None:
    """As ``kiosk activate`` and ``kiosk printers add`` leave a store."""
    who = Identity("customer", "booth", "PB1.key", "token")
    moment = "2026-01-01T00:00:00.000Z"
    mirror.activation.save(
        who,
        {
            "id": "customer",
            "name": "Sari",
            "email": "sari@example.com",
            "phone": None,
            "license_key": "PB1.key",
            "license_type": "pro",
            "purchase_date": moment,
            "created_at": moment,
            "updated_at": moment,
        },
    )
    for printer_id, queue in (("printer", "front"), ("printer-2", "back")):
        printer = RegisteredPrinter(
            id=printer_id,
            name=queue.capitalize(),
            type=PrinterType.DYE_SUB,
            connection_type=ConnectionType.IPP,
            is_default=queue == "front",
            queue=queue,
            uri=f"ipp://{queue}/",
        )
        mirror.printers.add(printer, who, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    keys = CountedKeys(count(1000))
    mirror = open_mirror(tmp_path, keys.new_id)
    activate(mirror)
    yield Rig(tmp_path, mirror)
    mirror.close()
