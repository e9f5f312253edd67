"""The drawer: what should be in it follows from the rows, and one is open at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.domain.money import Bill
from kiosk.domain.order import PaymentMethod
from kiosk.domain.receipt import slip_lines
from kiosk.domain.shifts import MethodTaken, slip
from kiosk.store.mirror import Mirror
from kiosk.store.shifts import ShiftRefused
from tests.store.money import CASH, CHANGE, NO_CAMERA, REFUNDED, bill, go, paid, qris
from tests.store.sample import NOW


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_a_shift_expects_its_float_and_the_cash_that_came_and_went_since(mirror: Mirror) -> None:
    go(mirror, "before", CASH, bill("b0", 50_000), at=later(-1))
    mirror.shifts.open("Sari", 100_000, NOW)
    go(mirror, "one", CASH, bill("b1", 50_000), CHANGE, at=later(1))
    go(mirror, "two", CASH, bill("b2", 35_000), NO_CAMERA, REFUNDED, at=later(2))
    go(mirror, "three", qris("q"), paid("q", at="2026-05-01T12:03:00.000Z"), at=later(3))
    mirror.strays.record(Bill("stray", 10_000), later(4))
    open_shift = mirror.shifts.current()
    assert open_shift is not None
    assert (open_shift.cash_in, open_shift.cash_out) == (95_000, 50_000)
    assert open_shift.expected == 145_000
    closed = mirror.shifts.close("Budi", 140_000, "one bill torn", later(5))
    assert (closed.expected, closed.difference, closed.note) == (145_000, -5_000, "one bill torn")
    assert closed.taken == (
        MethodTaken(PaymentMethod.CASH, 3, 95_000),
        MethodTaken(PaymentMethod.QRIS, 1, 35_000),
    )
    assert closed.anchor == mirror.audit_log.anchor()
    go(mirror, "after", CASH, bill("b9", 50_000), at=later(6))
    assert mirror.shifts.list(10) == (closed,)
    assert mirror.shifts.current() is None


def test_one_drawer_has_one_open_shift(mirror: Mirror) -> None:
    with pytest.raises(ShiftRefused, match="no shift is open"):
        mirror.shifts.close("Sari", 0, "", NOW)
    mirror.shifts.open("Sari", 0, NOW)
    with pytest.raises(ShiftRefused, match="open already"):
        mirror.shifts.open("Budi", 0, NOW)
    mirror.shifts.close("Sari", 0, "", later(1))
    mirror.shifts.open("Budi", 0, later(2))


@pytest.mark.parametrize("amount", [-1, -50_000])
def test_no_drawer_holds_less_than_nothing(mirror: Mirror, amount: int) -> None:
    with pytest.raises(ShiftRefused):
        mirror.shifts.open("Sari", amount, NOW)
    mirror.shifts.open("Sari", 0, NOW)
    with pytest.raises(ShiftRefused):
        mirror.shifts.close("Sari", amount, "", NOW)
    assert mirror.shifts.current() is not None


def test_the_slip_shows_the_difference_and_the_log_s_seal(mirror: Mirror) -> None:
    mirror.shifts.open("Sari", 100_000, NOW)
    closed = mirror.shifts.close("Sari", 90_000, "", later(1))
    assert closed.anchor is not None
    text = "\n".join(line.text for line in slip_lines(slip(closed, ("Sudut Studio",)), 42))
    assert f"Segel{closed.anchor.words:>37}" in text
    assert f"Kurang{'Rp 10.000':>36}" in text
