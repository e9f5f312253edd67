"""The staff's camera page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

from kiosk.booth.staff.camera_view import (
    CameraDoing,
    CameraNow,
    CameraView,
    ChooseCamera,
    LookForCameras,
    Proof,
    SetMirror,
    SetOffset,
    TakeProof,
)
from kiosk.domain.camera import CameraTrouble
from kiosk.ui.preview import LiveFeed, PreviewSource, picture_of
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.camera import remedy_words, trouble_words
from kiosk.ui.staff.words.settings import late_words, sharp_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST_OFFSET_MS = 500
STEPPED_MS = 700  # after the last step: each one that is set stands in the audit log
NOTHING = CameraView(CameraNow("", live=False))


@QmlElement
class StaffCameraModel(QObject):
    """``crop`` is the place of the package whose slots are drawn over the live picture."""

    changed = Signal()
    proved = Signal()  # a test shot is there to be looked at

    def __init__(
        self, asks: Asks, preview: PreviewSource, now_ns: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._asks = asks
        self._view = NOTHING
        self._crop = 0
        self._proofs = 0
        self._offset = 0
        self._stepping = QTimer(self, interval=STEPPED_MS, singleShot=True)
        self._stepping.timeout.connect(self._set_offset)
        self._before: Proof | None = None
        self._live = LiveFeed(preview, mirror=True, now_ns=now_ns, parent=self, name="staff-live")

    def show(self, view: CameraView | None) -> None:
        view = view or NOTHING
        if view == self._view:
            return
        is_new = view.proof is not None and view.proof is not self._view.proof
        if is_new:
            self._proofs += 1
            self._before = self._view.proof
        self._view = view
        self._live.show_mirrored(view.now.mirror)
        if not self._stepping.isActive():
            self._offset = view.now.offset_ms
        self.changed.emit()
        if is_new:
            self.proved.emit()

    @property
    def live_feed(self) -> LiveFeed:
        """The same as ``live``, for Python."""
        return self._live

    def look(self) -> None:
        """For what is plugged in, as staff come to the page."""
        if self._view.doing is CameraDoing.NOTHING:
            self._asks.ask(LookForCameras())

    @property
    def proof_view(self) -> Proof | None:
        return self._view.proof

    @Property(LiveFeed, constant=True)
    def live(self) -> LiveFeed:
        return self._live

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def choices(self) -> list[dict[str, object]]:
        """``source``, ``name``, whether it is ``chosen``, and whether it is the file's."""
        chosen = self._view.now.source
        return [
            {"source": c.source, "name": c.name, "chosen": c.source == chosen, "ofFile": c.of_file}
            for c in self._view.choices
        ]

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._view.doing is CameraDoing.LOOKING

    @Property(bool, notify=changed)
    def changing(self) -> bool:
        """Another camera is being tried."""
        return self._view.trying != ""

    @Property(str, notify=changed)
    def trying(self) -> str:
        return self._view.trying

    @Property(bool, notify=changed)
    def shooting(self) -> bool:
        return self._view.doing is CameraDoing.SHOOTING

    @Property(bool, notify=changed)
    def may_change(self) -> bool:
        return self._view.doing is CameraDoing.NOTHING and not self._view.guest_here

    @Property(bool, notify=changed)
    def may_shoot(self) -> bool:
        at_rest = self._view.doing is CameraDoing.NOTHING and not self._stepping.isActive()
        return at_rest and not self._view.guest_here and self._view.now.live

    @Property(bool, notify=changed)
    def guest_here(self) -> bool:
        return self._view.guest_here

    @Property(bool, notify=changed)
    def works(self) -> bool:
        return self._view.now.live

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is no picture."""
        return trouble_words(self._view.now.trouble)

    @Property(str, notify=changed)
    def remedy(self) -> str:
        return remedy_words(self._view.now.trouble)

    @Property(str, notify=changed)
    def detail(self) -> str:
        """In English, of what has no words of its own."""
        return self._view.now.detail if self._view.now.trouble is CameraTrouble.OTHER else ""

    @Property(float, notify=changed)
    def aspect(self) -> float:
        """Width by height of what the camera gives."""
        width, height = self._view.now.shape
        return width / height

    @Property(str, notify=changed)
    def mode(self) -> str:
        """``1920×1080 MJPG``."""
        width, height = self._view.now.shape
        return f"{width}×{height} {self._view.now.mode}".rstrip()

    @Property(bool, notify=changed)
    def mirror(self) -> bool:
        return self._view.now.mirror

    @Property(int, notify=changed)
    def offset_ms(self) -> int:
        """What staff have stepped to; the booth hears of it once they have stopped."""
        return self._offset

    @Property("QStringList", notify=changed)  # type: ignore[arg-type]  # as above
    def crops(self) -> list[str]:
        """The packages whose crops can be shown."""
        return [crop.name for crop in self._view.now.crops]

    @Property(int, notify=changed)
    def crop(self) -> int:
        return self._crop_shown()

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def crop_aspects(self) -> list[float]:
        crops = self._view.now.crops
        return list(crops[self._crop_shown()].aspects) if crops else []

    @Property(str, notify=changed)
    def saved_picture(self) -> str:
        return f"image://proof/saved/{self._proofs}" if self._view.proof else ""

    @Property(str, notify=changed)
    def screen_picture(self) -> str:
        return f"image://proof/screen/{self._proofs}" if self._view.proof else ""

    @Property(str, notify=changed)
    def late_words(self) -> str:
        return late_words(self._view.proof.late_ms) if self._view.proof else ""

    @Property(str, notify=changed)
    def sharp_words(self) -> str:
        """Size and sharpness, beside the shot before."""
        return sharp_words(self._view.proof, self._before) if self._view.proof else ""

    def _crop_shown(self) -> int:
        return min(self._crop, max(0, len(self._view.now.crops) - 1))

    @Slot(int)
    def show_crop(self, place: int) -> None:
        self._crop = place
        self.changed.emit()

    @Slot()
    def look_again(self) -> None:
        self.look()

    @Slot(str)
    def choose(self, source: str) -> None:
        if source != self._view.now.source:
            self._asks.ask(ChooseCamera(source))

    @Slot(bool)
    def set_mirror(self, on: bool) -> None:  # noqa: FBT001 - a slot's argument
        if on != self._view.now.mirror:
            self._asks.ask(SetMirror(on))

    @Slot(int)
    def step_offset(self, by: int) -> None:
        self._offset = max(-MOST_OFFSET_MS, min(MOST_OFFSET_MS, self._offset + by))
        self._stepping.start()
        self.changed.emit()

    def _set_offset(self) -> None:
        if self._offset != self._view.now.offset_ms:
            self._asks.ask(SetOffset(self._offset))
        self.changed.emit()

    @Slot()
    def shoot(self) -> None:
        self._asks.ask(TakeProof())


class ProofProvider(QQuickImageProvider):
    """``image://proof/saved/…`` and ``image://proof/screen/…``: the test shot's two pictures."""

    def __init__(self, camera: StaffCameraModel) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._camera = camera

    def requestImage(self, id_: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: N802, N803 - Qt's names
        proof = self._camera.proof_view
        if proof is None:
            return QImage()
        image = picture_of(proof.saved if id_.startswith("saved") else proof.screen).image
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
