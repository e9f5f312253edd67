"""What owners decide about the event."""

from __future__ import annotations

from datetime import datetime

from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.event_view import EventRequest, EventView, Saved
from kiosk.booth.staff.ports import EventRoom
from kiosk.booth.staff.view import Outcome
from kiosk.domain.staff import Role, StaffMember


class EventDesk:
    """Every call comes from the desk's thread. ``view`` is None where nothing is to be set here."""

    def __init__(self, room: EventRoom | None) -> None:
        self._room = room
        self._saves = 0
        self.view: EventView | None = None

    def refresh(self) -> None:
        if self._room is not None:
            self.view = EventView(self._room.now(), self.view.saved if self.view else None)

    def act(self, request: EventRequest, member: StaffMember, now: datetime) -> Ending | None:
        """What to tell; None where the fields say it. Takes milliseconds. Raises Refused, and what
        the store raises."""
        if self._room is None:
            raise Refused("there is nothing to be set here")
        if member.role is not Role.OWNER:
            raise Refused("staff can't change the event", Outcome.EVENT_OWNER_ONLY)
        refusals = self._room.save(request.before, request.after, member.name, now)
        self._saves += 1
        self.view = EventView(self._room.now(), Saved(self._saves, refusals))
        return None if refusals else Ending(Outcome.SAVED)
