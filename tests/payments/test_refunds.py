"""A QRIS payment is given back at the real Worker, whose Xendit is the stand-in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx
import pytest

from kiosk.clock import RandomKeys
from kiosk.domain.errors import CloudUnreachable
from kiosk.domain.times import iso
from kiosk.payments.refunds import QrisRefunds
from kiosk.sync.api import CloudApi
from tests.sync.local_cloud import LocalCloud

WITHIN_S = 10.0
new_id = RandomKeys().new_id


@pytest.fixture
def faults(paying_cloud: LocalCloud) -> Iterator[Callable[[str], None]]:
    """Makes the stand-in fail in one way, once."""
    url = f"{paying_cloud.ready.xendit_stand_in}/faults"

    def fail(fault: str) -> None:
        httpx.put(url, json={"faults": [{"fault": fault, "times": 1}]}).raise_for_status()

    yield fail
    httpx.delete(url).raise_for_status()


def made(customer_id: str, api: CloudApi, method: str = "qris") -> str:
    payment_id = new_id()
    api.create_payment(
        payment_id,
        customer_id=customer_id,
        session_id=new_id(),
        amount=35_000,
        method=method,
        created_at=iso(datetime.now(UTC)),
        expires_in_s=180,
    )
    return payment_id


def paid(customer_id: str, api: CloudApi) -> str:
    payment_id = made(customer_id, api)
    limit = time.monotonic() + WITHIN_S
    while api.payment(payment_id).status != "completed":
        assert time.monotonic() < limit
        time.sleep(0.05)
    return payment_id


def answered(desk: QrisRefunds, payment_id: str) -> bool:
    """What comes of asking until it is known."""
    limit = time.monotonic() + WITHIN_S
    while (answer := desk.refund(payment_id)) is None:
        assert time.monotonic() < limit
        time.sleep(0.05)
    return answer


def test_what_was_paid_is_given_back_once_however_often_it_is_asked(
    customer_and_api: tuple[str, CloudApi],
) -> None:
    customer_id, api = customer_and_api
    desk, payment_id = QrisRefunds(api), paid(customer_id, api)
    assert api.payment(payment_id).refund_status is None
    assert answered(desk, payment_id) is True
    refunded = api.payment(payment_id)
    assert refunded.refund_status == "succeeded"
    assert desk.refund(payment_id) is True
    assert api.payment(payment_id) == refunded


@pytest.mark.parametrize("fault", ["refund_fails", "refund_refused"])
def test_what_xendit_does_not_give_back_is_left_to_staff(
    customer_and_api: tuple[str, CloudApi], faults: Callable[[str], None], fault: str
) -> None:
    customer_id, api = customer_and_api
    payment_id = paid(customer_id, api)
    faults(fault)
    assert answered(QrisRefunds(api), payment_id) is False
    assert api.payment(payment_id).status == "completed"


def test_what_was_not_paid_by_qris_or_is_not_known_is_not_given_back(
    customer_and_api: tuple[str, CloudApi],
) -> None:
    customer_id, api = customer_and_api
    desk = QrisRefunds(api)
    assert desk.refund(new_id()) is False
    assert desk.refund(made(customer_id, api, "cash")) is False


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(503),
        httpx.Response(404, text="a portal's page"),
        httpx.Response(401, json={}, headers={"content-type": "application/problem+json"}),
        httpx.Response(200, json={"refund_status": "maybe"}),
    ],
)
def test_what_nobody_answers_stays_unknown(answer: httpx.Response) -> None:
    wire = httpx.MockTransport(lambda _: answer)
    with contextlib.closing(CloudApi("http://cloud", "token", transport=wire)) as api:
        for _ in range(2):
            with pytest.raises(CloudUnreachable):
                QrisRefunds(api).refund(new_id())
