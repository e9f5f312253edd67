"""A licence key, read without a network.

``PB1.<payload>.<signature>``: both parts base64url without padding, the signature Ed25519 over
everything before its dot, the payload JSON with id, type, issued and expires.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from kiosk.domain.errors import ConfigError, LicenceInvalid

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

    ``public_key`` is the 32 raw bytes in base64url; ConfigError where it is not.
    """
    signed, payload, signature = _parts(text.strip())
    if not _verifies(signed, signature, public_key):
        raise LicenceInvalid("this licence key is forged: its signature is not ours")
    try:
        fields = _Payload.model_validate_json(payload)
    except ValidationError:
        raise LicenceInvalid("this is not a licence key: its content is unknown") from None
    if now.astimezone(UTC).date() > fields.expires:
        raise LicenceInvalid(f"this licence expired on {fields.expires.isoformat()}")
    return Licence(fields.id, fields.type, fields.issued, fields.expires)


def _parts(text: str) -> tuple[bytes, bytes, bytes]:
    """What is signed, the payload, and the signature."""
    parts = text.split(".")
    if len(parts) != 3 or parts[0] != "PB1" or not text.isascii():
        raise LicenceInvalid("this is not a licence key: it has to read PB1.….…")
    try:
        payload, signature = _bytes(parts[1]), _bytes(parts[2])
    except binascii.Error:
        raise LicenceInvalid("this is not a licence key: it is cut off or mistyped") from None
    return f"PB1.{parts[1]}".encode("ascii"), payload, signature


def _verifies(signed: bytes, signature: bytes, public_key: str) -> bool:
    # Imported here because it takes 0.1 s, and only starting and activating need it.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(_bytes(public_key))
    except (ValueError, binascii.Error):
        raise ConfigError("the licence public key has to be 32 bytes in base64url") from None
    try:
        key.verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def _bytes(text: str) -> bytes:
    """Strict base64url without padding: exactly one text stands for each key."""
    decoded = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if base64.urlsafe_b64encode(decoded).decode("ascii").rstrip("=") != text:
        raise binascii.Error("not the canonical text")
    return decoded
