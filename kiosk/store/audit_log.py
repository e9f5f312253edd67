"""Who did what by hand, and why. Each entry seals the one before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from kiosk.domain.chain import FIRST, Anchor, Link, hash_of
from kiosk.domain.times import iso
from kiosk.store.models import AuditEntry, mirror


class AuditLog:
    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id

    def write(self, who: str, what: str, data: Mapping[str, object], now: datetime) -> None:
        """In the transaction that is open, or in one of its own."""
        with mirror.atomic("IMMEDIATE"):
            newest = self.anchor()
            seq, previous = (0, FIRST) if newest is None else (newest.seq, newest.hash)
            link = Link(self._new_id(), iso(now), who, what, json.dumps(data), seq + 1, None)
            _insert(replace(link, hash=hash_of(previous, link)))

    def anchor(self) -> Anchor | None:
        """The newest entry; None where there is no chain yet."""
        sealed = AuditEntry.seq.is_null(is_null=False)
        row = AuditEntry.select().where(sealed).order_by(AuditEntry.seq.desc()).first()
        return None if row is None else Anchor(row.seq, row.hash)


def _insert(link: Link) -> None:
    AuditEntry.insert(
        id=link.id,
        at=link.at,
        who=link.who,
        what=link.what,
        data=link.data,
        seq=link.seq,
        hash=link.hash,
    ).execute()
