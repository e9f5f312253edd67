"""What staff do about the camera, while no guest is being served by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import assert_never

from kiosk.booth.ports import Journaled
from kiosk.booth.staff.camera_view import (
    CameraDoing,
    CameraRequest,
    CameraView,
    ChooseCamera,
    LookForCameras,
    SetMirror,
    SetOffset,
    TakeProof,
)
from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.ports import CameraRoom, StaffJournal
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.view import Outcome
from kiosk.domain import session as s
from kiosk.domain.errors import CameraUnavailable


class CameraDesk:
    """Every call comes from the desk's thread, returns at once and may raise Refused. ``view`` is
    None where there is nothing to be set here."""

    def __init__(self, room: CameraRoom | None, journal: StaffJournal, sender: Sender) -> None:
        self._room = room
        self._journal = journal
        self._sender = sender
        self.view: CameraView | None = None

    def refresh(self) -> None:
        if self._room is not None:
            before = self.view or CameraView(self._room.now())
            self.view = replace(before, now=self._room.now(), guest_here=self._guest_is_here())

    def forget(self) -> None:
        """Staff have left: what was photographed for them goes."""
        if self.view is not None:
            self.view = replace(self.view, proof=None, choices=())

    def act(self, request: CameraRequest, who: str) -> None:
        room = self._room
        if room is None or self.view is None:
            raise Refused("there is no camera to be set here")
        if self.view.doing is not CameraDoing.NOTHING:
            raise Refused("the camera is busy", Outcome.CAMERA_BUSY)
        match request:
            case LookForCameras():
                self._send(CameraDoing.LOOKING, partial(self._look, room))
            case TakeProof():
                self._refuse_beside_a_guest()
                self._send(CameraDoing.SHOOTING, partial(self._prove, room), Outcome.PROOF_FAILED)
            case ChooseCamera(source):
                self._refuse_beside_a_guest()
                self.view = replace(self.view, trying=source)
                self._send(CameraDoing.CHANGING, partial(self._become, room, source, who))
            case SetMirror(on):
                self._refuse_beside_a_guest()
                self._send(CameraDoing.CHANGING, lambda: room.set_mirror(on=on, by=who))
            case SetOffset(ms):
                self._refuse_beside_a_guest()
                self._send(CameraDoing.CHANGING, lambda: room.set_offset(ms, who))
            case _:
                assert_never(request)

    # ---- beside the desk's thread ---------------------------------------------------------------

    def _look(self, room: CameraRoom) -> None:
        found = room.found()
        self._sender.later(lambda: self._show(choices=found))

    def _prove(self, room: CameraRoom) -> None:
        proof = room.prove()
        self._sender.later(lambda: self._show(proof=proof))

    def _become(self, room: CameraRoom, source: str, who: str) -> Ending:
        """A guest may have come since it was asked for."""
        self._refuse_beside_a_guest()
        try:
            room.become(source, who)
        except CameraUnavailable as error:
            return Ending(Outcome.CAMERA_BACK, detail=str(error))
        return Ending(Outcome.CAMERA_CHANGED)

    def _send(
        self,
        doing: CameraDoing,
        work: Callable[[], Ending | None],
        failed: Outcome = Outcome.REFUSED,
    ) -> None:
        self._show(doing=doing)
        self._sender.send(Errand(f"camera {doing.value}", work, failed=failed, after=self._done))

    def _done(self) -> None:
        self._show(doing=CameraDoing.NOTHING, trying="")
        self.refresh()

    def _show(self, **changes: object) -> None:
        if self.view is not None:
            self.view = replace(self.view, **changes)  # type: ignore[arg-type]  # fields of it

    def _refuse_beside_a_guest(self) -> None:
        if self._guest_is_here():
            raise Refused("a guest is at the screen", Outcome.GUEST_HERE)

    def _guest_is_here(self) -> bool:
        return any(_needs_the_screen(left) for left in self._journal.unfinished())


def _needs_the_screen(left: Journaled) -> bool:
    match left.state:
        case s.Choosing() | s.Paying() | s.Shooting() | s.Arranging():
            return True
        case s.Printing() | s.Delivered() | s.Owed() | s.Settled() | s.Cancelled():
            return False
        case _:
            assert_never(left.state)
