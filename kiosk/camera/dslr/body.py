"""One DSLR as libgphoto2 offers it. Imported by the camera process only."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

import gphoto2 as gp

from kiosk.camera.dslr.words import (
    AMBIGUOUS,
    FOREIGN,
    NO_LIVE_PICTURE,
    NOT_FOUND,
    RAW_ONLY,
    TOO_LARGE,
    did_not_open,
    lost,
    missed,
)
from kiosk.camera.faults import SourceFault, lasting, passing
from kiosk.camera.stills.line import LARGEST_STILL
from kiosk.domain.camera import CameraTrouble

File = tuple[str, str]
"""Folder and name on the camera."""

JPEG = re.compile(r"\.jpe?g$", re.IGNORECASE)
RAW = re.compile(r"raw|nef|nrw|arw|cr2|cr3|raf|rw2|orf|dng", re.IGNORECASE)
FINE = re.compile(r"fine|\bL\b", re.IGNORECASE)

WORDED = (gp.GP_WIDGET_TEXT, gp.GP_WIDGET_RADIO, gp.GP_WIDGET_MENU)  # others hold numbers

NEWS_S = 0.25
"""At most for reading what a camera has to tell: some tell of a changed aperture all the time."""

# Errors of one shot, after which the camera goes on; all others are the connection's.
OF_THE_SHOT = frozenset(
    {gp.GP_ERROR, gp.GP_ERROR_BAD_PARAMETERS, gp.GP_ERROR_NOT_SUPPORTED, gp.GP_ERROR_CAMERA_BUSY}
    | {gp.GP_ERROR_FILE_NOT_FOUND, gp.GP_ERROR_DIRECTORY_NOT_FOUND, gp.GP_ERROR_CAMERA_ERROR}
)


@dataclass(frozen=True)
class Habits:
    """Seconds. A JPEG comes within ``pair_s`` after its RAW file: its transfer to the card. Cameras
    go to sleep after half a minute at the earliest."""

    pair_s: float = 2.0
    awake_every_s: float = 20.0


class ShotMissed(Exception):
    """No file of this shot; the camera goes on. Its text is for staff."""


class GphotoCamera(Protocol):
    """What is used of ``gphoto2.Camera``. Every call may raise ``gphoto2.GPhoto2Error``."""

    def capture(self, kind: int) -> Any: ...
    def capture_preview(self) -> Any: ...
    def wait_for_event(self, timeout_ms: int) -> Any: ...
    def file_get(self, folder: str, name: str, kind: int) -> Any: ...
    def file_delete(self, folder: str, name: str) -> None: ...
    def get_single_config(self, name: str) -> Any: ...
    def set_single_config(self, name: str, widget: Any) -> None: ...


def open_body(which: str) -> Body:
    """The DSLR at port ``which``, or of a model that this is a part of. Raises SourceFault."""
    ports, models = gp.PortInfoList(), gp.CameraAbilitiesList()
    ports.load()
    models.load()
    for model, port in models.detect(ports):
        if which in ("", port) or which.lower() in model.lower():
            camera = gp.Camera()
            camera.set_port_info(ports[ports.lookup_path(port)])
            camera.set_abilities(models[models.lookup_model(model)])
            try:
                camera.init()
            except gp.GPhoto2Error as error:
                raise passing(did_not_open(model, error.string)) from None
            return Body(camera, model)
    raise passing(NOT_FOUND.format(at=f" at {which}" if which else ""), CameraTrouble.UNPLUGGED)


class Body:
    """``camera`` is initialised. Not for use by several threads."""

    def __init__(self, camera: GphotoCamera, model: str, habits: Habits | None = None) -> None:
        self._camera = camera
        self._habits = habits or Habits()
        self._foreign: set[File] = set()
        self._misses = 0
        self._awake_until = 0.0
        self.model = model
        self._set_up()

    def preview(self) -> bytes:
        """One picture of the live view: a JPEG file. Raises SourceFault."""
        try:
            return _content(self._camera.capture_preview())
        except gp.GPhoto2Error as error:
            if error.code == gp.GP_ERROR_NOT_SUPPORTED:
                raise lasting(NO_LIVE_PICTURE.format(model=self.model)) from None
            raise self._lost(error) from None

    def shoot(self) -> tuple[bytes, tuple[File, ...]]:
        """A new picture's JPEG file, and all files that were made of it on the camera.

        Raises ShotMissed, and SourceFault when the connection is gone.
        """
        self.tend()
        try:
            shot = self._shoot()
        except gp.GPhoto2Error as error:
            self._misses += 1
            if error.code in OF_THE_SHOT and self._misses < 2:
                raise ShotMissed(missed(error.string)) from None
            raise self._lost(error) from None
        self._misses = 0
        return shot

    def discard(self, files: Iterable[File]) -> None:
        """Off the camera's memory or card."""
        for folder, name in files:
            with suppress(gp.GPhoto2Error):
                self._camera.file_delete(folder, name)

    def tend(self) -> None:
        """Keeps the camera awake, and heeds what others do with it. Raises SourceFault."""
        try:
            self._foreign |= set(self._appeared(0.0))
            if time.monotonic() > self._awake_until:
                self._awake_until = time.monotonic() + self._habits.awake_every_s
                self._stir()
        except gp.GPhoto2Error as error:
            raise self._lost(error) from None

    def _shoot(self) -> tuple[bytes, tuple[File, ...]]:
        path = self._camera.capture(gp.GP_CAPTURE_IMAGE)
        first = (path.folder, path.name)
        if first in self._foreign:
            raise ShotMissed(FOREIGN)
        is_jpeg = JPEG.search(first[1]) is not None
        pair = [] if is_jpeg else self._partners(first)
        jpeg = next((file for file in (first, *pair) if JPEG.search(file[1])), None)
        if jpeg is None:
            self.discard((first, *pair))
            raise ShotMissed(RAW_ONLY)
        content = self._fetch(jpeg)
        more = tuple(self._appeared(0.0))
        ours = (first, *pair, *(file for file in more if _stem(file) == _stem(first)))
        strangers = set(more) - set(ours)
        self._foreign |= strangers
        if any(JPEG.search(name) for _, name in strangers):
            raise ShotMissed(AMBIGUOUS)
        return content, tuple(dict.fromkeys(ours))

    def _partners(self, first: File) -> list[File]:
        """The JPEG that comes beside a RAW file, after it."""
        new = self._appeared(self._habits.pair_s, lambda file: JPEG.search(file[1]) is not None)
        return [file for file in new if _stem(file) == _stem(first)]

    def _fetch(self, file: File) -> bytes:
        content = _content(self._camera.file_get(*file, gp.GP_FILE_TYPE_NORMAL))
        if len(content) > LARGEST_STILL:
            raise ShotMissed(TOO_LARGE)
        return content

    def _appeared(
        self, within_s: float, enough: Callable[[File], bool] = lambda _: False
    ) -> Iterator[File]:
        """Files that are new on the camera, until it has no more news, or ``enough``."""
        give_up = time.monotonic() + within_s
        while time.monotonic() < give_up + NEWS_S:
            left_ms = int((give_up - time.monotonic()) * 1000)
            kind, what = self._camera.wait_for_event(max(1, left_ms))
            if kind == gp.GP_EVENT_FILE_ADDED:
                file = (what.folder, what.name)
                yield file
                if enough(file):
                    return
            elif kind == gp.GP_EVENT_TIMEOUT and time.monotonic() >= give_up:
                return

    def _set_up(self) -> None:
        """Asks for what suits a booth; a model that has no such setting is taken as it is."""
        self._choose("capturetarget", lambda _, choices: _first(choices, "internal ram"))
        self._choose("colorspace", lambda _, choices: _first(choices, "srgb"))
        self._choose("autopoweroff", lambda _, choices: "0" if "0" in (choices or "0") else None)
        for name in ("imageformat", "imagequality"):
            self._choose(name, _jpeg_instead)

    def _choose(self, name: str, choice: Callable[[str, list[str]], str | None]) -> None:
        with suppress(gp.GPhoto2Error):
            widget = self._camera.get_single_config(name)
            if widget.get_type() not in WORDED:
                return
            now, choices = str(widget.get_value()), []
            if widget.get_type() != gp.GP_WIDGET_TEXT:
                choices = [str(widget.get_choice(i)) for i in range(widget.count_choices())]
            wanted = choice(now, choices)
            if wanted is not None and wanted != now:
                widget.set_value(wanted)
                self._camera.set_single_config(name, widget)

    def _stir(self) -> None:
        """The cheapest question that goes to the camera: without one it goes to sleep."""
        try:
            self._camera.get_single_config("batterylevel")
        except gp.GPhoto2Error as error:
            if error.code not in OF_THE_SHOT:
                raise

    def _lost(self, error: Any) -> SourceFault:
        return passing(lost(self.model, error.string))


def _content(file: Any) -> bytes:
    return bytes(memoryview(file.get_data_and_size()))


def _stem(file: File) -> tuple[str, str]:
    folder, name = file
    return folder, name.rpartition(".")[0].lower()


def _first(choices: list[str], word: str) -> str | None:
    return next((choice for choice in choices if word in choice.lower()), None)


def _jpeg_instead(now: str, choices: list[str]) -> str | None:
    """The best JPEG where the camera is set to RAW, or to both; otherwise it is left as it is."""
    if not RAW.search(now):
        return None
    plain = [choice for choice in choices if not RAW.search(choice)]
    return next((choice for choice in plain if FINE.search(choice)), next(iter(plain), None))
