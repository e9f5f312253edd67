"""When the engine asks about licence and money: at the start, then now and then, no oftener."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.domain.errors import CloudRefused, CloudUnreachable
from kiosk.domain.identity import Identity
from kiosk.domain.outbox import Kinds
from kiosk.sync.api import CloudApi
from kiosk.sync.engine import LICENCE_S, MONEY_S, SyncEngine
from kiosk.sync.errands import Errands
from kiosk.sync.errors import CloudFailing
from kiosk.sync.uploads import Uploads
from tests.sync.bench_parts import FaultyWire, Hands, MemoryOutbox, Row, offline, printer
from tests.sync.local_cloud import LocalCloud

WITHIN_S = 20.0


class CountedOutbox(MemoryOutbox):
    """Counts the engine's rounds: it looks in here at the beginning of each."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds = 0
        self._round = threading.Condition()

    def due(self, now: datetime, limit: int, kinds: Kinds) -> Sequence[Row]:
        if kinds.others:  # asked first
            with self._round:
                self.rounds += 1
                self._round.notify_all()
        return super().due(now, limit, kinds)

    def wait_for_round(self, number: int) -> None:
        with self._round:
            assert self._round.wait_for(lambda: self.rounds >= number, WITHIN_S)


class Looks:
    """Counts them, and those without a network; ``trouble`` is what comes of each."""

    def __init__(self, api: CloudApi) -> None:
        self._api = api
        self.count = 0
        self.offline = 0
        self.trouble: Exception | None = None

    def __call__(self) -> None:
        self.count += 1
        self.offline += not self._api.reachable
        if self.trouble:
            raise self.trouble


class Bench:
    def __init__(self, cloud: LocalCloud, who: Identity, folder: Path) -> None:
        self.who, self.wire, self.hands = who, FaultyWire(), Hands()
        self.api = CloudApi(cloud.url, who.token, transport=self.wire)
        self.outbox, self.looks = CountedOutbox(), Looks(self.api)
        self.money = Looks(self.api)
        self.engine = SyncEngine(
            self.outbox,
            Errands(self.api, Uploads(self.api, folder, self.hands.now), lambda *_: None),
            clock=self.hands.now,
            monotonic=self.hands.monotonic,
            chance=lambda: 0.0,
            look_at_licence=self.looks,
            look_at_money=self.money,
        )

    def go_on(self, seconds: float = 0.0) -> int:
        """How often it has looked when a round that began after those seconds is over."""
        self.hands.turn(seconds)
        before = self.outbox.rounds
        for number in (before + 1, before + 2):
            self.engine.wake()
            self.outbox.wait_for_round(number)
        return self.looks.count


@pytest.fixture
def bench(cloud: LocalCloud, who: Identity, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(cloud, who, tmp_path)
    with contextlib.closing(made.api):
        yield made
        made.engine.stop()


def test_it_looks_at_the_start_and_every_ten_minutes(bench: Bench) -> None:
    bench.engine.start()
    assert bench.go_on() == 1
    assert bench.go_on(LICENCE_S - 1) == 1
    assert bench.go_on(1) == 2
    assert bench.go_on() == 2


def test_it_looks_at_money_every_minute_whatever_comes_of_the_licence(bench: Bench) -> None:
    bench.looks.trouble = CloudRefused(404, "no such route")
    bench.engine.start()
    bench.go_on()
    assert bench.money.count == 1
    bench.go_on(MONEY_S - 1)
    assert bench.money.count == 1
    bench.go_on(1)
    assert bench.money.count == 2


def test_when_it_is_told_to_it_looks_at_everything_now(bench: Bench) -> None:
    for _ in range(2):
        bench.engine.look_now()
    assert (bench.looks.count, bench.money.count) == (2, 2)
    bench.looks.trouble = CloudUnreachable("gone")
    bench.engine.look_now()
    assert (bench.looks.count, bench.money.count) == (3, 2)


def test_without_a_network_it_does_not_look_and_then_does(bench: Bench) -> None:
    bench.wire.fault = offline
    bench.engine.start()
    _until(lambda: bench.api.reachable is False)
    bench.wire.fault = lambda _: None
    bench.hands.turn(120)
    bench.engine.wake()
    _until(lambda: bench.looks.count == 1)
    assert bench.looks.offline == 0


@pytest.mark.parametrize(
    "trouble", [CloudRefused(404, "no such route"), CloudFailing("500"), CloudUnreachable("gone")]
)
def test_no_answer_about_it_holds_up_what_else_is_to_be_told(
    bench: Bench, trouble: Exception
) -> None:
    bench.looks.trouble = trouble
    bench.engine.start()
    _until(lambda: bench.looks.count == 1)
    bench.outbox.put(printer(bench.who))
    bench.hands.turn(5)
    bench.engine.wake()
    assert bench.outbox.wait_for_depth(0, WITHIN_S)
    assert bench.looks.count == 1


def _until(condition: Callable[[], bool]) -> None:
    ended = threading.Event()
    for _ in range(int(WITHIN_S / 0.01)):
        if condition():
            return
        ended.wait(0.01)
    raise AssertionError("it did not come to that")
