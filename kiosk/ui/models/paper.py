"""Sheets of paper as the screen draws them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QRectF, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.domain.order import Package
from kiosk.domain.printing import Sheet
from kiosk.domain.templates import PICTURE_SIZES, Colour, Slot, Template, Text, TextFields

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PaperModel(QObject):
    """One print, or one of the strips that stand side by side. Never changes.

    Places and sizes are shares of the paper's width and height.
    """

    def __init__(self, template: Template, fields: TextFields, parent: QObject) -> None:
        super().__init__(parent)
        self._template = template
        self._fields = fields

    @Property(float, constant=True)
    def aspect(self) -> float:
        """Width by height of one column."""
        return self._template.width / self._template.height

    @Property(int, constant=True)
    def columns(self) -> int:
        return 2 if self._template.sheet is Sheet.TWO_BY_SIX_PAIR else 1

    @Property(QColor, constant=True)
    def background(self) -> QColor:
        return QColor(*self._template.background)

    @Property(str, constant=True)
    def overlay(self) -> str:
        template = self._template
        return _file_url(template.overlay) if template.overlay else ""

    @Property(str, constant=True)
    def backdrop(self) -> str:
        """Behind the shots; empty for none."""
        return _file_url(self._template.backdrop) if self._template.backdrop else ""

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # a name that Qt takes
    def slots(self) -> list[QRectF]:
        return [self._share(*_box(slot)) for slot in self._template.slots]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # as above
    def angles(self) -> list[float]:
        """By how many degrees each slot is turned clockwise around its middle."""
        return [slot.angle for slot in self._template.slots]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # as above
    def slot_aspects(self) -> list[float]:
        """Width by height of each slot as it is printed."""
        return [slot.width / slot.height for slot in self._template.slots]

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # as above
    def lines(self) -> list[dict[str, object]]:
        """The lines of words: ``text``, ``x``, ``y`` (baseline), ``size``, ``weight``, ``colour``,
        ``anchor``, ``font`` and ``room``.

        ``size`` is in shares of the height; ``font`` is a file, empty for the booth's own font;
        ``room`` is the line's greatest width in shares of the paper's, 0 for any.
        """
        return [self._line(text) for text in self._template.texts if text.filled(self._fields)]

    @Property(QRectF, constant=True)
    def code(self) -> QRectF:
        """Where the download code will stand; empty where it does not."""
        box = self._template.qr
        return self._share(box.x, box.y, box.size, box.size) if box else QRectF()

    def _share(self, x: int, y: int, width: int, height: int) -> QRectF:
        wide, high = self._template.width, self._template.height
        return QRectF(x / wide, y / high, width / wide, height / high)

    def _line(self, text: Text) -> dict[str, object]:
        return {
            "text": text.filled(self._fields),
            "x": text.x / self._template.width,
            "y": text.y / self._template.height,
            "size": text.size / self._template.height,
            "weight": int(text.weight),
            "colour": QColor(*text.colour),
            "anchor": text.anchor.value,
            "font": _file_url(text.font) if text.font else "",
            "room": (text.max_width or 0) / self._template.width,
        }


def plain_template(package: Package) -> Template:
    """For a template that is no longer offered: the right shape, and a slot for each shot."""
    width, height = PICTURE_SIZES[package.sheet][0]
    margin = 50
    step = (height - 6 * margin) // max(1, package.shots)
    slots = tuple(
        Slot(margin, margin + step * place, width - 2 * margin, step - margin)
        for place in range(package.shots)
    )
    white = Colour(255, 255, 255)
    return Template(
        package.template, Path(), package.sheet, width, height, white, overlay=None, slots=slots
    )


def _box(slot: Slot) -> tuple[int, int, int, int]:
    return slot.x, slot.y, slot.width, slot.height


def _file_url(path: Path) -> str:
    return QUrl.fromLocalFile(str(path)).toString()
