"""What the first start has come to, as far as nothing else on disk tells it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from peewee import Database

from kiosk.domain.identity import Identity
from kiosk.domain.setup import SetupMark
from kiosk.domain.staff import Role, StaffMember
from kiosk.store.activation import Activation
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Setting
from kiosk.store.staff import StaffBook

KEY = "first-start"


class SetupBook:
    def __init__(
        self, database: Database, activation: Activation, staff: StaffBook, audit_log: AuditLog
    ) -> None:
        self._database = database
        self._activation = activation
        self._staff = staff
        self._audit_log = audit_log

    def marks(self) -> frozenset[SetupMark] | None:
        """None where no first start was begun here, or it was ended."""
        row = Setting.get_or_none(Setting.key == KEY)
        return None if row is None else frozenset(map(SetupMark, json.loads(row.value)))

    def begin(
        self, identity: Identity, customer: dict[str, Any], owner: str, pin: str, now: datetime
    ) -> StaffMember:
        """Who this booth is and who opens it, both or neither. Raises PinRefused."""
        with self._database.atomic("IMMEDIATE"):
            self._activation.save(identity, customer)
            member = self._staff.set_pin(owner, Role.OWNER, pin, now)
            self._audit_log.write(owner, "booth activated", {"booth": identity.booth_id}, now)
            _keep(frozenset())
        return member

    def keep(self, mark: SetupMark) -> None:
        marks = self.marks()
        if marks is not None:
            _keep(marks | {mark})

    def finish(self, who: str, now: datetime) -> None:
        with self._database.atomic("IMMEDIATE"):
            Setting.delete().where(Setting.key == KEY).execute()
            self._audit_log.write(who, "first start finished", {}, now)


def _keep(marks: frozenset[SetupMark]) -> None:
    value = json.dumps(sorted(mark.value for mark in marks))
    Setting.insert(key=KEY, value=value).on_conflict_replace().execute()
