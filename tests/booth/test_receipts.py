"""A receipt for each sale, on paper: right, once, and nobody waits for it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from kiosk.booth.receipts import ReceiptDesk, Receipts
from kiosk.domain import session as s
from kiosk.domain.errors import ReceiptUnavailable
from kiosk.domain.order import Order, PaymentMethod, Received, Till
from kiosk.domain.receipt import Item, Receipt, Tendered, receipt_number

from .conftest import PACKAGE, HandClock

SESSION = "019f0000-0000-7000-8000-00000000abcd"
CASH, VOUCHER = PaymentMethod.CASH, PaymentMethod.VOUCHER
PATIENCE_S = 10.0
ORDER = Order(
    package=replace(PACKAGE, copies=2),
    method=CASH,
    amount=50_000,
    payment_id="bill-2",
    photo_id="photo",
    print_job_id="job",
    code="code",
    till=Till(
        (
            Received("v", VOUCHER, 10_000),
            Received("bill-1", CASH, 20_000),
            Received("bill-2", CASH, 50_000),
        )
    ),
)


@dataclass
class Paper:
    receipts: list[Receipt] = field(default_factory=list)
    stuck: threading.Event | None = None
    trouble: Exception | None = None

    def print(self, paper: Receipt) -> None:
        if self.stuck is not None:
            assert self.stuck.wait(PATIENCE_S)
        if self.trouble is not None:
            raise self.trouble
        self.receipts.append(paper)


@dataclass
class Journal:
    written: tuple[tuple[str, s.Event], ...] = ()

    def events(self, session_id: str) -> tuple[tuple[str, s.Event], ...]:
        assert session_id == SESSION
        return self.written


def desk(paper: Paper, journal: Journal) -> tuple[ReceiptDesk, list[tuple[str, str]]]:
    told: list[tuple[str, str]] = []
    receipts = Receipts(journal, HandClock(), ("Sudut Studio",))
    made = ReceiptDesk(paper, receipts, lambda *what: told.append(what), lambda: None)
    return made, told


def test_a_receipt_has_every_payment_and_the_number_of_the_guest_page() -> None:
    paper = Paper()
    bill = s.CashReceived("bill-1", 20_000, "")
    journal = Journal((("2026-04-30T23:59:59.000Z", bill), ("2026-05-01T00:01:00.000Z", bill)))
    made, _ = desk(paper, journal)
    made.print(SESSION, ORDER)
    [receipt] = paper.receipts
    assert receipt.number == receipt_number(SESSION, datetime(2026, 4, 30, tzinfo=UTC))
    assert receipt.items == (Item("Classic × 2", 50_000),)
    assert receipt.tendered == (
        Tendered(VOUCHER, 10_000),
        Tendered(CASH, 20_000),
        Tendered(CASH, 50_000),
    )
    assert (receipt.amount, receipt.change, receipt.fee) == (50_000, 30_000, 0)
    assert receipt.date == HandClock().now()


def test_a_qris_payment_has_the_day_that_the_cloud_says() -> None:
    paper = Paper()
    paid = s.PaymentCompleted("2026-04-29T10:00:00.000Z", "payment", 50_000)
    made, _ = desk(paper, Journal((("2026-05-01T10:00:00.000Z", paid),)))
    made.print(SESSION, ORDER)
    assert paper.receipts[0].number.startswith("260429-")


def test_nobody_waits_for_a_printer_that_hangs_and_staff_are_told_of_one_that_fails() -> None:
    paper = Paper(stuck=threading.Event(), trouble=ReceiptUnavailable("out of paper"))
    made, told = desk(paper, Journal())
    made.start()
    made.sold(SESSION, ORDER)
    made.sold(SESSION, ORDER)
    assert told == []
    assert paper.stuck is not None
    paper.stuck.set()
    made.close(PATIENCE_S)
    assert told == [(SESSION, "out of paper")] * 2


def test_a_fault_nobody_foresaw_ends_neither_the_desk_nor_the_booth() -> None:
    paper = Paper(trouble=ZeroDivisionError())
    made, told = desk(paper, Journal())
    made.print(SESSION, ORDER)
    assert [session_id for session_id, _ in told] == [SESSION]
    paper.trouble = None
    made.print(SESSION, ORDER)
    assert len(paper.receipts) == 1
