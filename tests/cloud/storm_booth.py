"""A booth that has been offline for a long while: its own store, and an outbox full of events."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.domain import session as s
from kiosk.domain.identity import Identity
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.prices import MOST, Terms
from kiosk.domain.printing import ConnectionType, PrinterType, Sheet
from kiosk.domain.receipt import CROCKFORD
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import Payment
from kiosk.store.outbox import Entry
from kiosk.sync.api import CloudApi
from kiosk.sync.wire import Payment as CloudPayment

OPENED = datetime(2026, 6, 1, 8, tzinfo=UTC)
PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 2, 1, 35_000)
PRINTERS = 12


@dataclass(frozen=True)
class Seeded:
    """UUIDv7s and codes that are the same each time."""

    chance: random.Random

    def new_id(self) -> str:
        digits = f"{self.chance.getrandbits(128):032x}"
        head, tail = digits[:12], digits[17:]
        return f"{head[:8]}-{head[8:]}-7{digits[13:16]}-8{tail[:3]}-{tail[3:]}"

    def code(self) -> str:
        return f"{self.chance.getrandbits(128):032x}"


class StormBooth:
    """``synchronous`` is off in this store alone: ten thousand events one by one would wait for
    the disk longer than the test may take, and no power is cut here.
    """

    def __init__(self, folder: Path, who: Identity, chance: random.Random) -> None:
        self.who = who
        self.chance = chance
        self.keys = Seeded(chance)
        self.mirror: Mirror = open_mirror(folder, self.keys.new_id)
        self.mirror.database.execute_sql("PRAGMA synchronous=OFF")
        self.now = OPENED
        self.printers: list[str] = []
        self.mirror.activation.save(who, _customer(who))

    def later(self) -> datetime:
        self.now += timedelta(milliseconds=self.chance.randrange(1, 4000))
        return self.now

    def register_printers(self) -> None:
        kinds, connections = list(PrinterType), list(ConnectionType)
        for number in range(PRINTERS):
            printer = RegisteredPrinter(
                id=self.keys.new_id(),
                name=f"Printer {number}",
                type=self.chance.choice(kinds),
                connection_type=self.chance.choice(connections),
                is_default=False,
                queue=f"queue-{number}",
                uri="ipp://localhost/",
            )
            self.mirror.printers.add(printer, self.who, self.later())
            self.printers.append(printer.id)

    def change_defaults(self, times: int) -> None:
        with self.mirror.database.atomic("IMMEDIATE"):
            for _ in range(times):
                self._change_default()

    def _change_default(self) -> None:
        self.mirror.printers.make_default(self.chance.choice(self.printers), self.later())

    def change_prices(self, times: int) -> None:
        """Each is told as it was set, and every other one again as it was withdrawn."""
        with self.mirror.database.atomic("IMMEDIATE"):
            for number in range(times):
                terms = Terms("classic", "", self.chance.randrange(MOST), 0, iso(self.later()))
                price = self.mirror.prices.add(terms, "Sari", self.now)
                if number % 2:
                    self.mirror.prices.withdraw(price.id, "Sari", self.later())

    def free_session(self) -> None:
        """A guest's whole session: its photo has up to five versions."""
        session_id = self.keys.new_id()
        with self.mirror.database.atomic("IMMEDIATE"):
            photo_id = self._choose(session_id, PaymentMethod.FREE, None)
            for event in self._deliver(photo_id):
                self._append(session_id, event)

    def ask_for_code(self, api: CloudApi) -> tuple[str, str]:
        """A guest with a QRIS code: the payment's id and the session's. Whether it was paid, the
        booth has yet to hear.
        """
        session_id, payment_id = self.keys.new_id(), self.keys.new_id()
        self._choose(session_id, PaymentMethod.QRIS, payment_id)
        offered = api.create_payment(
            payment_id,
            customer_id=self.who.customer_id,
            session_id=session_id,
            amount=PACKAGE.price,
            method=PaymentMethod.QRIS.value,
            created_at=iso(self.now),
            expires_in_s=3600,
        )
        self._append(session_id, _offer(offered))
        return payment_id, session_id

    def hear(self, session_id: str, payment: CloudPayment) -> None:
        """What the cloud says of the payment once the booth is back."""
        assert payment.paid_at is not None
        paid = s.PaymentCompleted(payment.paid_at, payment.id, payment.amount)
        assert self.mirror.journal.append(session_id, paid, self.later()) is not None

    def take_money(self, method: str) -> None:
        """Cash, or a voucher. The row and its entry, as for every other row."""
        moment = iso(self.later())
        body: dict[str, object] = {
            "id": self.keys.new_id(),
            "customer_id": self.who.customer_id,
            "amount": self.chance.randrange(1, 200) * 1000,
            "method": method,
            "session_id": self.keys.new_id(),
            "created_at": moment,
        }
        voucher = self._new_voucher() if method == "voucher" else None
        paid = {"platform_fee": 0, "status": "completed", "paid_at": moment}
        with self.mirror.database.atomic("IMMEDIATE"):
            Payment.insert(**body, **paid, voucher_id=voucher).execute()
            told = body | {"voucher": voucher}
            self.mirror.outbox.put("payment", str(body["id"]), told, self.now)

    def _new_voucher(self) -> str:
        return "".join(self.chance.choices(CROCKFORD, k=12))

    def upload(self) -> None:
        """Every picture is in the bucket, as far as the store knows: this tells of it."""
        with self.mirror.database.atomic("IMMEDIATE"):
            for entry in self.mirror.outbox.due(self.later(), 100_000):
                if entry.kind == "upload":
                    self.mirror.outbox.delivered(entry.id, self.now)

    def events(self) -> Sequence[Entry]:
        due = self.mirror.outbox.due(self.later(), 100_000)
        return [entry for entry in due if entry.kind != "upload"]

    def _choose(self, session_id: str, method: PaymentMethod, payment_id: str | None) -> str:
        photo_id, job_id = self.keys.new_id(), self.keys.new_id()
        amount = 0 if payment_id is None else PACKAGE.price
        code = self.keys.code()
        order = Order(PACKAGE, method, amount, payment_id, photo_id, job_id, code)
        self.mirror.journal.start(session_id, s.Choosing(), self.later())
        self._append(session_id, s.Chosen(order))
        return photo_id

    def _deliver(self, photo_id: str) -> list[s.Event]:
        taken = iso(self.later())
        shots = [Shot(seq, f"photos/{seq}.jpg", taken, 1920, 1080) for seq in (1, 2)]
        events: list[s.Event] = [s.ShotTaken(shot) for shot in shots]
        events.append(s.PictureComposed(Picture(f"prints/{photo_id}.jpg", 1200, 1800, "0" * 64)))
        events.append(s.PrintAsked(self.chance.choice(self.printers)))
        events.append(s.PrintSubmitted(self.chance.randrange(1, 9999)))
        happy = self.chance.random() < 0.9
        events.append(s.PrintCompleted() if happy else s.GaveUp(s.OwedReason.PRINT))
        return events

    def _append(self, session_id: str, event: s.Event) -> None:
        assert self.mirror.journal.append(session_id, event, self.later()) is not None


def _offer(payment: CloudPayment) -> s.PaymentOffered:
    assert payment.qr_string is not None
    assert payment.expires_at is not None
    return s.PaymentOffered(
        qr_string=payment.qr_string,
        expires_at=payment.expires_at,
        xendit_payment_id=str(payment.xendit_payment_id),
        platform_fee=payment.platform_fee,
    )


def _customer(who: Identity) -> dict[str, object]:
    moment = iso(OPENED)
    stamps = dict.fromkeys(("purchase_date", "created_at", "updated_at"), moment)
    licence = {"license_key": who.license_key, "license_type": "pro"}
    return {"id": who.customer_id, "name": "Ani", "email": "ani@example.id", **licence, **stamps}
