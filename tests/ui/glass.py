"""What lies on the glass now: what can be touched, and what is read on which colour."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.domain.contrast import contrast
from kiosk.domain.templates import Colour

OPAQUE = 0.999


@dataclass(frozen=True)
class Target:
    item: QQuickItem
    box: QRectF
    scrolls: bool

    @property
    def name(self) -> str:
        return self.item.objectName() or self.item.metaObject().className().split("_")[0]

    def holds(self, other: Target) -> bool:
        return self.item.isAncestorOf(other.item)


def targets(window: QQuickWindow) -> list[Target]:
    """Whatever answers a touch now. In a list that scrolls: the part that is seen."""
    found = []
    for item in shown(window.contentItem()):
        if item.isEnabled() and item.metaObject().indexOfSignal("tapped()") >= 0:
            lists = [each for each in above(item) if each.inherits("QQuickFlickable")]
            box = box_of(item)
            for each in lists:
                box = box.intersected(box_of(each))
            if not box.isEmpty():
                found.append(Target(item, box, bool(lists)))
    return found


def overlaps(found: list[Target]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(found, 2):
        shared = one.box.intersected(other.box)
        apart = not (one.holds(other) or other.holds(one))
        if apart and shared.width() > 1 and shared.height() > 1:
            yield one.name, other.name


def weak_words(window: QQuickWindow, least: float) -> Iterator[tuple[str, float]]:
    """Each text whose contrast to the plain colour behind it is less; what is greyed because it
    can't be used now, or stands on a picture, is left out."""
    painted: list[QQuickItem] = []
    for item in in_painting_order(window.contentItem()):
        if item.inherits("QQuickText"):
            ground = ground_of(item, painted, window.color())
            if ground is not None and item.property("text") and lit(item):
                seen = contrast(colour_of(item.property("color")), ground)
                if seen < least:
                    yield item.property("text"), round(seen, 2)
        elif item.inherits("QQuickRectangle") or item.inherits("QQuickImage"):
            painted.append(item)


def ground_of(text: QQuickItem, painted: list[QQuickItem], back: QColor) -> Colour | None:
    middle = box_of(text).center()
    for item in reversed(painted):
        if not covers(item, middle):
            continue
        if item.inherits("QQuickImage"):
            return None
        colour = item.property("color")
        if colour.alpha() == 255 and lit(item):
            return colour_of(colour)
    return colour_of(back)


def covers(item: QQuickItem, point: QPointF) -> bool:
    box = box_of(item)
    if not box.contains(point):
        return False
    round_ = item.inherits("QQuickRectangle") and item.property("radius") >= item.width() / 2
    away = point - box.center()
    return not round_ or math.hypot(away.x(), away.y()) < item.width() / 2


def lit(item: QQuickItem) -> bool:
    return math.prod(each.opacity() for each in (item, *above(item))) > OPAQUE


def colour_of(colour: QColor) -> Colour:
    return Colour(colour.red(), colour.green(), colour.blue())


def box_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from shown(child)


def in_painting_order(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible():
        return
    children = sorted(item.childItems(), key=lambda child: child.z())
    for child in children:
        if child.z() < 0:
            yield from in_painting_order(child)
    yield item
    for child in children:
        if child.z() >= 0:
            yield from in_painting_order(child)
