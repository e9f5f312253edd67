"""Whether every rupiah is where it belongs, and every sheet came out once."""

from __future__ import annotations

import hashlib
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.domain import session as s
from kiosk.domain.order import Order, PaymentMethod, ReturnWay
from kiosk.store.models import Payment

from .own_audit import broken_promises
from .paid_cloud import payment_in_cloud
from .paid_healing import states
from .paid_house import FLOAT, PaidHouse
from .paid_second import SecondBooth
from .paid_till import STAFF, Till


@dataclass
class Reckoning:
    """``wrong`` is empty where every promise was kept. Money is in whole rupiah, by method."""

    endings: Counter[str]
    money: Counter[str]
    counts: Counter[str]
    wrong: list[str] = field(default_factory=list)


def reckon(house: PaidHouse, till: Till, second: SecondBooth, healed: Counter[str]) -> Reckoning:
    """The booth must not run."""
    double_use = list(second.wrong_after_double_use(till))
    known = states(house)
    rows = [row for row in Payment.select() if row.status == "completed"]
    money: Counter[str] = Counter()
    for row in rows:
        money[row.method] += row.amount
    counts = healed + Counter(f"{row.method} payments" for row in rows)
    counts["bills unclaimed"] = sum(row.session_id is None for row in rows)
    counts["sheets"] = sum(_sheets(house).values())
    found = Reckoning(Counter(_ending(state) for state in known.values()), money, counts)
    found.wrong += _wrong_at_xendit(house, known)
    found.wrong += _wrong_refunds(house, known)
    found.wrong += _wrong_in_cash(till, rows)
    found.wrong += _wrong_in_vouchers(rows)
    found.wrong += _wrong_in_sessions(known)
    found.wrong += _wrong_in_cloud(house, rows)
    found.wrong += double_use
    found.wrong += _wrong_on_paper(house, second, known)
    found.wrong += _wrong_in_drawer(house, till, known)
    found.wrong += _wrong_by_its_own_report(house)
    found.wrong += broken_promises(house.files)
    if left := house.mirror.outbox.depth():
        found.wrong.append(f"{left} entries never left the outbox")
    return found


def _ending(state: s.State) -> str:
    match state:
        case s.Settled(_, how):
            return f"settled: {how.value}"
        case s.Cancelled(_, reason):
            return f"cancelled: {reason.value}"
        case _:
            return type(state).__name__.lower()


def _wrong_at_xendit(house: PaidHouse, known: dict[str, s.State]) -> Iterator[str]:
    """What Xendit took is in the mirror and in one journal, once, to the rupiah."""
    taken = {r.payment_id: r.amount for r in house.xendit.requests() if r.paid}
    rows = Payment.select().where(Payment.method == "qris", Payment.status == "completed")
    mirror = {row.id: row.amount for row in rows}
    if taken != mirror:
        yield f"Xendit and mirror differ: {sorted(taken.items() ^ mirror.items())}"
    journaled: Counter[tuple[str, int]] = Counter()
    for state in known.values():
        received = () if (order := s.order_of(state)) is None else order.till.received
        qris = [r for r in received if r.method is PaymentMethod.QRIS]
        journaled.update((r.payment_id, r.amount) for r in qris)
    if journaled != Counter(taken.items()):
        differing = (journaled - Counter(taken.items())) + (Counter(taken.items()) - journaled)
        yield f"Xendit and journals differ: {sorted(differing)}"


def _wrong_refunds(house: PaidHouse, known: dict[str, s.State]) -> Iterator[str]:
    """What Xendit gave back is what the sessions say that it did."""
    given = sum(r.amount for r in house.xendit.requests() if r.refunded)
    orders = [order for state in known.values() if (order := s.order_of(state)) is not None]
    returned = [r for order in orders for r in order.till.returned]
    said = sum(r.amount for r in returned if r.way is ReturnWay.QRIS)
    if given != said:
        yield f"Xendit gave back {given} rupiah, the sessions say {said}"


