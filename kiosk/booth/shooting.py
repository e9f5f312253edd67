"""The shots: countdown, the frame of the instant, the file on disk."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from kiosk.booth.lanes import Run
from kiosk.booth.messages import Measured
from kiosk.booth.pace import Pace
from kiosk.booth.ports import Camera, Clock, Darkroom, Journal
from kiosk.booth.view import Countdown, Notice
from kiosk.domain.arranging import in_slots
from kiosk.domain.camera import CameraState, Frame
from kiosk.domain.errors import CameraUnavailable
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.places import print_path, shot_path
from kiosk.domain.session import (
    ArrangementFailed,
    Compose,
    GaveUp,
    OwedReason,
    PictureComposed,
    ShotTaken,
    TakeShot,
)

log = structlog.get_logger()

CAMERA_POLL_S = 0.05
SCREEN_LAG_NS = 20_000_000
"""How old the picture on the screen is at least: the shot is the one that the guest saw. From the
stamp to the paint it takes 10 ms on an idle machine and 25 ms on a busy one (``./dev bench --only
live``); the next half frame is on the screen, too, and the frame nearest to it is never two away.
"""
SAVE_PAUSE_S = 1.0
COMPOSE_TRIES = 5
COMPOSE_PAUSE_S = 1.0


@dataclass(frozen=True)
class Exposure:
    """The frame of a shutter instant (CLOCK_MONOTONIC)."""

    frame: Frame
    shutter_ns: int


class Shooting:
    def __init__(
        self,
        camera: Camera,
        darkroom: Darkroom,
        journal: Journal,
        clock: Clock,
        pace: Pace,
    ) -> None:
        self._camera = camera
        self._darkroom = darkroom
        self._journal = journal
        self._clock = clock
        self._pace = pace

    def take(self, run: Run, effect: TakeShot) -> None:
        """One shot, however often the camera or the disk fails it; past patience, owed."""
        path = shot_path(self._started(run.session_id), run.session_id, effect.seq, effect.take)
        run.sleep(self._review_s(effect))
        with suppress(OSError):  # what the disk does not take, saving says once more
            self._darkroom.make_room(path)
        give_up_ns = self._clock.monotonic_ns() + int(self._pace.camera_patience * 1e9)
        missed, trouble = False, OwedReason.CAMERA
        while not run.stopped:
            if self._clock.monotonic_ns() > give_up_ns:
                run.tell(GaveUp(trouble))
                return
            if not self._sees(missed=missed):
                run.notice(Notice.ONE_MOMENT)
                run.sleep(CAMERA_POLL_S)
                continue
            exposure = self._expose(run, effect.seq)
            missed = exposure is None
            shot = None if exposure is None else self._save(run, exposure, path, effect)
            if exposure is not None and shot is not None:
                run.tell(ShotTaken(shot), Measured("shutter_to_saved", exposure.shutter_ns))
                self._develop(run, effect.order, shot)
                return
            trouble = OwedReason.CAMERA if missed else OwedReason.PICTURE

    def _review_s(self, effect: TakeShot) -> float:
        """A guest who sees a shot that may be taken again has to find the button; one who asked
        for it goes back to their place."""
        if effect.may_retake:
            return self._pace.retake_review
        return self._pace.review if (effect.seq, effect.take) > (1, 1) else 0.0

    def _save(self, run: Run, exposure: Exposure, path: str, effect: TakeShot) -> Shot | None:
        """None where the disk does not take it: that may pass, and the guest poses once more."""
        try:
            saved = self._darkroom.save_shot(exposure.frame, path, self._clock.now(), effect.seq)
            return replace(saved, take=effect.take)
        except OSError:
            log.exception("shot not saved", session=run.session_id, seq=effect.seq)
            run.notice(Notice.ONE_MOMENT)
            run.sleep(SAVE_PAUSE_S)
            return None

    def _develop(self, run: Run, order: Order, shot: Shot) -> None:
        """While the guest poses for the next one; what fails here is done with the print."""
        try:
            self._darkroom.develop(order, shot)
        except Exception:
            log.exception("shot not developed ahead", session=run.session_id, seq=shot.seq)

    def _expose(self, run: Run, seq: int) -> Exposure | None:
        """Counts down and takes the frame of the shutter instant; None where there is none."""
        run.notice(None)
        shutter_ns = self._clock.monotonic_ns() + int(self._pace.countdown * 1e9)
        run.counting(Countdown(seq, shutter_ns, self._pace.countdown))
        run.sleep((shutter_ns - self._clock.monotonic_ns()) / 1e9 - self._camera.lead_s())
        if run.stopped:
            return None
        try:
            return Exposure(self._camera.nearest(shutter_ns - SCREEN_LAG_NS), shutter_ns)
        except CameraUnavailable:
            run.notice(Notice.ONE_MOMENT)
            return None

    def _sees(self, *, missed: bool) -> bool:
        """A camera that ``missed`` a shot hangs, though it is called live for some seconds more:
        nobody is made to pose for it before it has a picture again."""
        if self._camera.status().state is not CameraState.LIVE:
            return False
        return self._camera.delivers() or not missed

    def compose(self, run: Run, effect: Compose) -> Picture | None:
        """The print-ready picture. What fails again and again is made plain, as it was bought;
        where that fails too, it is owed, with the shots on disk."""
        began = self._clock.monotonic_ns()
        path = print_path(effect.order.photo_id)
        made_for = effect.look, effect.template, effect.slots, effect.retakes
        for tries in range(1, COMPOSE_TRIES + 1):
            try:
                picture = self._composed(effect, path)
            except Exception:
                log.exception("picture not composed", session=run.session_id, tries=tries)
                run.sleep(COMPOSE_PAUSE_S)
            else:
                if run.stopped:  # something else was picked meanwhile
                    return None
                composed = PictureComposed(picture, *made_for)
                run.tell(composed, Measured("saved_to_print_ready", began))
                return picture
            if run.stopped:
                return None
        plain = not (effect.look or effect.template or effect.slots)
        run.tell(GaveUp(OwedReason.PICTURE) if plain else ArrangementFailed(*made_for))
        return None

    def _composed(self, effect: Compose, path: str) -> Picture:
        shots = in_slots(effect.shots, effect.slots)
        return self._darkroom.compose(effect.order, shots, path, effect.look, effect.template)

    def _started(self, session_id: str) -> datetime:
        journaled = self._journal.load(session_id)
        if journaled is None:
            raise LookupError(f"session {session_id} is not in the journal")
        return journaled.started
