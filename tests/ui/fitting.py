"""Whether the words on a screen fit where they stand. Walks the items; takes no picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

SLACK = 1.5  # pixels
TECHNICAL = ("Untuk teknisi:", "For the technician:")  # English, and as long as it likes
COVERS = ("StaffReport", "Countdown", "PriceSticker")
"""Are meant to lie over what is there; the last stands beside the shorter line of two."""


@dataclass(frozen=True)
class Said:
    """``box`` is what the letters take on the window, ``seen`` what is not scrolled away of it."""

    text: str
    item: QQuickItem
    box: QRectF
    seen: QRectF


def misfits(window: QQuickWindow) -> list[str]:
    """What is cut off, sticks out of what it stands on, or lies over other words."""
    said = [each for each in words_on(window) if not each.seen.isEmpty()]
    alone = [fault for each in said for fault in _faults(each, window)]
    pairs = (
        f"{a.text!r} and {b.text!r} lie over each other"
        for a, b in combinations(said, 2)
        if _overlap(a.seen, b.seen) and _covering(a.item) == _covering(b.item)
    )
    return [*alone, *pairs]


def words_on(window: QQuickWindow) -> Iterator[Said]:
    for item in visible_texts(window.contentItem()):
        text = item.property("text")
        if text.strip() and not _on_a_sheet(item):
            box = item.mapRectToScene(_letters(item))
            yield Said(text, item, box, _unscrolled(item, box))


def visible_texts(root: QQuickItem) -> Iterator[QQuickItem]:
    if root.isVisible() and root.opacity() > 0:
        if root.inherits("QQuickText"):
            yield root
        for child in root.childItems():
            yield from visible_texts(child)


def _faults(said: Said, window: QQuickWindow) -> Iterator[str]:
    if said.item.property("truncated") and not said.text.startswith(TECHNICAL):
        yield f"{said.text!r} is cut off"
    for outer in _grounds(said.item):
        if not _within(said, outer.mapRectToScene(outer.boundingRect())):
            yield f"{said.text!r} sticks out of its {_kind(outer)}"
    if not _within(said, QRectF(0, 0, window.width(), window.height())):
        yield f"{said.text!r} leaves the window"


def _letters(item: QQuickItem) -> QRectF:
    """Where the letters are in the item, as they are aligned."""
    width, height = item.property("contentWidth"), item.property("contentHeight")
    x = _before(item, "horizontalAlignment", item.width() - width)
    y = _before(item, "verticalAlignment", item.height() - height)
    return QRectF(x, y, width, height)


def _before(item: QQuickItem, alignment: str, room: float) -> float:
    """How much of ``room`` lies before the letters."""
    if abs(room) < 1:
        return 0
    context = QQmlEngine.contextForObject(item)  # Python has no name for the enum's type
    aligned = QQmlExpression(context, item, alignment).evaluate()
    if aligned in (Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignBottom.value):
        return room
    centres = (Qt.AlignmentFlag.AlignHCenter.value, Qt.AlignmentFlag.AlignVCenter.value)
    return room / 2 if aligned in centres else 0


def _within(said: Said, outer: QRectF) -> bool:
    """Down to where it is scrolled away, letters may go on."""
    box = said.box if said.seen == said.box else said.seen
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box)


def _overlap(a: QRectF, b: QRectF) -> bool:
    both = a.intersected(b)
    return both.width() > SLACK and both.height() > SLACK


def _unscrolled(item: QQuickItem, box: QRectF) -> QRectF:
    for outer in _ancestors(item):
        if outer.clip():
            box = box.intersected(outer.mapRectToScene(outer.boundingRect()))
    return box


def _grounds(item: QQuickItem) -> Iterator[QQuickItem]:
    """What the words stand on: a card, a pill, a button."""
    for outer in _ancestors(item):
        if outer.inherits("QQuickRectangle") or outer.property("pressed") is not None:
            yield outer


def _covering(item: QQuickItem) -> bool:
    return any(_kind(outer) in COVERS for outer in _ancestors(item))


def _on_a_sheet(item: QQuickItem) -> bool:
    """What is drawn on paper is a picture."""
    return any(outer.property("nextSlot") is not None for outer in _ancestors(item))


def _ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    outer = item.parentItem()
    while outer is not None:
        yield outer
        outer = outer.parentItem()


def _kind(item: QQuickItem) -> str:
    return item.metaObject().className().split("_QML")[0]
