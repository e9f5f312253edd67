"""The staff's event page: what an owner has put together and not saved yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.booth.staff.event_view import (
    EventNow,
    EventTerms,
    EventView,
    Limits,
    SaveEvent,
)
from kiosk.domain.money import rupiah
from kiosk.domain.settings import Refusal
from kiosk.domain.staff import Role, StaffMember
from kiosk.ui.models.keyed_list import KeyedList
from kiosk.ui.staff.asks import Asks
from kiosk.ui.staff.package import StaffPackageModel
from kiosk.ui.staff.words.settings import refusal_words, since_words

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

KEEP_DAYS = (0, 7, 30, 90, 365)
"""What is offered by a touch; 0 is for ever."""

EMPTY = EventNow(
    EventTerms("", (), free=False, keep_days=None, keep_at="04:00"), (), Limits(0, 0, 1, 1, 1)
)


@QmlElement
class StaffEventModel(QObject):
    """The draft lies over what is in force, and outlives every view until it is saved or undone."""

    changed = Signal()

    def __init__(self, asks: Asks, parent: QObject) -> None:
        super().__init__(parent)
        self._asks = asks
        self._now = EMPTY
        self._before = EMPTY.terms
        self._draft = EMPTY.terms
        self._saved = 0
        self._wrongs: dict[str, Refusal] = {}
        self._owner = False
        self._packages = KeyedList(self)

    def show(self, view: EventView | None, member: StaffMember | None) -> None:
        self._owner = member is not None and member.role is Role.OWNER
        if view is None:
            self._now = EMPTY
            self._draft = self._before = EMPTY.terms  # whoever comes next has not begun anything
        else:
            self._take(view)
        self._tell()

    def begin(self) -> None:
        """Staff come to the page: what they had begun is still there."""
        if self._draft == self._before:
            self.undo()

    def _take(self, view: EventView) -> None:
        was_dirty, self._now = self._draft != self._before, view.now
        saved = view.saved
        if saved is not None and saved.number != self._saved:
            self._saved = saved.number
            self._wrongs = {refusal.key: refusal for refusal in saved.refusals}
            was_dirty = bool(saved.refusals)
        if not was_dirty:
            self._before = self._draft = view.now.terms

    def _change(self, draft: EventTerms, *keys: str) -> None:
        if not self._owner:
            return
        self._draft = draft
        for key in keys:
            self._wrongs.pop(key, None)
        self._tell()

    def _tell(self) -> None:
        rows: list[tuple[str, QObject]] = []
        terms = {package.key: package for package in self._draft.packages}
        for offer in self._now.offers:
            if (own := terms.get(offer.key)) is None:
                continue
            item = self._packages.at(offer.key)
            if not isinstance(item, StaffPackageModel):
                item = StaffPackageModel(offer, own, self)
            item.show(offer, own, self._wrong_of(offer.key))
            rows.append((offer.key, item))
        self._packages.become(rows)
        self.changed.emit()

    def _wrong_of(self, package: str) -> str:
        names = ("offered", "price", "extra_copy", "most_copies")
        return self._wrong(*(f"packages.{package}.{name}" for name in names))

    def _wrong(self, *keys: str) -> str:
        """Of the first that is refused."""
        found = (self._wrongs.get(key) for key in keys)
        return next((refusal_words(refusal) for refusal in found if refusal), "")

    def _with(self, key: str, **terms: object) -> EventTerms:
        packages = tuple(
            replace(p, **terms) if p.key == key else p  # type: ignore[arg-type]  # fields of it
            for p in self._draft.packages
        )
        return replace(self._draft, packages=packages)

    @Property(bool, notify=changed)
    def may_change(self) -> bool:
        return self._owner

    @Property(bool, notify=changed)
    def dirty(self) -> bool:
        """Whether something is not saved yet."""
        return self._draft != self._before

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._draft.event

    @Property(int, notify=changed)
    def most_letters(self) -> int:
        return self._now.limits.letters

    @Property(int, notify=changed)
    def most_copies(self) -> int:
        """That any package may allow."""
        return self._now.limits.copies

    @Property(str, notify=changed)
    def name_wrong(self) -> str:
        return self._wrong("booth.event")

    @Property(QObject, constant=True)
    def packages(self) -> QObject:
        return self._packages

    @Property(bool, notify=changed)
    def free(self) -> bool:
        return self._draft.free

    @Property(bool, notify=changed)
    def free_of_file(self) -> bool:
        return self._now.free_of_file

    @Property(bool, notify=changed)
    def free_now(self) -> bool:
        """In force, whatever the draft says."""
        return self._now.terms.free

    @Property(str, notify=changed)
    def free_since(self) -> str:
        return since_words(self._now.free_by, self._now.free_since)

    @Property(str, notify=changed)
    def free_wrong(self) -> str:
        return self._wrong("payment.methods")

    @Property("QVariantList", constant=True)  # type: ignore[arg-type]  # a name that Qt takes
    def keep_choices(self) -> list[int]:
        """Days; 0 is for ever."""
        return list(KEEP_DAYS)

    @Property(int, notify=changed)
    def keep_days(self) -> int:
        """0 for ever."""
        return self._draft.keep_days or 0

    @Property(str, notify=changed)
    def keep_at(self) -> str:
        """``04.00``, as Indonesians write it."""
        return self._draft.keep_at.replace(":", ".")

    @Property(str, notify=changed)
    def keep_wrong(self) -> str:
        return self._wrong("retention.days", "retention.at")

    @Slot(str)
    def type_name(self, name: str) -> None:
        if name != self._draft.event:
            self._change(replace(self._draft, event=name), "booth.event")

    @Slot(str, bool)
    def offer(self, key: str, on: bool) -> None:  # noqa: FBT001 - a slot's argument
        keys = (f"packages.{p.key}.offered" for p in self._draft.packages)
        self._change(self._with(key, offered=on), *keys)

    @Slot(str, int)
    def charge(self, key: str, price: int) -> None:
        self._change(self._with(key, price=price), f"packages.{key}.price")

    @Slot(str, int)
    def charge_extra(self, key: str, price: int) -> None:
        self._change(self._with(key, extra_copy=price), f"packages.{key}.extra_copy")

    @Slot(str, int)
    def step_most(self, key: str, by: int) -> None:
        """How many prints a guest may have; one more is not free unless the owner says so."""
        offer = next(each for each in self._now.offers if each.key == key)
        now = next(each for each in self._draft.packages if each.key == key)
        was = next(each for each in self._before.packages if each.key == key)
        most = min(max(now.most_copies + by, offer.copies), self._now.limits.copies)
        extra = (
            was.extra_copy if most == offer.copies else now.extra_copy or now.price // offer.copies
        )
        changed = self._with(key, most_copies=most, extra_copy=extra)
        self._change(changed, f"packages.{key}.most_copies", f"packages.{key}.extra_copy")

    @Slot(bool)
    def set_free(self, on: bool) -> None:  # noqa: FBT001 - as above
        if not self._now.free_of_file:
            self._change(replace(self._draft, free=on), "payment.methods")

    @Slot(int)
    def keep(self, days: int) -> None:
        self._change(replace(self._draft, keep_days=days or None), "retention.days")

    @Slot(int)
    def step_hour(self, by: int) -> None:
        hour = (int(self._draft.keep_at[:2]) + by) % 24
        self._change(replace(self._draft, keep_at=f"{hour:02}:00"), "retention.at")

    @Slot(int, result=str)
    def rupiah(self, amount: int) -> str:
        return rupiah(amount)

    @Slot()
    def save(self) -> None:
        if self._draft != self._before:
            self._asks.ask(SaveEvent(self._before, self._draft))

    @Slot()
    def undo(self) -> None:
        self._before = self._draft = self._now.terms
        self._wrongs.clear()
        self._tell()
