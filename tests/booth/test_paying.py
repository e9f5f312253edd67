"""The effects of paying: the second look, answers that are not believed, "I have paid", refunds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.booth.cash import Cash
from kiosk.booth.pace import Pace
from kiosk.booth.paying import Paying
from kiosk.booth.refunding import Refunding
from kiosk.booth.second_look import SecondLook
from kiosk.booth.view import Check, Notice, Problem
from kiosk.domain import session as s
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.order import Package
from kiosk.domain.payments import Offer, Paid, Unpaid

from .conftest import HandClock
from .test_effects import ORDER, Desk, Heard, in_turn

OFFER = Offer("QR", "2026-05-01T12:03:00.000Z", "pr-1", 245)
WRONG = Paid("2026-05-01T12:00:00.000Z", 34_999)
RIGHT = Paid("2026-05-01T12:00:00.000Z", 35_000)
COMPLETED = s.PaymentCompleted(RIGHT.paid_at, "payment", 35_000)
JAM = Problem(Check.PRINTER, "paper jam", "open it")
PACE = Pace(payment_poll=1.0, look_again=0.5, second_look=3.0)
WATCH = s.WatchPayment(ORDER, OFFER.expires_at)


def well(clock: HandClock) -> SecondLook:
    return SecondLook(lambda _: (), clock, PACE)


def paying(clock: HandClock, **answers: Callable[..., object]) -> Paying:
    return Paying(Desk(**answers), clock, PACE, well(clock))


def test_no_code_is_asked_for_where_the_sale_cannot_be_kept() -> None:
    heard, clock, asked = Heard(), HandClock(), []

    def against(package: Package) -> tuple[Problem, ...]:
        asked.append(package)
        return (JAM,)

    look = SecondLook(against, clock, PACE)
    desk = Paying(Desk(request=in_turn(AssertionError("asked"))), clock, PACE, look)
    desk.request(heard.run(clock=clock), s.RequestPayment(ORDER))
    assert heard.events == [s.CancelAsked(s.CancelReason.OUT_OF_SERVICE)]
    assert set(asked) == {ORDER.package}
    assert 3.0 <= clock.ns / 1e9 < 4.0


def test_a_fault_that_passes_in_a_moment_costs_no_sale() -> None:
    heard, clock = Heard(), HandClock()
    look = SecondLook(in_turn((JAM,), (JAM,), ()), clock, PACE)
    desk = Paying(Desk(request=in_turn(OFFER)), clock, PACE, look)
    desk.request(heard.run(clock=clock), s.RequestPayment(ORDER))
    assert [type(event) for event in heard.events] == [s.PaymentOffered]
    assert heard.notices == [Notice.ONE_MOMENT, Notice.ONE_MOMENT, None]


def test_no_cash_is_taken_where_the_sale_cannot_be_kept() -> None:
    heard, clock = Heard(), HandClock()
    cash = Cash(SecondLook(lambda _: (JAM,), clock, PACE))
    cash.accept(heard.run(clock=clock), s.AcceptCash(ORDER))
    assert heard.events == [s.CancelAsked(s.CancelReason.OUT_OF_SERVICE)]


@pytest.mark.parametrize("amount", [34_999, 35_001, 1, 350_000])
def test_a_payment_over_another_amount_is_believed_nowhere(amount: int) -> None:
    wrong = replace(WRONG, amount=amount)
    for call, effect in (
        ("look", WATCH),
        ("close", s.ClosePayment(ORDER)),
        ("request", s.RequestPayment(ORDER)),
    ):
        heard, clock = Heard(), HandClock()
        desk = paying(clock, **{call: in_turn(wrong, wrong, RIGHT)})
        perform = {"look": desk.watch, "close": desk.close, "request": desk.request}[call]
        perform(heard.run(clock=clock), effect)
        assert heard.events == [COMPLETED], call


def test_the_amount_that_counts_is_what_this_payment_was_asked_for() -> None:
    heard, clock = Heard(), HandClock()
    rest = replace(ORDER, asked=25_000)
    desk = paying(clock, look=in_turn(RIGHT, replace(RIGHT, amount=25_000)))
    desk.watch(heard.run(clock=clock), replace(WATCH, order=rest))
    assert heard.events == [replace(COMPLETED, amount=25_000)]


def test_i_have_paid_has_xendit_asked_at_once_but_not_again_and_again() -> None:
    heard, clock = Heard(), HandClock()
    run = heard.run(clock=clock)
    asked: list[tuple[float, bool]] = []

    def look(_: str, *, verify: bool) -> Unpaid | Paid:
        asked.append((clock.ns / 1e9, verify))
        if len(asked) == 8:
            return RIGHT
        run.nudged.set()  # the guest taps all the time
        if len(asked) > 2:
            clock.pass_(0.5)
        return Unpaid()

    Paying(Desk(look=look), clock, PACE, well(clock)).watch(run, WATCH)
    assert asked[1] == (0.0, True)
    verified = [at for at, verify in asked if verify]
    assert all(later - before >= 2.0 for before, later in pairwise(verified))
    assert Notice.STILL_CHECKING in heard.notices
    assert heard.events == [COMPLETED]


def test_i_have_paid_is_not_forgotten_while_the_cloud_is_away() -> None:
    heard, clock = Heard(), HandClock()
    run = heard.run(clock=clock)
    run.nudged.set()
    verified: list[bool] = []
    away = CloudUnreachable("no")
    answers = [Unpaid(), away, away, Unpaid(), Unpaid(), Unpaid(), Unpaid(), RIGHT]

    def look(_: str, *, verify: bool) -> object:
        verified.append(verify)
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    Paying(Desk(look=look), clock, PACE, well(clock)).watch(run, WATCH)
    assert verified == [False, True, True, True, False, False, False, False]


def test_what_is_said_about_a_payment_names_it() -> None:
    heard, clock = Heard(), HandClock()
    paying(clock, request=in_turn(OFFER)).request(heard.run(clock=clock), s.RequestPayment(ORDER))
    assert [message.about for message in heard.happened] == ["payment"]


def test_a_refund_is_asked_for_until_it_is_known_what_became_of_it() -> None:
    heard, clock = Heard(), HandClock()
    away = CloudUnreachable("no")
    desk = Desk(refund=in_turn(*[away, away, away, None, None, True]))
    Refunding(desk, Pace()).refund(heard.run(clock=clock), s.RefundPayment("payment"))
    assert heard.events == [s.RefundDone()]
    assert clock.ns / 1e9 == 5 + 10 + 20 + 5 + 5


def test_a_refund_that_is_refused_is_left_to_staff() -> None:
    heard = Heard()
    desk = Desk(refund=in_turn(*[False]))
    Refunding(desk, Pace()).refund(heard.run(), s.RefundPayment("payment"))
    assert heard.events == [s.RefundRefused()]
