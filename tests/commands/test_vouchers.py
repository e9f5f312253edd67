"""``kiosk vouchers``: codes are money, so it is known who made them and nobody else reads them."""

from __future__ import annotations

import csv
import stat
from datetime import date
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.domain.vouchers import UsedVoucher, VoucherKey
from kiosk.payments import voucher_codes
from kiosk.payments.vouchers import Vouchers
from kiosk.store.models import AuditEntry
from tests.commands.desk import Desk

KEY = VoucherKey(1, b"k" * 32)
LAST = "2037-03-19"
ISSUE = ("vouchers", "issue", "--expires", LAST, "--by", "Sari", "--count")


@pytest.fixture
def knowing(desk: Desk) -> Desk:
    """The cloud has told it the key."""
    with desk.mirror() as mirror:
        mirror.vouchers.keep_key(KEY)
    return desk


def issued(desk: Desk) -> list[tuple[str, str]]:
    with desk.mirror():
        return [(row.who, row.data) for row in AuditEntry.select() if "issued" in row.what]


def test_what_it_issues_the_booth_takes(knowing: Desk) -> None:
    codes = knowing.done(*ISSUE, "3", "--discount", "25000").split()
    assert len(set(codes)) == 3
    signed = [voucher_codes.read(code) for code in codes]
    [(who, data)] = issued(knowing)
    assert who == "Sari"
    with knowing.mirror() as mirror:
        vouchers = Vouchers(mirror.vouchers)
        for code, read in zip(codes, signed, strict=True):
            assert read is not None
            assert vouchers.check(code, SystemClock().now()) == read.voucher
            assert read.voucher.discount == 25_000
            assert read.voucher.id in data
            assert code not in data


def test_a_file_is_for_its_owner_alone_and_never_overwritten(knowing: Desk, tmp_path: Path) -> None:
    file = tmp_path / "vouchers.csv"
    said = knowing.told(*ISSUE, "2", "--file", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with file.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["code"] for row in rows] == [row["code"] for row in said["vouchers"]]
    assert {(row["discount"], row["expires"]) for row in rows} == {("", LAST)}
    before = file.read_bytes()
    assert "nothing was issued" in knowing.refused(*ISSUE, "2", "--file", str(file))
    assert file.read_bytes() == before
    assert len(issued(knowing)) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--discount", "500"), "a discount is in whole thousands, Rp 1.000 to Rp 4.095.000"),
        (("--discount", "0"), "a discount is in whole thousands, Rp 1.000 to Rp 4.095.000"),
        (("--discount", "5000000"), "a discount is in whole thousands, Rp 1.000 to Rp 4.095.000"),
        (("--expires", "2026-01-01"), "2026-01-01 is over: nobody could use them"),
        (("--expires", "2040-01-01"), "a voucher can be good up to a day from 2026-01-01 to"),
        (("--by", " "), "who issues vouchers needs a name: --by NAME"),
    ],
)
def test_what_cannot_be_issued_is_refused_in_one_line(
    knowing: Desk, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    file = tmp_path / "vouchers.csv"
    assert why in knowing.refused(*ISSUE, "2", "--file", str(file), *words)
    assert not file.exists()
    assert issued(knowing) == []


@pytest.mark.parametrize(
    "words",
    [
        ("0",),
        ("-1",),
        ("1001",),
        ("1", "--expires", "tomorrow"),
        ("1", "--discount", "-1000"),
        ("1", "--discount", "25.5"),
    ],
)
def test_wrong_use_is_wrong_use(knowing: Desk, words: tuple[str, ...]) -> None:
    assert knowing.say(*ISSUE, *words).code == 2
    assert issued(knowing) == []


def test_without_a_name_nothing_is_issued(knowing: Desk) -> None:
    assert knowing.say("vouchers", "issue", "--count", "1", "--expires", LAST).code == 2


def test_without_a_key_it_says_what_to_do(desk: Desk) -> None:
    why = "the cloud has not told this booth its voucher key: kiosk sync --once"
    assert desk.refused(*ISSUE, "1") == why
    assert desk.refused("vouchers", "check", "7KQ2M-9XB4R-T1WNC-8HZ3P") == why


def test_a_code_is_told_before_it_is_used_and_after(knowing: Desk) -> None:
    signed = voucher_codes.make(KEY, 7, 25_000, date(2037, 3, 19))
    told = f"{signed.voucher.id}, Rp 25.000 off, good up to {LAST}"
    assert knowing.done("vouchers", "check", signed.text.lower()) == f"{told}: good\n"
    used = UsedVoucher(signed.voucher.id, "payment", "2026-05-01T12:00:00.000Z", 2)
    with knowing.mirror() as mirror:
        mirror.vouchers.learn([used], None)
    said = knowing.say("vouchers", "check", signed.text)
    assert (said.code, said.out) == (1, f"{told}: used\n")
    assert knowing.told("vouchers", "list")["used"] == [
        {
            "voucher_id": signed.voucher.id,
            "used_at": "2026-05-01T12:00:00.000Z",
            "payment_ids": ["payment"],
            "uses": 2,
        }
    ]


def test_a_made_up_code_is_refused(knowing: Desk) -> None:
    for code in ("hello", "7KQ2M-9XB4R-T1WNC-8HZ3P"):
        assert "no voucher of this licence" in knowing.refused("vouchers", "check", code)
    assert knowing.done("vouchers", "list") == "No voucher was used.\n"
