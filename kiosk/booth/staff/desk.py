"""The staff's desk: takes requests from the touchscreen and answers with views."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import assert_never

import structlog

from kiosk.booth.staff import view as v
from kiosk.booth.staff.about_view import CopyLogs
from kiosk.booth.staff.board import Board
from kiosk.booth.staff.camera_desk import CameraDesk
from kiosk.booth.staff.camera_view import (
    ChooseCamera,
    LookForCameras,
    SetMirror,
    SetOffset,
    TakeProof,
)
from kiosk.booth.staff.changes import Change, change
from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.crew import Crew
from kiosk.booth.staff.endings import Ending, Refused, ended
from kiosk.booth.staff.errands import Errands
from kiosk.booth.staff.event_desk import EventDesk
from kiosk.booth.staff.event_view import SaveEvent
from kiosk.booth.staff.gate import SHUT, Doorkeeper
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.mailbox import Mailbox
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.pace import StaffPace
from kiosk.booth.staff.rooms import Rooms
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.sessions_view import LookForSessions, OpenSession
from kiosk.booth.staff.setup_desk import SetupDesk
from kiosk.booth.staff.setup_view import (
    Activate,
    FinishSetup,
    JudgeLicence,
    KeepCamera,
    KeepTestPage,
    LookForLicence,
    RehearseSession,
    SetOwnerPin,
    SkipRehearsal,
    StopActivating,
    StopLooking,
)
from kiosk.booth.staff.showcase_view import ClearShowcase
from kiosk.booth.staff.teller import Teller
from kiosk.booth.staff.till import Till
from kiosk.booth.staff.till_look import TillLook
from kiosk.booth.staff.till_view import DoDeed, EndShift, StartShift, TakeCash
from kiosk.booth.staff.watch import Watch
from kiosk.domain.staff import StaffMember

log = structlog.get_logger()

WATCHED = frozenset({v.GateState.ASKING, v.GateState.WRONG, v.GateState.OPEN, v.GateState.SETUP})
"""Printers are asked from the PIN pad on, so that who comes in finds news on the cards."""


class StaffDesk:
    """``ask`` may be called from any thread and returns at once. ``publish`` hears each change, on
    the desk's own thread; what is slow runs beside it. ``on_end`` is called on each thread when
    it ends, to close what belongs to it."""

    def __init__(
        self,
        office: Office,
        pace: StaffPace,
        publish: Callable[[v.StaffView], None],
        on_end: Callable[[], None],
    ) -> None:
        self._office = office
        self._pace = pace
        self._publish = publish
        self._stop = threading.Event()
        self._mailbox = Mailbox(self._tick, on_end, pace.refresh)
        self._crew = Crew(on_end)
        self._board = Board()
        self._door = Doorkeeper(office.book, office.clock)
        self._watch = Watch(office.printers, self._board, self._crew, self._mailbox.put)
        sender = Sender(self._crew, self._mailbox.put, self._finish)
        self._errands = Errands(office, self._board, sender, pace, self._stop)
        teller = Teller(office.journal, office.tell, office.clock, pace, self._stop)
        self._till = Till(office, self._board, sender, teller, self._note)
        self._till_look = TillLook(office, self._board)
        self._camera = CameraDesk(office.camera, office.journal, sender)
        self._event = EventDesk(office.event)
        self._rooms = Rooms(office, self._board, sender, self._note)
        self._setup = SetupDesk(
            office.setup,
            office.book,
            office.identity,
            office.journal,
            self._board,
            sender,
            office.clock,
            pace,
            self._note,
            self._let_in,
            self._give_way,
            self._stop,
        )
        self._shown = v.StaffView()
        self._asked_ns: int | None = None
        self._busy_ns = 0

    def start(self) -> None:
        self._mailbox.start()
        if self._office.setup is not None:
            self._mailbox.put(self._go_on_setting_up)

    def ask(self, request: v.Request) -> None:
        self._mailbox.put(partial(self._take, request))

    def close(self, timeout: float) -> None:
        """Pages on their way are left to the printers. What else runs is waited for, ``timeout``
        seconds at most for everything."""
        give_up = time.monotonic() + timeout
        self._stop.set()
        self._mailbox.close(timeout)
        self._crew.close(max(give_up - time.monotonic(), 0.0))

    # ---- requests -----------------------------------------------------------------------------

    def _take(self, request: v.Request) -> None:
        self._busy_ns = self._now()
        self._asked_ns = None
        match request:
            case v.Knock():
                self._tell(ended(self._knock))
            case v.EnterPin(pin):
                self._tell(ended(partial(self._enter, pin)))
            case v.GoOut():
                self._shut()
            case (
                JudgeLicence()
                | LookForLicence()
                | StopLooking()
                | Activate()
                | SetOwnerPin()
                | StopActivating()
            ):
                self._tell(ended(partial(self._setup.act_openly, request)))
                self._setup.refresh()
            case _ if self._board.member is None:
                log.warning("asked at a gate that is not open", request=type(request).__name__)
            case _:
                self._tell(ended(partial(self._act, request, self._board.member)))

    def _knock(self) -> None:
        if self._board.gate.state in {v.GateState.SHUT, v.GateState.NO_PIN}:
            self._board.gate = self._door.knock()
            if self._setup.is_open_to_all:
                self._board.gate = v.Gate(v.GateState.SETUP)

    def _go_on_setting_up(self) -> None:
        """A first start that was not ended is gone on with, by whoever may."""
        if self._setup.goes_on:
            self._busy_ns = self._now()
            self._knock()

    def _let_in(self, member: StaffMember) -> None:
        if self._board.member != member:
            self._busy_ns = self._now()
            self._board.gate, self._board.member = v.Gate(v.GateState.OPEN), member
            self._asked_ns = None

    def _give_way(self) -> None:
        """The guests' screens are shown, and who was in comes back."""
        self._board.gate, self._board.member = SHUT, None

    def _enter(self, pin: str) -> None:
        """The pad is shown again before the answer: a second wrong PIN is news like the first."""
        if self._board.gate.state in {v.GateState.SHUT, v.GateState.OPEN}:
            return
        self._board.gate = v.Gate(v.GateState.ASKING)
        self._show()
        entry = self._door.enter(pin)
        self._board.gate, self._board.member = entry.gate, entry.member

    def _shut(self) -> None:
        self._board.gate, self._board.member = SHUT, None
        self._board.forget()
        self._till_look.forget()
        self._camera.forget()
        self._rooms.forget()
        self._setup.forget()

    def _act(self, request: v.Request, member: StaffMember) -> None:
        who = member.name
        match request:
            case TakeCash() | DoDeed() | StartShift() | EndShift():
                self._till.act(request, member)
            case LookForCameras() | ChooseCamera() | SetMirror() | SetOffset() | TakeProof():
                self._camera.act(request, who)
            case SaveEvent():
                self._tell(self._event.act(request, member, self._office.clock.now()))
            case (
                RestartCamera()
                | RetryCloud()
                | LookForSessions()
                | OpenSession()
                | CopyLogs()
                | ClearShowcase()
            ):
                self._rooms.act(request, who)
            case (
                KeepCamera() | KeepTestPage() | RehearseSession() | SkipRehearsal() | FinishSetup()
            ):
                self._setup.act(request, member)
                self._setup.refresh()
            case (
                v.LookForPrinters()
                | v.AddPrinter()
                | v.RemovePrinter()
                | v.PrintTestPage()
                | v.PrintCalibrationPage()
            ):
                self._run(request, who)
            case v.MakeDefault() | v.MoveUp() | v.Pause() | v.Resume() | v.Load() | v.Calibrate():
                self._change(request, who)
            case (
                v.Knock()
                | v.EnterPin()
                | v.GoOut()
                | JudgeLicence()
                | LookForLicence()
                | StopLooking()
                | Activate()
                | SetOwnerPin()
                | StopActivating()
            ):
                raise AssertionError("these pass a gate that is not open")
            case _:
                assert_never(request)

    def _run(
        self,
        request: v.LookForPrinters
        | v.AddPrinter
        | v.RemovePrinter
        | v.PrintTestPage
        | v.PrintCalibrationPage,
        who: str,
    ) -> None:
        match request:
            case v.LookForPrinters():
                self._errands.search()
            case v.AddPrinter():
                self._errands.add(request, who)
            case v.RemovePrinter(printer_id):
                self._errands.remove(printer_id, who)
            case v.PrintTestPage(printer_id):
                self._errands.print(printer_id, v.Task.TEST_PAGE, who)
            case v.PrintCalibrationPage(printer_id):
                self._errands.print(printer_id, v.Task.CALIBRATION_PAGE, who)
            case _:
                assert_never(request)

    def _change(self, request: Change, who: str) -> None:
        look = self._board.look(request.printer_id)
        if look is None:
            raise Refused("no such printer is set up here")
        printer = look.printer
        changed = change(self._office.register, request, self._office.clock.now())
        self._note(who, changed.what, {"printer": printer.name, **changed.data})
        if changed.outcome is not None:
            self._board.tell(Ending(changed.outcome, printer.name))
        if isinstance(request, v.Resume):
            self._errands.start_queue(printer)

    # ---- answers ------------------------------------------------------------------------------

    def _finish(self, errand: Errand, ending: Ending | None) -> None:
        self._asked_ns = None
        if ending is not None and ending.outcome is v.Outcome.CASH_TAKEN:
            self._shut()  # the guest goes on at the screen
            return
        self._tell(ending)
        if errand.who and ending is not None:
            data = {"printer": ending.about, "outcome": ending.outcome.value}
            self._note(errand.who, errand.name, data | {"detail": ending.detail})

    def _tell(self, ending: Ending | None) -> None:
        if ending is not None:
            log.info("staff told", outcome=ending.outcome.value, detail=ending.detail)
            self._board.tell(ending)

    def _note(self, who: str, what: str, data: Mapping[str, object]) -> None:
        """What was done was done, also where it can't be written down."""
        try:
            self._office.audit.write(who, what, data, self._office.clock.now())
        except Exception:
            log.exception("no room in the audit log", who=who, what=what)

    def _show(self) -> None:
        self._board.camera, self._board.event = self._camera.view, self._event.view
        view = self._board.view()
        if view != self._shown:
            self._publish(view)
            self._shown = view

    # ---- time ---------------------------------------------------------------------------------

    def _tick(self) -> float | None:
        """Seconds until the next one; None while the gate is shut."""
        now = self._now()
        self._pass_time(now)
        if self._board.gate.state in WATCHED:
            self._refresh(now)
        elif self._setup.rehearsing:
            self._setup.refresh()
        self._show()
        idle = self._board.gate == SHUT and not self._setup.rehearsing
        return None if idle else self._pace.refresh

    def _pass_time(self, now: int) -> None:
        gate = self._board.gate
        is_open = gate.state is v.GateState.OPEN
        patience = self._pace.shut_after if is_open else self._pace.pad_after
        if gate.state is v.GateState.SETUP:
            if not self._setup.is_open_to_all:
                self._board.gate = self._door.knock()
            return  # there is nothing else to be shown
        if gate != SHUT and now - self._busy_ns > patience * 1e9:
            self._shut()
        elif gate.locked_until_ns is not None and now >= gate.locked_until_ns:
            self._board.gate = v.Gate(v.GateState.ASKING)

    def _refresh(self, now: int) -> None:
        if self._asked_ns is not None and now - self._asked_ns < self._pace.refresh * 1e9:
            return
        self._asked_ns = now
        try:
            self._board.looks = self._office.looks()
            self._board.remembered = self._office.register.remembered()
        except Exception:
            log.exception("the register can't be read; the cards stay as they were")
        try:
            self._till_look.refresh()
        except Exception:
            log.exception("the till can't be read; it stays as it was")
        try:
            self._camera.refresh()
            self._event.refresh()
        except Exception:
            log.exception("the settings can't be read; they stay as they were")
        self._rooms.refresh()
        self._setup.refresh()
        self._watch.ask()

    def _now(self) -> int:
        return self._office.clock.monotonic_ns()
