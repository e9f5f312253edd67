"""A camera whose shots come from elsewhere than the live view's ring.

shutter ┬ a still is asked for ──────── it comes, whole and in time → the shot
        └ the live view's frame is put by ─────────────── otherwise → the shot
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from kiosk.camera.burst.eyes import Eyes
from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.sources import Dslr, place_of
from kiosk.camera.stills.stills import DslrStills, OwnStills, RingStills, Stills, Trigger
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import CameraUnavailable

T = TypeVar("T")
log = logging.getLogger(__name__)

INSTEAD = "Shots come from the live picture. "


class StillCamera(SupervisedCamera):
    """``settings`` are the live view's, ``shots`` those of the camera that takes the shots."""

    def __init__(
        self,
        settings: CameraSettings,
        shots: CameraSettings,
        command: Sequence[str],
        limits: Limits | None = None,
        eyes: Eyes | None = None,
    ) -> None:
        super().__init__(settings, command, limits)
        self._stills = self._stills_of(shots, command, limits or Limits(), eyes)
        self._missed = ""

    def start(self) -> None:
        super().start()
        self._stills.start()

    def stop(self) -> None:
        self._stills.stop()
        super().stop()

    def lead_s(self) -> float:
        return self._stills.lead_s()

    def status(self) -> CameraStatus:
        """The live view's, once it is known whether the camera for the shots is there. While live,
        ``detail`` says why shots don't come from where they should."""
        live, stills = super().status(), self._stills.status()
        if live.state is not CameraState.LIVE:
            return live
        if stills.state is CameraState.STARTING:
            return stills
        trouble = self._missed if stills.state is CameraState.LIVE else stills.detail
        return CameraStatus(CameraState.LIVE, INSTEAD + trouble if trouble else "")

    def retime(self, offset_ms: int) -> bool:
        """False: the shots' camera was told its offset at the start."""
        return False

    def takes_stills(self) -> bool:
        """Whether the next shot would come from where it should."""
        return self._stills.status().state is CameraState.LIVE

    @property
    def still_process_id(self) -> int | None:
        """The process that takes the shots, for health checks and tests."""
        return self._stills.process_id

    def nearest(self, at_ns: int) -> Frame:
        """The still of the shutter instant ``at_ns`` (CLOCK_MONOTONIC); where there will be none,
        the live view's frame that was nearest.

        Call it ``lead_s`` before the instant. It takes as long as the camera.
        Raises CameraUnavailable where neither has a picture.
        """
        asked = _or_trouble(lambda: self._stills.ask(at_ns))
        # At once: the ring goes no further back than a tenth of a second.
        put_by = _or_trouble(lambda: super(StillCamera, self).nearest(at_ns))
        still = asked if isinstance(asked, CameraUnavailable) else _or_trouble(asked)
        if isinstance(still, Frame):
            self._missed = ""
            return still
        log.warning("a shot is taken from the live picture: %s", still)
        self._missed = str(still)
        if isinstance(put_by, Frame):
            return put_by
        raise put_by

    def _stills_of(
        self, shots: CameraSettings, command: Sequence[str], limits: Limits, eyes: Eyes | None
    ) -> Stills:
        live, place = place_of(self._settings.source), place_of(shots.source)
        if not isinstance(place, Dslr):
            return RingStills(shots, command, limits, eyes)
        if isinstance(live, Dslr) and (live == place or "" in (live.which, place.which)):
            trigger = Trigger(shots, self._supervisor.stills, limits)
            return OwnStills(trigger, self._board, self._supervisor)
        return DslrStills(shots, command, limits)


def camera_with_stills(
    settings: CameraSettings,
    shots: CameraSettings,
    command: Sequence[str],
    limits: Limits | None = None,
    eyes: Eyes | None = None,
) -> SupervisedCamera:
    """A camera whose own ring gives the shots where ``shots`` names the same camera, unless that
    is a DSLR. A burst is of the camera that takes the shots: what the live view puts by is not to
    hold them up."""
    place = place_of(shots.source)
    if place == place_of(settings.source) and not isinstance(place, Dslr):
        return SupervisedCamera(settings, command, limits, eyes)
    return StillCamera(replace(settings, burst_ms=0), shots, command, limits, eyes)


def _or_trouble(use: Callable[[], T]) -> T | CameraUnavailable:
    try:
        return use()
    except CameraUnavailable as error:
        return error
