"""The desk's thread and its crew: nothing ends them but ``close``, and that waits only so long."""

from __future__ import annotations

import threading
import time
from functools import partial

from kiosk.booth.staff.crew import Crew
from kiosk.booth.staff.mailbox import Mailbox

WITHIN_S = 10.0


def burst() -> None:
    raise RuntimeError("nobody foresaw this")


def test_a_step_that_fails_does_not_end_the_thread() -> None:
    done, ended = threading.Event(), threading.Event()
    mailbox = Mailbox(lambda: None, ended.set, retry_s=0.01)
    mailbox.start()
    mailbox.put(burst)
    mailbox.put(done.set)
    assert done.wait(WITHIN_S)
    mailbox.close(WITHIN_S)
    assert ended.is_set()


def test_a_tick_that_fails_comes_again() -> None:
    ticks = iter([burst, burst])
    well = threading.Event()

    def tick() -> float | None:
        next(ticks, well.set)()
        return None

    mailbox = Mailbox(tick, lambda: None, retry_s=0.001)
    mailbox.start()
    mailbox.put(lambda: None)
    assert well.wait(WITHIN_S)
    mailbox.close(WITHIN_S)


def test_a_mailbox_that_was_never_started_can_be_closed() -> None:
    Mailbox(lambda: None, lambda: None, retry_s=1.0).close(WITHIN_S)


def test_each_errand_closes_what_belongs_to_its_thread_also_one_that_fails() -> None:
    ended: list[str] = []
    crew = Crew(lambda: ended.append(threading.current_thread().name))
    crew.run("fails", burst)
    crew.run("works", lambda: None)
    crew.close(WITHIN_S)
    assert sorted(ended) == ["fails", "works"]


def test_the_crew_is_not_waited_for_longer_than_said_and_begins_nothing_more() -> None:
    released, late = threading.Event(), threading.Event()
    crew = Crew(lambda: None)
    for _ in range(5):
        crew.run("hangs", partial(released.wait, WITHIN_S))
    began = time.monotonic()
    crew.close(0.2)
    assert time.monotonic() - began < 2.0
    crew.run("late", late.set)
    released.set()
    crew.close(WITHIN_S)
    assert not late.is_set()
