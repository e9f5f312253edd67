"""Each printer is asked how it is, beside the others: one that is switched off takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk.booth.staff.board import Board
from kiosk.booth.staff.cards import queue_gone
from kiosk.booth.staff.crew import Crew
from kiosk.booth.staff.mailbox import Step
from kiosk.booth.staff.ports import StaffPrinters
from kiosk.domain.errors import PrintingUnavailable, PrintRefused
from kiosk.domain.printing import QueueStatus
from kiosk.domain.registered import RegisteredPrinter


class Watch:
    """``ask`` is called on the desk's thread; what is heard comes ``later``, on that thread too.
    A printer that has not answered yet is not asked again."""

    def __init__(
        self, printers: StaffPrinters, board: Board, crew: Crew, later: Callable[[Step], None]
    ) -> None:
        self._printers = printers
        self._board = board
        self._crew = crew
        self._later = later
        self._asked: set[str] = set()

    def ask(self) -> None:
        for printer in (look.printer for look in self._board.looks):
            if printer.id not in self._asked:
                self._asked.add(printer.id)
                self._crew.run(f"look-{printer.queue}", partial(self._ask, printer))

    def _ask(self, printer: RegisteredPrinter) -> None:
        status: QueueStatus | None = None
        try:
            status = self.status(printer.queue)
        finally:
            self._later(partial(self._heard, printer.id, status))

    def status(self, queue: str) -> QueueStatus | None:
        """None where CUPS does not answer."""
        try:
            return self._printers.queue(queue)
        except PrintRefused as error:
            return queue_gone(queue, str(error))
        except PrintingUnavailable:
            return None

    def _heard(self, printer_id: str, status: QueueStatus | None) -> None:
        self._asked.discard(printer_id)
        self._board.statuses[printer_id] = status
