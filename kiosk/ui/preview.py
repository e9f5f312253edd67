"""The live picture's way to the screen: a thread of its own, newest frame wins."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui.stats import LiveStats

if TYPE_CHECKING:
    from kiosk.booth.ports import SmallPicture

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST_PIXELS = 800_000  # more costs frames where there is no GPU; the scene graph scales up
RETRY_S = 0.05  # a source that answers None at once must not spin


class PreviewSource(Protocol):
    def preview(
        self,
        after_number: int,
        width: int,
        height: int,
        mirror: bool,  # noqa: FBT001 - the camera's own signature
    ) -> SmallPicture | None:
        """The newest frame after ``after_number`` covering the size; waits a moment, then None."""


@dataclass(frozen=True, eq=False)
class Picture:
    image: QImage
    stamp_ns: int


def picture_of(frame: SmallPicture) -> Picture:
    """A copy that Qt owns: the scene graph keeps it longer than we would keep the pixels."""
    height, width = frame.pixels.shape[:2]
    borrowed = QImage(frame.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    return Picture(borrowed.copy(), frame.stamp_ns)


def within(size: QSize, most_pixels: int) -> QSize:
    """``size``, or the largest of its shape that has no more than ``most_pixels``."""
    scale = min(1.0, math.sqrt(most_pixels / max(1, size.width() * size.height())))
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


@QmlElement
class LiveFeed(QObject):
    """``source`` is another image URL for each frame that is to be shown; ``name`` is its
    provider's.

    Nothing of Python runs on the render thread: it would wait for the interpreter's lock while
    the GUI thread, holding the lock, waits for the frame.
    """

    running_changed = Signal()
    shown_changed = Signal()
    _arrived = Signal()

    def __init__(
        self,
        source: PreviewSource,
        *,
        mirror: bool,
        now_ns: Callable[[], int],
        parent: QObject,
        name: str = "live",
    ) -> None:
        super().__init__(parent)
        self.stats = LiveStats()
        self._name = name
        self._source = source
        self._mirror = mirror
        self._now_ns = now_ns
        self._lock = threading.Lock()
        self._size = QSize()
        self._waiting: Picture | None = None
        self._stopping: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._shown: Picture | None = None
        self._drawing: Picture | None = None
        self._measured: Picture | None = None
        self._count = 0
        self._arrived.connect(self._show)

    @Property(bool, notify=running_changed)
    def running(self) -> bool:
        return self._thread is not None

    @Slot(QSize)
    def start(self, size: QSize) -> None:
        """Frames in the shape of ``size`` from now on; again with another size at any time."""
        with self._lock:
            self._size = within(size, MOST_PIXELS)
        if self._thread is None:
            self._stopping = threading.Event()
            self._thread = threading.Thread(
                target=self._run, args=(self._stopping,), name="live-view", daemon=True
            )
            self._thread.start()
            self.running_changed.emit()

    def show_mirrored(self, mirror: bool) -> None:  # noqa: FBT001 - what is asked of it
        """From the next frame on."""
        self._mirror = mirror

    @Slot()
    def stop(self) -> None:
        """Returns at once; the thread ends with the frame that it is waiting for."""
        if self._stopping is None:
            return
        self._stopping.set()
        self._stopping = self._thread = self._shown = self._drawing = None
        self._take()
        self.stats.pause()
        self.running_changed.emit()
        self.shown_changed.emit()

    def join(self, timeout_s: float) -> None:
        """For closing: also waits for the thread."""
        thread = self._thread
        self.stop()
        if thread is not None:
            thread.join(timeout_s)

    @Property(str, notify=shown_changed)
    def source(self) -> str:
        """Empty until there is a frame."""
        return f"image://{self._name}/{self._count}" if self._shown is not None else ""

    def image(self) -> QImage:
        return self._shown.image if self._shown is not None else QImage()

    def synchronized(self) -> None:
        """The scene graph has taken over what is shown now."""
        self._drawing = self._shown

    def swapped(self) -> None:
        """What it had taken over is on the screen."""
        picture, self._drawing = self._drawing, None
        if picture is not None and picture is not self._measured:
            self._measured = picture
            self.stats.painted(picture.stamp_ns, self._now_ns())

    def _show(self) -> None:
        picture = self._take()
        if picture is not None and self._thread is not None:
            self._shown = picture
            self._count += 1
            self.shown_changed.emit()

    def _take(self) -> Picture | None:
        with self._lock:
            picture, self._waiting = self._waiting, None
        return picture

    def _run(self, stopping: threading.Event) -> None:
        number = 0
        while not stopping.is_set():
            with self._lock:
                width, height = self._size.width(), self._size.height()
            frame = self._source.preview(number, width, height, self._mirror)
            if frame is None:
                time.sleep(RETRY_S)
                continue
            number = frame.number
            self._hand_over(picture_of(frame), stopping)

    def _hand_over(self, picture: Picture, stopping: threading.Event) -> None:
        with self._lock:
            if stopping.is_set():
                return
            announced, self._waiting = self._waiting is not None, picture
        if announced:
            self.stats.dropped_one()
        else:
            self._arrived.emit()


class LiveProvider(QQuickImageProvider):
    """``image://live/…`` or another feed's name: the frame that the feed shows now."""

    def __init__(self, feed: LiveFeed) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._feed = feed

    def requestImage(self, _id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: N802, N803 - Qt's names
        image = self._feed.image()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
