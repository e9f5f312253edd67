"""Staff's list: everything that is owed, nothing that is not, and who waits for cash."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain import session as s
from kiosk.domain.claims import CashDue, Claim
from kiosk.store.mirror import Mirror
from tests.store.money import (
    CASH,
    CHANGE,
    NO_CAMERA,
    PRINTED,
    REFUNDED,
    SARI,
    bill,
    go,
    paid,
    qris,
    voucher,
)
from tests.store.sample import NOW, WHO, printer


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_the_longest_waiting_comes_first_with_all_that_staff_need(mirror: Mirror) -> None:
    lost = s.GaveUp(s.OwedReason.PRINT, job_may_print=True)
    go(mirror, "two", CASH, bill("b", 50_000), at=later(2))
    go(mirror, "one", qris("q"), paid("q"), *PRINTED[:4], lost, at=later(1))
    go(mirror, "fine", CASH, bill("c", 35_000), at=NOW)
    printed, change = mirror.claims.open()
    assert printed == Claim(
        session_id="one",
        claim_code="CLAIM-one",
        since="2026-05-01T12:01:00.000Z",
        package_name="Classic",
        reason=s.OwedReason.PRINT,
        amount=35_000,
        picture="prints/photo.jpg",
        copies=2,
        refundable=False,
        refunding=False,
        refund_failed=False,
        waits_for_printer=True,
    )
    assert (change.session_id, change.reason, change.amount) == ("two", None, 15_000)
    go(mirror, "one", s.PrintWithdrawn(), at=later(9))
    withdrawn = replace(printed, waits_for_printer=False, refundable=True)
    assert mirror.claims.open()[0] == withdrawn


def test_what_is_settled_or_given_back_leaves_the_list(mirror: Mirror) -> None:
    go(mirror, "one", CASH, bill("b", 50_000), NO_CAMERA)
    assert [claim.amount for claim in mirror.claims.open()] == [50_000]
    go(mirror, "one", CHANGE)
    assert [claim.amount for claim in mirror.claims.open()] == [35_000]
    go(mirror, "one", REFUNDED)
    assert mirror.claims.open() == ()


def test_change_of_a_session_that_was_delivered_stays_until_it_is_given_back(
    mirror: Mirror,
) -> None:
    mirror.printers.add(printer("back", "Back"), WHO, NOW)
    go(mirror, "one", CASH, bill("b", 50_000), *PRINTED)
    [claim] = mirror.claims.open()
    assert (claim.reason, claim.amount, claim.refundable) == (None, 15_000, False)


def test_a_guest_is_found_by_the_code_as_they_say_it(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"), paid("q"), NO_CAMERA)
    found = mirror.claims.find(" claim-ONE ")
    assert found is not None
    assert found.session_id == "one"
    assert mirror.claims.find("CLAIM-two") is None


def test_the_list_says_how_a_refund_goes(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"), paid("q"), NO_CAMERA)
    assert mirror.claims.open()[0].refundable
    go(mirror, "one", s.RefundAsked(SARI))
    [asked] = mirror.claims.open()
    assert (asked.refunding, asked.refundable, asked.refund_failed) == (True, False, False)
    go(mirror, "one", s.RefundRefused())
    [refused] = mirror.claims.open()
    assert (refused.refunding, refused.refund_failed) == (False, True)


def test_who_waits_for_cash_owes_what_a_voucher_left(mirror: Mirror) -> None:
    go(mirror, "one", qris("q"))
    assert mirror.claims.cash_due() is None
    go(mirror, "two", *voucher("v", "VOUCHER", 10_000), CASH)
    assert mirror.claims.cash_due() == CashDue("two", 25_000, "Classic")
    go(mirror, "two", bill("b", 20_000))
    assert mirror.claims.cash_due() == CashDue("two", 5_000, "Classic")
    go(mirror, "two", bill("c", 5_000))
    assert mirror.claims.cash_due() is None
