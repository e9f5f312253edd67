"""A voucher's code: only its customer's booths can make one, and a typo makes none."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date, timedelta

import pytest
from hypothesis import example, given, strategies as st

from kiosk.domain.vouchers import Voucher, VoucherKey
from kiosk.payments.voucher_codes import (
    ALPHABET,
    DISCOUNT_STEP,
    FIRST_DAY,
    LAST_DAY,
    MOST_DISCOUNT,
    SERIAL_BITS,
    Signed,
    make,
    read,
)

keys = st.builds(VoucherKey, st.integers(0, 7), st.binary(min_size=32, max_size=32))
serials = st.integers(0, 2**SERIAL_BITS - 1)
discounts = st.none() | st.integers(1, MOST_DISCOUNT // DISCOUNT_STEP).map(
    lambda thousands: thousands * DISCOUNT_STEP
)
days = st.dates(FIRST_DAY, LAST_DAY)
codes = st.builds(make, keys, serials, discounts, days)

KEY = VoucherKey(1, bytes(range(32)))


def genuine(code: str, key: VoucherKey) -> Voucher | None:
    signed = read(code)
    return signed.voucher if signed is not None and signed.is_genuine(key) else None


@given(keys, serials, discounts, days)
@example(KEY, 0, None, FIRST_DAY)
@example(KEY, 2**SERIAL_BITS - 1, MOST_DISCOUNT, LAST_DAY)
def test_what_was_written_is_read(
    key: VoucherKey, serial: int, discount: int | None, expires: date
) -> None:
    made = make(key, serial, discount, expires)
    voucher = genuine(made.text, key)
    assert voucher is not None
    assert (voucher.discount, voucher.expires) == (discount, expires)
    assert read(made.text) == made


@given(st.lists(st.tuples(serials, discounts, days), min_size=2, max_size=5, unique=True))
def test_different_vouchers_have_different_ids(
    contents: list[tuple[int, int | None, date]],
) -> None:
    ids = {make(KEY, *content).voucher.id for content in contents}
    assert len(ids) == len(contents)
    assert {len(voucher_id) for voucher_id in ids} == {12}


@given(serials, discounts, days)
def test_every_single_changed_letter_is_refused(
    serial: int, discount: int | None, expires: date
) -> None:
    text = make(KEY, serial, discount, expires).text.replace("-", "")
    for place, was in enumerate(text):
        for letter in ALPHABET.replace(was, ""):
            assert genuine(text[:place] + letter + text[place + 1 :], KEY) is None


@given(keys, codes)
def test_another_customers_voucher_is_refused(key: VoucherKey, made: Signed) -> None:
    foreign = VoucherKey(made.key_id, hashlib.sha256(key.key).digest())
    assert genuine(made.text, foreign) is None


@given(serials)
def test_a_key_goes_by_its_id_too(serial: int) -> None:
    made = make(VoucherKey(2, KEY.key), serial, None, LAST_DAY)
    assert genuine(made.text, KEY) is None


@given(codes, st.data())
def test_spelling_is_forgiven(made: Signed, data: st.DataObject) -> None:
    alike = {"0": "0Oo", "1": "1IiLl"}
    letters = [
        data.draw(st.sampled_from(alike.get(letter, letter + letter.lower())))
        + data.draw(st.sampled_from(["", "", "", "-", " ", " - "]))
        for letter in made.text.replace("-", "")
    ]
    assert read("".join(letters)) == made


@given(st.text(max_size=30))
@example("")
@example("U" * 20)
@example("7KQ2M-9XB4R-T1WNC-8HZ3")
@example("7KQ2M-9XB4R-T1WNC-8HZ3P0")
@example("７KQ2M-9XB4R-T1WNC-8HZ3P")
@example("0" * 1000)
def test_anything_else_is_no_voucher(text: str) -> None:
    assert genuine(text, KEY) is None


@pytest.mark.parametrize("discount", [0, -1000, 500, 1500, MOST_DISCOUNT + DISCOUNT_STEP])
def test_a_discount_that_no_code_can_hold_is_refused(discount: int) -> None:
    with pytest.raises(ValueError, match=r"thousands, Rp 1\.000 to Rp 4\.095\.000"):
        make(KEY, 1, discount, LAST_DAY)


@pytest.mark.parametrize("day", [FIRST_DAY - timedelta(1), LAST_DAY + timedelta(1)])
def test_a_day_that_no_code_can_hold_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match="from 2026-01-01 to 2037-03-19"):
        make(KEY, 1, None, day)


def test_the_bits_are_where_the_format_has_them() -> None:
    """Written out once by hand: codes on paper outlive this program."""
    content = 1 << 54 | 0x2AAAAAAA << 24 | 25 << 12 | 100
    digest = hmac.digest(KEY.key, content.to_bytes(8, "big"), "sha256")
    mac = int.from_bytes(digest[:6], "big") >> 5
    bits = f"{content:057b}{mac:043b}"
    text = "".join(ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 100, 5))
    made = make(KEY, 0x2AAAAAAA, 25_000, date(2026, 4, 11))
    assert made.text == "-".join(text[at : at + 5] for at in range(0, 20, 5))
    padded = f"{content:060b}"
    assert made.voucher.id == "".join(
        ALPHABET[int(padded[at : at + 5], 2)] for at in range(0, 60, 5)
    )
