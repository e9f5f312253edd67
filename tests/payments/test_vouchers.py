"""Vouchers at a booth without a network, over its real store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kiosk.clock import RandomKeys
from kiosk.domain.times import iso
from kiosk.domain.vouchers import UsedVoucher, Voucher, VoucherKey, VoucherTrouble
from kiosk.payments import voucher_codes
from kiosk.payments.vouchers import PATIENCE, Vouchers, issue
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import Customer, Payment

KEY = VoucherKey(1, b"k" * 32)
JAKARTA = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LAST = date(2026, 11, 30)
WRONG = "7KQ2M-9XB4R-T1WNC-8HZ3P"


def code(serial: int = 7, discount: int | None = None, expires: date = LAST) -> str:
    return voucher_codes.make(KEY, serial, discount, expires).text


def voucher(serial: int = 7, discount: int | None = None, expires: date = LAST) -> Voucher:
    return voucher_codes.make(KEY, serial, discount, expires).voucher


@dataclass
class Booth:
    folder: Path
    mirror: Mirror
    vouchers: Vouchers

    def restart(self) -> None:
        self.mirror.close()
        self.mirror = open_mirror(self.folder, RandomKeys().new_id)
        self.vouchers = Vouchers(self.mirror.vouchers, JAKARTA)

    def pays(self, voucher: Voucher, status: str = "completed") -> str:
        payment_id = RandomKeys().new_id()
        Payment.insert(
            id=payment_id,
            customer_id="customer",
            amount=35_000,
            platform_fee=0,
            status=status,
            created_at=iso(NOW),
            method="voucher",
            voucher_id=voucher.id,
        ).execute()
        return payment_id

    def hears(self, voucher: Voucher, uses: int = 1, payment_id: str = "elsewhere") -> None:
        used = UsedVoucher(voucher.id, payment_id, iso(NOW), uses)
        self.mirror.vouchers.learn([used], "cursor")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    mirror = open_mirror(tmp_path, RandomKeys().new_id)
    stamps = dict.fromkeys(("purchase_date", "created_at", "updated_at"), iso(NOW))
    who = {"id": "customer", "name": "Sari", "email": "sari@example.com", "phone": None}
    Customer.insert(**who, license_key="PB1.key", license_type="pro", **stamps).execute()
    mirror.vouchers.keep_key(KEY)
    booth = Booth(tmp_path, mirror, Vouchers(mirror.vouchers, JAKARTA))
    with closing(mirror):
        yield booth
        booth.mirror.close()


def test_a_good_one_is_worth_what_it_says_also_after_a_restart(booth: Booth) -> None:
    assert booth.vouchers.check(code(discount=25_000), NOW) == voucher(discount=25_000)
    booth.restart()
    assert booth.vouchers.check(code(8), NOW) == voucher(8)


def test_without_a_key_nothing_is_told_of_any(tmp_path: Path) -> None:
    with closing(open_mirror(tmp_path, RandomKeys().new_id)) as mirror:
        vouchers = Vouchers(mirror.vouchers, JAKARTA)
        assert not vouchers.known()
        assert vouchers.check(code(), NOW) is VoucherTrouble.NO_KEY


@pytest.mark.parametrize("typed", ["", "hello", WRONG, code()[:-1], code() + "0"])
def test_what_cannot_be_read_or_was_made_up_is_refused(booth: Booth, typed: str) -> None:
    assert booth.vouchers.check(typed, NOW) is VoucherTrouble.UNREADABLE


def test_another_customers_is_refused(booth: Booth) -> None:
    foreign = voucher_codes.make(VoucherKey(1, b"x" * 32), 7, None, LAST)
    assert booth.vouchers.check(foreign.text, NOW) is VoucherTrouble.UNREADABLE


def test_it_is_good_to_the_end_of_its_day_where_the_booth_stands(booth: Booth) -> None:
    midnight = datetime(2026, 12, 1, tzinfo=JAKARTA).astimezone(UTC)
    last_moment = midnight - timedelta(milliseconds=1)
    assert booth.vouchers.check(code(), last_moment) == voucher()
    assert booth.vouchers.check(code(), midnight) is VoucherTrouble.EXPIRED


@pytest.mark.parametrize("status", ["pending", "processing", "completed"])
def test_one_that_pays_here_is_used(booth: Booth, status: str) -> None:
    booth.pays(voucher(), status)
    assert booth.vouchers.check(code(), NOW) is VoucherTrouble.USED
    assert booth.vouchers.check(code(8), NOW) == voucher(8)


def test_one_that_was_not_used_up_is_free_again(booth: Booth) -> None:
    booth.pays(voucher(), "failed")
    assert booth.vouchers.check(code(), NOW) == voucher()


def test_one_that_was_used_at_another_booth_is_used(booth: Booth) -> None:
    booth.hears(voucher())
    booth.restart()
    assert booth.vouchers.check(code(), NOW) is VoucherTrouble.USED


# ---- guessing -------------------------------------------------------------------------------


def guess(booth: Booth, times: int, now: datetime = NOW) -> None:
    for _ in range(times):
        assert booth.vouchers.check(WRONG, now) is VoucherTrouble.UNREADABLE


def test_after_five_wrong_ones_in_a_row_nothing_is_looked_at_for_half_a_minute(
    booth: Booth,
) -> None:
    guess(booth, 4)
    assert booth.vouchers.check(code(), NOW) == voucher()
    guess(booth, 5)
    booth.restart()
    for after in (0.0, 29.9):
        later = NOW + timedelta(seconds=after)
        assert booth.vouchers.check(code(), later) is VoucherTrouble.TOO_MANY_TRIES
    assert booth.vouchers.check(code(), NOW + timedelta(seconds=30)) == voucher()


def test_each_further_wrong_one_makes_a_longer_pause_and_tries_in_it_count_for_nothing(
    booth: Booth,
) -> None:
    guess(booth, 4)
    now = NOW
    for pause in (*PATIENCE.pauses_s, PATIENCE.pauses_s[-1]):
        guess(booth, 1, now)
        booth.vouchers.check(WRONG, now)
        just_before = now + timedelta(seconds=pause - 0.01)
        assert booth.vouchers.check(code(), just_before) is VoucherTrouble.TOO_MANY_TRIES
        now += timedelta(seconds=pause)
    assert booth.vouchers.check(code(), now) == voucher()


def test_a_clock_that_is_set_back_makes_no_pause_longer(booth: Booth) -> None:
    guess(booth, 5)
    back = NOW - timedelta(days=365)
    guess(booth, 1, back)
    assert booth.vouchers.check(code(), back) is VoucherTrouble.TOO_MANY_TRIES
    assert booth.vouchers.check(code(), back + timedelta(seconds=60)) == voucher()


def test_used_and_expired_ones_are_no_guesses_and_forgive_none(booth: Booth) -> None:
    booth.pays(voucher())
    expired = code(9, expires=date(2026, 1, 1))
    for _ in range(10):
        assert booth.vouchers.check(code(), NOW) is VoucherTrouble.USED
        assert booth.vouchers.check(expired, NOW) is VoucherTrouble.EXPIRED
    guess(booth, 4)
    assert booth.vouchers.check(code(), NOW) is VoucherTrouble.USED
    guess(booth, 1)
    assert booth.vouchers.check(code(8), NOW) is VoucherTrouble.TOO_MANY_TRIES


def test_no_code_is_in_the_log(booth: Booth) -> None:
    booth.pays(voucher())
    with capture_logs() as logs:
        for typed in (WRONG, code(), code(9, expires=date(2026, 1, 1))):
            booth.vouchers.check(typed, NOW)
    assert [log["why"] for log in logs] == ["unreadable", "used", "expired"]
    assert [log.get("voucher") for log in logs[1:]] == [
        voucher().id,
        voucher(9, expires=date(2026, 1, 1)).id,
    ]
    for typed in (WRONG, code()):
        assert typed not in str(logs)
        assert typed.replace("-", "") not in str(logs)
    assert "voucher" not in logs[0]


# ---- issuing --------------------------------------------------------------------------------


def test_new_ones_differ_and_none_was_used_before(booth: Booth) -> None:
    booth.pays(voucher(5))
    serials = iter([5, 6, 6, 7])
    made = issue(
        KEY,
        2,
        None,
        LAST,
        random_bits=lambda _: next(serials),
        is_used=booth.mirror.vouchers.is_used,
    )
    assert [signed.text for signed in made] == [code(6), code(7)]


def test_a_thousand_are_all_good(booth: Booth) -> None:
    bits = random.Random(1).getrandbits  # noqa: S311 - the same each time
    is_used = booth.mirror.vouchers.is_used
    made = issue(KEY, 1000, 25_000, LAST, random_bits=bits, is_used=is_used)
    assert len({signed.text for signed in made}) == 1000
    assert all(booth.vouchers.check(s.text, NOW) == s.voucher for s in made[:50])


# ---- used twice -----------------------------------------------------------------------------


def test_used_at_two_booths_is_told_first(booth: Booth) -> None:
    here = booth.pays(voucher(1))
    booth.pays(voucher(2))
    booth.hears(voucher(1), payment_id="elsewhere")
    booth.hears(voucher(3), uses=2, payment_id="there")
    booth.pays(voucher(4), "failed")
    used = booth.mirror.vouchers.used()
    assert {use.voucher_id for use in used[:2]} == {voucher(1).id, voucher(3).id}
    assert {use.voucher_id for use in used} == {voucher(n).id for n in (1, 2, 3)}
    by_id = {use.voucher_id: use for use in booth.mirror.vouchers.used_twice()}
    assert set(by_id) == {voucher(1).id, voucher(3).id}
    assert by_id[voucher(1).id].payment_ids == ("elsewhere", here)
    assert by_id[voucher(1).id].uses == 2


def test_the_cloud_telling_of_this_booths_own_payment_is_no_second_use(booth: Booth) -> None:
    booth.hears(voucher(), payment_id=booth.pays(voucher()))
    assert booth.mirror.vouchers.used_twice() == ()


def test_a_page_learned_again_changes_nothing_and_nothing_is_unlearned(booth: Booth) -> None:
    book = booth.mirror.vouchers
    first = UsedVoucher(voucher().id, "one", iso(NOW), 1)
    second = UsedVoucher(voucher().id, "two", iso(NOW - timedelta(days=9)), 2)
    book.learn([first, second], "two")
    told = book.used()
    book.learn([second, first], "one")
    book.learn([], None)
    assert book.used() == told
    assert (told[0].uses, told[0].used_at) == (2, second.used_at)
    assert book.cursor() == "one"


def test_a_page_that_cannot_be_kept_whole_is_not_kept(booth: Booth) -> None:
    book = booth.mirror.vouchers

    def torn() -> Iterator[UsedVoucher]:
        yield UsedVoucher(voucher().id, "one", iso(NOW), 1)
        raise OSError("disk I/O error")

    with pytest.raises(OSError, match="disk"):
        book.learn(torn(), "one")
    assert book.used() == ()
    assert book.cursor() is None
