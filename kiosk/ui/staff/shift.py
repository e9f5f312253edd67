"""The shift at the drawer: begun by counting, ended by counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.till_view import EMPTY_TILL, EndShift, StartShift, TillView
from kiosk.domain.money import rupiah
from kiosk.domain.shifts import ClosedShift
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.places.till import AtDrawer, TillPlace
from kiosk.ui.staff.words.till import clock_words, date_words, difference_words
from kiosk.ui.translating import marked, tr

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOTES = (  # as they are kept; each is read in the language in force
    "",
    marked("Dihitung dua kali"),
    marked("Salah kembalian"),
    marked("Sudah disetor"),
)


@QmlElement
class StaffShiftModel(QObject):
    changed = Signal()

    def __init__(self, asks: Asks, go: Callable[[TillPlace], None], parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._go = go
        self._till: TillView = EMPTY_TILL
        self._place: AtDrawer | None = None

    def show(self, till: TillView) -> None:
        if till != self._till:
            self._till = till
            self.changed.emit()

    def count(self, place: AtDrawer) -> None:
        self._place = place
        self.changed.emit()

    # ---- now ----------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return self._till.shift is not None

    @Property(str, notify=changed)
    def words(self) -> str:
        shift = self._till.shift
        if shift is None:
            return tr("Kasir belum dibuka")
        at, by = clock_words(shift.opened_at), shift.opened_by
        return tr("Dibuka {at} oleh {by}").format(at=at, by=by)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def drawer(self) -> list[dict[str, object]]:
        """What should lie in the drawer, line by line: ``words``, ``amount``, ``sum``. Empty for
        those who count blind."""
        known = self._till.shift.drawer if self._till.shift else None
        if known is None:
            return []
        lines = (
            (tr("Modal awal"), known.float_amount),
            (tr("Tunai masuk"), known.cash_in),
            (tr("Tunai keluar"), -known.cash_out),
        )
        rows: list[dict[str, object]] = [
            {"words": words, "amount": _signed(amount), "sum": False} for words, amount in lines
        ]
        seen = tr("Seharusnya di laci")
        return [*rows, {"words": seen, "amount": rupiah(known.expected), "sum": True}]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def past(self) -> list[dict[str, object]]:
        """Shifts that are over, the newest first: ``when``, ``who``, ``counted``, ``difference``,
        ``exact`` and ``note``."""
        return [_row(shift) for shift in self._till.past]

    # ---- counting -----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def ending(self) -> bool:
        return self._place is not None and self._place.ending

    @Property(str, notify=changed)
    def amount(self) -> str:
        return rupiah(self._place.amount or 0) if self._place else ""

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        """Something was typed: an empty drawer is counted too, by typing 0."""
        return self._place is not None and self._place.amount is not None

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def notes(self) -> list[dict[str, str]]:
        """What staff can say to it, ``key`` and ``words`` of each; the first says nothing."""
        return [{"key": note, "words": tr(note) if note else ""} for note in NOTES]

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._place.note if self._place else ""

    @Slot(str)
    def press(self, digits: str) -> None:
        if self._place:
            self._go(self._place.press(digits))

    @Slot()
    def erase(self) -> None:
        if self._place:
            self._go(self._place.erase())

    @Slot(str)
    def choose_note(self, note: str) -> None:
        if self._place:
            self._go(replace(self._place, note=note))

    @Slot()
    def confirm(self) -> None:
        """The page goes when the booth has written it down."""
        place = self._place
        if place is None or place.amount is None:
            return
        if place.ending:
            self._asks.ask(EndShift(place.amount, place.note))
        else:
            self._asks.ask(StartShift(place.amount))


def _row(shift: ClosedShift) -> dict[str, object]:
    who = {shift.opened_by: None, shift.closed_by: None}
    return {
        "when": f"{date_words(shift.opened_at)} – {clock_words(shift.closed_at)}",
        "who": ", ".join(who),
        "counted": rupiah(shift.counted),
        "difference": difference_words(shift.difference),
        "exact": shift.difference == 0,
        "note": tr(shift.note) if shift.note else "",
    }


def _signed(amount: int) -> str:
    return f"− {rupiah(-amount)}" if amount < 0 else rupiah(amount)
