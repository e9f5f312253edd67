"""A licence key is believed only with the maker's signature, and only while it lasts."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.errors import ConfigError, LicenceInvalid
from kiosk.sync.licence import Licence, read_licence

MAKER = Ed25519PrivateKey.generate()
FIELDS = {"id": "lic-1", "type": "pro", "issued": "2026-01-01", "expires": "2026-12-31"}
IN_TIME = datetime(2026, 6, 1, tzinfo=UTC)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def signed(payload: bytes, maker: Ed25519PrivateKey = MAKER) -> str:
    text = f"PB1.{b64(payload)}"
    return f"{text}.{b64(maker.sign(text.encode()))}"


def public(maker: Ed25519PrivateKey = MAKER) -> str:
    return b64(maker.public_key().public_bytes_raw())


def key(**changes: str) -> str:
    return signed(json.dumps(FIELDS | changes).encode())


def test_a_good_key_tells_what_it_allows() -> None:
    licence = read_licence(f"  {key()}\n", public(), IN_TIME)
    assert licence == Licence("lic-1", "pro", date(2026, 1, 1), date(2026, 12, 31))


def test_it_lasts_to_the_end_of_its_last_day() -> None:
    read_licence(key(), public(), datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))
    with pytest.raises(LicenceInvalid, match="expired on 2026-12-31"):
        read_licence(key(), public(), datetime(2027, 1, 1, tzinfo=UTC))


def test_a_key_signed_by_somebody_else_is_forged() -> None:
    stranger = Ed25519PrivateKey.generate()
    with pytest.raises(LicenceInvalid, match="forged"):
        read_licence(signed(json.dumps(FIELDS).encode(), stranger), public(), IN_TIME)


def test_a_key_whose_expiry_was_changed_is_forged() -> None:
    head, _, signature = key().split(".")
    payload = b64(json.dumps(FIELDS | {"expires": "2099-12-31"}).encode())
    with pytest.raises(LicenceInvalid, match="forged"):
        read_licence(f"{head}.{payload}.{signature}", public(), IN_TIME)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "PB1",
        "PB1..",
        "PB2." + key()[4:],
        key() + "=",
        key() + ".more",
        key()[:-1] + "é",
        key().replace(".", ". ", 1),
        signed(b"not json"),
        signed(b'{"id": "x", "type": "gold", "issued": "2026-01-01", "expires": "2026-12-31"}'),
        signed(b'{"id": "x", "type": "pro", "issued": "soon", "expires": "2026-12-31"}'),
    ],
)
def test_anything_else_is_said_not_to_be_a_key(text: str) -> None:
    with pytest.raises(LicenceInvalid, match=r"not a licence key|forged"):
        read_licence(text, public(), IN_TIME)


@pytest.mark.parametrize("wrong", ["", "short", "*" * 43])
def test_a_wrong_public_key_is_a_fault_of_the_configuration(wrong: str) -> None:
    with pytest.raises(ConfigError, match="32 bytes"):
        read_licence(key(), wrong, IN_TIME)
