"""The live view of a DSLR. Used by the camera process only."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from kiosk.camera.dslr.body import Body
from kiosk.camera.dslr.words import NO_PICTURES
from kiosk.camera.faults import passing
from kiosk.camera.messages import Opened
from kiosk.camera.pacer import Pacer
from kiosk.camera.picture import BadPicture, decoded, lay_into
from kiosk.camera.ring import Pixels, Size
from kiosk.domain.camera import CameraTrouble

MOST_BROKEN = 10
"""In a row: a third of a second. Cameras send some when the mirror goes up or the lens moves."""

TEND_EVERY_S = 0.5


class DslrPreview:
    """Pictures at up to ``fps``, as many as the camera gives: most give 15 to 30 of a megapixel."""

    def __init__(self, body: Body, fps: float, pacer: Callable[[float], Pacer] = Pacer) -> None:
        self._body = body
        self._pacer = pacer(fps)
        self._fps = fps
        self._picture = b""
        self._broken = 0
        self._tended = time.monotonic()

    def opened(self) -> Opened:
        """Raises SourceFault where the model has no live view, or sends none that can be read."""
        for _ in range(MOST_BROKEN):
            self.grab()
            try:
                height, width = self._decoded().shape[:2]
            except BadPicture:
                continue
            return Opened(width, height, self._fps, f"live view of {self._body.model}")
        raise passing(NO_PICTURES.format(model=self._body.model), CameraTrouble.SILENT)

    def grab(self) -> int:
        self._pacer.wait()
        now = time.monotonic()
        if now - self._tended > TEND_EVERY_S:
            self._tended = now
            self._body.tend()
        self._picture = self._body.preview()
        return time.monotonic_ns()

    def retrieve(self, room: Pixels) -> Size:
        return lay_into(room, self._decoded())

    def _decoded(self) -> Pixels:
        try:
            pixels = decoded(np.frombuffer(self._picture, np.uint8))
        except BadPicture:
            self._broken += 1
            if self._broken > MOST_BROKEN:
                raise passing(
                    NO_PICTURES.format(model=self._body.model), CameraTrouble.SILENT
                ) from None
            raise
        self._broken = 0
        return pixels
