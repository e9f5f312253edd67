"""What the staff's desk works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.booth.messages import Happened
from kiosk.booth.pool import Look
from kiosk.booth.ports import Clock, Keys
from kiosk.booth.staff.ports import (
    AuditLog,
    CameraRoom,
    ClaimBook,
    EventRoom,
    Pages,
    Register,
    ShiftBook,
    StaffBook,
    StaffJournal,
    StaffPrinters,
)
from kiosk.booth.staff.premises import Premises
from kiosk.booth.staff.setup_room import SetupRoom
from kiosk.domain.identity import Identity
from kiosk.domain.printing import Sheet
from kiosk.domain.registered import RegisteredPrinter
from kiosk.domain.shifts import ClosedShift


@dataclass(frozen=True)
class Office:
    """``looks`` are the pool's, given without asking CUPS, as is ``pick``: a printer that could
    print so many copies now. ``identity`` is None before activation. ``tell`` is the conductor's
    and returns at once. ``print_slip`` is None without a receipt printer; it takes seconds and
    raises ReceiptUnavailable. Without ``camera`` and ``event`` nothing is set about these,
    and without ``setup`` the booth is activated by the command line alone."""

    book: StaffBook
    audit: AuditLog
    register: Register
    printers: StaffPrinters
    pages: Pages
    looks: Callable[[], tuple[Look, ...]]
    identity: Callable[[], Identity | None]
    clock: Clock
    keys: Keys
    journal: StaffJournal
    claims: ClaimBook
    shifts: ShiftBook
    tell: Callable[[Happened], None]
    pick: Callable[[Sheet, int], RegisteredPrinter | None]
    premises: Premises
    print_slip: Callable[[ClosedShift], None] | None = None
    camera: CameraRoom | None = None
    event: EventRoom | None = None
    setup: SetupRoom | None = None
