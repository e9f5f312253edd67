"""PINs as they are kept: scrypt, with its numbers beside each hash so that they can grow."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

N, R, P = 2**14, 8, 1
"""16 MB and some 50 ms for each try on a small machine: a stolen store is slow to guess from."""

SALT_BYTES = 16
MOST_MEMORY = 64 * 2**20


def hashed(pin: str) -> str:
    """``scrypt$N$R$P$salt$hash``, the last two in base64."""
    salt = secrets.token_bytes(SALT_BYTES)
    key = _scrypt(pin, salt, N, R, P)
    return "$".join(("scrypt", str(N), str(R), str(P), _text(salt), _text(key)))


def is_pin_of(kept: str, pin: str) -> bool:
    """Whether ``kept`` was made of ``pin``; ValueError where it is not of the form above."""
    name, n, r, p, salt, key = kept.split("$")
    if name != "scrypt":
        raise ValueError(f"a PIN is kept in an unknown way: {name}")
    found = _scrypt(pin, base64.b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, base64.b64decode(key))


def _scrypt(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=MOST_MEMORY)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
