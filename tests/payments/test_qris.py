"""A guest pays by QRIS at the real Worker, whose Xendit is the stand-in."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from kiosk.clock import RandomKeys
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.order import Order, Package, PaymentMethod
from kiosk.domain.payments import Ended, Offer, Paid, Unpaid
from kiosk.domain.printing import Sheet
from kiosk.domain.times import iso, moment
from kiosk.payments.qris import QrisDesk
from kiosk.sync.api import CloudApi
from kiosk.sync.wire import Payment

LIFETIME_S = 180
STRIP = Package("strip", "Strip", "strip-2x6", Sheet.TWO_BY_SIX_PAIR, 3, 1, 35_000)
PROBLEM = {"content-type": "application/problem+json"}
new_id = RandomKeys().new_id


@pytest.fixture
def api(customer_and_api: tuple[str, CloudApi]) -> CloudApi:
    return customer_and_api[1]


@pytest.fixture
def desk(customer_and_api: tuple[str, CloudApi]) -> QrisDesk:
    customer_id, api = customer_and_api
    return QrisDesk(api, customer_id, _made_at, LIFETIME_S)


def _now() -> datetime:
    return datetime.now(UTC)


def _made_at(payment_id: str) -> str:
    del payment_id
    return iso(_now())


def order(amount: int = 35_000) -> Order:
    return Order(
        package=STRIP,
        method=PaymentMethod.QRIS,
        amount=amount,
        payment_id=new_id(),
        photo_id=new_id(),
        print_job_id=new_id(),
        code=RandomKeys().download_code(),
    )


def payment_of(order: Order) -> str:
    assert order.payment_id is not None
    return order.payment_id


def paid(desk: QrisDesk, payment_id: str, *, verify: bool = False) -> Paid:
    limit = time.monotonic() + 10.0
    while time.monotonic() < limit:
        answer = desk.look(payment_id, verify=verify)
        if isinstance(answer, Paid):
            return answer
        assert answer == Unpaid()
        time.sleep(0.05)
    raise AssertionError("never paid")


def test_a_code_is_offered_and_once_it_is_paid_the_booth_hears_when(desk: QrisDesk) -> None:
    bought = order()
    asked_at = _now()
    offer = desk.request(bought, new_id())
    assert isinstance(offer, Offer)
    assert offer.qr_string
    lifetime = moment(offer.expires_at) - asked_at
    assert timedelta(seconds=LIFETIME_S - 1) < lifetime < timedelta(seconds=LIFETIME_S + 10)
    assert 0 <= offer.platform_fee < bought.amount
    assert desk.look(payment_of(bought), verify=False) == Unpaid()
    answer = paid(desk, payment_of(bought))
    assert asked_at <= moment(answer.paid_at) + timedelta(seconds=1)
    assert desk.look(payment_of(bought), verify=True) == answer


def test_asking_twice_gives_the_same_code(desk: QrisDesk) -> None:
    bought, session_id = order(), new_id()
    assert desk.request(bought, session_id) == desk.request(bought, session_id)


def test_asking_again_after_it_was_paid_tells_so(desk: QrisDesk) -> None:
    bought, session_id = order(), new_id()
    desk.request(bought, session_id)
    answer = paid(desk, payment_of(bought))
    assert desk.request(bought, session_id) == answer


def test_a_closed_payment_stays_closed(desk: QrisDesk) -> None:
    bought, session_id = order(), new_id()
    desk.request(bought, session_id)
    assert desk.close(payment_of(bought)) == Ended()
    assert desk.close(payment_of(bought)) == Ended()
    assert desk.look(payment_of(bought), verify=True) == Ended()
    assert desk.request(bought, session_id) == Ended()


def test_closing_comes_too_late_where_the_guest_has_paid(desk: QrisDesk) -> None:
    bought = order()
    desk.request(bought, new_id())
    answer = paid(desk, payment_of(bought))
    assert desk.close(payment_of(bought)) == answer


def test_what_the_cloud_will_not_sell_is_ended(desk: QrisDesk) -> None:
    assert desk.request(order(amount=999_999_999), new_id()) == Ended()


def test_one_key_for_two_amounts_is_ended(desk: QrisDesk) -> None:
    bought = order()
    desk.request(bought, new_id())
    assert desk.request(replace(bought, amount=1_000), new_id()) == Ended()


def test_a_payment_that_was_never_made_is_ended(desk: QrisDesk) -> None:
    assert desk.look(new_id(), verify=True) == Ended()
    assert desk.close(new_id()) == Ended()


def test_a_free_order_has_nothing_to_ask_for(desk: QrisDesk) -> None:
    free = replace(order(), method=PaymentMethod.FREE, payment_id=None)
    with pytest.raises(ValueError, match="nothing is to be paid"):
        desk.request(free, new_id())


@pytest.mark.parametrize(("status", "headers"), [(401, PROBLEM), (403, PROBLEM), (502, PROBLEM)])
def test_an_answer_that_tells_nothing_of_the_payment_leaves_it_unknown(
    status: int, headers: dict[str, str]
) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, json={}, headers=headers))
    desk = QrisDesk(CloudApi("http://cloud.invalid", "t", transport), "c", _made_at, LIFETIME_S)
    with pytest.raises(CloudUnreachable):
        desk.look(new_id(), verify=False)
    with pytest.raises(CloudUnreachable):
        desk.close(new_id())


def test_without_a_cloud_nothing_is_known() -> None:
    desk = QrisDesk(CloudApi("http://127.0.0.1:1", "t"), "c", _made_at, LIFETIME_S)
    with pytest.raises(CloudUnreachable):
        desk.request(order(), new_id())
    with pytest.raises(CloudUnreachable):
        desk.look(new_id(), verify=False)
    with pytest.raises(CloudUnreachable):
        desk.close(new_id())


@dataclass
class Garbling:
    """A cloud whose answers are about something else."""

    row: Payment

    def create_payment(self, payment_id: str, **_: object) -> Payment:
        return self.row

    def payment(self, payment_id: str, *, verify: bool) -> Payment:
        return self.row

    def cancel_payment(self, payment_id: str) -> Payment:
        return self.row


def row(payment_id: str, amount: int) -> Payment:
    return Payment(
        id=payment_id,
        customer_id="c",
        xendit_payment_id="pr-1",
        amount=amount,
        platform_fee=0,
        status="completed",
        method="qris",
        qr_string="QR",
        expires_at="2026-05-01T12:00:00.000Z",
        paid_at="2026-05-01T12:00:00.000Z",
        created_at="2026-05-01T12:00:00.000Z",
    )


def test_an_answer_about_another_payment_is_believed_nowhere() -> None:
    bought = order()
    desk = QrisDesk(Garbling(row(new_id(), bought.amount)), "c", _made_at, LIFETIME_S)
    for ask in (
        lambda: desk.request(bought, new_id()),
        lambda: desk.look(payment_of(bought), verify=True),
        lambda: desk.close(payment_of(bought)),
    ):
        with pytest.raises(CloudUnreachable, match="another payment"):
            ask()


@pytest.mark.parametrize("amount", [1, 34_999, 350_000])
def test_a_code_over_another_amount_is_never_shown(amount: int) -> None:
    bought = order()
    desk = QrisDesk(Garbling(row(payment_of(bought), amount)), "c", _made_at, LIFETIME_S)
    with pytest.raises(CloudUnreachable, match="another amount"):
        desk.request(bought, new_id())
