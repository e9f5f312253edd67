"""The codes on vouchers: signed, so that a booth can tell them without a network.

20 characters of Crockford's base32 in groups of five. The bits, most significant first:

======== ==== ==================================================
key id      3
serial     30 random
discount   12 in thousands of rupiah; 0 pays everything
expires    12 the last day it is good, in days since 2026-01-01
MAC        43 the first of HMAC-SHA256 over the 57 bits before it
======== ==== ==================================================

The first 57 bits are the voucher's id, written as 12 such characters. They are signed as eight
bytes, right-aligned, big-endian.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.money import rupiah
from kiosk.domain.vouchers import Voucher, VoucherKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VALUES = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
BITS_A_LETTER = 5
LETTERS, GROUP, ID_LETTERS = 20, 5, 12
LONGEST_INPUT = 100

KEY_ID_BITS, SERIAL_BITS, DISCOUNT_BITS, EXPIRES_BITS, MAC_BITS = 3, 30, 12, 12, 43

DISCOUNT_STEP = 1000
MOST_DISCOUNT = DISCOUNT_STEP * (2**DISCOUNT_BITS - 1)
FIRST_DAY = date(2026, 1, 1)
LAST_DAY = FIRST_DAY + timedelta(days=2**EXPIRES_BITS - 1)


@dataclass(frozen=True)
class Signed:
    """A code as it reads; whether it is genuine, ``is_genuine`` tells. ``text`` is as printed."""

    text: str
    key_id: int
    voucher: Voucher
    content: int
    mac: int

    def is_genuine(self, key: VoucherKey) -> bool:
        """Whether it was signed with ``key``: takes as long either way."""
        ours = _mac(self.content, key)
        return hmac.compare_digest(ours.to_bytes(8), self.mac.to_bytes(8)) and (
            self.key_id == key.id
        )


def make(key: VoucherKey, serial: int, discount: int | None, expires: date) -> Signed:
    """The code with this ``serial`` (30 bits). ``discount`` is in whole rupiah, None where it is to
    pay everything. ValueError where no code can hold one of these; the message says why."""
    if discount is not None and not (
        0 < discount <= MOST_DISCOUNT and discount % DISCOUNT_STEP == 0
    ):
        raise ValueError(
            f"a discount is in whole thousands, {rupiah(DISCOUNT_STEP)} to {rupiah(MOST_DISCOUNT)}"
        )
    if not FIRST_DAY <= expires <= LAST_DAY:
        raise ValueError(f"a voucher can be good up to a day from {FIRST_DAY} to {LAST_DAY}")
    if not (0 <= serial < 2**SERIAL_BITS and 0 <= key.id < 2**KEY_ID_BITS):
        raise ValueError("the serial or the key's id is too large")
    content = key.id
    content = content << SERIAL_BITS | serial
    content = content << DISCOUNT_BITS | (discount or 0) // DISCOUNT_STEP
    content = content << EXPIRES_BITS | (expires - FIRST_DAY).days
    return _signed(content << MAC_BITS | _mac(content, key))


def read(code: str) -> Signed | None:
    """What a typed ``code`` says, however it is spelled: case, spaces and dashes mean nothing, and
    O, I and L are what they look like. None where it is no such code; genuine it may not be."""
    if len(code) > LONGEST_INPUT:
        return None
    letters = [letter for letter in code.upper() if not (letter.isspace() or letter == "-")]
    if len(letters) != LETTERS or any(letter not in VALUES for letter in letters):
        return None
    bits = 0
    for letter in letters:
        bits = bits << BITS_A_LETTER | VALUES[letter]
    return _signed(bits)


def _signed(bits: int) -> Signed:
    content, mac = bits >> MAC_BITS, bits % 2**MAC_BITS
    rest, days = content >> EXPIRES_BITS, content % 2**EXPIRES_BITS
    rest, thousands = rest >> DISCOUNT_BITS, rest % 2**DISCOUNT_BITS
    voucher = Voucher(
        id=_letters(content, ID_LETTERS),
        discount=thousands * DISCOUNT_STEP or None,
        expires=FIRST_DAY + timedelta(days=days),
    )
    text = _letters(bits, LETTERS)
    groups = (text[at : at + GROUP] for at in range(0, LETTERS, GROUP))
    return Signed("-".join(groups), rest >> SERIAL_BITS, voucher, content, mac)


def _mac(content: int, key: VoucherKey) -> int:
    digest = hmac.new(key.key, content.to_bytes(8), hashlib.sha256).digest()
    return int.from_bytes(digest) >> (8 * len(digest) - MAC_BITS)


def _letters(bits: int, count: int) -> str:
    places = reversed(range(count))
    return "".join(ALPHABET[bits >> BITS_A_LETTER * place & 31] for place in places)
