"""Who this booth is, kept from activation on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from peewee import Database

from kiosk.domain.activation import Attempt, Holder, tidy_key
from kiosk.domain.identity import Identity
from kiosk.store.models import Customer, Setting

KEY = "identity"
ATTEMPT = "activation-attempt"
REVOCATION = "revocation"


class Activation:
    def __init__(self, database: Database) -> None:
        self._database = database

    def identity(self) -> Identity | None:
        row = Setting.get_or_none(Setting.key == KEY)
        return None if row is None else Identity(**json.loads(row.value))

    def attempt(self) -> Attempt | None:
        """What the cloud was asked for last and has not granted, as far as is known here."""
        row = Setting.get_or_none(Setting.key == ATTEMPT)
        if row is None:
            return None
        kept = json.loads(row.value)
        return Attempt(Holder(**kept.pop("holder")), **kept)

    def try_as(self, holder: Holder, new_id: Callable[[], str]) -> Attempt:
        """Under the ids that this booth has, or that it was tried under with the same key; on disk
        when it returns, so that a crash makes no second booth of it."""
        known: Identity | Attempt | None = self.identity() or self._tried_with(holder.license_key)
        customer_id = known.customer_id if known else new_id()
        attempt = Attempt(holder, customer_id, known.booth_id if known else new_id())
        value = json.dumps(asdict(attempt))
        Setting.insert(key=ATTEMPT, value=value).on_conflict_replace().execute()
        return attempt

    def _tried_with(self, key: str) -> Attempt | None:
        attempt = self.attempt()
        same = attempt is not None and tidy_key(attempt.holder.license_key) == tidy_key(key)
        return attempt if same else None

    def customer_name(self) -> str:
        """Empty before activation."""
        who = self.identity()
        row = None if who is None else Customer.get_or_none(Customer.id == who.customer_id)
        return "" if row is None else str(row.name)

    def revocation(self) -> str | None:
        """The signed text that was kept last; of which licence it speaks, it says itself."""
        row = Setting.get_or_none(Setting.key == REVOCATION)
        return None if row is None else str(row.value)

    def keep_revocation(self, statement: str) -> None:
        Setting.insert(key=REVOCATION, value=statement).on_conflict_replace().execute()

    def save(self, identity: Identity, customer: dict[str, Any]) -> None:
        """Keeps the identity and the customer's row (RFC-007's columns) as the cloud gave it."""
        value = json.dumps(asdict(identity))
        with self._database.atomic("IMMEDIATE"):
            Customer.insert(**customer).on_conflict_replace().execute()
            Setting.insert(key=KEY, value=value).on_conflict_replace().execute()
            Setting.delete().where(Setting.key == ATTEMPT).execute()
