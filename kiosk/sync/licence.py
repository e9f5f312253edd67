"""A licence key, read without a network.

``PB1.<payload>.<signature>``; the payload is JSON with id, type, issued and expires.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from kiosk.domain.errors import LicenceInvalid
from kiosk.sync.signed_text import Forged, Malformed, read_signed

LicenceType = Literal["starter", "pro", "enterprise"]


@dataclass(frozen=True)
class Licence:
    """Valid to the end of the UTC day ``expires``."""

    id: str
    type: LicenceType
    issued: date
    expires: date


class _Payload(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    type: LicenceType
    issued: date
    expires: date


def read_licence(text: str, public_key: str, now: datetime) -> Licence:
    """The licence in ``text``; LicenceInvalid says whether it is forged, expired or no key at all.

    Whether it was revoked, a key cannot know. ``public_key`` is the 32 raw bytes in base64url;
    ConfigError where it is not.
    """
    licence = read_licence_at_any_time(text, public_key)
    if now.astimezone(UTC).date() > licence.expires:
        raise LicenceInvalid(f"this licence expired on {licence.expires.isoformat()}")
    return licence


def read_licence_at_any_time(text: str, public_key: str) -> Licence:
    """As ``read_licence``, of a licence that may have expired."""
    try:
        fields = _Payload.model_validate_json(read_signed(text.strip(), "PB1", public_key))
    except Forged:
        raise LicenceInvalid("this licence key is forged: its signature is not ours") from None
    except ValidationError:
        raise LicenceInvalid("this is not a licence key: its content is unknown") from None
    except Malformed as error:
        raise LicenceInvalid(f"this is not a licence key: {error}") from None
    return Licence(fields.id, fields.type, fields.issued, fields.expires)
