"""A printer as the cloud knows it, on whichever machine it is set up."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.printing import ConnectionType, PrinterType


@dataclass(frozen=True)
class KnownPrinter:
    """RFC-007's columns. ``created_at`` is ISO UTC; ``version`` grows with every change."""

    id: str
    customer_id: str
    name: str
    type: PrinterType
    connection_type: ConnectionType
    is_default: bool
    created_at: str
    version: int
