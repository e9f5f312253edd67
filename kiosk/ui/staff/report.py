"""How the last request ended, until it has been read."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.view import Report
from kiosk.ui.staff.words.report import (
    A_GUEST_WAITS,
    is_good_news,
    report_detail,
    report_words,
)

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

GOOD_NEWS_MS = 8_000  # bad news stays until it is put away


@QmlElement
class StaffReportModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._told = True
        self._timer = QTimer(self, interval=GOOD_NEWS_MS, singleShot=True)
        self._timer.timeout.connect(self.put_away)

    def show(self, report: Report | None) -> None:
        if report == self._report:
            return
        self._report = report
        self._told = report is None
        if report is not None and is_good_news(report.outcome):
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return not self._told

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._report is not None and is_good_news(self._report.outcome)

    @Property(bool, notify=changed)
    def alarming(self) -> bool:
        """A guest or money waits over it."""
        return self._report is not None and self._report.outcome in A_GUEST_WAITS

    @Property(str, notify=changed)
    def words(self) -> str:
        return report_words(self._report) if self._report else ""

    @Property(str, notify=changed)
    def detail(self) -> str:
        """In English, for staff who can use it."""
        return report_detail(self._report) if self._report else ""

    @Slot()
    def put_away(self) -> None:
        self._told = True
        self.changed.emit()
