"""Lanes: what is due runs, what is not is told to stop, and nothing that fails is given up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from kiosk.booth.lanes import Lanes, Run
from kiosk.domain.order import Order, PaymentMethod
from kiosk.domain.session import Effect, TakeShot

from .conftest import PACKAGE

ORDER = Order(PACKAGE, PaymentMethod.FREE, 0, None, "photo", "job", "code")
FIRST, SECOND = TakeShot(ORDER, 1), TakeShot(ORDER, 2)
PATIENCE_S = 10


class Stage:
    """Records each run, and holds it until it is let go or told to stop."""

    def __init__(self) -> None:
        self.began: SimpleQueue[tuple[Run, Effect]] = SimpleQueue()
        self.ended: SimpleQueue[Effect] = SimpleQueue()
        self.closed: SimpleQueue[str] = SimpleQueue()
        self.failures = 0
        self.go = threading.Event()

    def perform(self, run: Run, effect: Effect) -> None:
        self.began.put((run, effect))
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        while not self.go.is_set() and not run.stopped:
            run.sleep(0.01)
        self.ended.put(effect)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def lanes(stage: Stage) -> Iterator[Lanes]:
    made = Lanes(
        ["camera"],
        lambda _: "camera",
        stage.perform,
        lambda _: None,
        on_end=lambda: stage.closed.put(threading.current_thread().name),
        retry_pause_s=0.0,
    )
    yield made
    made.close(PATIENCE_S)


def test_what_runs_already_is_not_started_again(lanes: Lanes, stage: Stage) -> None:
    lanes.ensure("session", [FIRST])
    lanes.ensure("session", [FIRST])
    stage.go.set()
    stage.ended.get(timeout=PATIENCE_S)
    lanes.close(PATIENCE_S)
    assert stage.began.qsize() == 1


def test_what_is_no_longer_due_is_told_to_stop(lanes: Lanes, stage: Stage) -> None:
    lanes.ensure("session", [FIRST])
    stage.began.get(timeout=PATIENCE_S)
    lanes.ensure("session", [SECOND])
    assert stage.ended.get(timeout=PATIENCE_S) == FIRST
    _, effect = stage.began.get(timeout=PATIENCE_S)
    assert effect == SECOND


def test_other_sessions_are_left_alone(lanes: Lanes, stage: Stage) -> None:
    lanes.ensure("session", [FIRST])
    run, _ = stage.began.get(timeout=PATIENCE_S)
    lanes.ensure("another", [])
    assert not run.stopped


def test_an_effect_that_fails_is_run_again(lanes: Lanes, stage: Stage) -> None:
    stage.failures = 3
    stage.go.set()
    lanes.ensure("session", [FIRST])
    assert stage.ended.get(timeout=PATIENCE_S) == FIRST
    assert stage.began.qsize() == 4


def test_each_lane_closes_what_belongs_to_its_thread(lanes: Lanes, stage: Stage) -> None:
    lanes.close(PATIENCE_S)
    assert stage.closed.get(timeout=PATIENCE_S) == "lane-camera"
