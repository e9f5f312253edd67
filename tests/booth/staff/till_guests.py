"""Guests whose money or picture staff have to do with, in the real journal."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain import session as s
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.printing import Sheet

from .staff_room import StaffRoom

PRICE = 35_000
PACKAGE = Package("classic", "Foto 4×6", "classic-4x6", Sheet.FOUR_BY_SIX, 1, 2, PRICE)
WAYS = (PaymentMethod.QRIS, PaymentMethod.CASH)
SHOT = Shot(1, "photos/1.jpg", "2026-05-01T12:00:00.000Z", 1920, 1080)
PICTURE = Picture("prints/1.jpg", 1200, 1800, "0" * 64)
PAID_AT = "2026-05-01T12:00:00.000Z"


@dataclass
class Guests:
    room: StaffRoom
    printer_id: str = "front"

    def happens(self, session_id: str, *events: s.Event) -> None:
        journal, now = self.room.mirror.journal, self.room.clock.now()
        for event in events:
            assert journal.append(session_id, event, now) is not None, event

    def at_cash(self) -> str:
        """Stands at the screen, cash in hand."""
        session_id = self._choosing()
        self.happens(session_id, s.WayPicked(PaymentMethod.CASH, None))
        return session_id

    def unprinted(self) -> str:
        """Paid by QRIS, and the picture did not come out."""
        session_id = self._choosing()
        payment = f"pay-{session_id}"
        self.happens(
            session_id,
            s.WayPicked(PaymentMethod.QRIS, payment),
            s.PaymentCompleted(PAID_AT, payment, PRICE),
            s.ShotTaken(SHOT),
            s.PictureComposed(PICTURE),
            s.GaveUp(s.OwedReason.PRINT),
        )
        return session_id

    def delivered(self) -> str:
        """Paid by QRIS, and both copies came out."""
        session_id = self._choosing()
        payment = f"pay-{session_id}"
        self.happens(
            session_id,
            s.WayPicked(PaymentMethod.QRIS, payment),
            s.PaymentCompleted(PAID_AT, payment, PRICE),
            s.ShotTaken(SHOT),
            s.PictureComposed(PICTURE),
            s.PrintAsked(self.printer_id),
            s.PrintSubmitted(3),
            s.PrintCompleted(),
        )
        return session_id

    def overpaid(self, by: int) -> str:
        """Put in more than the price, at the bill acceptor."""
        session_id = self.at_cash()
        self.happens(session_id, s.CashReceived(f"bill-{session_id}", PRICE + by, ""))
        return session_id

    def state(self, session_id: str) -> s.State:
        found = self.room.mirror.journal.load(session_id)
        assert found is not None
        return found.state

    def order(self, session_id: str) -> Order:
        order = s.order_of(self.state(session_id))
        assert order is not None
        return order

    def count(self, session_id: str, kind: type[s.Event]) -> int:
        events = self.room.mirror.journal.events(session_id)
        return sum(isinstance(event, kind) for _, event in events)

    def _choosing(self) -> str:
        keys, now = self.room.keys, self.room.clock.now()
        session_id = keys.new_id()
        self.room.mirror.journal.start(session_id, s.Choosing(), now)
        order = Order(
            package=PACKAGE,
            method=PaymentMethod.QRIS,
            amount=PRICE,
            payment_id=None,
            photo_id=keys.new_id(),
            print_job_id=keys.new_id(),
            code=keys.download_code(),
            claim_code=keys.claim_code(),
            ways=WAYS,
        )
        self.happens(session_id, s.Chosen(order))
        return session_id
