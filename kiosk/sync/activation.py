"""From a licence key to a booth that the cloud knows: for the command line and the touchscreen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.domain.activation import Attempt, LicenceFault, LicenceTerms, tidy_key
from kiosk.domain.errors import LicenceInvalid
from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.licence import read_licence, read_licence_at_any_time
from kiosk.sync.signed_text import Forged, Malformed, read_signed


@dataclass(frozen=True)
class Activated:
    """``customer`` is the row as the cloud has it (RFC-007's columns)."""

    identity: Identity
    customer: dict[str, Any]


def activate(api: CloudApi, attempt: Attempt) -> Activated:
    """Creates or adopts the customer and registers this booth. Raises CloudUnreachable and
    CloudRefused; the same attempt may be repeated, and stays one booth."""
    holder = attempt.holder
    key = tidy_key(holder.license_key)
    customer = api.create_customer(
        attempt.customer_id,
        name=holder.name,
        email=holder.email,
        phone=holder.phone,
        license_key=key,
    )
    booth = api.register_booth(attempt.booth_id, name=holder.booth, license_key=key)
    identity = Identity(customer.id, booth.id, key, booth.token)
    return Activated(identity, customer.model_dump())


def judge_licence(text: str, public_key: str, now: datetime) -> LicenceTerms | LicenceFault:
    """Without a network. Raises ConfigError where ``public_key`` is none."""
    key = tidy_key(text)
    try:
        read_signed(key, "PB1", public_key)
    except Forged:
        return LicenceFault.FORGED
    except Malformed:
        return LicenceFault.UNREADABLE
    try:
        licence = read_licence_at_any_time(key, public_key)
    except LicenceInvalid:
        return LicenceFault.UNREADABLE
    try:
        read_licence(key, public_key, now)
    except LicenceInvalid:
        return LicenceFault.EXPIRED
    return LicenceTerms(licence.type, licence.expires)
