"""Learns from the cloud whether this booth's licence was revoked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import structlog

from kiosk.domain.errors import LicenceInvalid
from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence_at_any_time
from kiosk.sync.revocation import revokes

log = structlog.get_logger()


class Kept(Protocol):
    """What the watch needs of the store."""

    def identity(self) -> Identity | None: ...

    def revocation(self) -> str | None: ...

    def keep_revocation(self, statement: str) -> None: ...


@dataclass(frozen=True)
class LicenceWatch:
    """``look`` keeps what the maker signed; the cloud's own word is worth nothing here."""

    api: CloudApi
    kept: Kept
    public_key: str

    def look(self) -> None:
        """Raises CloudUnreachable and CloudRefused."""
        who = self.kept.identity()
        if who is None:
            return
        statement = self.api.license().revocation
        if statement is None or statement == self.kept.revocation():
            return
        try:
            licence = read_licence_at_any_time(who.license_key, self.public_key)
        except LicenceInvalid:
            return  # the preflight says so already
        if revokes(statement, licence, self.public_key):
            self.kept.keep_revocation(statement)
            log.warning("the licence was revoked", licence=licence.id)
        else:
            log.warning("the cloud tells of a revocation that is not ours", licence=licence.id)
