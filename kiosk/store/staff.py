"""Who may open the staff's screens, by PIN, and the tries that a restart does not forget."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from peewee import Database

from kiosk.domain.errors import KioskError
from kiosk.domain.staff import Role, StaffMember, is_pin
from kiosk.domain.times import iso, moment
from kiosk.domain.tries import Tries
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Setting, StaffRow
from kiosk.store.pins import hashed, is_pin_of

TRIES = "staff-pin-tries"
NOBODY = "nobody"


class PinRefused(KioskError):
    """It is no PIN, or another member of staff has it."""


class StaffBook:
    def __init__(self, database: Database, audit_log: AuditLog, new_id: Callable[[], str]) -> None:
        self._database = database
        self._audit_log = audit_log
        self._new_id = new_id

    def any(self) -> bool:
        """Whether a PIN was ever set."""
        return bool(StaffRow.select().exists())

    def members(self) -> tuple[StaffMember, ...]:
        """By name."""
        return tuple(_member(row) for row in StaffRow.select().order_by(StaffRow.name))

    def check(self, pin: str) -> StaffMember | None:
        """Whose PIN it is. Takes tens of milliseconds for each member, on purpose."""
        if not is_pin(pin):
            return None
        rows = [row for row in StaffRow.select() if is_pin_of(row.pin_hash, pin)]
        return _member(rows[0]) if rows else None

    def tries(self) -> Tries:
        row = Setting.get_or_none(Setting.key == TRIES)
        if row is None:
            return Tries()
        kept = json.loads(row.value)
        return Tries(kept["wrong"], moment(kept["last"]))

    def record(self, member: StaffMember | None, now: datetime) -> None:
        """One try: by ``member``, which starts the count anew, or by nobody, which is one more.

        It is on disk when this returns, and in the audit log.
        """
        with self._database.atomic("IMMEDIATE"):
            if member is None:
                tries = Tries(self.tries().wrong + 1, now)
                self._audit_log.write(NOBODY, "PIN refused", {"wrong": tries.wrong}, now)
                _keep(tries.wrong, now)
            else:
                self._audit_log.write(member.name, "PIN accepted", {}, now)
                _start_anew()

    def turned_away(self, now: datetime) -> None:
        """A try while the gate is locked: in the audit log when this returns, and not counted."""
        data = {"wrong": self.tries().wrong}
        self._audit_log.write(NOBODY, "PIN tried while locked", data, now)

    def set_pin(self, name: str, role: Role, pin: str, now: datetime) -> StaffMember:
        """Adds a member, or changes the PIN and the role of the one with that name; a lock after
        wrong tries is undone. Raises PinRefused."""
        if not is_pin(pin):
            raise PinRefused("a PIN has 4 to 8 digits and nothing else")
        other = self.check(pin)
        if other is not None and other.name != name:
            raise PinRefused("another member of staff has this PIN: take a different one")
        values = {"role": role.value, "pin_hash": hashed(pin)}
        with self._database.atomic("IMMEDIATE"):
            if not StaffRow.update(**values).where(StaffRow.name == name).execute():
                made = {"id": self._new_id(), "created_at": iso(now)}
                StaffRow.insert(name=name, **made, **values).execute()
            self._audit_log.write(name, "PIN set", {"role": role.value}, now)
            _start_anew()
            return _member(StaffRow.get(StaffRow.name == name))

    def remove(self, name: str, now: datetime) -> bool:
        """Whether there was such a member."""
        with self._database.atomic("IMMEDIATE"):
            if not StaffRow.delete().where(StaffRow.name == name).execute():
                return False
            self._audit_log.write(name, "PIN removed", {}, now)
            return True


def _member(row: StaffRow) -> StaffMember:
    return StaffMember(row.id, row.name, Role(row.role))


def _keep(wrong: int, last: datetime) -> None:
    value = json.dumps({"wrong": wrong, "last": iso(last)})
    Setting.insert(key=TRIES, value=value).on_conflict_replace().execute()


def _start_anew() -> None:
    Setting.delete().where(Setting.key == TRIES).execute()
