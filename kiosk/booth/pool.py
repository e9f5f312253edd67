"""The printers together: what each can do now, and which one has a print out first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.booth.ports import Clock, PrinterRegister, Printers
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.printing import Media, QueueStatus, Sheet, fits
from kiosk.domain.registered import RegisteredPrinter

FIRST_REST_S = 30.0
LONGEST_REST_S = 480.0

WORTH_MOVING_S = 3.0
"""Less is lost in the move."""


@dataclass(frozen=True)
class Look:
    """One printer at one moment. ``status`` is None where CUPS did not answer or has no such
    queue; ``problem`` and ``remedy`` say it to staff. ``waiting``: sheets of jobs not over.
    ``cutter_elsewhere``: another printer here cuts strips apart, and this one does not."""

    printer: RegisteredPrinter
    status: QueueStatus | None
    waiting: int = 0
    resting: bool = False
    cutter_elsewhere: bool = False
    problem: str = ""
    remedy: str = ""

    @property
    def able(self) -> bool:
        """Whether it would print a job that is given to it now."""
        if self.status is None or self.printer.paused or self.resting:
            return False
        return self.status.able

    @property
    def cuts_strips(self) -> bool:
        return self.status is not None and self.status.cuts_strips

    @property
    def media(self) -> Media:
        """The printer's own word, else that of staff."""
        told = None if self.status is None else self.status.media_ready
        return told or self.printer.media

    @property
    def prints_left(self) -> int | None:
        """The printer's own count, else that of the booth; None where nobody knows."""
        told = None if self.status is None else self.status.prints_left
        return self.printer.sheets_left if told is None else told

    @property
    def spare(self) -> int | None:
        """Prints left when everything that waits here is out."""
        left = self.prints_left
        return None if left is None else left - self.waiting

    def takes(self, sheet: Sheet) -> bool:
        """Whether driver and media are right for it, now or after a fault."""
        if sheet is Sheet.TWO_BY_SIX_PAIR and self.cutter_elsewhere:
            return False
        offered = None if self.status is None else self.status.offered
        if offered is not None and sheet not in offered:
            return False
        return fits(self.media, sheet, self.printer.type)

    def can_print(self, sheet: Sheet, copies: int) -> bool:
        enough = self.spare is None or self.spare >= copies
        return self.able and enough and self.takes(sheet)

    def seconds_until_out(self, copies: int) -> float:
        """Everything that waits there is one behind the other."""
        return (self.waiting + copies) * self.printer.seconds_per_sheet


@dataclass(frozen=True)
class Silence:
    """Why nothing is known about a queue, and what to do."""

    problem: str
    remedy: str


NOT_ASKED = Silence("not asked yet", "wait a moment")


class Pool:
    """``refresh`` asks CUPS and may take seconds; ``pick`` and ``looks`` go by the last answers.
    ``start`` is handed what ``refresh`` heard, and says whether it has started the queue.

    A printer that failed a job rests, for longer each time, and is then tried by its state: only
    one that says it is able gets a guest's picture.
    """

    def __init__(
        self,
        printers: Printers,
        register: PrinterRegister,
        clock: Clock,
        start: Callable[[RegisteredPrinter, QueueStatus], bool] = lambda *_: False,
    ) -> None:
        self._start = start
        self._printers = printers
        self._register = register
        self._clock = clock
        self._lock = threading.Lock()
        self._known: Mapping[str, QueueStatus | Silence] = {}
        self._rests: dict[str, tuple[int, float]] = {}

    def refresh(self) -> tuple[Look, ...]:
        known = {printer.id: self._ask(printer) for printer in self._register.all()}
        with self._lock:
            self._known = known
        return self.looks()

    def looks(self) -> tuple[Look, ...]:
        """In the order of preference. A printer that was never asked has no status."""
        waiting = self._register.waiting()
        with self._lock:
            looks = [self._look(p, waiting.get(p.id, 0)) for p in self._register.all()]
        cutters = [look for look in looks if look.cuts_strips]
        return tuple(
            replace(look, cutter_elsewhere=bool(cutters) and not look.cuts_strips) for look in looks
        )

    def pick(
        self, sheet: Sheet, copies: int, without: frozenset[str] = frozenset()
    ) -> RegisteredPrinter | None:
        """Of those that can print it now the one that has it out first, the preferred one where
        two are as fast; None where none can."""
        able = [
            look
            for look in self.looks()
            if look.printer.id not in without and look.can_print(sheet, copies)
        ]
        first = min(able, key=lambda look: look.seconds_until_out(copies), default=None)
        return None if first is None else first.printer

    def sooner_than(self, printer_id: str, sheet: Sheet, copies: int) -> RegisteredPrinter | None:
        """A printer that has it out before the one where it waits with its ``copies``; None
        where that one is the first."""
        here = next((look for look in self.looks() if look.printer.id == printer_id), None)
        other = self.pick(sheet, copies, without=frozenset({printer_id}))
        if here is None or not here.able or other is None:
            return other
        there = next(look for look in self.looks() if look.printer.id == other.id)
        until_here = here.seconds_until_out(0)
        return other if there.seconds_until_out(copies) < until_here - WORTH_MOVING_S else None

    def pick_for_paid(self, sheet: Sheet, copies: int) -> RegisteredPrinter | None:
        """As ``pick``; where none can print now, one that could once its fault is mended. None
        where no printer is set up."""
        looks = self.looks()
        hopeful = [look for look in looks if look.takes(sheet) and not look.printer.paused]
        waiting_for = next((look.printer for look in (*hopeful, *looks)), None)
        return self.pick(sheet, copies) or waiting_for

    def rest(self, printer_id: str) -> None:
        """It failed a job."""
        now = self._clock.monotonic_ns()
        with self._lock:
            _, last = self._rests.get(printer_id, (0, FIRST_REST_S / 2))
            seconds = min(2 * last, LONGEST_REST_S)
            self._rests[printer_id] = (now + int(seconds * 1e9), seconds)

    def did_well(self, printer_id: str) -> None:
        """It printed a job."""
        with self._lock:
            self._rests.pop(printer_id, None)

    def _ask(self, printer: RegisteredPrinter) -> QueueStatus | Silence:
        try:
            status = self._printers.queue(printer.queue)
            return self._printers.queue(printer.queue) if self._start(printer, status) else status
        except PrintingUnavailable as error:
            return Silence(f"CUPS does not answer: {error}", "start CUPS: systemctl start cups")
        except PrintRefused:
            queue = printer.queue
            return Silence(f"CUPS has no queue {queue!r}", "register it again: kiosk printers add")

    def _look(self, printer: RegisteredPrinter, waiting: int) -> Look:
        known = self._known.get(printer.id, NOT_ASKED)
        until, _ = self._rests.get(printer.id, (0, 0.0))
        resting = self._clock.monotonic_ns() < until
        if isinstance(known, Silence):
            return Look(printer, None, waiting, resting, problem=known.problem, remedy=known.remedy)
        return Look(printer, known, waiting, resting)
