"""Ten thousand events of a booth's own store, told three times; every third answer is lost."""

from __future__ import annotations

import contextlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from peewee import Model

from kiosk.domain.errors import CloudUnreachable
from kiosk.store.models import Payment, Photo, PriceRow, Printer
from kiosk.store.outbox import Entry, photo_body
from kiosk.sync.api import CloudApi
from tests.cloud.cloud_rows import Rows, read_rows
from tests.cloud.losing_answers import LosingAnswers
from tests.cloud.storm_booth import StormBooth
from tests.sync.local_cloud import LocalCloud, activate, running

EVENTS = 10_000
ROUNDS = 3
BATCH = 100
CONNECTIONS = 4
SEED = 2026

SESSIONS = 300
PAID = 40
SALES = 3_000
PRICES = 100

PAID_WITHIN_S = 10.0
"""From the guest's payment to the webhook's effect, on a busy machine."""

Seen = dict[str, list[tuple[int, int]]]
"""Of each payment its status's rank and its version, in the order in which they were seen."""

RANK = {"pending": 0, "processing": 1, "failed": 2, "completed": 3}

PHOTO = ("id", "customer_id", "r2_key", "print_status", "printer_id", "created_at", "session_id")
PHOTO += ("payment_id", "code", "uploaded_at", "version")
PRINTER = ("id", "customer_id", "name", "type", "connection_type", "is_default", "created_at")
PRINTER += ("version",)
PRICE = ("id", "customer_id", "package", "event", "price", "extra_copy", "valid_from", "valid_to")
PRICE += ("withdrawn", "created_at", "version")
PAYMENT = ("id", "customer_id", "amount", "status", "paid_at", "created_at", "method", "session_id")
QRIS = (*PAYMENT, "xendit_payment_id", "platform_fee", "qr_string", "expires_at")


@pytest.mark.timeout(240)
def test_the_cloud_has_the_booths_rows_exactly(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - a storm, not a secret
    data = tmp_path / "cloud"
    with running(data) as cloud:
        booth = StormBooth(tmp_path / "booth", activate(cloud), chance)
        transport = LosingAnswers()
        with (
            contextlib.closing(CloudApi(cloud.url, booth.who.token, transport)) as api,
            contextlib.closing(CloudApi(cloud.url, booth.who.token)) as calm,
        ):
            paid = _offline_for_long(booth, calm)
            events = booth.events()
            assert len(events) >= EVENTS
            with _payments_move(cloud, booth.who.token, list(paid)) as seen:
                first = _tell(api, chance, events)
                later = [_tell(api, chance, events) for _ in range(ROUNDS - 1)]
            for payment_id, session_id in paid.items():
                booth.hear(session_id, calm.payment(payment_id))

    assert set(first) <= {"applied", "duplicate"}
    assert all(set(told) == {"duplicate"} for told in later)
    assert transport.lost >= ROUNDS * len(events) / BATCH / 3
    assert len(seen) == PAID
    for steps in seen.values():
        assert steps == sorted(steps)
        assert [rank for rank, _ in (steps[0], steps[-1])] == [RANK["pending"], RANK["completed"]]

    applied = read_rows(data, "applied_events", ("id", "kind"))
    assert applied == {e.id: {"id": e.id, "kind": e.kind} for e in events}
    assert read_rows(data, "photos", PHOTO) == _rows(Photo, PHOTO)
    assert _shots(data) == {row.id: photo_body(row)["shots"] for row in Photo.select()}
    assert read_rows(data, "printers", PRINTER) == _rows(Printer, PRINTER)
    assert read_rows(data, "prices", PRICE) == _rows(PriceRow, PRICE)
    assert read_rows(data, "payments", PAYMENT) == _rows(Payment, PAYMENT)
    vouchers = {row.id: row.voucher_id for row in Payment.select()}
    told = read_rows(data, "payments", ("id", "voucher"))
    assert {i: row["voucher"] for i, row in told.items()} == vouchers
    stored = read_rows(data, "payments", QRIS)
    booths = _rows(Payment, QRIS)
    assert {i: stored[i] for i in paid} == {i: booths[i] for i in paid}
    booth.mirror.close()


def _offline_for_long(booth: StormBooth, api: CloudApi) -> dict[str, str]:
    """Fills the outbox; answers the session of each QRIS payment that was offered before."""
    booth.register_printers()
    booth.change_prices(PRICES)
    paid = dict(booth.ask_for_code(api) for _ in range(PAID))
    for _ in range(SESSIONS):
        booth.free_session()
    for number in range(SALES):
        booth.take_money("cash" if number % 2 else "voucher")
    booth.upload()
    while len(booth.events()) < EVENTS:
        booth.change_defaults(250)
    return paid


def _tell(api: CloudApi, chance: random.Random, events: Sequence[Entry]) -> Counter[str]:
    """All events once, in shuffled batches, each until it is answered."""
    shuffled = chance.sample(events, len(events))
    batches = [shuffled[i : i + BATCH] for i in range(0, len(shuffled), BATCH)]
    with ThreadPoolExecutor(CONNECTIONS) as connections:
        return sum(connections.map(lambda batch: _until_answered(api, batch), batches), Counter())


def _until_answered(api: CloudApi, batch: Sequence[Entry]) -> Counter[str]:
    while True:
        with contextlib.suppress(CloudUnreachable):
            return Counter(result.outcome for result in api.sync(batch))


@contextlib.contextmanager
def _payments_move(cloud: LocalCloud, token: str, ids: list[str]) -> Iterator[Seen]:
    """Guests pay one after the other while the storm goes on; what was seen of each payment."""
    seen: Seen = {payment_id: [] for payment_id in ids}
    headers = {"authorization": f"Bearer {token}"}

    def look(client: httpx.Client, payment_id: str) -> bool:
        payment = client.get(f"/api/payments/{payment_id}").raise_for_status().json()
        seen[payment_id].append((RANK[payment["status"]], payment["version"]))
        return bool(payment["status"] == "completed")

    def pay() -> None:
        with httpx.Client(base_url=cloud.url, headers=headers, timeout=30) as client:
            for payment_id in ids:
                look(client, payment_id)
                client.post(f"/api/payments/{payment_id}/simulate").raise_for_status()
                until = time.monotonic() + PAID_WITHIN_S
                while not look(client, payment_id) and time.monotonic() < until:
                    time.sleep(0.02)
            for payment_id in ids:
                look(client, payment_id)

    with ThreadPoolExecutor(1) as guests:
        paying = guests.submit(pay)
        yield seen
        paying.result()


def _rows(model: type[Model], columns: tuple[str, ...]) -> Rows:
    fields = [getattr(model, column) for column in columns]
    return {row["id"]: row for row in model.select(*fields).dicts()}


def _shots(data: Path) -> dict[str, object]:
    rows = read_rows(data, "photos", ("id", "shots"))
    return {photo_id: json.loads(str(row["shots"])) for photo_id, row in rows.items()}
