"""The staff's rooms beside the till and the printers: what is asked there, and how they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import assert_never

import structlog

from kiosk.booth.staff.about_view import AboutView, Copying, CopyLogs, LogCopy
from kiosk.booth.staff.board import Board
from kiosk.booth.staff.cloud_look import cloud
from kiosk.booth.staff.cloud_view import RetryCloud
from kiosk.booth.staff.endings import Ending
from kiosk.booth.staff.home import home
from kiosk.booth.staff.home_view import RestartCamera
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.premises import Premises
from kiosk.booth.staff.rooms_view import RoomRequest, RoomsView
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.sessions import SessionsLook
from kiosk.booth.staff.sessions_view import LookForSessions, OpenSession, SessionsView
from kiosk.booth.staff.showcase_view import ClearShowcase
from kiosk.booth.staff.view import Outcome
from kiosk.domain.errors import NoStick, StickFull

log = structlog.get_logger()

Note = Callable[[str, str, Mapping[str, object]], None]


@dataclass
class Rooms:
    """Every call comes from the desk's thread and returns at once. ``note`` writes to the audit
    log."""

    office: Office
    board: Board
    sender: Sender
    note: Note
    _asked: LookForSessions | None = None
    _opened: str = ""
    _about: AboutView = field(default=AboutView())

    def act(self, request: RoomRequest, who: str) -> None:
        match request:
            case RestartCamera():
                self.office.premises.restart_camera()
                self.note(who, "camera restarted", {})
            case RetryCloud():
                self.office.premises.hurry()
            case LookForSessions():
                self._asked = request
            case OpenSession(session_id):
                self._opened = session_id
            case CopyLogs():
                self._copy_logs(who)
            case ClearShowcase():
                self.office.premises.showcase.clear(who)
                self.board.tell(Ending(Outcome.SHOWCASE_CLEARED))
            case _:
                assert_never(request)
        self.refresh()

    def refresh(self) -> None:
        """A room that can't be read stays as it was; the others go on."""
        premises, clock, rooms = self.office.premises, self.office.clock, self.board.rooms
        steps: tuple[Callable[[RoomsView], RoomsView], ...] = (
            lambda view: replace(view, home=home(premises, clock)),
            lambda view: replace(view, cloud=cloud(premises, clock.now())),
            lambda view: replace(view, about=self._told(premises)),
            lambda view: replace(view, showcase=premises.showcase.pictures()),
            self._with_sessions,
        )
        for step in steps:
            try:
                rooms = step(rooms)
            except Exception:
                log.exception("a room of the staff's can't be read; it stays as it was")
        self.board.rooms = rooms

    def forget(self) -> None:
        """Staff have left: the next ones look for their own."""
        self._asked, self._opened = None, ""
        going = self._about.copy.state is Copying.GOING
        self._about = self._about if going else AboutView()
        self.board.rooms = RoomsView(about=self._about)

    # ---- sessions -----------------------------------------------------------------------------

    def _with_sessions(self, view: RoomsView) -> RoomsView:
        office, asked = self.office, self._asked
        look = SessionsLook(office.premises.sessions, office.journal, self.board)
        try:
            found = SessionsView() if asked is None else look.found(asked, office.clock.now())
            page = look.page(self._opened) if self._opened else None
        except Exception:
            log.exception("the sessions can't be read")
            return replace(view, sessions=SessionsView(asked, failed=True))
        return replace(view, sessions=found, session=page)

    # ---- the logs -----------------------------------------------------------------------------

    def _told(self, premises: Premises) -> AboutView:
        """What this booth is does not change while staff look at it."""
        booth = self._about.booth or premises.booth()
        self._about = AboutView(booth, premises.machine(), self._about.copy)
        return self._about

    def _copy_logs(self, who: str) -> None:
        if self._about.copy.state is Copying.GOING:
            return
        self._copied(LogCopy(Copying.GOING))
        self.sender.send(Errand("logs copied", self._carry))
        self.note(who, "logs copied", {})

    def _carry(self) -> None:
        later, report = self.sender.later, self._doctor()

        def progress(part: float) -> None:
            later(partial(self._copied, LogCopy(Copying.GOING, part)))

        try:
            done = LogCopy(Copying.DONE, 1.0, self.office.premises.logs.copy(report, progress))
        except NoStick:
            done = LogCopy(Copying.NO_STICK)
        except StickFull:
            done = LogCopy(Copying.FULL)
        except Exception:
            log.exception("the logs were not copied")
            done = LogCopy(Copying.FAILED)
        later(partial(self._copied, done))

    def _copied(self, copy: LogCopy) -> None:
        self._about = replace(self._about, copy=copy)
        self.board.rooms = replace(self.board.rooms, about=self._about)

    def _doctor(self) -> dict[str, object]:
        """As ``kiosk doctor --json`` has it, with what this booth is."""
        sight, booth = self.office.premises.sight(), self._about.booth
        checks = [
            {"name": s.finding.check.value, "ok": s.well, "detail": s.finding.detail}
            for s in (sight.sightings if sight else ())
        ]
        about = {} if booth is None else {"version": booth.version, "booth": booth.booth_id}
        return {"made_at": self.office.clock.now().isoformat(), **about, "checks": checks}
