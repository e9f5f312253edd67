"""The engine on its own thread, with real time: outages, wakes, a clean end."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.identity import Identity
from kiosk.domain.outbox import Kinds
from kiosk.sync.api import CloudApi
from kiosk.sync.backoff import Backoff
from kiosk.sync.engine import IDLE_S, SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.outbox import Outbox
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import FaultyWire, MemoryOutbox, Row, offline, photo, upload
from tests.sync.local_cloud import LocalCloud, activate, start

PATIENCE_S = 10.0
SOON = Backoff(first_s=0.1, cap_s=1.0)


def wait_for(met: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not met():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def engine_for(outbox: Outbox, api: CloudApi, folder: Path, contact: Backoff = SOON) -> SyncEngine:
    return SyncEngine(
        outbox,
        Errands(api, Uploads(api, folder, _now), lambda *_: None),
        clock=_now,
        monotonic=time.monotonic,
        chance=lambda: 0.5,
        contact=contact,
    )


def _now() -> datetime:
    return datetime.now(UTC)


@contextlib.contextmanager
def started(engine: SyncEngine) -> Iterator[SyncEngine]:
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()


def test_staff_in_a_hurry_are_held_back_by_no_pause(tmp_path: Path) -> None:
    """Nobody listens at that address."""
    row = Row("photo", "1", {})
    outbox = MemoryOutbox([row])
    api = CloudApi("http://127.0.0.1:9", "token")
    engine = engine_for(outbox, api, tmp_path, Backoff(first_s=600.0, cap_s=600.0))
    with started(engine):
        wait_for(lambda: engine.status().next_try_s > 0)
        row.next_attempt_at = _now() + timedelta(hours=1)
        engine.hurry()
        wait_for(lambda: row.next_attempt_at <= _now() and engine.status().next_try_s > 0)
    api.close()


def test_a_new_entry_is_delivered_at_once_when_the_engine_is_woken(
    api: CloudApi, who: Identity, tmp_path: Path
) -> None:
    outbox = MemoryOutbox([photo(who)])
    with started(engine_for(outbox, api, tmp_path)) as engine:
        assert outbox.wait_for_depth(0, 10.0)
        began = time.monotonic()
        outbox.put(photo(who))
        engine.wake()
        assert outbox.wait_for_depth(0, 10.0)
        assert time.monotonic() - began < IDLE_S / 2
    assert not [thread for thread in threading.enumerate() if thread.name == "sync"]


def test_stopping_an_idle_engine_takes_no_time(api: CloudApi, tmp_path: Path) -> None:
    engine = engine_for(MemoryOutbox(), api, tmp_path)
    engine.start()
    began = time.monotonic()
    engine.stop()
    assert time.monotonic() - began < IDLE_S / 2


def test_an_engine_that_was_never_started_can_be_stopped(api: CloudApi, tmp_path: Path) -> None:
    engine_for(MemoryOutbox(), api, tmp_path).stop()


class TornOutbox(MemoryOutbox):
    """Its disk fails the first time."""

    torn = False

    def due(self, now: datetime, limit: int, kinds: Kinds) -> Sequence[Row]:
        if not self.torn:
            self.torn = True
            raise OSError("disk I/O error")
        return super().due(now, limit, kinds)


def test_a_fault_in_the_store_does_not_end_the_thread(
    api: CloudApi, who: Identity, tmp_path: Path
) -> None:
    outbox = TornOutbox([photo(who)])
    with started(engine_for(outbox, api, tmp_path)):
        assert outbox.wait_for_depth(0, 10.0)


def test_an_idle_booth_finds_out_that_the_cloud_went_and_came_back(
    cloud: LocalCloud, who: Identity, tmp_path: Path
) -> None:
    wire = FaultyWire(offline)
    with contextlib.closing(CloudApi(cloud.url, who.token, transport=wire)) as api:
        assert api.reachable is None
        with started(engine_for(MemoryOutbox(), api, tmp_path)):
            _until(lambda: api.reachable is False)
            wire.fault = lambda _: None
            _until(lambda: api.reachable is True)


@pytest.mark.timeout(90)
def test_a_cloud_killed_in_the_middle_and_started_again_gets_everything(tmp_path: Path) -> None:
    data, booth = tmp_path / "cloud", tmp_path / "booth"
    booth.mkdir()
    cloud = start(data)
    try:
        who = activate(cloud)
        photos = [photo(who) for _ in range(40)]
        outbox = MemoryOutbox()
        for row in photos:
            (booth / f"{row.row_id}.jpg").write_bytes(row.id.encode() * 1000)
            outbox.put(row, upload(f"{row.row_id}.jpg", str(row.body["r2_key"])))
        with (
            contextlib.closing(CloudApi(cloud.url, who.token)) as api,
            started(engine_for(outbox, api, booth)) as engine,
        ):
            assert outbox.wait_for_depth(25, 20.0)
            cloud.kill()
            late = [photo(who) for _ in range(10)]
            outbox.put(*late)
            engine.wake()
            _until(lambda: engine.status().reachable is False)
            assert outbox.depth() >= len(late)
            cloud = start(data)
            assert outbox.wait_for_depth(0, 30.0)
            for row in photos + late:
                assert api.photo(row.row_id).version == 1
        with cloud.bucket() as bucket:
            for row in photos:
                stored = bucket.get_object(
                    Bucket=cloud.ready.s3.bucket, Key=str(row.body["r2_key"])
                )
                assert stored["Body"].read() == row.id.encode() * 1000
    finally:
        cloud.stop()


def _until(condition: Callable[[], bool], timeout_s: float = 20.0) -> None:
    limit = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.02)
