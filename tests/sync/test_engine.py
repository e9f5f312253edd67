"""Everything reaches the real cloud once, and no trouble becomes all trouble."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx
import pytest

from kiosk.domain.identity import Identity
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import CONTACT, ENTRY, SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import (
    FaultyWire,
    Hands,
    MemoryOutbox,
    Row,
    new_id,
    offline,
    photo,
    printer,
    upload,
)
from tests.sync.local_cloud import LocalCloud

PROBLEM = {"content-type": "application/problem+json"}


@dataclass
class Bench:
    engine: SyncEngine
    outbox: MemoryOutbox
    wire: FaultyWire
    hands: Hands
    api: CloudApi
    folder: Path
    who: Identity
    paid: list[tuple[str, str]] = field(default_factory=list)

    def file(self, name: str, content: bytes = b"\xff\xd8 a picture \xff\xd9") -> Row:
        (self.folder / name).write_bytes(content)
        return upload(name, f"{self.who.customer_id}/photos/{new_id()}/{name}")


@pytest.fixture
def bench(cloud: LocalCloud, who: Identity, tmp_path: Path) -> Iterator[Bench]:
    outbox, wire, hands = MemoryOutbox(), FaultyWire(), Hands()
    paid: list[tuple[str, str]] = []
    with contextlib.closing(CloudApi(cloud.url, who.token, transport=wire)) as api:
        engine = SyncEngine(
            outbox,
            Errands(api, Uploads(api, tmp_path, hands.now), lambda *told: paid.append(told)),
            clock=hands.now,
            monotonic=hands.monotonic,
            chance=lambda: 0.0,
        )
        yield Bench(engine, outbox, wire, hands, api, tmp_path, who, paid)
        engine.stop()


# ---- once, and whole ------------------------------------------------------------------------


def test_events_go_a_hundred_at_a_time_and_before_any_upload(bench: Bench) -> None:
    bench.outbox.put(bench.file("a.jpg"), *(printer(bench.who) for _ in range(250)))
    assert bench.engine.drain_once() == 251
    assert bench.outbox.depth() == 0
    assert bench.wire.paths == ["/api/sync"] * 3 + ["/api/upload-credentials"]


def test_the_same_entries_sent_again_are_applied_once(bench: Bench) -> None:
    first = photo(bench.who)
    second = photo(bench.who, **(dict(first.body) | {"version": 2, "print_status": "completed"}))
    bench.outbox.put(first, second)
    assert bench.engine.drain_once() == 2
    bench.outbox.put(replace(second, delivered_at=None), replace(first, delivered_at=None))
    bench.outbox.rows[:2] = []
    assert bench.engine.drain_once() == 2
    stored = bench.api.photo(first.row_id)
    assert (stored.version, stored.print_status) == (2, "completed")


def test_an_older_version_that_arrives_late_changes_nothing(bench: Bench) -> None:
    new = photo(bench.who, version=2, print_status="completed")
    old = photo(bench.who, **(dict(new.body) | {"version": 1, "print_status": "pending"}))
    bench.outbox.put(new, old)
    assert bench.engine.drain_once() == 2
    assert bench.api.photo(new.row_id).print_status == "completed"


# ---- one bad entry --------------------------------------------------------------------------


def test_entries_that_cannot_be_delivered_do_not_hold_up_the_others(bench: Bench) -> None:
    bad = [
        printer(bench.who, type="carrier pigeon"),
        Row("telegram", new_id(), {}),
        upload("not-there.jpg", f"{bench.who.customer_id}/photos/x.jpg"),
        upload("no-key.jpg", "somebody-else/photos/x.jpg"),
        Row("upload", new_id(), {}),
    ]
    (bench.folder / "no-key.jpg").write_bytes(b"x")
    good = [printer(bench.who), bench.file("a.jpg"), photo(bench.who), bench.file("b.jpg")]
    bench.outbox.put(*bad, *good)
    assert bench.engine.drain_once() == len(good)
    assert [row for row in bench.outbox.rows if row.delivered_at is None] == bad
    assert [row.attempts for row in bad] == [1] * len(bad)
    assert all(row.last_error for row in bad)


def test_a_rejected_entry_is_tried_for_ever_and_ever_more_rarely(bench: Bench) -> None:
    bad = printer(bench.who, type="carrier pigeon")
    bench.outbox.put(bad)
    waits = []
    for _ in range(12):
        bench.engine.drain_once()
        waits.append((bad.next_attempt_at - bench.hands.now()).total_seconds())
        bench.hands.turn(waits[-1])
    assert waits[:4] == [5, 10, 20, 40]
    assert waits[-3:] == [ENTRY.cap_s] * 3
    assert bad.attempts == 12
    bad.body = printer(bench.who).body  # somebody mended it
    assert bench.engine.drain_once() == 1


def test_an_event_that_makes_the_cloud_refuse_a_whole_batch_is_singled_out(bench: Bench) -> None:
    bad = replace(printer(bench.who), id="not-a-uuid")
    good = [printer(bench.who) for _ in range(99)]
    bench.outbox.put(*good[:60], bad, *good[60:])
    assert bench.engine.drain_once() == 99
    assert bad.attempts == 1
    assert len(bench.wire.paths) < 30


@pytest.mark.parametrize("status", [413, 500])
def test_an_event_that_makes_the_cloud_stumble_is_singled_out(bench: Bench, status: int) -> None:
    bad, good = printer(bench.who), [printer(bench.who) for _ in range(99)]
    bench.wire.fault = lambda request: (
        httpx.Response(status, json={"detail": "stumbled"}, headers=PROBLEM)
        if bad.id in request.read().decode()
        else None
    )
    bench.outbox.put(bad, *good, bench.file("a.jpg"))
    delivered = bench.engine.drain_once()
    bench.hands.turn(CONTACT.first_s)
    assert delivered + bench.engine.drain_once() == 100
    assert bad.attempts == 1
    assert len(bench.wire.paths) < 30


def test_a_cloud_that_stumbles_over_everything_is_not_hammered(bench: Bench) -> None:
    bench.wire.fault = lambda _: httpx.Response(500)
    bench.outbox.put(*(printer(bench.who) for _ in range(100)))
    bench.engine.drain_once()
    assert len(bench.wire.paths) <= 8
    bench.engine.drain_once()
    assert len(bench.wire.paths) <= 8


# ---- no contact -----------------------------------------------------------------------------


def test_without_contact_everything_waits_longer_each_time_and_nothing_is_blamed(
    bench: Bench,
) -> None:
    bench.wire.fault = offline
    rows = [bench.file("a.jpg"), *(printer(bench.who) for _ in range(150))]
    bench.outbox.put(*rows)
    for tries in range(1, 9):
        bench.engine.drain_once()
        bench.engine.drain_once()
        bench.engine.wake()
        assert len(bench.wire.paths) == tries
        bench.hands.turn(CONTACT.delay_s(tries, 0.0) - 0.01)
        bench.engine.drain_once()
        assert len(bench.wire.paths) == tries
        bench.hands.turn(0.02)
    assert bench.engine.status().reachable is False
    assert "no route to host" in (bench.engine.status().last_error or "")
    assert {row.attempts for row in rows} == {0}
    bench.wire.fault = lambda _: None
    assert bench.engine.drain_once() == len(rows)
    assert bench.engine.status().reachable is True
    assert bench.engine.status().last_success == bench.hands.now()
    assert bench.engine.status().last_error is None


def test_a_booth_that_is_no_longer_known_asks_once_and_waits(
    bench: Bench, cloud: LocalCloud
) -> None:
    with contextlib.closing(CloudApi(cloud.url, "wrong", transport=bench.wire)) as stranger:
        engine = SyncEngine(
            bench.outbox,
            Errands(stranger, Uploads(stranger, bench.folder, bench.hands.now), lambda *_: None),
            clock=bench.hands.now,
            monotonic=bench.hands.monotonic,
            chance=lambda: 0.0,
        )
        bench.outbox.put(*(printer(bench.who) for _ in range(10)), bench.file("a.jpg"))
        assert engine.drain_once() == 0
    assert bench.wire.paths == ["/api/sync"]
    assert bench.outbox.depth() == 11


def test_the_cloud_is_left_alone_for_as_long_as_it_asks(bench: Bench) -> None:
    bench.wire.fault = lambda _: httpx.Response(429, headers={"retry-after": "90"})
    bench.outbox.put(printer(bench.who))
    bench.engine.drain_once()
    bench.wire.fault = lambda _: None
    bench.hands.turn(89.0)
    assert bench.engine.drain_once() == 0
    bench.hands.turn(1.0)
    assert bench.engine.drain_once() == 1


def test_a_dead_bucket_holds_up_uploads_only(bench: Bench) -> None:
    def elsewhere(request: httpx.Request) -> httpx.Response | None:
        if request.url.path != "/api/upload-credentials":
            return None
        with httpx.Client() as client:
            headers = {"authorization": request.headers["authorization"]}
            answer = client.post(request.url, json={}, headers=headers).json()
        return httpx.Response(200, json=answer | {"endpoint": "http://127.0.0.1:1"})

    bench.wire.fault = elsewhere
    bench.outbox.put(*(bench.file(f"{n}.jpg") for n in range(300)))
    assert bench.engine.drain_once() == 0
    bench.outbox.put(photo(bench.who))
    assert bench.engine.drain_once() == 1
    assert bench.outbox.depth() == 300
    bench.wire.fault = lambda _: None
    bench.hands.turn(CONTACT.first_s)
    assert bench.engine.drain_once() == 300


def test_time_can_be_limited(bench: Bench) -> None:
    bench.outbox.put(*(printer(bench.who) for _ in range(300)))

    def slow(_: httpx.Request) -> None:
        bench.hands.turn(2.0)

    bench.wire.fault = slow
    assert bench.engine.drain_once(within_s=3.0) == 200


# ---- payments to close ----------------------------------------------------------------------


def test_a_payment_that_is_to_be_closed_is_closed(bench: Bench) -> None:
    payment_id = new_id()
    bench.api.create_payment(
        payment_id,
        customer_id=bench.who.customer_id,
        session_id=new_id(),
        amount=35_000,
        method="qris",
        created_at="2026-06-01T00:00:00.000Z",
        expires_in_s=180,
    )
    bench.outbox.put(Row("cancel_payment", payment_id, {}))
    assert bench.engine.drain_once() == 1
    assert bench.api.payment(payment_id).status == "failed"
    assert bench.paid == []


def test_a_payment_that_the_cloud_never_made_counts_as_closed(bench: Bench) -> None:
    bench.outbox.put(Row("cancel_payment", new_id(), {}))
    assert bench.engine.drain_once() == 1
