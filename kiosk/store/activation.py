"""Who this booth is, kept from activation on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from peewee import Database

from kiosk.domain.identity import Identity
from kiosk.store.models import Customer, Setting

KEY = "identity"
REVOCATION = "revocation"


class Activation:
    def __init__(self, database: Database) -> None:
        self._database = database

    def identity(self) -> Identity | None:
        row = Setting.get_or_none(Setting.key == KEY)
        return None if row is None else Identity(**json.loads(row.value))

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
