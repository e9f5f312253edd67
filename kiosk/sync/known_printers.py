"""The customer's printers as the cloud knows them, whichever booth registered them."""

from __future__ import annotations

from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.known_printers import KnownPrinter
from kiosk.domain.printing import ConnectionType, PrinterType
from kiosk.sync import wire
from kiosk.sync.api import CloudApi


def known_printers(api: CloudApi, customer_id: str) -> tuple[KnownPrinter, ...]:
    """Raises CloudUnreachable, also where the answer holds another customer's, and CloudRefused."""
    rows = api.printers()
    if any(row.customer_id != customer_id for row in rows):
        raise CloudUnreachable("malformed answer for Printers: another customer's are among them")
    return tuple(_known(row) for row in rows)


def _known(row: wire.Printer) -> KnownPrinter:
    return KnownPrinter(
        id=row.id,
        customer_id=row.customer_id,
        name=row.name,
        type=PrinterType(row.type),
        connection_type=ConnectionType(row.connection_type),
        is_default=bool(row.is_default),
        created_at=row.created_at,
        version=row.version,
    )
