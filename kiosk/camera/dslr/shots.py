"""Stills of a DSLR, for the parent that asks for them. Used by the camera process only."""

from __future__ import annotations

import hashlib
import os
import select
import time

from kiosk.camera.dslr.body import Body, ShotMissed
from kiosk.camera.messages import Message, StillFds, StillMissed, StillTaken, to_line


class DslrShots:
    """Reads numbers from ``fds.asked_fd``; the answers go up ``status_fd``."""

    def __init__(self, body: Body, fds: StillFds, status_fd: int) -> None:
        self._body = body
        self._fds = fds
        self._status_fd = status_fd
        self._unread = b""
        self._asked = select.poll()
        self._asked.register(fds.asked_fd, select.POLLIN)

    def answer(self, within_s: float) -> bool:
        """Takes the still that is asked for within this time; False where none is.

        Raises SourceFault when the camera's connection is gone.
        """
        number = self._next(within_s)
        if number is None:
            return False
        stamp_ns = time.monotonic_ns()
        try:
            content, files = self._body.shoot()
        except ShotMissed as error:
            self._tell(StillMissed(number, str(error)))
            return True
        os.pwrite(self._fds.room_fd, content, 0)
        digest = hashlib.sha256(content).hexdigest()
        self._tell(StillTaken(number, stamp_ns, len(content), digest))
        self._body.discard(files)
        return True

    def _next(self, within_s: float) -> int | None:
        """The newest number that was asked for: nobody waits for an older one."""
        if not self._asked.poll(within_s * 1000):
            return None
        *lines, self._unread = (self._unread + os.read(self._fds.asked_fd, 4096)).split(b"\n")
        return int(lines[-1]) if lines else None

    def _tell(self, message: Message) -> None:
        os.write(self._status_fd, to_line(message))
