"""Texts that the maker signed: ``<prefix>.<payload>.<signature>``.

Both parts are base64url without padding, and the signature is Ed25519 over everything before its
dot. The prefix says what is signed, so that no licence can pass for its own revocation.
"""

from __future__ import annotations

import base64
import binascii

from kiosk.domain.errors import ConfigError


class Malformed(ValueError):
    """It does not read as such a text; the message says why."""


class Forged(ValueError):
    """The signature is not the maker's."""


def read_signed(text: str, prefix: str, public_key: str) -> bytes:
    """The payload of ``text``. Raises Malformed and Forged.

    ``public_key`` is the 32 raw bytes in base64url; ConfigError where it is not.
    """
    parts = text.split(".")
    if len(parts) != 3 or parts[0] != prefix or not text.isascii():
        raise Malformed(f"it has to read {prefix}.….…")
    try:
        payload, signature = _bytes(parts[1]), _bytes(parts[2])
    except binascii.Error:
        raise Malformed("it is cut off or mistyped") from None
    if not _verifies(f"{prefix}.{parts[1]}".encode("ascii"), signature, public_key):
        raise Forged
    return payload


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
