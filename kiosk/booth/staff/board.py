"""Everything that the staff's desk knows at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from kiosk.booth.pool import Look
from kiosk.booth.staff.cards import card_of, found_among
from kiosk.booth.staff.endings import Ending
from kiosk.booth.staff.gate import SHUT
from kiosk.booth.staff.view import (
    Gate,
    GateState,
    Report,
    Search,
    Searching,
    StaffView,
    Task,
)
from kiosk.domain.devices import FoundDevice
from kiosk.domain.printing import QueueStatus
from kiosk.domain.registered import RegisteredPrinter


@dataclass
class Board:
    """Touched by the desk's thread alone. ``looks`` are the pool's, in which each printer's status
    gives way to the one that was asked for here; it is None where CUPS did not answer.
    """

    gate: Gate = SHUT
    looks: tuple[Look, ...] = ()
    remembered: tuple[RegisteredPrinter, ...] = ()
    statuses: dict[str, QueueStatus | None] = field(default_factory=dict)
    tasks: dict[str, Task] = field(default_factory=dict)
    searching: Searching = Searching.IDLE
    devices: tuple[FoundDevice, ...] = ()
    adding: str = ""
    report: Report | None = None
    _reports: int = 0

    def tell(self, ending: Ending) -> None:
        self._reports += 1
        self.report = Report(self._reports, ending.outcome, ending.printer, ending.detail)

    def forget(self) -> None:
        """Staff have left: the next ones begin anew. What still runs goes on."""
        self.report = None
        self.statuses.clear()
        if self.searching is not Searching.LOOKING:
            self.searching, self.devices = Searching.IDLE, ()

    def look(self, printer_id: str) -> Look | None:
        return next((look for look in self._current() if look.printer.id == printer_id), None)

    def device(self, uri: str) -> FoundDevice | None:
        return next((device for device in self.devices if device.uri == uri), None)

    def view(self) -> StaffView:
        """Printers are for those who are in."""
        match self.gate.state:
            case GateState.SHUT:
                return StaffView()
            case GateState.ASKING | GateState.WRONG | GateState.LOCKED | GateState.NO_PIN:
                return StaffView(self.gate, report=self.report)
            case GateState.OPEN:
                cards = (card_of(k, self.tasks.get(k.printer.id)) for k in self._current())
                return StaffView(self.gate, tuple(cards), self._search(), self.report)
            case _:
                assert_never(self.gate.state)

    def _current(self) -> tuple[Look, ...]:
        return tuple(
            replace(look, status=self.statuses.get(look.printer.id)) for look in self.looks
        )

    def _search(self) -> Search:
        registered = tuple(look.printer for look in self.looks)
        found = found_among(self.devices, registered, self.remembered)
        return Search(self.searching, found, self.adding)
