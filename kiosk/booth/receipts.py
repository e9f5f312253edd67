"""A receipt on paper for each sale, where there is a receipt printer. No guest waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from typing import Protocol

import structlog

from kiosk.booth.ports import Clock
from kiosk.domain.errors import ReceiptUnavailable
from kiosk.domain.order import Order
from kiosk.domain.receipt import Item, Receipt, Tendered, receipt_number
from kiosk.domain.session import CashReceived, Event, PaymentCompleted
from kiosk.domain.times import moment

log = structlog.get_logger()


class Printer(Protocol):
    def print(self, paper: Receipt) -> None:
        """Takes seconds; raises ReceiptUnavailable."""


class Journal(Protocol):
    def events(self, session_id: str) -> tuple[tuple[str, Event], ...]:
        """When each event was written (ISO UTC), and the event."""


@dataclass(frozen=True)
class Receipts:
    """Makes receipts; ``operator`` are the lines at their top."""

    journal: Journal
    clock: Clock
    operator: tuple[str, ...] = ()

    def of(self, session_id: str, order: Order) -> Receipt:
        """As the order was paid, in the zone in which it is printed."""
        first_paid = self._first_paid(session_id)
        copies = order.package.copies
        name = order.package.name if copies == 1 else f"{order.package.name} × {copies}"
        return Receipt(
            number=receipt_number(session_id, first_paid),
            date=self.clock.now().astimezone(),
            items=(Item(name, order.amount),),
            amount=order.amount,
            tendered=tuple(Tendered(r.method, r.amount) for r in order.till.received),
            operator=self.operator,
        )

    def _first_paid(self, session_id: str) -> datetime:
        """A voucher is paid with in the moment in which nothing is due any more."""
        paid = [self.clock.now()]
        for at, event in self.journal.events(session_id):
            match event:
                case PaymentCompleted(paid_at=paid_at):
                    paid.append(moment(paid_at))
                case CashReceived():
                    paid.append(moment(at))
                case _:
                    pass
        return min(paid)


class ReceiptDesk:
    """Prints on a thread of its own, which ends with ``on_end``. ``on_trouble(session_id, why)``
    is for staff: what did not come out is not tried again by itself, for it may be half out."""

    def __init__(
        self,
        printer: Printer,
        receipts: Receipts,
        on_trouble: Callable[[str, str], None],
        on_end: Callable[[], None],
    ) -> None:
        self._printer = printer
        self._receipts = receipts
        self._on_trouble = on_trouble
        self._on_end = on_end
        self._sold: SimpleQueue[partial[None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._live, name="receipts", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def sold(self, session_id: str, order: Order) -> None:
        """Returns at once. To be called once for a sale, in the moment in which it is made."""
        self._sold.put(partial(self.print, session_id, order))

    def close(self, timeout: float) -> None:
        self._sold.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout)

    def print(self, session_id: str, order: Order) -> None:
        """Raises nothing."""
        try:
            self._printer.print(self._receipts.of(session_id, order))
        except ReceiptUnavailable as error:
            log.warning("receipt not printed", session=session_id, reason=str(error))
            self._tell_staff(session_id, str(error))
        except Exception:
            log.exception("receipt not printed", session=session_id)
            self._tell_staff(session_id, "a fault of the booth's own: see the log")

    def _tell_staff(self, session_id: str, why: str) -> None:
        try:
            self._on_trouble(session_id, why)
        except Exception:
            log.exception("staff not told of a receipt", session=session_id)

    def _live(self) -> None:
        while (sale := self._sold.get()) is not None:
            sale()
        self._on_end()
