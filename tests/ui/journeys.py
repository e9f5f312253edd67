"""The parts of a guest's way and of the staff's room, in which the screens are looked at."""

from __future__ import annotations

GUESTS = {
    "Arrive": ("attract", "resting"),
    "Choose": ("choose",),
    "Pay": ("pay",),
    "Shoot": ("shoot",),
    "Arrange": ("arrange",),
    "Print": ("printing",),
    "Take home": ("takehome",),
    "Put right": ("owed", "cancelled", "settled"),
}
STAFF = {
    "Staff: gate": ("pin",),
    "Staff: till": ("till",),
    "Staff: a new printer": ("search", "found", "confirm", "adding", "add-failed"),
    "Staff: faults": ("fault",),
    "Staff: home": ("home",),
    "Staff: sessions": ("session",),
    "Staff: camera": ("camera",),
    "Staff: event": ("event",),
    "Staff: sync": ("sync",),
    "Staff: about": ("about",),
}
OTHER_GUESTS, OTHER_STAFF = "More", "Staff: printers"


def journey_of(name: str, staff: bool) -> str:  # noqa: FBT001 - whose screen it is
    """By how the scene's name begins."""
    known, other = (STAFF, OTHER_STAFF) if staff else (GUESTS, OTHER_GUESTS)
    found = (journey for journey, starts in known.items() if name.startswith(starts))
    return next(found, other)
