"""What waits for the cloud, since when, and why."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.cloud_view import CloudView, RetryCloud, WaitingLine
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.cloud import (
    cloud_title,
    cloud_words,
    next_try_words,
    stuck_words,
    waiting_icon,
    waiting_words,
)
from kiosk.ui.staff.words.till import age_words
from kiosk.ui.translating import tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffSyncModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._cloud = CloudView()

    def show(self, cloud: CloudView) -> None:
        if cloud != self._cloud:
            self._cloud = cloud
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return cloud_title(self._cloud)

    @Property(str, notify=changed)
    def words(self) -> str:
        return cloud_words(self._cloud)

    @Property(bool, notify=changed)
    def offline(self) -> bool:
        return self._cloud.reachable is False

    @Property(bool, notify=changed)
    def calm(self) -> bool:
        return self._cloud.reachable is True and not self._cloud.waiting

    @Property(bool, notify=changed)
    def trying(self) -> bool:
        return self._cloud.trying

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._cloud.total

    @Property(str, notify=changed)
    def last(self) -> str:
        """When anything got through last; empty where that is not known."""
        minutes = self._cloud.minutes
        if minutes is None:
            return ""
        return tr("{age} lalu").format(age=age_words(minutes)) if minutes else age_words(0)

    @Property(str, notify=changed)
    def next_try(self) -> str:
        return next_try_words(self._cloud)

    @Property(str, notify=changed)
    def error(self) -> str:
        """In English, for staff who can use it."""
        return self._cloud.error if self._cloud.waiting or self.offline else ""

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def waiting(self) -> list[dict[str, object]]:
        """By kind: ``icon``, ``words``, ``count``, ``age``, and ``stuck`` with its ``why``."""
        return [_row(line) for line in self._cloud.waiting]

    @Slot()
    def retry(self) -> None:
        self._asks.ask(RetryCloud())


def _row(line: WaitingLine) -> dict[str, object]:
    waiting = line.waiting
    return {
        "icon": waiting_icon(waiting.kind),
        "words": waiting_words(waiting.kind),
        "count": str(waiting.count),
        "age": age_words(line.minutes),
        "stuck": stuck_words(waiting.stuck),
        "why": waiting.error if waiting.stuck else "",
    }
