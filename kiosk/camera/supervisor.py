"""Keeps a camera process alive: watches it, kills it when it hangs, starts the next one.

    start → first frame → LIVE → no frame for 2 s          → STALLED ┐
      ↑                        └ fault, or the process ended → LOST    ├ pause, then start again
      └──────────────────────────────────────────── REFUSED ← lasting ┘

Trouble stays on show until the next process delivers a frame, so the state does not flicker.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Sequence
from typing import assert_never

from kiosk.camera.board import Board
from kiosk.camera.burst.burst import shortfall
from kiosk.camera.child import Child, Event, Exited, FrameArrived, Woken
from kiosk.camera.faults import Fault, FaultKind
from kiosk.camera.messages import Opened, OpenedForStills, StillMissed, StillTaken
from kiosk.camera.ring import Size
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.sources import fault_before_opening, place_of
from kiosk.camera.stills.desk import StillDesk
from kiosk.domain.camera import CameraState, CameraStatus, CameraTrouble
from kiosk.domain.errors import CameraUnavailable

log = logging.getLogger(__name__)

STALLED = "The camera sends no pictures. It is being restarted; check its cable if this goes on."
STILL_HANGS = "The DSLR did not send the shot in time. It is being started again; check its cable."
ANEW = "The camera is being started again, as staff asked."
OFF = CameraStatus(CameraState.LOST, "The camera is switched off.")


class Supervisor:
    """One thread for all lives of the camera process. ``command`` starts one."""

    def __init__(
        self, settings: CameraSettings, command: Sequence[str], limits: Limits, board: Board
    ) -> None:
        self._settings = settings
        self._command = command
        self._limits = limits
        self._board = board
        self._stopping = threading.Event()
        self._anew = threading.Event()
        self._wake = os.eventfd(0, os.EFD_CLOEXEC)
        self.stills = StillDesk(lambda: os.eventfd_write(self._wake, 1))
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """Of the camera process that runs now."""
        child = self._child
        return child.pid if child else None

    def start(self) -> None:
        """Does nothing where it has started already. Call it from one thread at a time."""
        if self._thread.ident is None:
            self._thread.start()

    def restart(self) -> None:
        """Ends the camera process that runs now; another one is started. Returns at once."""
        self._anew.set()
        if not self._stopping.is_set():
            os.eventfd_write(self._wake, 1)

    def stop(self) -> None:
        """Returns once the camera process is gone. It can't be started again."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        os.eventfd_write(self._wake, 1)
        if self._thread.is_alive():
            self._thread.join()
        os.close(self._wake)

    def _run(self) -> None:
        attempt = 0
        while not self._stopping.is_set():
            began = time.monotonic()
            lived_s = self._one_life_whatever_happens()
            if lived_s is None:
                self._stopping.wait(self._limits.look_s)
                continue
            attempt = 0 if lived_s >= self._limits.settled_s else attempt
            self._stopping.wait(self._limits.pause_before(attempt, time.monotonic() - began))
            attempt += 1
        self._report(OFF)

    def _one_life_whatever_happens(self) -> float | None:
        """As ``_one_life``: a mistake of ours must not leave the booth without a supervisor."""
        try:
            return self._one_life()
        except Exception as error:
            log.exception("the camera's supervisor stumbled")
            words = f"The camera can't be used: {error}. It is being started again."
            self._report(CameraStatus(CameraState.LOST, words))
            return 0.0

    def _one_life(self) -> float | None:
        """From before the start to after the end; how long it was live, in seconds. None where
        there is plainly nothing to open: no process was started."""
        was_live = self._board.newest > 0
        fault = fault_before_opening(place_of(self._settings.source), was_live=was_live)
        if fault:
            self._report(_status_of(fault))
            return None
        first_number = self._board.newest + 1
        try:
            child = Child(self._command, self._settings, first_number, self._wake)
        except OSError as error:
            self._report(CameraStatus(CameraState.LOST, f"The camera program can't start: {error}"))
            return 0.0
        return self._attend(child)

    def _attend(self, child: Child) -> float:
        self._child = child
        live = _Live(self._limits)
        try:
            trouble = self._watch(child, live)
            # On show before the end, which can take long: nobody should read a dying ring.
            self._report(trouble or OFF)
        finally:
            self._child = None
            child.end()
        self._board.retire(child.ring)
        return live.lasted_s()

    def _watch(self, child: Child, live: _Live) -> CameraStatus | None:
        """Until something is wrong; None when told to stop."""
        while not self._stopping.is_set():
            events = list(child.wait(live.patience_s()))
            for event in events:
                trouble = self._heed(event, child, live)
                if trouble:
                    return trouble
            if self._anew.is_set():
                self._anew.clear()
                return CameraStatus(CameraState.LOST, ANEW)
            if not events and live.patience_s() <= 0:
                return CameraStatus(CameraState.STALLED, live.silence(), CameraTrouble.SILENT)
        return None

    def _heed(self, event: Event, child: Child, live: _Live) -> CameraStatus | None:
        match event:
            case FrameArrived():
                live.frame_arrived()
                self._board.show_frame(child.ring)
                if child.stills:
                    self.stills.open()
            case Opened(width, height, fps, mode):
                log.info("camera open: %d×%d at %.3g fps %s", width, height, fps, mode)
                self._board.show_opened(event)
                short = shortfall(self._settings, Size(width, height))
                if short:
                    log.warning("%s", short)
            case OpenedForStills(model):
                log.info("camera open: stills of %s", model)
            case Fault():
                return _status_of(event)
            case Exited(cause):
                words = f"The camera program ended ({cause}). It is being started again."
                return CameraStatus(CameraState.LOST, words)
            case StillTaken():
                live.still_came()
                self._hand_over(child, event)
            case StillMissed(number, text):
                live.still_came()
                self.stills.bring(number, CameraUnavailable(text))
            case Woken():
                self._ask_for_still(child, live)
            case _:
                assert_never(event)
        return None

    def _ask_for_still(self, child: Child, live: _Live) -> None:
        number = self.stills.hand_out() if child.stills else None
        if child.stills and number is not None:
            live.still_asked()
            child.stills.ask(number)

    def _hand_over(self, child: Child, taken: StillTaken) -> None:
        try:
            if child.stills:
                self.stills.bring(taken.number, child.stills.read(taken))
        except CameraUnavailable as error:
            self.stills.bring(taken.number, error)

    def _report(self, status: CameraStatus) -> None:
        if status != self._board.status and status != OFF:
            log.warning("camera %s: %s", status.state.value, status.detail)
        self._board.show_trouble(status)
        self.stills.close(status.detail)


class _Live:
    """When frames and stills came in one life of the process."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._first: float | None = None
        self._deadline = time.monotonic() + limits.first_frame_s
        self._taking_still = False

    def frame_arrived(self) -> None:
        now = time.monotonic()
        self._first = self._first or now
        if not self._taking_still:
            self._deadline = now + self._limits.stall_s

    def still_asked(self) -> None:
        self._taking_still = True
        self._deadline = time.monotonic() + self._limits.still_s

    def still_came(self) -> None:
        self._taking_still = False
        self._deadline = time.monotonic() + self._limits.stall_s

    def silence(self) -> str:
        """What is wrong once patience is over, for staff."""
        return STILL_HANGS if self._taking_still else STALLED

    def patience_s(self) -> float:
        return self._deadline - time.monotonic()

    def lasted_s(self) -> float:
        return time.monotonic() - self._first if self._first else 0.0


def _status_of(fault: Fault) -> CameraStatus:
    match fault.kind:
        case FaultKind.PASSING:
            return CameraStatus(CameraState.LOST, fault.text, fault.trouble)
        case FaultKind.LASTING:
            return CameraStatus(CameraState.REFUSED, fault.text, fault.trouble)
        case _:
            assert_never(fault.kind)
