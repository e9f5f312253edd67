"""Printers by the name that staff call them, and what was done to one, in the audit log."""

from __future__ import annotations

from kiosk.booth.staff.changes import Change, change
from kiosk.clock import SystemClock
from kiosk.domain.errors import KioskError
from kiosk.domain.registered import RegisteredPrinter
from kiosk.store.mirror import Mirror

WHO = "command line"


def named(mirror: Mirror, name: str) -> RegisteredPrinter:
    """A printer that is set up here. Raises KioskError, which names those that are."""
    printer = mirror.printers.named(name)
    if printer is None:
        known = ", ".join(p.name for p in mirror.printers.all()) or "none"
        raise KioskError(f"no printer is called {name}; registered: {known}")
    if not printer.is_set_up:
        raise KioskError(f"{name} is known and not set up here: kiosk printers add")
    return printer


def changed(mirror: Mirror, printer: RegisteredPrinter, request: Change) -> RegisteredPrinter:
    """The printer after ``request``, which is in the audit log. Raises Refused."""
    now = SystemClock().now()
    done = change(mirror.printers, request, now)
    mirror.audit_log.write(WHO, done.what, {"printer": printer.name, **done.data}, now)
    return mirror.printers.get(printer.id) or printer