def _wrong_in_cash(till: Till, rows: list[Payment]) -> Iterator[str]:
    """What staff took and what went into the slot is in the mirror, once, to the rupiah."""
    cash = [row for row in rows if row.method == "cash"]
    taken = {row.id: row.amount for row in cash if row.taken_by}
    handed = {money.payment_id: money.amount for money in till.handed.values()}
    if taken != handed:
        yield f"cash handed over and mirror differ: {sorted(taken.items() ^ handed.items())}"
    counted = sum(row.amount for row in cash if not row.taken_by)
    if counted != till.bills:
        yield f"{till.bills} rupiah went into the slot, the mirror has {counted}"


def _wrong_in_vouchers(rows: list[Payment]) -> Iterator[str]:
    uses = Counter(row.voucher_id for row in rows if row.method == "voucher")
    for voucher, times in uses.items():
        if voucher is None or times > 1:
            yield f"voucher {voucher} was used {times} times"


def _wrong_in_sessions(known: dict[str, s.State]) -> Iterator[str]:
    """Whoever paid was delivered or settled, and has all change."""
    for session_id, state in known.items():
        order = s.order_of(state)
        if order is None or not order.till.received:
            if not isinstance(state, s.Cancelled):
                yield f"{session_id} is {_ending(state)}, and nothing was paid"
        elif not isinstance(state, s.Delivered | s.Settled):
            yield f"{session_id} was paid and is {_ending(state)}"
        elif order.change_due:
            yield f"{session_id}: {order.change_due} rupiah of change are still due"


def _wrong_in_cloud(house: PaidHouse, rows: list[Payment]) -> Iterator[str]:
    for row in rows:
        there = payment_in_cloud(house, row.id)
        if (there.get("status"), there.get("amount")) != ("completed", row.amount):
            yield f"payment {row.id} over {row.amount} is {there.get('status')} in the cloud"


def _wrong_on_paper(
    house: PaidHouse, second: SecondBooth, known: dict[str, s.State]
) -> Iterator[str]:
    """As many sheets as were bought, and none that nobody has paid for."""
    sheets = _sheets(house)
    for session_id, state in known.items():
        picture = _picture(house, session_id)
        if picture is None:
            continue
        order = s.order_of(state)
        came, bought = sheets.pop(picture, 0), _bought(house, session_id, order)
        if came > bought or (isinstance(state, s.Delivered) and came != bought):
            yield f"{session_id} is {_ending(state)} with {came} sheets of {bought}"
    sheets -= second.sheets()
    if sheets:
        yield f"{sum(sheets.values())} sheets belong to no session"


def _picture(house: PaidHouse, session_id: str) -> str | None:
    """Its hash."""
    events = house.mirror.journal.events(session_id)
    found = (event.picture.sha256 for _, event in events if isinstance(event, s.PictureComposed))
    return next(found, None)


def _bought(house: PaidHouse, session_id: str, order: Order | None) -> int:
    """With what staff had printed again."""
    events = house.mirror.journal.events(session_id)
    again = sum(event.copies for _, event in events if isinstance(event, s.ReprintApproved))
    return again + (0 if order is None else order.package.copies)


def _sheets(house: PaidHouse) -> Counter[str]:
    """By the hash of the file."""
    trays = [printer.tray for printer in house.world.addresses.printers]
    files = [file for tray in trays for file in tray.glob("*.jpg")]
    return Counter(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def _wrong_in_drawer(house: PaidHouse, till: Till, known: dict[str, s.State]) -> Iterator[str]:
    """Counted by what guests gave and got back, as the storm knows it."""
    came = sum(money.amount for money in till.handed.values()) + till.bills
    orders = [order for state in known.values() if (order := s.order_of(state)) is not None]
    returned = [r for order in orders for r in order.till.returned]
    went = sum(r.amount for r in returned if r.way is ReturnWay.CASH)
    shift = house.mirror.shifts.close(STAFF, FLOAT + came - went, "", datetime.now(UTC))
    if shift.difference:
        yield f"the drawer holds {shift.difference} rupiah more than its shift says"


def _wrong_by_its_own_report(house: PaidHouse) -> Iterator[str]:
    """Mirror, journals and cloud, to the rupiah."""
    start = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    command = house.files.command("report", "--from", start, "--cloud", "--json")
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=90)
    if done.returncode:
        yield f"report: {(done.stdout or done.stderr)[-2000:]}"
