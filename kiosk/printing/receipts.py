"""The small ESC/POS printer at the counter. It may be off or hang: nobody waits long for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, assert_never

from kiosk.domain.errors import ReceiptUnavailable
from kiosk.domain.receipt import Line, Look, Receipt, ShiftSlip, receipt_lines, slip_lines
from kiosk.domain.receipt_device import ReceiptDevice
from kiosk.printing.receipt_wires import send

if TYPE_CHECKING:
    from escpos.printer import Dummy

PATIENCE_S = 8.0
"""A receipt is 1 to 2 kB: at 9600 baud it takes two seconds, and the cutter one."""

GRACE_S = 0.5
"""A wire gives up at its deadline; so much later it is left to itself."""


class ReceiptPrinter:
    """Prints one thing at a time; ``width`` is the paper's in letters. Safe for threads."""

    def __init__(
        self, device: ReceiptDevice, *, width: int, patience_s: float = PATIENCE_S
    ) -> None:
        self._device = device
        self._width = width
        self._patience_s = patience_s
        self._turn = threading.Lock()

    def print(self, paper: Receipt | ShiftSlip) -> None:
        """Returns when the printer has taken all of it. Blocks for about ``patience_s`` at most.

        Raises ReceiptUnavailable; what had begun to come out may then lie there half printed.
        """
        match paper:
            case Receipt():
                self._deliver(commands(receipt_lines(paper, self._width)))
            case ShiftSlip():
                self._deliver(commands(slip_lines(paper, self._width)))
            case _:
                assert_never(paper)

    def _deliver(self, content: bytes) -> None:
        """Looking up a name and calls into a driver know no deadline, hence the thread. One that
        hangs keeps its turn, so that no second one joins it."""
        deadline = time.monotonic() + self._patience_s
        if not self._turn.acquire(timeout=self._patience_s):
            raise ReceiptUnavailable("the receipt printer still hangs on the one before")
        delivery = _Delivery(self._device, content, deadline, self._turn)
        delivery.start()
        delivery.join(max(0.0, deadline - time.monotonic()) + GRACE_S)
        if delivery.is_alive():
            raise ReceiptUnavailable("the receipt printer hangs")
        if delivery.error is not None:
            raise ReceiptUnavailable(f"no receipt: {delivery.error}") from delivery.error


class _Delivery(threading.Thread):
    def __init__(
        self, device: ReceiptDevice, content: bytes, deadline: float, turn: threading.Lock
    ) -> None:
        super().__init__(name="receipt", daemon=True)
        self._device = device
        self._content = content
        self._deadline = deadline
        self._turn = turn
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            send(self._device, self._content, self._deadline)
        except Exception as error:
            self.error = error
        finally:
            self._turn.release()


def commands(lines: Iterable[Line]) -> bytes:
    """ESC/POS for these lines, reset before and cut behind them."""
    # Importing it reads its table of printers, which a booth without one need not wait for.
    from escpos.printer import Dummy

    printer = Dummy()
    printer.hw("INIT")
    for line in lines:
        _set(printer, line.look)
        printer.textln(line.text)
    printer.set(normal_textsize=True, bold=False)
    printer.cut()
    return bytes(printer.output)


def _set(printer: Dummy, look: Look) -> None:
    match look:
        case Look.PLAIN:
            printer.set(normal_textsize=True, bold=False)
        case Look.BOLD:
            printer.set(normal_textsize=True, bold=True)
        case Look.TALL:
            printer.set(double_height=True, bold=True)
        case _:
            assert_never(look)
