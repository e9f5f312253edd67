"""Who did what by hand, and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from kiosk.domain.times import iso
from kiosk.store.models import AuditEntry


class AuditLog:
    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id

    def write(self, who: str, what: str, data: Mapping[str, object], now: datetime) -> None:
        AuditEntry.insert(
            id=self._new_id(), at=iso(now), who=who, what=what, data=json.dumps(data)
        ).execute()
