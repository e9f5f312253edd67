"""Pictures from OpenCV: a clip, a device or a URL. Used by the camera process only."""

from __future__ import annotations

import time
from pathlib import Path
from typing import assert_never

import cv2
import numpy as np

from kiosk.camera.devices.devices import DeviceCapture
from kiosk.camera.faults import lasting
from kiosk.camera.messages import Opened
from kiosk.camera.network.mjpeg import open_stream
from kiosk.camera.pacer import Pacer
from kiosk.camera.picture import BadPicture, Source, part_of
from kiosk.camera.ring import Pixels, Size
from kiosk.camera.settings import CameraSettings
from kiosk.camera.sources import Clip, Device, Url, Watched, no_answer, spoken, stopped_sending
from kiosk.domain.camera import CameraTrouble

OPEN_TIMEOUT_MS = 5_000
READ_TIMEOUT_MS = 2_000
USUAL_FPS = 30.0


def open_source(settings: CameraSettings, place: Watched) -> Source:
    """Raises SourceFault with words for staff."""
    match place:
        case Clip(path):
            return LoopedClip(path)
        case Device():
            return DeviceCapture(place, settings)
        case Url(url):
            stream = open_stream(place)
            if stream:
                return stream
            limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, OPEN_TIMEOUT_MS]
            limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, READ_TIMEOUT_MS]
            return LiveCapture(cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits), place)
        case _:
            assert_never(place)


class LiveCapture:
    """A network camera that FFmpeg reads; it sets the pace itself."""

    def __init__(self, capture: cv2.VideoCapture, place: Url) -> None:
        if not capture.isOpened():
            raise no_answer(place)
        self._frames = _Decoder(capture)
        self._place = place

    def opened(self) -> Opened:
        return self._frames.opened()

    def grab(self) -> int:
        if not self._frames.capture.grab():
            raise stopped_sending(spoken(self._place))
        return time.monotonic_ns()

    def retrieve(self, room: Pixels) -> Size:
        return self._frames.retrieve(room)


class LoopedClip:
    """A recorded clip, over and over, at its own rate on the monotonic clock's grid."""

    def __init__(self, path: Path) -> None:
        capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        if not capture.isOpened():
            words = f"{path} is not a video that can be played. Choose another clip."
            raise lasting(words, CameraTrouble.UNREADABLE)
        self._frames = _Decoder(capture)
        self._path = path
        self._pacer = Pacer(capture.get(cv2.CAP_PROP_FPS) or USUAL_FPS)

    def opened(self) -> Opened:
        return self._frames.opened()

    def grab(self) -> int:
        self._next_frame()
        return self._pacer.wait()

    def retrieve(self, room: Pixels) -> Size:
        return self._frames.retrieve(room)

    def _next_frame(self) -> None:
        capture = self._frames.capture
        if capture.grab():
            return
        capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
        if not capture.grab():
            words = f"{self._path} has no picture in it. Choose another clip."
            raise lasting(words, CameraTrouble.UNREADABLE)


class _Decoder:
    """Decodes straight into the ring; the size may change under way."""

    def __init__(self, capture: cv2.VideoCapture) -> None:
        self.capture = capture
        width = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        self._shape = (height, width, 3)

    def opened(self) -> Opened:
        height, width, _ = self._shape
        return Opened(width, height, self.capture.get(cv2.CAP_PROP_FPS))

    def retrieve(self, room: Pixels) -> Size:
        target = part_of(room, self._shape)
        good, pixels = self.capture.retrieve(target)
        if not good or pixels.size == 0:
            raise BadPicture
        if not np.shares_memory(pixels, target):
            self._shape = (pixels.shape[0], pixels.shape[1], 3)
            part_of(room, self._shape)[:] = pixels
        return Size(self._shape[1], self._shape[0])
