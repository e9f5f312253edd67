"""The guest's first shot in every look, small: made on a thread of its own, handed to QML."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.domain.order import Shot

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

log = logging.getLogger(__name__)

WIDTH = 240  # pixels; a card's picture is so wide on a screen of 1920×1080

Made = Mapping[str, QImage]


class LookBook(Protocol):
    """The looks that there are."""

    def title(self, name: str) -> str:
        """What a guest calls the look; never asked of the empty name."""

    def thumbnails(
        self, shots: tuple[Shot, ...], width: int
    ) -> Mapping[str, npt.NDArray[np.uint8]]:
        """The first shot by the look's name, the empty one for as it was taken. BGRA, shape
        (height, ``width``, 4), contiguous. May raise; called on a thread of ours."""


class NoLooks:
    """Where there is nothing to pick."""

    def title(self, name: str) -> str:
        return name

    def thumbnails(
        self, shots: tuple[Shot, ...], width: int
    ) -> Mapping[str, npt.NDArray[np.uint8]]:
        return {}


class LookThumbnails(QObject):
    """One guest's at a time. Everything but the making is for the GUI thread."""

    changed = Signal()
    _arrived = Signal()

    def __init__(self, book: LookBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._lock = threading.Lock()
        self._closed = False
        self._turn = 0
        self._waiting: tuple[int, Made | None] | None = None
        self._thread: threading.Thread | None = None
        self._made: Made = {}
        self._failed = False
        self._arrived.connect(self._show)

    def make(self, shots: tuple[Shot, ...]) -> None:
        """Begins; ``changed`` tells when they are there, or can't be made."""
        self.forget()
        self._thread = threading.Thread(
            target=self._run, args=(self._turn, shots), name="look-thumbnails", daemon=True
        )
        self._thread.start()

    def forget(self) -> None:
        """The next guest must not see them, nor those that are still being made."""
        self._turn += 1
        self._made, self._failed = {}, False
        self.changed.emit()

    def join(self, timeout_s: float) -> None:
        """For closing: nothing is handed over from now on."""
        with self._lock:
            self._closed = True
        if self._thread is not None:
            self._thread.join(timeout_s)

    @property
    def failed(self) -> bool:
        return self._failed

    def source(self, look: str) -> str:
        """An image URL of its own for each guest; empty while there is no picture."""
        return f"image://looks/{self._turn}/{look}" if look in self._made else ""

    def image(self, name: str) -> QImage:
        """By what stands in the URL after ``image://looks/``."""
        turn, _, look = name.partition("/")
        return self._made.get(look, QImage()) if turn == str(self._turn) else QImage()

    def _run(self, turn: int, shots: tuple[Shot, ...]) -> None:
        try:
            pictures = self._book.thumbnails(shots, WIDTH)
            made = {look: _image(pixels) for look, pixels in pictures.items()}
        except Exception:
            log.exception("no thumbnails of the looks")
            made = None
        with self._lock:
            if not self._closed:
                self._waiting = (turn, made)
                self._arrived.emit()

    def _show(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting is None or waiting[0] != self._turn:
            return
        self._made, self._failed = waiting[1] or {}, waiting[1] is None
        self.changed.emit()


class LookProvider(QQuickImageProvider):
    """``image://looks/…``: see ``LookThumbnails.source``."""

    def __init__(self, thumbnails: LookThumbnails) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._thumbnails = thumbnails

    def requestImage(self, name: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: N802, N803 - Qt's names
        image = self._thumbnails.image(name)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def _image(pixels: npt.NDArray[np.uint8]) -> QImage:
    """A copy that Qt owns."""
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
