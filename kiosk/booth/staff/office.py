"""What the staff's desk works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.booth.pool import Look
from kiosk.booth.ports import Clock, Keys
from kiosk.booth.staff.ports import AuditLog, Pages, Register, StaffBook, StaffPrinters
from kiosk.domain.identity import Identity


@dataclass(frozen=True)
class Office:
    """``looks`` are the pool's, given without asking CUPS. ``identity`` is None before
    activation."""

    book: StaffBook
    audit: AuditLog
    register: Register
    printers: StaffPrinters
    pages: Pages
    looks: Callable[[], tuple[Look, ...]]
    identity: Callable[[], Identity | None]
    clock: Clock
    keys: Keys
