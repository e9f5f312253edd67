"""Past sessions, looked for by day, hour and picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.sessions_view import PAGE, LookForSessions, SessionsView
from kiosk.domain.session_list import SessionKind, SessionLine
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.words.session import day_words, hour_words, kind_icon, kind_words
from kiosk.ui.staff.words.till import clock_words
from kiosk.ui.translating import tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OLDEST_DAY = 3650


@QmlElement
class StaffSessionsModel(QObject):
    """``look`` is what staff look for now; what is shown may still be the answer to the one
    before."""

    changed = Signal()
    rows_changed = Signal()

    def __init__(self, asks: Asks, data_dir: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._data_dir = data_dir
        self._view = SessionsView()
        self._look = LookForSessions()

    def show(self, view: SessionsView) -> None:
        before, self._view = self._view, view
        if view.lines != before.lines:
            self.rows_changed.emit()
        if view != before:
            self.changed.emit()

    def begin(self) -> None:
        """As it was left: who comes back from a session finds the others where they were."""
        self._ask(self._look)

    def forget(self) -> None:
        self._look = LookForSessions()

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self._view.asked != self._look

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._view.failed

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._view.total

    @Property(str, notify=changed)
    def day(self) -> str:
        return day_words(None if self.loading else self._view.day, self._look.days_ago)

    @Property(bool, notify=changed)
    def today(self) -> bool:
        return self._look.days_ago == 0

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def hours(self) -> list[dict[str, object]]:
        """Of the day, those with sessions: ``hour``, ``words``, ``count``, ``chosen``."""
        return [
            {
                "hour": each.hour,
                "words": hour_words(each.hour),
                "count": str(each.sessions),
                "chosen": each.hour == self._look.hour,
            }
            for each in self._view.hours
        ]

    @Property(str, notify=changed)
    def day_total(self) -> str:
        """Sessions of the whole day."""
        return str(sum(each.sessions for each in self._view.hours))

    @Property(bool, notify=changed)
    def every_hour(self) -> bool:
        return self._look.hour is None

    @Property("QVariantList", notify=rows_changed)  # type: ignore[arg-type]  # as above
    def rows(self) -> list[dict[str, object]]:
        """``id``, ``time``, ``icon``, ``words``, ``code``, ``picture``, ``owed``."""
        return [self._row(line) for line in self._view.lines]

    @Property(bool, notify=changed)
    def has_newer(self) -> bool:
        return self._look.page > 0

    @Property(bool, notify=changed)
    def has_older(self) -> bool:
        return self._look.page + 1 < self._view.pages

    @Property(str, notify=changed)
    def part(self) -> str:
        """``25–48 dari 132``; empty where one page is all."""
        if self._view.pages < 2:
            return ""
        first = self._look.page * PAGE
        said = tr("{first}–{last} dari {all}")
        last = first + len(self._view.lines)
        return said.format(first=first + 1, last=last, all=self._view.total)

    @Slot()
    def earlier_day(self) -> None:
        self._ask(LookForSessions(min(self._look.days_ago + 1, OLDEST_DAY)))

    @Slot()
    def later_day(self) -> None:
        self._ask(LookForSessions(max(self._look.days_ago - 1, 0)))

    @Slot(int)
    def choose_hour(self, hour: int) -> None:
        """Below zero for all of them."""
        self._ask(LookForSessions(self._look.days_ago, None if hour < 0 else hour))

    @Slot()
    def older(self) -> None:
        self._turn(1)

    @Slot()
    def newer(self) -> None:
        self._turn(-1)

    def _turn(self, pages: int) -> None:
        look = self._look
        page = min(max(look.page + pages, 0), max(self._view.pages - 1, 0))
        self._ask(LookForSessions(look.days_ago, look.hour, page))

    def _ask(self, look: LookForSessions) -> None:
        self._look = look
        self._asks.ask(look)
        self.changed.emit()

    def _row(self, line: SessionLine) -> dict[str, object]:
        return {
            "id": line.session_id,
            "time": clock_words(line.at),
            "icon": kind_icon(line.kind),
            "words": kind_words(line.kind),
            "code": line.claim_code,
            "picture": url_of(self._data_dir, line.picture),
            "owed": line.kind is SessionKind.OWED,
        }


def url_of(data_dir: Path, path: str | None) -> str:
    return QUrl.fromLocalFile(str(data_dir / path)).toString() if path else ""
