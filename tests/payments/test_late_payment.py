"""A guest who paid after walking away is found out by the outbox, and never forgotten."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from kiosk.clock import RandomKeys
from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.times import iso
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import CONTACT, SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import Hands, MemoryOutbox, Row

new_id = RandomKeys().new_id


def test_it_stays_in_the_outbox_until_the_booth_has_written_it_down(
    customer_and_api: tuple[str, CloudApi], tmp_path: Path
) -> None:
    customer_id, api = customer_and_api
    payment_id = new_id()
    paid_at = _paid(api, customer_id, payment_id)
    told: list[tuple[str, str]] = []

    def write_down(*late: str) -> None:
        told.append((late[0], late[1]))
        if len(told) == 1:
            raise CloudUnreachable("the journal is not written yet")

    hands, outbox = Hands(), MemoryOutbox([Row("cancel_payment", payment_id, {})])
    engine = SyncEngine(
        outbox,
        Errands(api, Uploads(api, tmp_path, hands.now), write_down),
        clock=hands.now,
        monotonic=hands.monotonic,
        chance=lambda: 0.0,
    )
    assert engine.drain_once() == 0
    hands.turn(CONTACT.first_s)
    assert engine.drain_once() == 1
    assert told == [(payment_id, paid_at)] * 2


def test_one_that_does_not_fit_holds_up_no_other(
    customer_and_api: tuple[str, CloudApi], tmp_path: Path
) -> None:
    customer_id, api = customer_and_api
    odd, sound = new_id(), new_id()
    for payment_id in (odd, sound):
        _paid(api, customer_id, payment_id)
    told: list[str] = []

    def write_down(payment_id: str, *_: object) -> None:
        if payment_id == odd:
            raise CloudRefused(409, "another amount than was asked")
        told.append(payment_id)

    hands = Hands()
    outbox = MemoryOutbox([Row("cancel_payment", odd, {}), Row("cancel_payment", sound, {})])
    engine = SyncEngine(
        outbox,
        Errands(api, Uploads(api, tmp_path, hands.now), write_down),
        clock=hands.now,
        monotonic=hands.monotonic,
        chance=lambda: 0.0,
    )
    assert engine.drain_once() == 1
    assert (told, outbox.depth()) == ([sound], 1)


def _paid(api: CloudApi, customer_id: str, payment_id: str) -> str:
    """When the stand-in's guest paid."""
    api.create_payment(
        payment_id,
        customer_id=customer_id,
        session_id=new_id(),
        amount=35_000,
        method="qris",
        created_at=iso(datetime.now(UTC)),
        expires_in_s=180,
    )
    limit = time.monotonic() + 10.0
    while (row := api.payment(payment_id)).paid_at is None:
        assert time.monotonic() < limit
        time.sleep(0.05)
    return row.paid_at
