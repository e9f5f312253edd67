"""What staff have set on the touchscreen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from peewee import Database

from kiosk.domain.settings import Changes, StoredSetting, Value
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Setting


class SettingsBook:
    """Every call may come from any thread. Whether a value makes sense is not asked here."""

    def __init__(self, database: Database, audit_log: AuditLog) -> None:
        self._database = database
        self._audit_log = audit_log

    def all(self) -> tuple[StoredSetting, ...]:
        """By name. A row that can't be read as JSON has its text for a value."""
        rows = Setting.select().where(Setting.changed_by.is_null(is_null=False))
        return tuple(_stored(row) for row in rows.order_by(Setting.key))

    def change(
        self, changes: Changes, before: Mapping[str, object], by: str, now: datetime
    ) -> None:
        """All of ``changes`` or none, each in the audit log with what was in force ``before``. None
        for a value takes the setting back. On disk when it returns."""
        with self._database.atomic("IMMEDIATE"):
            for key, value in changes.items():
                if value is None:
                    _forget(key)
                else:
                    _keep(key, value, by, now)
                data = {"key": key, "before": before.get(key), "after": value}
                self._audit_log.write(by, "setting changed", data, now)


def _keep(key: str, value: Value, by: str, now: datetime) -> None:
    row = Setting.get_or_none(Setting.key == key, Setting.changed_by.is_null(is_null=False))
    values = {"value": json.dumps(value), "changed_at": iso(now), "changed_by": by}
    version = 1 if row is None else row.version + 1
    Setting.insert(key=key, version=version, **values).on_conflict_replace().execute()


def _forget(key: str) -> None:
    staffs = Setting.changed_by.is_null(is_null=False)
    Setting.delete().where(Setting.key == key, staffs).execute()


def _stored(row: Setting) -> StoredSetting:
    try:
        value = json.loads(row.value)
    except ValueError:
        value = row.value
    return StoredSetting(row.key, value, row.version, row.changed_at or "", row.changed_by or "")
