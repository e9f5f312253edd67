"""How money comes in and goes back at this booth: the part of the composition root about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import assert_never

from kiosk.booth.bills import BillSlot
from kiosk.booth.ports import Clock
from kiosk.booth.preflight import WayCheck
from kiosk.booth.pricing import priced
from kiosk.booth.receipts import ReceiptDesk, Receipts
from kiosk.booth.stage import Shop
from kiosk.clock import RandomKeys
from kiosk.config import Config
from kiosk.domain.money import Bill
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.receipt_device import receipt_device
from kiosk.domain.shifts import ClosedShift, slip
from kiosk.payments.bill_acceptor import PulseAcceptor
from kiosk.payments.tally import FileTally
from kiosk.payments.vouchers import Vouchers
from kiosk.printing.receipts import ReceiptPrinter
from kiosk.store.mirror import Mirror
from kiosk.store.payment_rows import is_unpaid, is_written
from kiosk.sync.api import CloudApi
from kiosk.sync.money_watch import MoneyWatch


def ways_of(
    shop: Shop, mirror: Mirror, api: CloudApi, acceptor: PulseAcceptor | None
) -> dict[PaymentMethod, WayCheck]:
    """Of each way to pay that is sold here, what the preflight asks. It waits for nobody."""
    return {method: _way(method, mirror, api, acceptor) for method in shop.methods}


def _way(
    method: PaymentMethod, mirror: Mirror, api: CloudApi, acceptor: PulseAcceptor | None
) -> WayCheck:
    match method:
        case PaymentMethod.QRIS:
            return lambda: "the cloud does not answer" if api.reachable is False else ""
        case PaymentMethod.CASH:
            return partial(_cash, mirror, acceptor)
        case PaymentMethod.VOUCHER:
            vouchers = Vouchers(mirror.vouchers)
            return lambda: "" if vouchers.known() else "no key from the cloud yet"
        case PaymentMethod.FREE:
            return str
        case _:
            assert_never(method)


def _cash(mirror: Mirror, acceptor: PulseAcceptor | None) -> str:
    """Staff take it while a shift is open."""
    if mirror.shifts.current() is not None or (acceptor is not None and acceptor.answers()):
        return ""
    if acceptor is None:
        return "no shift is open"
    return "no shift is open, and the bill acceptor does not answer"


def acceptor_of(config: Config, data_dir: Path) -> PulseAcceptor | None:
    section = config.bill_acceptor
    if section is None:
        return None
    tally, new_id = FileTally(data_dir / "bill-pulses"), RandomKeys().new_id
    return PulseAcceptor(section.device, section.pulse_value, section.most, tally, new_id)


def slot_of(acceptor: PulseAcceptor | None, mirror: Mirror, clock: Clock) -> BillSlot | None:
    if acceptor is None:
        return None

    def ended() -> None:
        acceptor.shut_down()
        mirror.close()

    def stray(bill: Bill) -> None:
        mirror.strays.record(bill, clock.now())

    return BillSlot(acceptor, clock, is_written, stray, ended)


def prices_of(
    event: Callable[[], str], mirror: Mirror, clock: Clock
) -> Callable[[tuple[Package, ...]], tuple[Package, ...]]:
    """What gives packages the customer's prices of now, at the event of now."""

    def prices(packages: tuple[Package, ...]) -> tuple[Package, ...]:
        return priced(packages, mirror.prices.all(), event(), clock.now())

    return prices


def no_receipt(session_id: str, order: Order) -> None:
    """Where there is no receipt printer."""


def receipts_of(config: Config, mirror: Mirror, clock: Clock) -> ReceiptDesk | None:
    section = config.receipts
    if section is None:
        return None

    def trouble(session_id: str, why: str) -> None:
        record = {"session_id": session_id, "why": why}
        mirror.audit_log.write("booth", "receipt not printed", record, clock.now())

    return ReceiptDesk(
        ReceiptPrinter(receipt_device(section.device), width=section.width),
        Receipts(mirror.journal, clock, section.operator),
        trouble,
        mirror.close,
    )


def money_watch_of(
    api: CloudApi, mirror: Mirror, on_paid: Callable[[str, str, int], None]
) -> MoneyWatch:
    return MoneyWatch(api, mirror.vouchers, mirror.prices, is_unpaid, on_paid)


def slips_of(config: Config) -> Callable[[ClosedShift], None] | None:
    """Prints the slip of a closed shift; takes seconds, and raises ReceiptUnavailable. None
    without a receipt printer."""
    section = config.receipts
    if section is None:
        return None
    printer = ReceiptPrinter(receipt_device(section.device), width=section.width)

    def print_slip(shift: ClosedShift) -> None:
        printer.print(slip(shift, section.operator))

    return print_slip
