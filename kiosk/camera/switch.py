"""A camera that another one can take the place of, while everybody goes on holding it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.camera.camera import SupervisedCamera
from kiosk.camera.messages import Opened
from kiosk.camera.preview import PreviewFrame
from kiosk.domain.camera import CameraState, CameraStatus, Frame
from kiosk.domain.errors import CameraUnavailable

LOOK_S = 0.1

MakeCamera = Callable[[], SupervisedCamera]


@dataclass(frozen=True)
class _Place:
    """Which camera it is now. Its frames are numbered on from ``base``: numbers only rise."""

    camera: SupervisedCamera
    base: int


class SwitchedCamera:
    """As a ``SupervisedCamera``: ``start`` and ``stop`` once, everything else from any thread."""

    def __init__(self, make: MakeCamera, first: SupervisedCamera | None = None) -> None:
        """``first`` was made so, and may run already."""
        self._make = make
        self._place = _Place(first or make(), 0)
        self._changing = threading.Lock()
        self._stopping = threading.Event()

    def start(self) -> None:
        self._place.camera.start()

    def stop(self) -> None:
        """Returns once the camera process is gone; a change that is under way is given up."""
        self._stopping.set()
        with self._changing:
            self._place.camera.stop()

    def become(self, make: MakeCamera, within_s: float) -> None:
        """From now on it is the camera that ``make`` makes, once the one before is gone: both may
        be the same device. Where no picture comes within ``within_s``, it is as it was before.

        Takes seconds. Raises CameraUnavailable, in the words of the one that gave no picture.
        """
        with self._changing:
            if self._stopping.is_set():
                raise CameraUnavailable("The booth is closing.")
            self._put(make)
            trouble = self._trouble_within(within_s)
            if trouble is None:
                self._make = make
                return
            if not self._stopping.is_set():
                self._put(self._make)
            raise CameraUnavailable(trouble)

    def retime(self, make: MakeCamera, offset_ms: int) -> None:
        """The pictures of this very camera come ``offset_ms`` late from now on, ``make`` makes it
        so at the next change. One that takes stills begins anew with it."""
        with self._changing:
            self._make = make
            if not self._place.camera.retime(offset_ms) and not self._stopping.is_set():
                self._put(make)

    def _put(self, make: MakeCamera) -> None:
        before = self._place
        before.camera.stop()
        after = _Place(make(), before.base + before.camera.newest)
        self._place = after
        after.camera.start()

    def _trouble_within(self, seconds: float) -> str | None:
        """None once there is a picture; a lasting fault is not waited for."""
        camera, give_up = self._place.camera, time.monotonic() + seconds
        while not self._stopping.is_set() and time.monotonic() < give_up:
            if camera.wait_newer(0, LOOK_S) is not None:
                return None
            if camera.status().state is CameraState.REFUSED:
                break
            self._stopping.wait(LOOK_S)
        return camera.status().detail or "It sends no pictures."

    def restart(self) -> None:
        """Starts the camera process anew. Returns at once."""
        self._place.camera.restart()

    # ---- as the camera ------------------------------------------------------------------------

    def status(self) -> CameraStatus:
        return self._place.camera.status()

    @property
    def process_id(self) -> int | None:
        return self._place.camera.process_id

    @property
    def opened(self) -> Opened | None:
        return self._place.camera.opened

    def delivers(self) -> bool:
        return self._place.camera.delivers()

    def lead_s(self) -> float:
        return self._place.camera.lead_s()

    def latest(self) -> Frame | None:
        place = self._place
        return _numbered(place, place.camera.latest())

    def wait_newer(self, number: int, timeout_s: float) -> Frame | None:
        place = self._place
        return _numbered(place, place.camera.wait_newer(number - place.base, timeout_s))

    def nearest(self, at_ns: int) -> Frame:
        place = self._place
        frame = place.camera.nearest(at_ns)
        return replace(frame, number=frame.number + place.base)

    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - the camera's own signature
        timeout_s: float = 0.25,
    ) -> PreviewFrame | None:
        place = self._place
        after = after_number - place.base
        found = place.camera.preview(after, width, height, mirror, timeout_s)
        return None if found is None else replace(found, number=found.number + place.base)


def _numbered(place: _Place, frame: Frame | None) -> Frame | None:
    return None if frame is None else replace(frame, number=frame.number + place.base)
