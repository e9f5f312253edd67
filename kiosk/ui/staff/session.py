"""One past session: what was sold, how it was paid, each step, and what was printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.sessions_view import SessionPage
from kiosk.booth.staff.till_view import Deed
from kiosk.domain.money import rupiah
from kiosk.ui.staff.claim import StaffClaimModel
from kiosk.ui.staff.places.rooms import AtComplaint, AtSession
from kiosk.ui.staff.sessions import url_of
from kiosk.ui.staff.words.session import (
    event_words,
    print_words,
    received_words,
    return_words,
    state_words,
)
from kiosk.ui.staff.words.till import clock_words, date_words, likely_why
from kiosk.ui.translating import tr
from kiosk.ui.words import sheet_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffSessionModel(QObject):
    """``turn_to`` turns the page."""

    changed = Signal()
    picture_changed = Signal()

    def __init__(
        self, turn_to: Callable[[AtSession | AtComplaint], None], data_dir: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._turn_to = turn_to
        self._data_dir = data_dir
        self._page: SessionPage | None = None
        self._claim: StaffClaimModel | None = None
        self._helping = False

    def show(self, place: AtSession, page: SessionPage | None) -> None:
        """``page`` is None until it is read."""
        if (page, place.helping) == (self._page, self._helping):
            return
        before, self._page = self._page, page
        self._helping = place.helping
        self._show_claim()
        if (before and before.line.picture) != (page and page.line.picture):
            self.picture_changed.emit()
        self.changed.emit()

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self._page is None

    @Property(str, notify=changed)
    def id(self) -> str:
        return self._page.line.session_id if self._page else ""

    @Property(str, notify=changed)
    def code(self) -> str:
        return (self._page.line.claim_code or "–") if self._page else ""

    @Property(str, notify=changed)
    def when(self) -> str:
        return date_words(self._page.line.at) if self._page else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        return state_words(self._page.state) if self._page else ""

    @Property(str, notify=picture_changed)
    def picture(self) -> str:
        return url_of(self._data_dir, self._page.line.picture) if self._page else ""

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # a name that Qt takes
    def facts(self) -> list[dict[str, str]]:
        """``title`` and ``text`` of each."""
        if self._page is None:
            return []
        order = self._page.order
        package, till = order.package, order.till
        facts = [
            (tr("Paket"), f"{package.name} · {sheet_words(package)}"),
            (tr("Harga"), rupiah(order.amount)),
            (tr("Dibayar"), received_words(till.received) if order.amount else "–"),
        ]
        facts += [
            (tr("Dikembalikan"), f"{rupiah(back.amount)} · {return_words(back.way)}")
            for back in till.returned
        ]
        return [{"title": title, "text": text} for title, text in facts]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def steps(self) -> list[dict[str, str]]:
        """``time`` and ``words`` of each, the oldest first."""
        if self._page is None:
            return []
        told = ((clock_words(at), event_words(event)) for at, event in self._page.events)
        return [{"time": time, "words": words} for time, words in told if words]

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # as above
    def prints(self) -> list[dict[str, str]]:
        """``time`` and ``words`` of each print job."""
        return [
            {"time": clock_words(line.at) if line.at else "–", "words": print_words(line)}
            for line in (self._page.prints if self._page else ())
        ]

    @Property(bool, notify=changed)
    def claimed(self) -> bool:
        """It stands at the till."""
        return self._page is not None and self._page.claimed

    @Property(bool, notify=changed)
    def helpable(self) -> bool:
        """Something can be done for its guest from here."""
        page = self._page
        return page is not None and not page.claimed and page.card is not None

    @Property(bool, notify=changed)
    def helping(self) -> bool:
        return self._helping

    @Property(StaffClaimModel, notify=changed)
    def claim(self) -> StaffClaimModel | None:
        """What can be done for its guest."""
        return self._claim

    @Slot()
    def help(self) -> None:
        if self._page is not None:
            self._turn_to(AtSession(self._page.line.session_id, helping=True))

    @Slot()
    def leave_help(self) -> None:
        if self._page is not None:
            self._turn_to(AtSession(self._page.line.session_id))

    @Slot(str)
    def open_deed(self, key: str) -> None:
        card, deed = (self._page.card if self._page else None), Deed(key)
        if card is not None and deed in card.allowed:
            why = likely_why(card.claim.reason)
            self._turn_to(AtComplaint(card.claim.session_id, deed, why))

    def _show_claim(self) -> None:
        card = self._page.card if self._page else None
        if card is None:
            self._claim = None
        elif self._claim is None or self._claim.card.claim.session_id != card.claim.session_id:
            self._claim = StaffClaimModel(card, self._data_dir, self)
        else:
            self._claim.show(card)
