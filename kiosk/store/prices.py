"""The prices that all booths of the customer share.

A price is never changed, only withdrawn: another one that is newer takes its place. So two booths
that change prices without a network can't contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime

from peewee import Database

from kiosk.domain.errors import KioskError
from kiosk.domain.identity import Identity
from kiosk.domain.prices import Price, Terms
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Customer, PriceRow
from kiosk.store.outbox import Outbox


class NoSuchPrice(KioskError):
    """There is none of this id, or it was withdrawn before."""


class PriceBook:
    """Every call may come from any thread."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        audit_log: AuditLog,
        identity: Callable[[], Identity],
        new_id: Callable[[], str],
    ) -> None:
        self._database = database
        self._outbox = outbox
        self._audit_log = audit_log
        self._identity = identity
        self._new_id = new_id

    def all(self) -> tuple[Price, ...]:
        """Withdrawn ones too, the newest first."""
        rows = PriceRow.select().order_by(PriceRow.created_at.desc(), PriceRow.id.desc())
        return tuple(_price(row) for row in rows)

    def add(self, terms: Terms, by: str, now: datetime) -> Price:
        """One more price, told to the cloud. Raises LicenceInvalid where nobody is activated."""
        price = Price(
            id=self._new_id(),
            customer_id=self._identity().customer_id,
            withdrawn=False,
            created_at=iso(now),
            version=1,
            **asdict(terms),
        )
        with self._database.atomic("IMMEDIATE"):
            PriceRow.insert(**asdict(price)).execute()
            self._audit_log.write(by, "price set", {"price_id": price.id, **asdict(terms)}, now)
            self._outbox.put("price", price.id, asdict(price), now)
        return price

    def withdraw(self, price_id: str, by: str, now: datetime) -> Price:
        """The price as it is now, told to the cloud. Raises NoSuchPrice."""
        with self._database.atomic("IMMEDIATE"):
            changed = (
                PriceRow.update(withdrawn=True, version=PriceRow.version + 1)
                .where(PriceRow.id == price_id, ~PriceRow.withdrawn)
                .execute()
            )
            if not changed:
                raise NoSuchPrice(f"no price {price_id} holds or waits: kiosk prices list")
            price = _price(PriceRow.get_by_id(price_id))
            self._audit_log.write(by, "price withdrawn", {"price_id": price_id}, now)
            self._outbox.put("price", price_id, asdict(price), now)
            return price

    def learn(self, prices: Iterable[Price]) -> int:
        """Takes over what is newer in the cloud; how many changed here. What is withdrawn here
        stays so, whatever the cloud has heard yet."""
        own = {row.id for row in Customer.select(Customer.id)}
        with self._database.atomic("IMMEDIATE"):
            known = {row.id: row.version for row in PriceRow.select(PriceRow.id, PriceRow.version)}
            newer = [
                price
                for price in prices
                if price.customer_id in own and price.version > known.get(price.id, 0)
            ]
            for price in newer:
                PriceRow.insert(**asdict(price)).on_conflict_replace().execute()
            return len(newer)


def _price(row: PriceRow) -> Price:
    return Price(
        id=row.id,
        customer_id=row.customer_id,
        package=row.package,
        event=row.event,
        price=row.price,
        extra_copy=row.extra_copy,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        withdrawn=bool(row.withdrawn),
        created_at=row.created_at,
        version=row.version,
    )
