"""Waiting for news from CUPS: woken at once, never longer than asked, whatever cupsd does."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from kiosk.printing.connection import open_connection
from kiosk.printing.notifications import EVENTS, EVERYTHING, Notifications
from tests.printing.conftest import QUEUE, PrintRoom, until

LONG_S = 20.0
SOON_S = 1.0


@pytest.fixture
def news(room: PrintRoom) -> Iterator[Notifications]:
    """Read for the first time, and quiet since then."""
    reader = Notifications(room.world.addresses.cups or "")
    reader.wait(LONG_S)
    until(lambda: waited(reader, 0.5) >= 0.5, "it is quiet")
    yield reader
    reader.close()


def waited(news: Notifications, seconds: float) -> float:
    began = time.monotonic()
    news.wait(seconds)
    return time.monotonic() - began


def pause_queue(room: PrintRoom) -> None:
    connection = open_connection(room.world.addresses.cups or "")
    connection.disablePrinter(QUEUE)  # type: ignore[attr-defined]  # staff's own doing


def test_a_change_wakes_everybody_who_waits(room: PrintRoom, news: Notifications) -> None:
    took: list[float] = []
    threads = [threading.Thread(target=lambda: took.append(waited(news, LONG_S))) for _ in range(3)]
    for thread in threads:
        thread.start()
    pause_queue(room)
    for thread in threads:
        thread.join(LONG_S)
    assert len(took) == 3
    assert max(took) < SOON_S


def test_where_nothing_happens_it_is_exactly_a_sleep(news: Notifications) -> None:
    assert 0.5 <= waited(news, 0.5) < 0.5 + SOON_S
    assert waited(news, 0.0) < SOON_S
    assert waited(news, -1.0) < SOON_S


def test_news_between_two_waits_is_not_lost(room: PrintRoom, news: Notifications) -> None:
    pause_queue(room)
    assert waited(news, LONG_S) < SOON_S


def test_news_that_another_thread_has_heard_is_not_lost(
    room: PrintRoom, news: Notifications
) -> None:
    other = threading.Thread(target=lambda: waited(news, LONG_S))
    pause_queue(room)
    other.start()
    other.join()
    assert waited(news, LONG_S) < SOON_S


def test_every_step_of_a_job_is_news_to_its_end(room: PrintRoom, news: Notifications) -> None:
    room.device.pace.write_text("0.5")
    job_id = room.submit("k1")
    while not room.printers.job(job_id).state.terminal:
        assert waited(news, LONG_S) < LONG_S


def test_it_outlives_cupsd_and_tells_that_it_is_back(room: PrintRoom, news: Notifications) -> None:
    room.world.kill_cups()
    assert waited(news, 0.3) < 0.3 + SOON_S
    room.world.start_cups()
    assert waited(news, LONG_S) < 3.0
    until(lambda: waited(news, 0.5) >= 0.5, "it is quiet again")
    room.printers.enable(QUEUE)
    assert waited(news, LONG_S) < SOON_S


def test_a_subscription_that_cups_has_lost_is_made_anew(
    room: PrintRoom, news: Notifications
) -> None:
    connection = open_connection(room.world.addresses.cups or "")
    for known in connection.getSubscriptions(EVERYTHING, my_subscriptions=True):
        connection.cancelSubscription(  # type: ignore[attr-defined]  # not the booth's to do
            known["notify-subscription-id"]
        )
    assert waited(news, LONG_S) < 3.0
    until(lambda: waited(news, 0.5) >= 0.5, "it is quiet again")
    pause_queue(room)
    assert waited(news, LONG_S) < SOON_S


def test_booths_that_are_killed_leave_one_subscription_between_them(
    room: PrintRoom, news: Notifications
) -> None:
    for _ in range(3):
        Notifications(room.world.addresses.cups or "").wait(LONG_S)
    connection = open_connection(room.world.addresses.cups or "")
    known = connection.getSubscriptions(EVERYTHING, my_subscriptions=True)
    assert len(known) == 1
    assert set(EVENTS) <= set(known[0]["notify-events"])


def test_a_cupsd_that_hangs_makes_it_a_sleep_and_holds_no_submission(
    room: PrintRoom, news: Notifications
) -> None:
    os.kill(room.world.cups.pid, signal.SIGSTOP)
    try:
        assert waited(news, 0.5) < 0.5 + SOON_S
    finally:
        os.kill(room.world.cups.pid, signal.SIGCONT)
    room.follow(room.submit("k1"))
    assert len(room.sheets()) == 1


def test_without_any_cupsd_it_only_sleeps() -> None:
    nobody = Notifications("127.0.0.1:9")
    assert 0.2 <= waited(nobody, 0.2) < 0.2 + SOON_S
    nobody.close()
