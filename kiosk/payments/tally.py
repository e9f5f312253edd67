"""What came into the bill acceptor and is not written down as money yet, on disk.

A booth that is killed amid a bill of a hundred pulses must not forget those that it has counted,
nor a bill that it has counted whole before the journal has it.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.money import Bill

DIGITS = 9
ID_LENGTH = 36
NO_BILL = "-" * ID_LENGTH
LINE = re.compile(rb"(\d{9}) (\S{36}) (\d{9})\n")


@dataclass(frozen=True)
class Tallied:
    """``pulses`` are those of a bill that is not over."""

    pulses: int = 0
    bill: Bill | None = None


class FileTally:
    """One line in the file ``path``, which is made with narrow rights. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Tallied:
        """Nothing where there is no file yet, or none that can be read."""
        try:
            line = LINE.fullmatch(self._path.read_bytes()[: 2 * DIGITS + ID_LENGTH + 3])
        except FileNotFoundError:
            return Tallied()
        if line is None:
            return Tallied()
        bill_id, amount = line[2].decode("ascii", "replace"), int(line[3])
        return Tallied(int(line[1]), None if bill_id == NO_BILL else Bill(bill_id, amount))

    def keep(self, tallied: Tallied) -> None:
        """On disk when this returns: one write, of the same length each time."""
        bill = tallied.bill or Bill(NO_BILL, 0)
        line = f"{tallied.pulses:0{DIGITS}} {bill.id:{ID_LENGTH}.{ID_LENGTH}} "
        file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.pwrite(file, f"{line}{bill.amount:0{DIGITS}}\n".encode(), 0)
            os.fdatasync(file)
        finally:
            os.close(file)
