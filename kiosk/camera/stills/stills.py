"""Where shots come from, if not from the live view's ring: a DSLR, or a camera of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as Overdue
from dataclasses import replace
from typing import Protocol

from kiosk.camera.board import Board
from kiosk.camera.camera import MILLISECOND, SECOND, SupervisedCamera
from kiosk.camera.settings import CameraSettings, Limits
from kiosk.camera.stills.desk import StillDesk
from kiosk.camera.stills.developing import developed
from kiosk.camera.supervisor import Supervisor
from kiosk.domain.camera import CameraStatus, Frame
from kiosk.domain.errors import CameraUnavailable

GRACE_S = 3.0
"""The supervisor ends what takes longer than its own patience; this is for a mistake of ours."""

LATE = "The DSLR was busy at the moment of the shot."
OVERDUE = "The DSLR did not send the shot in time."

Pending = Callable[[], Frame]
"""Waits for the picture. Raises CameraUnavailable."""


class Stills(Protocol):
    """``start`` once and ``stop`` from one thread; everything else from any thread."""

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def status(self) -> CameraStatus:
        """LIVE while the next shot would come from here."""

    @property
    def process_id(self) -> int | None: ...
    def lead_s(self) -> float:
        """How long before the shutter instant it must be asked."""

    def ask(self, at_ns: int) -> Pending:
        """For the picture of the instant ``at_ns`` (CLOCK_MONOTONIC). Raises CameraUnavailable."""


class Trigger:
    """Asks a DSLR's process through ``desk``.

    With ``settings.latency_offset_ms`` below zero it is told so much before the instant: for the
    time from the command to the exposure, 50 to 150 ms with most models.
    """

    def __init__(self, settings: CameraSettings, desk: StillDesk, limits: Limits) -> None:
        self._desk = desk
        self._offset_ns = settings.latency_offset_ms * MILLISECOND
        self._limit_ns = settings.nearest_limit_ms * MILLISECOND
        self._patience_s = limits.still_s + GRACE_S

    def lead_s(self) -> float:
        return max(0, -self._offset_ns) / SECOND

    def ask(self, at_ns: int) -> Pending:
        told_ns = at_ns + self._offset_ns
        time.sleep(max(0, told_ns - time.monotonic_ns()) / SECOND)
        still = self._desk.ask()

        def arrived() -> Frame:
            try:
                came = still.result(self._patience_s)
            except Overdue:
                raise CameraUnavailable(OVERDUE) from None
            if abs(came.stamp_ns - told_ns) > self._limit_ns:
                raise CameraUnavailable(LATE)
            return developed(came, came.stamp_ns - self._offset_ns)

        return arrived


class DslrStills:
    """A DSLR that only takes stills, in a supervised process of its own."""

    def __init__(self, settings: CameraSettings, command: Sequence[str], limits: Limits) -> None:
        self._board = Board()
        only_stills = replace(settings, live_view=False)
        self._supervisor = Supervisor(only_stills, command, limits, self._board)
        self._trigger = Trigger(settings, self._supervisor.stills, limits)

    @property
    def process_id(self) -> int | None:
        return self._supervisor.pid

    def start(self) -> None:
        self._supervisor.start()

    def stop(self) -> None:
        self._supervisor.stop()

    def status(self) -> CameraStatus:
        return self._board.status

    def lead_s(self) -> float:
        return self._trigger.lead_s()

    def ask(self, at_ns: int) -> Pending:
        return self._trigger.ask(at_ns)


class RingStills(SupervisedCamera):
    """A second camera, with a ring of its own."""

    def lead_s(self) -> float:
        return 0.0

    def ask(self, at_ns: int) -> Pending:
        frame = self.nearest(at_ns)
        return lambda: frame


class OwnStills:
    """Of the DSLR that gives the live view, too, which starts and stops it."""

    def __init__(self, trigger: Trigger, board: Board, supervisor: Supervisor) -> None:
        self._trigger = trigger
        self._board = board
        self._supervisor = supervisor

    @property
    def process_id(self) -> int | None:
        return self._supervisor.pid

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def status(self) -> CameraStatus:
        return self._board.status

    def lead_s(self) -> float:
        return self._trigger.lead_s()

    def ask(self, at_ns: int) -> Pending:
        return self._trigger.ask(at_ns)
