"""The parent's end of the line on which one DSLR process is asked for stills."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack, suppress

from kiosk.camera.messages import StillFds, StillTaken
from kiosk.camera.stills.desk import Still
from kiosk.domain.errors import CameraUnavailable

LARGEST_STILL = 64 << 20
"""Bytes; a hundred megapixels at the best quality take about as many."""

GARBLED = "The DSLR's picture did not arrive whole."


class StillLine:
    """``ours`` and ``theirs`` close this end's descriptors and the process' own."""

    def __init__(self, ours: ExitStack, theirs: ExitStack) -> None:
        asked, self._ask = os.pipe()
        theirs.callback(os.close, asked)
        ours.callback(os.close, self._ask)
        self._room = os.memfd_create("kiosk-stills", os.MFD_CLOEXEC)
        ours.callback(os.close, self._room)
        os.ftruncate(self._room, LARGEST_STILL)
        self.fds = StillFds(asked, self._room)

    def ask(self, number: int) -> None:
        with suppress(BrokenPipeError):  # it has just died: the status pipe will say so
            os.write(self._ask, f"{number}\n".encode())

    def read(self, taken: StillTaken) -> Still:
        """Copies the file before the next one overwrites it. Raises CameraUnavailable."""
        if not 0 < taken.length <= LARGEST_STILL:
            raise CameraUnavailable(GARBLED)
        content = os.pread(self._room, taken.length, 0)
        if hashlib.sha256(content).hexdigest() != taken.sha256:
            raise CameraUnavailable(GARBLED)
        return Still(taken.number, content, taken.stamp_ns)
