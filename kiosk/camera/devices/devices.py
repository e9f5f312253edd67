"""Cameras on USB, through V4L2. Used by the camera process only."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.camera.devices.modes import MJPG, Mode, NoMode, negotiate
from kiosk.camera.devices.words import cannot_open, no_mode, went_silent
from kiosk.camera.messages import Opened
from kiosk.camera.picture import BadPicture, decoded, lay_into
from kiosk.camera.ring import Pixels, Size
from kiosk.camera.settings import CameraSettings
from kiosk.camera.sources import Device

Raw = npt.NDArray[np.uint8]
PROOFS = 3
"""Pictures that are looked at to see what a mode gives; a stream's first one is often broken."""

UNENDED = 2
"""Pictures without an end marker from the first on: this camera writes none, and the next is taken.
Once one came with its end, none is taken without."""

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
PADDING = 1024
"""Bytes that may follow the end marker: USB packets are filled up."""


class Capture(Protocol):
    """The part of ``cv2.VideoCapture`` that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802 - OpenCV's name
    def get(self, prop: int, /) -> float: ...
    def set(self, prop: int, value: float, /) -> bool: ...
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, npt.NDArray[Any]]: ...


def open_v4l2(path: str) -> Capture:
    return cv2.VideoCapture(path, cv2.CAP_V4L2)


class DeviceCapture:
    """Opens ``place`` in its best mode. A stable name is a link, followed at each start.

    Raises SourceFault with words for staff.
    """

    def __init__(
        self,
        place: Device,
        settings: CameraSettings,
        open_capture: Callable[[str], Capture] = open_v4l2,
    ) -> None:
        self._path = place.path
        self._capture = open_capture(str(place.path))
        if not self._capture.isOpened():
            raise cannot_open(place.path)
        self._ends = _Ends()
        wanted = Mode(settings.width, settings.height, float(settings.fps), MJPG)
        try:
            self._mode = negotiate(wanted, self._ask)
        except NoMode as error:
            fault = no_mode(place.path, error.offers) if error.offers else went_silent(place.path)
            raise fault from None

    def opened(self) -> Opened:
        return Opened(self._mode.width, self._mode.height, self._mode.fps, self._mode.code)

    def grab(self) -> int:
        if not self._capture.grab():
            raise went_silent(self._path)
        return time.monotonic_ns()

    def retrieve(self, room: Pixels) -> Size:
        return lay_into(room, self._picture(self._mode.code))

    def _ask(self, asked: Mode) -> Mode | None:
        """Drivers say yes and do another thing: what counts is a picture."""
        self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*asked.code))
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, asked.width)
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, asked.height)
        self._capture.set(cv2.CAP_PROP_FPS, asked.fps)
        said = self._said()
        if not said.is_readable:
            return said
        self._capture.set(cv2.CAP_PROP_CONVERT_RGB, said.code != MJPG)
        return self._proved(said)

    def _said(self) -> Mode:
        code = int(self._capture.get(cv2.CAP_PROP_FOURCC))
        return Mode(
            int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)),
            int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)),
            self._capture.get(cv2.CAP_PROP_FPS),
            code.to_bytes(4, "little", signed=False).decode("ascii", "replace").strip("\0 "),
        )

    def _proved(self, said: Mode) -> Mode | None:
        for _ in range(PROOFS):
            if not self._capture.grab():
                return None
            try:
                height, width = self._picture(said.code).shape[:2]
            except BadPicture:
                continue
            return Mode(width, height, said.fps, said.code)
        return None

    def _picture(self, code: str) -> Pixels:
        """BGR, shape (height, width, 3). MJPG is decoded here, where half a picture shows."""
        good, raw = self._capture.retrieve()
        if not good or not raw.size:
            raise BadPicture
        raw = np.asarray(raw, np.uint8)
        return decoded(self._ends.checked(raw.reshape(-1))) if code == MJPG else raw


class _Ends:
    """Tells half a picture from a camera that never writes JPEG's end marker."""

    def __init__(self) -> None:
        self._seen = False
        self._unended = 0

    def checked(self, jpeg: Raw) -> Raw:
        """The file, with an end where this camera writes none. Raises BadPicture."""
        if jpeg[: len(SOI)].tobytes() != SOI:
            raise BadPicture
        if EOI in jpeg[-PADDING:].tobytes():
            self._seen = True
            return jpeg
        self._unended += 1
        if self._seen or self._unended <= UNENDED:
            raise BadPicture
        return np.append(jpeg, np.frombuffer(EOI, np.uint8))
