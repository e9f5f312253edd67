"""Records a session from its first countdown to a moment after its last shot, in memory."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from kiosk.booth.footage import Footage
from kiosk.booth.ports import Clock, SmallPictures
from kiosk.domain.films import AFTER_NS, Reel, SmallFrame

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

log = structlog.get_logger()

WAIT_S = 0.5
"""For a frame; a camera that is away is asked again."""


NICE = 5
"""Of the thread, on Linux: a shot and the live picture come first. No higher: a thread that is put
off while it holds Python's lock holds up all others."""


@dataclass(frozen=True)
class Lens:
    """Where small pictures come from: of ``width`` × ``height`` pixels at most, as JPEGs."""

    camera: SmallPictures
    to_jpeg: Callable[[npt.NDArray[np.uint8]], bytes]
    width: int
    height: int


@dataclass
class _Take:
    footage: Footage
    ends_ns: int | None = None  # CLOCK_MONOTONIC; None while there are shots to come
    last_shutter_ns: int = 0


class Recorder:
    """On a thread of its own. ``on_reel`` gets each session's reel, on that thread. Sessions come
    one after the other: one that was not finished when the next begins is dropped."""

    def __init__(self, lens: Lens, clock: Clock, on_reel: Callable[[Reel], None]) -> None:
        self._lens = lens
        self._clock = clock
        self._on_reel = on_reel
        self._changed = threading.Condition()
        self._take: _Take | None = None
        self._handed: Footage | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._live, name="recording", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        with self._changed:
            self._closing, self._take = True, None
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout)

    @property
    def is_recording(self) -> bool:
        return self._take is not None

    def expect(self, session_id: str, seq: int, shutter_ns: int) -> None:
        """The shot ``seq`` of this session is taken at ``shutter_ns``, perhaps once more, and after
        a reel was handed over: then another follows, of everything. Returns at once."""
        with self._changed:
            take = self._take
            if take is None or take.footage.session_id != session_id:
                take = _Take(self._footage(session_id))
            take.footage.expect(seq, shutter_ns)
            take.last_shutter_ns, take.ends_ns = shutter_ns, None
            self._take, self._handed = take, None
            self._changed.notify_all()

    def finish(self, session_id: str) -> None:
        """The session's last shot is taken: its reel follows in half a second."""
        with self._changed:
            take = self._take
            if take is not None and take.footage.session_id == session_id:
                take.ends_ns = take.last_shutter_ns + AFTER_NS

    def drop(self, session_id: str) -> None:
        """Nothing comes of the session."""
        self.release(session_id)
        with self._changed:
            if self._take is not None and self._take.footage.session_id == session_id:
                self._take = None

    def release(self, session_id: str) -> None:
        """No shot of the session is taken again."""
        with self._changed:
            if self._handed is not None and self._handed.session_id == session_id:
                self._handed = None

    def _footage(self, session_id: str) -> Footage:
        handed = self._handed
        if handed is not None and handed.session_id == session_id:
            return handed
        return Footage(session_id)

    def _live(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        while (take := self._next_take()) is not None:
            try:
                self._record(take)
            except Exception:
                log.exception("recording failed", session=take.footage.session_id)
                self.drop(take.footage.session_id)

    def _next_take(self) -> _Take | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closing or self._take is not None)
            return self._take

    def _record(self, take: _Take) -> None:
        """Until its end, or until another takes its place."""
        pacing = _Pacing()
        while take is self._take:
            if take.ends_ns is not None and self._clock.monotonic_ns() > take.ends_ns:
                self._hand_over(take)
                return
            self._record_one(take, pacing)

    def _record_one(self, take: _Take, pacing: _Pacing) -> None:
        with self._changed:
            pause_ns = take.footage.pause_ns(self._clock.monotonic_ns())
        lens = self._lens
        small = lens.camera.preview(
            pacing.after(pause_ns), lens.width, lens.height, mirror=False, timeout_s=WAIT_S
        )
        if small is None or not pacing.is_new(small.number):
            pacing.lost()
            return
        frame = SmallFrame(small.stamp_ns, lens.to_jpeg(small.pixels))
        pacing.came(small.number, small.stamp_ns)
        with self._changed:
            take.footage.add(frame)

    def _hand_over(self, take: _Take) -> None:
        with self._changed:
            if take is not self._take:
                return
            self._take, self._handed = None, take.footage
            reel = take.footage.reel()
        self._on_reel(reel)


class _Pacing:
    """Which frame to wait for. Counting frames leaves equal gaps between those that are taken,
    which counting time does not."""

    def __init__(self) -> None:
        self._number = 0
        self._stamp_ns = 0
        self._period_ns: int | None = None

    def after(self, pause_ns: int) -> int:
        """The number of the frame after which one is wanted, ``pause_ns`` after the last one."""
        if self._period_ns is None:
            return self._number
        return self._number + max(1, round(pause_ns / self._period_ns)) - 1

    def is_new(self, number: int) -> bool:
        """Of a frame that is just being written over the camera gives the one before."""
        return number > self._number

    def came(self, number: int, stamp_ns: int) -> None:
        if self._number and number > self._number and stamp_ns > self._stamp_ns:
            self._period_ns = (stamp_ns - self._stamp_ns) // (number - self._number)
        self._number, self._stamp_ns = number, stamp_ns

    def lost(self) -> None:
        """The next frame is taken as it comes."""
        self._period_ns = None
