"""The first start, at the staff's desk: from a licence key to a booth that sells."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from kiosk.booth.ports import Clock
from kiosk.booth.staff.activating import Activator
from kiosk.booth.staff.board import Board
from kiosk.booth.staff.endings import Refused
from kiosk.booth.staff.licence_reading import LicenceReading
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.ports import StaffBook, StaffJournal
from kiosk.booth.staff.rehearsing import NS_PER_S, Rehearsal, Whose, screen_of, stands
from kiosk.booth.staff.sending import Sender
from kiosk.booth.staff.setup_room import SetupRoom
from kiosk.booth.staff.setup_view import (
    Activate,
    FinishSetup,
    JudgedLicence,
    JudgeLicence,
    KeepCamera,
    KeepTestPage,
    LookForLicence,
    OpenRequest,
    RehearseSession,
    Rehearsing,
    SetOwnerPin,
    SetupRequest,
    SetupView,
    SkipRehearsal,
    StopActivating,
    StopLooking,
)
from kiosk.booth.staff.view import Outcome
from kiosk.domain.activation import LicenceFault, LicenceTerms, tidy_key
from kiosk.domain.identity import Identity
from kiosk.domain.setup import SetupMark, step_of
from kiosk.domain.staff import StaffMember, is_pin, is_weak_pin

Note = Callable[[str, str, Mapping[str, object]], None]


class SetupDesk:
    """Every call comes from the desk's thread and returns at once. ``enter`` opens the gate to the
    owner; ``leave`` gives the screen to the rehearsal. Without a ``room`` there is no first start
    here. ``closing`` is set when the desk closes."""

    def __init__(
        self,
        room: SetupRoom | None,
        book: StaffBook,
        identity: Callable[[], Identity | None],
        journal: StaffJournal,
        board: Board,
        sender: Sender,
        clock: Clock,
        pace: StaffPace,
        note: Note,
        enter: Callable[[StaffMember], None],
        leave: Callable[[], None],
        closing: threading.Event,
    ) -> None:
        self._room = room
        self._book = book
        self._identity = identity
        self._journal = journal
        self._board = board
        self._clock = clock
        self._pace = pace
        self._note = note
        self._enter = enter
        self._leave = leave
        self._licence: JudgedLicence | None = None
        self._rehearsal: Rehearsal | None = None
        self._rehearsed = Rehearsing.NOT_YET
        self._activator = Activator(room, sender, clock, pace, self._entered)
        self._reading = LicenceReading(room, sender, pace, closing, self._shown)

    @property
    def is_open_to_all(self) -> bool:
        """Nobody can come in by a PIN yet, so that whoever is here sets the booth up."""
        return self._room is not None and not self._book.any()

    @property
    def goes_on(self) -> bool:
        """Whether a first start was begun here and not ended, or is still to be begun."""
        if self._room is None:
            return False
        return self._identity() is None or self._room.marks() is not None

    @property
    def rehearsing(self) -> bool:
        return self._rehearsal is not None

    def refresh(self) -> None:
        """Also while a rehearsal has the screen."""
        room = self._room
        if room is None:
            return
        self._activator.refresh()
        self._follow_rehearsal(room)
        marks = room.marks()
        if marks is None and not self.is_open_to_all:
            self._board.setup = None
            return
        step = step_of(
            marks or frozenset(),
            activated=self._identity() is not None,
            pin=self._book.any(),
            printer=bool(self._board.looks),
        )
        self._board.setup = SetupView(
            step,
            self._licence,
            *self._activator.stands,
            tested=self._tested(),
            rehearsing=self._rehearsed,
            tried=room.holder_tried() if self.is_open_to_all else None,
        )

    def forget(self) -> None:
        self._licence = None
        self._activator.stop()
        self._reading.stop()

    # ---- before there is a PIN ------------------------------------------------------------------

    def act_openly(self, request: OpenRequest) -> None:
        if isinstance(request, StopLooking):
            self._reading.stop()
            return
        room = self._room
        if room is None or not self.is_open_to_all:
            raise Refused("this booth has a PIN")
        match request:
            case JudgeLicence(key):
                self._licence = JudgedLicence(key, self._judged(room, key))
            case LookForLicence():
                self._licence = None
                self._reading.start()
            case Activate(holder, pin):
                if self._identity() is not None:
                    raise Refused("this booth is activated")
                _refuse_weak(pin)
                self._activator.start(holder, pin)
            case SetOwnerPin():
                self._set_owner_pin(room, request)
            case StopActivating():
                self._activator.stop()
            case _:
                assert_never(request)

    def _shown(self, text: str) -> None:
        if self._room is None:
            return
        key = tidy_key(text)
        self._licence = JudgedLicence(key, self._judged(self._room, key), shown=True)
        if isinstance(self._licence.found, LicenceTerms):
            self._reading.stop()
        self.refresh()

    def _judged(self, room: SetupRoom, key: str) -> LicenceTerms | LicenceFault:
        """A good key may still be another booth's."""
        found = room.judge(key)
        is_good = isinstance(found, LicenceTerms)
        is_other = is_good and self._identity() is not None and not room.own_key(key)
        return LicenceFault.OTHER if is_other else found

    def _set_owner_pin(self, room: SetupRoom, request: SetOwnerPin) -> None:
        if not room.own_key(request.key):
            self._licence = JudgedLicence(request.key, LicenceFault.OTHER)
            return
        _refuse_weak(request.pin)
        now = self._clock.now()
        self._entered(room.set_owner_pin(request.owner, request.pin, now))

    def _entered(self, member: StaffMember) -> None:
        self.forget()
        self._enter(member)

    # ---- behind the PIN -------------------------------------------------------------------------

    def act(self, request: SetupRequest, member: StaffMember) -> None:
        room = self._room
        if room is None or room.marks() is None:
            raise Refused("no first start is going on here")
        match request:
            case KeepCamera():
                room.keep(SetupMark.CAMERA)
            case KeepTestPage():
                room.keep(SetupMark.TEST_PAGE)
            case SkipRehearsal():
                room.keep(SetupMark.REHEARSAL)
            case RehearseSession():
                self._rehearse(room, member)
            case FinishSetup():
                room.finish(member.name, self._clock.now())
            case _:
                assert_never(request)

    def _rehearse(self, room: SetupRoom, member: StaffMember) -> None:
        if self._rehearsal is not None:
            raise Refused("a rehearsal is going on")
        by = self._clock.monotonic_ns() + int(self._pace.rehearsal_begins * NS_PER_S)
        session_id = room.rehearse()
        self._rehearsal = Rehearsal(session_id, by, member)
        self._rehearsed = Rehearsing.GOING
        self._note(member.name, "rehearsal begun", {"session": session_id})

    def _follow_rehearsal(self, room: SetupRoom) -> None:
        """The screen is the guests' while it is on it, and whose it was before comes back."""
        if self._rehearsal is None:
            return
        rehearsal = self._rehearsal
        screen = screen_of(rehearsal, room.on_screen())
        if screen is not rehearsal.screen:
            self._rehearsal = replace(rehearsal, screen=screen)
            if screen is Whose.GUESTS:
                self._leave()
            else:
                self._enter(rehearsal.member)
        found = stands(rehearsal, room, self._journal, self._clock.monotonic_ns())
        if found is Rehearsing.GOING:
            return
        self._rehearsal, self._rehearsed = None, found or Rehearsing.NOT_YET
        if found is None:
            room.keep(SetupMark.REHEARSAL)
        came = found.value if found else "delivered"
        data = {"session": rehearsal.session_id, "came": came}
        self._note(rehearsal.member.name, "rehearsal ended", data)

    def _tested(self) -> bool:
        report = self._board.report
        return report is not None and report.outcome is Outcome.TEST_PRINTED


def _refuse_weak(pin: str) -> None:
    if not is_pin(pin) or is_weak_pin(pin):
        raise Refused("this PIN is the first that anybody would try")
