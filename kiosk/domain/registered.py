"""A printer that staff have registered with this booth."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.printing import ConnectionType, PrinterType


@dataclass(frozen=True)
class RegisteredPrinter:
    """``queue`` is the CUPS queue's name, ``uri`` the device behind it."""

    id: str
    name: str
    type: PrinterType
    connection_type: ConnectionType
    is_default: bool
    queue: str
    uri: str
