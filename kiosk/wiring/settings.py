"""The settings in force, and the event page over them: a part of the composition root."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time

import structlog

from kiosk.booth.ports import Clock
from kiosk.booth.pricing import holding, priced
from kiosk.booth.staff.event_view import (
    EventNow,
    EventTerms,
    Limits,
    Offer,
    PackageTerms,
)
from kiosk.config import MOST_COPIES, Config
from kiosk.domain.order import Package
from kiosk.domain.pictures import Keep
from kiosk.domain.prices import MOST, Terms
from kiosk.domain.settings import Changes, Refusal, StoredSetting, Value, Wrong
from kiosk.settings_in_force import in_force, value_of, with_changes
from kiosk.store.mirror import Mirror
from kiosk.store.prices import PriceBook
from kiosk.store.settings import SettingsBook

log = structlog.get_logger()

LONGEST_EVENT = 200
LEAST_DAYS, MOST_DAYS = 1, 3650

Packages = Callable[[Config], tuple[Package, ...]]


def config_in_force(file: Config, mirror: Mirror) -> Config:
    """``file`` with what staff have set. What of it has no effect is in the log."""
    found = in_force(file, mirror.settings.all())
    for refusal in found.refused:
        log.warning("a setting has no effect", key=refusal.key, why=refusal.detail)
    return found.config


class Settings:
    """``on_change`` hears of each change, on the thread that made it, and must not block. Every
    call may come from any thread."""

    def __init__(self, file: Config, book: SettingsBook, clock: Clock) -> None:
        self.file = file
        self._book = book
        self._clock = clock
        self._lock = threading.Lock()
        self._config = in_force(file, book.all()).config
        self.on_change: Callable[[Config], None] = lambda _: None

    @property
    def config(self) -> Config:
        return self._config

    def keep(self) -> Keep | None:
        """How long pictures are kept here; None for ever."""
        section = self._config.retention
        if section.days is None:
            return None
        return Keep(section.days, time.fromisoformat(section.at))

    def stored(self, key: str) -> StoredSetting | None:
        return next((each for each in self._book.all() if each.key == key), None)

    def judged(self, changes: Changes) -> tuple[Refusal, ...]:
        """What is wrong with ``changes``, which are not made."""
        return with_changes(self.file, self._book.all(), changes, "", "").refused

    def change(self, changes: Changes, by: str, now: datetime) -> tuple[Refusal, ...]:
        """All of ``changes``, or none of them where one is refused."""
        with self._lock:
            found = with_changes(self.file, self._book.all(), changes, by, "")
            if found.refused:
                return found.refused
            before = {key: value_of(self._config, key) for key in changes}
            self._book.change(self._without_the_files(changes), before, by, now)
            self._config = found.config
            self.on_change(found.config)
            return ()

    def announce(self) -> None:
        """Something beside the settings has changed, which goes by them: the prices."""
        with self._lock:
            self.on_change(self._config)

    def set(self, key: str, value: Value, by: str) -> tuple[Refusal, ...]:
        return self.change({key: value}, by, self._clock.now())

    def _without_the_files(self, changes: Changes) -> Changes:
        """What is as in the file is not stored: there the file may change."""
        return {
            key: None if value_of(self.file, key) == value else value
            for key, value in changes.items()
        }


class EventSettings:
    """The port ``EventRoom``. ``packages`` are all that the settings have, offered or not."""

    def __init__(
        self, settings: Settings, packages: Packages, prices: PriceBook, clock: Clock
    ) -> None:
        self._settings = settings
        self._packages = packages
        self._prices = prices
        self._clock = clock

    def now(self) -> EventNow:
        config = self._settings.config
        free = self._settings.stored("payment.methods")
        return EventNow(
            terms=self._terms(config),
            offers=tuple(_offer(package) for package in self._packages(config)),
            limits=Limits(LONGEST_EVENT, MOST, LEAST_DAYS, MOST_DAYS, MOST_COPIES),
            free_of_file="free" in self._settings.file.payment.methods,
            free_by=free.changed_by if free else "",
            free_since=free.changed_at if free else "",
        )

    def save(
        self, before: EventTerms, after: EventTerms, by: str, now: datetime
    ) -> tuple[Refusal, ...]:
        changes = dict(_changes(before, after))
        prices = _changed_prices(before, after)
        wrong = (*self._settings.judged(changes), *_wrong_prices(prices))
        if wrong:
            return wrong
        if changes and (refused := self._settings.change(changes, by, now)):
            return refused
        for terms in prices:
            self._prices.add(self._price(terms, now), by, now)
        if prices:
            self._settings.announce()
        return ()

    def _terms(self, config: Config) -> EventTerms:
        prices, event, now = self._prices.all(), config.booth.event, self._clock.now()
        offered = {package.key: package.offered for package in config.packages}
        rows = priced(self._packages(config), prices, event, now)
        return EventTerms(
            event=event,
            packages=tuple(
                PackageTerms(p.key, p.price, p.extra_copy, offered[p.key], p.most_copies)
                for p in rows
            ),
            free="free" in config.payment.methods,
            keep_days=config.retention.days,
            keep_at=config.retention.at,
        )

    def _price(self, terms: PackageTerms, now: datetime) -> Terms:
        """At every event, unless a price for this very event holds: one for any would not."""
        event = self._settings.config.booth.event
        holds = holding(terms.key, self._prices.all(), event, now)
        of_event = event if holds is not None and holds.event else ""
        return Terms(terms.key, of_event, terms.price, terms.extra_copy, None)


def _changes(before: EventTerms, after: EventTerms) -> Iterable[tuple[str, Value]]:
    """Of the settings, by name; what a person typed is tidied."""
    if after.event != before.event:
        yield "booth.event", " ".join(after.event.split())
    if after.free != before.free:
        yield "payment.methods", ("free",) if after.free else None
    if after.keep_days != before.keep_days:
        yield "retention.days", after.keep_days
    if after.keep_at != before.keep_at:
        yield "retention.at", after.keep_at
    known = {package.key: package for package in before.packages}
    for package in after.packages:
        was = known.get(package.key)
        if was is None or package.offered != was.offered:
            yield f"packages.{package.key}.offered", package.offered
        if was is None or package.most_copies != was.most_copies:
            yield f"packages.{package.key}.most_copies", package.most_copies


def _changed_prices(before: EventTerms, after: EventTerms) -> tuple[PackageTerms, ...]:
    known: Mapping[str, PackageTerms] = {package.key: package for package in before.packages}
    return tuple(
        package
        for package in after.packages
        if package.key in known
        and (package.price, package.extra_copy)
        != (known[package.key].price, known[package.key].extra_copy)
    )


def _wrong_prices(prices: Iterable[PackageTerms]) -> tuple[Refusal, ...]:
    fields = [
        (f"packages.{package.key}.{name}", amount)
        for package in prices
        for name, amount in (("price", package.price), ("extra_copy", package.extra_copy))
    ]
    too_much = [Refusal(key, Wrong.TOO_LARGE, MOST) for key, amount in fields if amount > MOST]
    too_little = [Refusal(key, Wrong.TOO_SMALL, 0) for key, amount in fields if amount < 0]
    return (*too_much, *too_little)


def _offer(package: Package) -> Offer:
    return Offer(package.key, package.name, package.template, package.copies)
