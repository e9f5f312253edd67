"""The parent's end of one life of the camera process."""

from __future__ import annotations

import logging
import os
import select
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass

from kiosk.camera.burst.burst import slots_for
from kiosk.camera.messages import Job, Message, from_line
from kiosk.camera.ring import RingLayout, RingReader
from kiosk.camera.settings import CameraSettings
from kiosk.camera.sources import is_dslr
from kiosk.camera.stills.line import StillLine

log = logging.getLogger(__name__)

# FFmpeg and V4L complain on stderr about every broken frame; faults come up the pipe in words.
QUIET = {"OPENCV_LOG_LEVEL": "OFF", "OPENCV_FFMPEG_LOGLEVEL": "-8"}
# Seconds for each picture; OpenCV's own 10 would be too long to try a second mode.
PATIENCE = {"OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "3"}
END_WAIT_S = 2.0


@dataclass(frozen=True)
class FrameArrived:
    pass


@dataclass(frozen=True)
class Exited:
    """``cause`` is for staff and logs, such as "signal SIGKILL"."""

    cause: str


@dataclass(frozen=True)
class Woken:
    """The caller's own descriptor became readable."""


Event = Message | FrameArrived | Exited | Woken


class Child:
    """Starts the process when made. Used by one thread, except for ``ring``.

    ``wake_fd`` is an eventfd, which is read before ``Woken`` is told. ``stills`` is there where
    the camera is a DSLR.
    """

    def __init__(
        self, command: Sequence[str], settings: CameraSettings, first_number: int, wake_fd: int
    ) -> None:
        layout = RingLayout(slots_for(settings))
        self._unread = b""
        self._wake = wake_fd
        with ExitStack() as theirs, ExitStack() as ours:
            memory = os.memfd_create("kiosk-camera", os.MFD_CLOEXEC)
            theirs.callback(os.close, memory)
            os.ftruncate(memory, layout.size)
            self._status, status_end = os.pipe()
            ours.callback(os.close, self._status)
            theirs.callback(os.close, status_end)
            self._frames = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
            ours.callback(os.close, self._frames)
            self.stills = StillLine(ours, theirs) if is_dslr(settings.source) else None
            fds = self.stills.fds if self.stills else None
            job = Job(settings, layout, memory, status_end, self._frames, first_number, fds)
            self._process = _start(command, job)
            self.ring = RingReader(memory, layout)  # imports NumPy, and so does the process
            self._close_ours = ours.pop_all().close
        self._poll = select.poll()
        for fd in (self._status, self._frames, wake_fd):
            self._poll.register(fd, select.POLLIN)

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait(self, timeout_s: float) -> Iterator[Event]:
        """Whatever has happened, waiting up to ``timeout_s`` for the first; none is possible."""
        ready = {fd for fd, _ in self._poll.poll(max(0.0, timeout_s) * 1000)}
        if self._wake in ready:
            os.eventfd_read(self._wake)
            yield Woken()
        if self._frames in ready:
            os.eventfd_read(self._frames)
            yield FrameArrived()
        if self._status in ready:
            yield from self._read_status()

    def end(self) -> None:
        """Kills the process, collects it, and closes everything that belonged to it."""
        self._process.kill()
        assert self._process.stdin is not None  # noqa: S101 - made with PIPE
        self._process.stdin.close()
        self._collect()
        self._close_ours()

    def _read_status(self) -> Iterator[Event]:
        chunk = os.read(self._status, 4096)
        *lines, self._unread = (self._unread + chunk).split(b"\n")
        for line in lines:
            yield from_line(line)
        if not chunk:
            yield Exited(self._collect())

    def _collect(self) -> str:
        try:
            code = self._process.wait(END_WAIT_S)
        except subprocess.TimeoutExpired:
            # Only a driver that hangs inside the kernel outlives a kill. Python collects it later.
            log.warning("camera process %d does not end", self._process.pid)
            return "hangs in its driver"
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _start(command: Sequence[str], job: Job) -> subprocess.Popen[bytes]:
    stills = (job.stills.asked_fd, job.stills.room_fd) if job.stills else ()
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        bufsize=0,
        pass_fds=(job.ring_fd, job.status_fd, job.frames_fd, *stills),
        env={**os.environ, **QUIET, **PATIENCE},
    )
    assert process.stdin is not None  # noqa: S101 - made with PIPE
    with suppress(BrokenPipeError):  # it died at once: the status pipe will say so
        process.stdin.write(job.to_line())
    return process
