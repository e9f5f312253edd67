"""A store as ``kiosk activate`` and ``kiosk printers add`` leave it, and one guest's session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kiosk.domain import session as s
from kiosk.domain.identity import Identity
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, Shot
from kiosk.domain.printing import ConnectionType, PrinterType, Sheet
from kiosk.domain.registered import RegisteredPrinter
from kiosk.store.mirror import Mirror, open_mirror

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
WHO = Identity("customer", "booth", "PB1.key", "token")
PACKAGE = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 1, 2, 35_000)
ORDER = Order(PACKAGE, PaymentMethod.QRIS, 35_000, "payment", "photo", "job", "code")


def ordered(copies: int) -> Order:
    return replace(ORDER, package=replace(PACKAGE, copies=copies))


EVENTS: tuple[s.Event, ...] = (
    s.Chosen(ORDER),
    s.PaymentOffered("QR", "2026-05-01T12:03:00.000Z", "pr-1", 245),
    s.PaymentCompleted("2026-05-01T12:01:00.000Z", "payment", 35_000),
    s.ShotTaken(Shot(1, "photos/shot-1.jpg", "2026-05-01T12:02:00.000Z", 1920, 1080)),
    s.PictureComposed(Picture("prints/photo.jpg", 1200, 1800, "0" * 64)),
    s.PrintAsked("printer"),
    s.PrintSubmitted(7),
    s.PrintCompleted(),
)


@contextmanager
def opened(folder: Path) -> Iterator[Mirror]:
    numbers = count(1)
    mirror = open_mirror(folder, lambda: f"id-{next(numbers):05}")
    moment = "2026-01-01T00:00:00.000Z"
    customer = {"name": "Sari", "email": "sari@example.com", "phone": None}
    licence = {"license_key": "PB1.key", "license_type": "pro", "purchase_date": moment}
    stamps = {"created_at": moment, "updated_at": moment}
    mirror.activation.save(WHO, {"id": "customer", **customer, **licence, **stamps})
    mirror.printers.add(printer("printer", "Front"), WHO, NOW)
    try:
        yield mirror
    finally:
        mirror.close()


def printer(printer_id: str, name: str, *, default: bool = False) -> RegisteredPrinter:
    kind, connection = PrinterType.DYE_SUB, ConnectionType.IPP
    return RegisteredPrinter(printer_id, name, kind, connection, default, name.lower(), "ipp://x/")


def live(mirror: Mirror, events: tuple[s.Event, ...] = EVENTS) -> None:
    mirror.journal.start("session", s.Choosing(), NOW)
    for event in events:
        assert mirror.journal.append("session", event, NOW) is not None
