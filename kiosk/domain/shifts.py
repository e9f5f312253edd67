"""One drawer of cash, from being opened to being counted. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.chain import Anchor
from kiosk.domain.order import PaymentMethod
from kiosk.domain.receipt import ShiftSlip, Taken
from kiosk.domain.times import moment


@dataclass(frozen=True)
class OpenShift:
    """``expected`` is what should lie in the drawer now: the float, and the cash that came in and
    went out since ``opened_at`` (ISO UTC)."""

    id: str
    opened_at: str
    opened_by: str
    float_amount: int
    cash_in: int
    cash_out: int

    @property
    def expected(self) -> int:
        return self.float_amount + self.cash_in - self.cash_out


@dataclass(frozen=True)
class MethodTaken:
    """``amount`` by ``count`` payments."""

    method: PaymentMethod
    count: int
    amount: int


@dataclass(frozen=True)
class ClosedShift:
    """``taken`` is everything that came in while it was open, by every method. ``anchor`` is the
    audit log's newest entry at the end of it."""

    id: str
    opened_at: str
    opened_by: str
    float_amount: int
    closed_at: str
    closed_by: str
    cash_in: int
    cash_out: int
    counted: int
    expected: int
    note: str
    taken: tuple[MethodTaken, ...]
    anchor: Anchor | None

    @property
    def difference(self) -> int:
        """Positive where there is more than there should be."""
        return self.counted - self.expected


def slip(shift: ClosedShift, operator: tuple[str, ...] = ()) -> ShiftSlip:
    """As it is printed, in the zone of this machine. ``operator`` are the lines at the top."""
    return ShiftSlip(
        opened=moment(shift.opened_at).astimezone(),
        closed=moment(shift.closed_at).astimezone(),
        by=shift.closed_by,
        counted=shift.counted,
        recorded=shift.expected,
        taken=tuple(Taken(line.method, line.count, line.amount) for line in shift.taken),
        operator=operator,
        seal="" if shift.anchor is None else shift.anchor.words,
    )
