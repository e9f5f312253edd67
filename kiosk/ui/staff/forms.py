"""What staff put together before they ask for it: a new printer, a refill, a calibration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import AddPrinter, Calibrate, Load, PrintCalibrationPage
from kiosk.domain.printing import Media
from kiosk.domain.registered import Calibration
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.places.places import Place
from kiosk.ui.staff.places.printers import AtCalibrate, AtConfirm, AtPrinters, AtRefill
from kiosk.ui.staff.printer_names import model_name
from kiosk.ui.staff.words.printers import connection_words, moved_words, scale_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PRESETS = (200, 400, 700)

Go = Callable[[Place], None]


@QmlElement
class StaffConfirmModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, go: Go, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._place: AtConfirm | None = None

    def show(self, place: Place) -> None:
        if isinstance(place, AtConfirm):
            self._place = place
            self.changed.emit()

    @Property(str, notify=changed)
    def uri(self) -> str:
        return self._place.found.device.uri if self._place else ""

    @Property(str, notify=changed)
    def device(self) -> str:
        """What it is and how it hangs on this machine."""
        if self._place is None:
            return ""
        device = self._place.found.device
        return f"{model_name(device.make_and_model)} · {connection_words(device.connection_type)}"

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def names(self) -> list[str]:
        return list(self._place.names) if self._place else []

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def known_names(self) -> list[str]:
        return list(self._place.found.known_as) if self._place else []

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._place.name if self._place else ""

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def media(self) -> list[str]:
        return [each.value for each in self._place.found.device.media] if self._place else []

    @Property(str, notify=changed)
    def chosen_media(self) -> str:
        return self._place.media.value if self._place else ""

    @Property(bool, notify=changed)
    def media_is_known(self) -> bool:
        """The printer has said itself what is in it."""
        return self._place is not None and self._place.found.device.media_ready is not None

    @Slot(str)
    def choose_name(self, name: str) -> None:
        if self._place:
            self._go(replace(self._place, name=name))

    @Slot(str)
    def choose_media(self, media: str) -> None:
        if self._place:
            self._go(replace(self._place, media=Media(media)))

    @Slot()
    def add(self) -> None:
        if self._place:
            place = self._place
            self._asks.ask(AddPrinter(place.found.device.uri, place.name, place.media))


@QmlElement
class StaffRefillModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, go: Go, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._place: AtRefill | None = None

    def show(self, place: Place) -> None:
        if isinstance(place, AtRefill):
            self._place = place
            self.changed.emit()

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # as above
    def media(self) -> list[str]:
        return [each.value for each in Media]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # as above
    def presets(self) -> list[int]:
        return list(PRESETS)

    @Property(str, notify=changed)
    def chosen_media(self) -> str:
        return self._place.media.value if self._place else ""

    @Property(int, notify=changed)
    def sheets(self) -> int:
        return self._place.sheets if self._place else 0

    @Slot(str)
    def choose_media(self, media: str) -> None:
        if self._place:
            self._go(replace(self._place, media=Media(media)))

    @Slot(int)
    def choose_sheets(self, sheets: int) -> None:
        if self._place:
            self._go(replace(self._place, sheets=sheets))

    @Slot(int)
    def step(self, by: int) -> None:
        if self._place:
            self._go(self._place.step(by))

    @Slot()
    def save(self) -> None:
        if self._place:
            place = self._place
            self._asks.ask(Load(place.printer_id, place.media, place.sheets))
            self._go(AtPrinters())


@QmlElement
class StaffCalibrateModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, go: Go, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._place: AtCalibrate | None = None

    def show(self, place: Place) -> None:
        if isinstance(place, AtCalibrate):
            self._place = place
            self.changed.emit()

    @Property(float, notify=changed)
    def right_mm(self) -> float:
        return self._calibration.right_mm

    @Property(float, notify=changed)
    def down_mm(self) -> float:
        return self._calibration.down_mm

    @Property(float, notify=changed)
    def percent(self) -> float:
        return 100 * self._calibration.scale

    @Property(str, notify=changed)
    def right_words(self) -> str:
        return moved_words(self._calibration.right_mm)

    @Property(str, notify=changed)
    def down_words(self) -> str:
        return moved_words(self._calibration.down_mm)

    @Property(str, notify=changed)
    def size_words(self) -> str:
        return scale_words(self._calibration.scale)

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """A page was asked for since staff came here."""
        return self._place is not None and self._place.printed

    @Slot(float, float, float)
    def move_to(self, right_mm: float, down_mm: float, percent: float) -> None:
        if self._place:
            self._go(self._place.moved(right_mm, down_mm, percent / 100))

    @Slot()
    def print_page(self) -> None:
        """What is printed is what the booth has been told, so it is told first."""
        if self._place:
            self._tell(self._place)
            self._asks.ask(PrintCalibrationPage(self._place.printer_id))
            self._go(replace(self._place, asked=self._place.calibration, printed=True))

    @Slot()
    def save(self) -> None:
        if self._place:
            self._tell(self._place)
            self._go(AtPrinters())

    def _tell(self, place: AtCalibrate) -> None:
        if place.calibration != place.asked:
            self._asks.ask(Calibrate(place.printer_id, place.calibration))

    @property
    def _calibration(self) -> Calibration:
        return self._place.calibration if self._place else Calibration()
