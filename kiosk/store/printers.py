"""The registered printers. Each change is told to the cloud in the same transaction."""

from __future__ import annotations

from datetime import datetime

from peewee import Database

from kiosk.domain.identity import Identity
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.times import iso
from kiosk.store.models import Printer, PrintJob
from kiosk.store.outbox import Outbox


class PrinterRegister:
    def __init__(self, database: Database, outbox: Outbox) -> None:
        self._database = database
        self._outbox = outbox

    def all(self) -> tuple[RegisteredPrinter, ...]:
        """The default first, then in the order of registration."""
        rows = Printer.select().order_by(Printer.is_default.desc(), Printer.created_at)
        return tuple(_registered(row) for row in rows)

    def named(self, name: str) -> RegisteredPrinter | None:
        row = Printer.get_or_none(Printer.name == name)
        return None if row is None else _registered(row)

    def get(self, printer_id: str) -> RegisteredPrinter | None:
        row = Printer.get_or_none(Printer.id == printer_id)
        return None if row is None else _registered(row)

    def add(self, printer: RegisteredPrinter, identity: Identity, now: datetime) -> None:
        """The first printer becomes the default whatever it says."""
        with self._database.atomic("IMMEDIATE"):
            first = not Printer.select().exists()
            Printer.insert(
                id=printer.id,
                customer_id=identity.customer_id,
                name=printer.name,
                type=printer.type.value,
                connection_type=printer.connection_type.value,
                is_default=first,
                created_at=iso(now),
                queue=printer.queue,
                uri=printer.uri,
                version=1,
            ).execute()
            self._tell(printer.id, now)
            if printer.is_default and not first:
                self._make_default(printer.id, now)

    def make_default(self, printer_id: str, now: datetime) -> None:
        with self._database.atomic("IMMEDIATE"):
            self._make_default(printer_id, now)

    def remove(self, printer_id: str) -> bool:
        """Forgets the printer here; False where it has printed, for then its jobs name it."""
        with self._database.atomic("IMMEDIATE"):
            if PrintJob.select().where(PrintJob.printer_id == printer_id).exists():
                return False
            Printer.delete().where(Printer.id == printer_id).execute()
            return True

    def _make_default(self, printer_id: str, now: datetime) -> None:
        changed = [row.id for row in Printer.select() if row.is_default != (row.id == printer_id)]
        for row_id in changed:
            Printer.update(is_default=row_id == printer_id, version=Printer.version + 1).where(
                Printer.id == row_id
            ).execute()
            self._tell(row_id, now)

    def _tell(self, printer_id: str, now: datetime) -> None:
        self._outbox.put("printer", printer_id, printer_body(Printer.get_by_id(printer_id)), now)


def printer_body(row: Printer) -> dict[str, object]:
    """A printer's row as the API takes it."""
    return {
        "id": row.id,
        "customer_id": row.customer_id,
        "name": row.name,
        "type": row.type,
        "connection_type": row.connection_type,
        "is_default": int(row.is_default),
        "created_at": row.created_at,
        "version": row.version,
    }


def _registered(row: Printer) -> RegisteredPrinter:
    return RegisteredPrinter(
        id=row.id,
        name=row.name,
        type=PrinterType(row.type),
        connection_type=ConnectionType(row.connection_type),
        is_default=bool(row.is_default),
        queue=row.queue,
        uri=row.uri,
    )
