"""What staff see first: whether the booth is well, and what today brought."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.about_view import AboutView
from kiosk.booth.staff.home_view import CheckLine, HomeView
from kiosk.booth.view import Check
from kiosk.domain.money import rupiah
from kiosk.ui.staff.words.cloud import gigabytes, licence_words
from kiosk.ui.staff.words.home import (
    check_icon,
    check_name,
    ill_words,
    mend_words,
    remedy_words,
    well_words,
)
from kiosk.ui.staff.words.till import age_words, date_words
from kiosk.ui.translating import tr
from kiosk.ui.words import way_name

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ALWAYS = frozenset({Check.CAMERA, Check.CLOUD, Check.DISK, Check.CLOCK, Check.LICENCE})
"""Shown well or ill; the printers have lines of their own, and the others are shown when ill."""

TIMELESS = frozenset({Check.DISK, Check.CLOCK, Check.LICENCE})
"""Since when they are well, nobody wants to know."""

NOT_HERE = frozenset({Check.PRINTER})


@QmlElement
class StaffHomeModel(QObject):
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._home = HomeView()
        self._about = AboutView()

    def show(self, home: HomeView, about: AboutView) -> None:
        if (home, about) != (self._home, self._about):
            self._home, self._about = home, about
            self.changed.emit()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """The booth was looked at."""
        return bool(self._home.checks)

    @Property(int, notify=changed)
    def ill(self) -> int:
        """Checks that fail."""
        return sum(not line.well for line in self._home.checks)

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """Since the booth was looked at last; 0 where that was just now."""
        return self._home.seconds

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def checks(self) -> list[dict[str, object]]:
        """What fails first: ``key``, ``icon``, ``title``, ``words``, ``age``, ``well``, and what
        helps: ``remedy`` and ``mend``, the button's word."""
        shown = [line for line in self._home.checks if _is_shown(line)]
        return [self._row(line) for line in sorted(shown, key=lambda line: line.well)]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def today(self) -> list[dict[str, str]]:
        """``title`` and ``text`` of each figure; empty where today can't be read."""
        today = self._home.today
        if today is None:
            return []
        return [
            {"title": tr("Sesi"), "text": str(today.sessions)},
            {"title": tr("Lembar tercetak"), "text": str(today.prints)},
        ]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def taken(self) -> list[dict[str, str]]:
        """What came in today by each way to pay: ``way``, ``count``, ``amount``."""
        today = self._home.today
        return [
            {
                "way": way_name(each.method),
                "count": tr("{n}×").format(n=each.count),
                "amount": rupiah(each.amount),
            }
            for each in (today.taken if today else ())
        ]

    @Property(str, notify=changed)
    def sum(self) -> str:
        today = self._home.today
        return rupiah(sum(each.amount for each in today.taken)) if today else "–"

    def _row(self, line: CheckLine) -> dict[str, object]:
        check, well = line.check, line.well
        return {
            "key": check.value,
            "icon": check_icon(check),
            "title": check_name(check),
            "words": (self._fact(check) or well_words(check)) if well else ill_words(check),
            "age": "" if well and check in TIMELESS else age_words(line.minutes),
            "well": well,
            "remedy": "" if well else remedy_words(check),
            "mend": "" if well else mend_words(check),
        }

    def _fact(self, check: Check) -> str:
        """What says more than that all is well; empty where nothing is known."""
        booth, machine = self._about.booth, self._about.machine
        match check:
            case Check.DISK if machine is not None:
                return tr("{size} kosong").format(size=gigabytes(machine.free))
            case Check.LICENCE if booth is not None and booth.licence.until is not None:
                return licence_words(booth.licence)
            case Check.CLOCK if self._home.at:
                return date_words(self._home.at)
            case _:
                return ""


def _is_shown(line: CheckLine) -> bool:
    return line.check in ALWAYS or not (line.well or line.check in NOT_HERE)
