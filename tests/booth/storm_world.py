"""The world around a booth in a storm: it outlives every crash, and breaks when it is told to."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import numpy as np

from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import (
    CameraUnavailable,
    CloudRefused,
    CloudUnreachable,
    PrintingUnavailable,
)
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.times import iso
from kiosk.sync.outbox import Entry
from kiosk.sync.wire import EventResult, Payment

from .conftest import HandClock
from .paper_world import PaperCups, PaperPrinter

T = TypeVar("T")


class PowerCut(BaseException):
    """Nothing catches it, as nothing catches a power cut."""


class Fate(enum.Enum):
    """What becomes of one call to something outside the booth."""

    FINE = enum.auto()
    FAILS = enum.auto()
    ANSWER_LOST = enum.auto()
    POWER_CUT_BEFORE = enum.auto()
    POWER_CUT_AFTER = enum.auto()
    GUEST_LEAVES = enum.auto()
    GUEST_PAYS = enum.auto()
    GUEST_WANTS_IT_AGAIN = enum.auto()
    TIME_PASSES = enum.auto()


@dataclass
class World:
    """Each call to it meets the next of ``fates``; ``meanwhile`` is what else happens then."""

    clock: HandClock
    fates: list[Fate] = field(default_factory=list)
    meanwhile: Callable[[Fate], None] = lambda _: None

    def call(self, failure: Exception, work: Callable[[], T]) -> T:
        fate = self.fates.pop(0) if self.fates else Fate.FINE
        if fate is Fate.POWER_CUT_BEFORE:
            raise PowerCut
        if fate is Fate.FAILS:
            raise failure
        self.meanwhile(fate)
        done = work()
        if fate is Fate.POWER_CUT_AFTER:
            raise PowerCut
        if fate is Fate.ANSWER_LOST:
            raise failure
        return done


@dataclass
class Cloud:
    """It knows payments by id, and a payment that ended stays as it ended."""

    world: World
    payments: dict[str, Payment] = field(default_factory=dict)
    reachable: bool | None = True
    refuses: bool = False

    def create_payment(
        self, payment_id: str, *, amount: int, created_at: str, **_: object
    ) -> Payment:
        def work() -> Payment:
            if self.refuses:
                raise CloudRefused(422, "not now")
            made = Payment(
                id=payment_id,
                customer_id="customer",
                xendit_payment_id="pr-1",
                amount=amount,
                platform_fee=245,
                status="pending",
                method="qris",
                qr_string=f"QR {payment_id}",
                expires_at=iso(self.world.clock.now()),
                paid_at=None,
                created_at=created_at,
            )
            return self.payments.setdefault(payment_id, made)

        return self._answer(work)

    def payment(self, payment_id: str, *, verify: bool) -> Payment:
        return self._answer(lambda: self._known(payment_id))

    def cancel_payment(self, payment_id: str) -> Payment:
        def work() -> Payment:
            self._known(payment_id)
            self._move(payment_id, {"status": "failed"})
            return self.payments[payment_id]

        return self._answer(work)

    def pay(self, payment_id: str) -> None:
        paid_at = iso(self.world.clock.now())
        self._move(payment_id, {"status": "completed", "paid_at": paid_at})

    def sync(self, entries: Sequence[Entry]) -> tuple[EventResult, ...]:
        return self._answer(lambda: tuple(EventResult(id=e.id, outcome="applied") for e in entries))

    def health(self) -> None:
        return

    def _answer(self, work: Callable[[], T]) -> T:
        return self.world.call(CloudUnreachable("no answer"), work)

    def _known(self, payment_id: str) -> Payment:
        if payment_id not in self.payments:
            raise CloudRefused(404, "no such payment")
        return self.payments[payment_id]

    def _move(self, payment_id: str, change: dict[str, str]) -> None:
        payment = self.payments[payment_id]
        if payment.status == "pending":
            self.payments[payment_id] = payment.model_copy(update=change)


@dataclass
class Refunds:
    """It gives back what it is asked for, sooner or later."""

    world: World
    given_back: set[str] = field(default_factory=set)

    def refund(self, payment_id: str) -> bool | None:
        known = payment_id in self.given_back

        def work() -> None:
            self.given_back.add(payment_id)

        self.world.call(CloudUnreachable("no answer"), work)
        return True if known else None


@dataclass
class Bucket:
    world: World
    data_dir: Path
    objects: dict[str, bytes] = field(default_factory=dict)

    def put(self, path: str, key: str, content_type: str) -> None:
        content = (self.data_dir / path).read_bytes()

        def work() -> None:
            self.objects[key] = content

        self.world.call(CloudUnreachable("no bucket"), work)


class Cups(PaperCups):
    """Its calls meet the world's fates, and while it waits the rest of the booth goes on."""

    def __init__(self, world: World, go_on: Callable[[], None]) -> None:
        super().__init__(world.clock, {"front": PaperPrinter(), "back": PaperPrinter()})
        self._world = world
        self._go_on = go_on

    def around(self, call: str, work: Callable[[], T]) -> T:
        return self._world.call(PrintingUnavailable("no answer"), work)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.step()
        self._go_on()

    def mend(self) -> None:
        if not self.up:
            self.restart()
        for printer in self.printers.values():
            printer.fault = None
            printer.switch(on=True)

    def sheets_of(self, picture: str) -> int:
        return sum(printer.tray[picture] for printer in self.printers.values())


@dataclass
class Camera:
    world: World

    def status(self) -> CameraStatus:
        return CameraStatus(CameraState.LIVE)

    def delivers(self) -> bool:
        return True

    def lead_s(self) -> float:
        return 0.0

    def nearest(self, at_ns: int) -> Frame:
        frame = Frame(np.zeros((1, 1, 3), np.uint8), at_ns, 1)
        return self.world.call(CameraUnavailable("unplugged"), lambda: frame)


def made_for(shots: tuple[Shot, ...], look: str, template: str) -> str:
    """The end of a print's file."""
    return f"look={look} template={template} {shots}"


@dataclass
class Darkroom:
    """Its pictures are a few bytes, whole on disk or not there; the same order, the same bytes."""

    world: World
    data_dir: Path

    def make_room(self, path: str) -> None:
        (self.data_dir / path).parent.mkdir(parents=True, exist_ok=True)

    def save_shot(self, frame: Frame, path: str, taken_at: datetime, seq: int) -> Shot:
        self._save(path, f"{frame.stamp_ns}")
        return Shot(seq, path, iso(taken_at), 1, 1)

    def develop(self, order: Order, shot: Shot) -> None:
        self.world.call(OSError(5, "Input/output error"), (self.data_dir / shot.path).read_bytes)

    def compose(
        self, order: Order, shots: tuple[Shot, ...], path: str, look: str = "", template: str = ""
    ) -> Picture:
        digest = self._save(path, f"{order} {made_for(shots, look, template)}")
        return Picture(path, 1, 1, digest)

    def _save(self, path: str, text: str) -> str:
        def work() -> str:
            file = self.data_dir / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            return hashlib.sha256(file.read_bytes()).hexdigest()

        return self.world.call(OSError(28, "No space left on device"), work)
