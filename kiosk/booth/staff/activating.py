"""The activation at the cloud, tried until it is done, refused or no longer wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import structlog

from kiosk.booth.ports import Clock
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.setup_room import SetupRoom
from kiosk.booth.staff.setup_view import Activating
from kiosk.domain.activation import Holder
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.staff import StaffMember

log = structlog.get_logger()

CONFLICT = 409
"""The cloud's answer where the licence, the e-mail or the id is another's already."""


@dataclass(frozen=True)
class Wanted:
    """In memory alone: a PIN is written down as a hash, and only once the booth is activated."""

    holder: Holder
    pin: str = field(repr=False)


class Activator:
    """For the desk's thread. ``entered`` hears of the owner."""

    def __init__(
        self,
        room: SetupRoom | None,
        sender: Sender,
        clock: Clock,
        pace: StaffPace,
        entered: Callable[[StaffMember], None],
    ) -> None:
        self._room = room
        self._sender = sender
        self._clock = clock
        self._pace = pace
        self._entered = entered
        self._wanted: Wanted | None = None
        self._going = False
        self._next_ns = 0
        self.stands = (Activating.NOT_ASKED, "")

    def start(self, holder: Holder, pin: str) -> None:
        self._wanted = Wanted(holder, pin)
        self._try()

    def stop(self) -> None:
        """What is being asked now is not taken back: it may still be done."""
        self._wanted = None
        self.stands = (Activating.NOT_ASKED, "")

    def refresh(self) -> None:
        offline = self.stands[0] is Activating.OFFLINE
        if offline and self._clock.monotonic_ns() >= self._next_ns:
            self._try()

    def _try(self) -> None:
        if self._room is None or self._wanted is None or self._going:
            return
        self._going = True
        if self.stands[0] is not Activating.OFFLINE:  # the words stay while it is tried again
            self.stands = (Activating.GOING, "")
        work = partial(self._work, self._room, self._wanted)
        self._sender.send(Errand("activation", work, after=self._tried))

    def _tried(self) -> None:
        self._going = False

    def _work(self, room: SetupRoom, wanted: Wanted) -> None:
        later = self._sender.later
        try:
            member = room.activate(wanted.holder, wanted.pin, self._clock.now())
        except CloudUnreachable as error:
            later(partial(self._failed, wanted, Activating.OFFLINE, str(error)))
        except CloudRefused as error:
            how = Activating.TAKEN if error.status == CONFLICT else Activating.REFUSED
            later(partial(self._failed, wanted, how, error.detail))
        except Exception as error:
            log.exception("the booth was not activated")
            later(partial(self._failed, wanted, Activating.FAILED, type(error).__name__))
        else:
            later(partial(self._done, wanted, member))

    def _done(self, wanted: Wanted, member: StaffMember) -> None:
        """Whoever has left meanwhile comes in by the PIN."""
        if self._wanted is wanted:
            self._entered(member)

    def _failed(self, wanted: Wanted, how: Activating, detail: str) -> None:
        log.warning("not activated", how=how.value, detail=detail)
        self._next_ns = self._clock.monotonic_ns() + int(self._pace.activation_retry * 1e9)
        if self._wanted is wanted:
            self.stands = (how, detail)
