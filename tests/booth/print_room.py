"""One paid session at the printers: the real machine, desk and pool, and no store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Happened, Message, Noticed, Progressed
from kiosk.booth.pace import Pace
from kiosk.booth.pool import Look, Pool
from kiosk.booth.printing import PrintDesk
from kiosk.booth.view import Notice, PrintProgress
from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, Picture
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import Form, RegisteredPrinter

from .conftest import PACKAGE, CountedKeys, HandClock
from .paper_world import PaperCups, PaperPrinter

PICTURE = Picture("prints/photo.jpg", 1200, 1800, "0" * 64)
PACE = replace(Pace(), print_patience=40.0, print_move=8.0, print_settle=3.0, print_retry=4.0)


def order(copies: int = 1) -> Order:
    package = replace(PACKAGE, copies=copies)
    return Order(package, PaymentMethod.QRIS, 35_000, "payment", "photo", "key", "code")


def registered(name: str) -> RegisteredPrinter:
    return RegisteredPrinter(
        id=name,
        name=name.capitalize(),
        type=PrinterType.DYE_SUB,
        connection_type=ConnectionType.IPP,
        is_default=False,
        queue=name,
        uri="ipp://x/",
        seconds_per_sheet=1.0,
    )


@dataclass
class Register:
    """The port ``PrinterRegister``; ``job`` is the session's, while it is not over, and ``before``
    the key of another that comes first."""

    printers: dict[str, RegisteredPrinter]
    job: s.Job | None = None
    busy: dict[str, int] = field(default_factory=dict)
    speeds: list[float] = field(default_factory=list)
    before: str | None = None

    def all(self) -> tuple[RegisteredPrinter, ...]:
        return tuple(self.printers.values())

    def get(self, printer_id: str) -> RegisteredPrinter | None:
        return self.printers.get(printer_id)

    def waiting(self) -> Mapping[str, int]:
        mine = {} if self.job is None else {self.job.printer_id: self.job.copies}
        return {i: self.busy.get(i, 0) + mine.get(i, 0) for i in {*self.busy, *mine}}

    def next_at(self, printer_id: str) -> str | None:
        if self.before or self.job is None:
            return self.before
        return self.job.key if self.job.printer_id == printer_id else None

    def jobs_before(self, printer_id: str, key: str) -> int:
        return int(self.before is not None)

    def is_open(self, key: str) -> bool:
        return key == self.before or (self.job is not None and self.job.key == key)

    def took(self, printer_id: str, seconds_per_sheet: float) -> None:
        self.speeds.append(seconds_per_sheet)


class OwnFile:
    """The port ``Press`` for printers that take the picture as it is."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def fit(self, picture: Picture, form: Form) -> Path:
        return self._data_dir / picture.path

    def clear(self, picture: Picture) -> None:
        return


class FreshPool(Pool):
    """Knows at once what the watchman would know two seconds later."""

    def looks(self) -> tuple[Look, ...]:
        return super().looks() if self._asking else self._asked()

    _asking = False

    def _asked(self) -> tuple[Look, ...]:
        self._asking = True
        try:
            return self.refresh()
        finally:
            self._asking = False


@dataclass(frozen=True, eq=False)
class StepRun(Run):
    """Its pauses are the world's seconds."""

    cups: PaperCups | None = None

    def sleep(self, seconds: float) -> None:
        if self.cups is not None:
            self.cups.wait(seconds)


@dataclass
class PrintRoom:
    """``state`` is what the journal would say; ``carry_on`` runs what it is waiting for."""

    cups: PaperCups
    register: Register
    keys: CountedKeys = field(default_factory=CountedKeys)
    state: s.State = field(default_factory=lambda: s.Printing(order(), PICTURE, s.Job("", "", 1)))
    messages: list[Message] = field(default_factory=list)

    @classmethod
    def with_printers(cls, copies: int = 1, **printers: PaperPrinter) -> PrintRoom:
        clock = HandClock(ns=1)
        cups = PaperCups(clock, printers)
        room = cls(cups, Register({name: registered(name) for name in printers}))
        asked = s.Arranging(order(copies), (), PICTURE)
        room.go(asked, s.PrintAsked(next(iter(printers))))
        return room

    def go(self, state: s.State, event: s.Event) -> None:
        self.state = s.transition(state, event).state
        self.register.job = self.state.job if isinstance(self.state, s.Printing) else None

    def desk(self) -> PrintDesk:
        """A new one, as after a start."""
        clock, folder = self.cups.clock, Path("data")
        pool = FreshPool(self.cups, self.register, clock)
        press = OwnFile(folder)
        return PrintDesk(self.cups, self.register, pool, press, folder, clock, self.keys, PACE)

    def carry_on(self) -> bool:
        """Runs the effects that are due until one of them has an event; False where none is due."""
        for effect in s.due(self.state):
            desk, run = self.desk(), StepRun("session", self._hear, cups=self.cups)
            match effect:
                case s.SubmitPrint():
                    desk.submit(run, effect)
                case s.FollowPrint():
                    desk.follow(run, effect)
                case s.WithdrawPrint():
                    desk.withdraw(run, effect)
                case _:
                    raise AssertionError(effect)
            return True
        return False

    def to_the_end(self) -> s.State:
        while self.carry_on():
            pass
        return self.state

    def sheets(self) -> int:
        return sum(printer.tray["photo.jpg"] for printer in self.cups.printers.values())

    @property
    def events(self) -> list[s.Event]:
        return [m.event for m in self.messages if isinstance(m, Happened)]

    @property
    def notices(self) -> list[Notice | None]:
        return [m.notice for m in self.messages if isinstance(m, Noticed)]

    def _hear(self, message: Message) -> None:
        self.messages.append(message)
        if isinstance(message, Happened):
            self.go(self.state, message.event)

    @property
    def told(self) -> list[PrintProgress]:
        """What the guest was told of the way, each once."""
        all_ = [m.progress for m in self.messages if isinstance(m, Progressed)]
        return [one for place, one in enumerate(all_) if one not in all_[:place]]
