"""Queues that nothing waits in and that CUPS has stopped: at its own start, or on a past fault."""

from __future__ import annotations

import structlog

from kiosk.booth.ports import Clock, PrinterRegister, Printers
from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault, needs_person
from kiosk.domain.printing import QueueState, QueueStatus
from kiosk.domain.registered import RegisteredPrinter

log = structlog.get_logger()

RETRY_S = 60.0
"""Where the words of a fault stay until the next try, and no guest's picture is to be the try."""

ABANDONED_S = 180.0
"""A begun job of no session's is a test page. Staff are done with one by then; what is left was
left by a booth that ended."""


class IdleQueues:
    """``start`` is called again and again, from one thread. It leaves alone what staff have paused
    and what holds a begun job: that is for whoever follows the job to judge."""

    def __init__(self, printers: Printers, register: PrinterRegister, clock: Clock) -> None:
        self._printers = printers
        self._register = register
        self._clock = clock
        self._tried_ns: dict[str, int] = {}
        self._seen_ns: dict[str, int] = {}

    def start(self, printer: RegisteredPrinter, status: QueueStatus) -> bool:
        """Whether the queue was started. Raises PrintingUnavailable."""
        if status.state is not QueueState.STOPPED or printer.paused:
            return False
        if not self._may_be_well(printer, status):
            return False
        try:
            if self._is_in_use(printer):
                return False
            self._printers.enable(printer.queue)
        except PrintRefused as error:
            log.warning("a stopped queue stays stopped", queue=printer.queue, reason=str(error))
            return False
        log.info("queue started", queue=printer.queue)
        return True

    def _may_be_well(self, printer: RegisteredPrinter, status: QueueStatus) -> bool:
        if not any(needs_person(f) for f in status.faults if f is not Fault.PAUSED):
            return True
        if status.askable or self._younger(self._tried_ns.get(printer.id), RETRY_S):
            return False
        self._tried_ns[printer.id] = self._clock.monotonic_ns()
        return True

    def _is_in_use(self, printer: RegisteredPrinter) -> bool:
        begun = self._printers.begun(printer.queue)
        for key in begun:
            if not self._register.is_open(key) and self._is_abandoned(key):
                self._cancel(printer.queue, key)
        return bool(begun) or self._holds_a_guests(printer)

    def _holds_a_guests(self, printer: RegisteredPrinter) -> bool:
        """Whether CUPS has the job whose turn it is, begun or not: whoever follows it starts it."""
        key = self._register.next_at(printer.id)
        held = None if key is None else self._printers.find(printer.queue, key)
        return held is not None and not held.state.terminal

    def _is_abandoned(self, key: str) -> bool:
        since = self._seen_ns.setdefault(key, self._clock.monotonic_ns())
        return not self._younger(since, ABANDONED_S)

    def _cancel(self, queue: str, key: str) -> None:
        left = self._printers.find(queue, key)
        if left is not None and not left.state.terminal:
            self._printers.cancel(left.cups_job_id)

    def _younger(self, since_ns: int | None, seconds: float) -> bool:
        return since_ns is not None and self._clock.monotonic_ns() - since_ns < seconds * 1e9
