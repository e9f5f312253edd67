"""Old jobs are forgotten, a full queue is said to be full, and a refusal is a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintRefused, QueueFull
from kiosk.domain.printing import JobState
from kiosk.printing.connection import open_connection
from tests.printing.conftest import PLAN, QUEUE, PrintRoom, open_room

ONLY_TWO = "MaxJobsPerPrinter 2"

NO_CANCELING = """
<Policy strict>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit Cancel-Job>
    AuthType Basic
    Require user nobody-there
    Order deny,allow
  </Limit>
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
DefaultPolicy strict
"""


@pytest.fixture
def full_room(tmp_path: Path, picture: Path) -> Iterator[PrintRoom]:
    with open_room(tmp_path, picture, replace(PLAN, cups_conf=ONLY_TWO)) as opened:
        yield opened


@pytest.fixture
def strict_room(tmp_path: Path, picture: Path) -> Iterator[PrintRoom]:
    with open_room(tmp_path, picture, replace(PLAN, cups_conf=NO_CANCELING)) as opened:
        yield opened


def pictures(room: PrintRoom) -> list[Path]:
    return list((room.world.folder / "cups" / "spool").glob("d*"))


def later() -> datetime:
    return datetime.now(UTC) + timedelta(minutes=1)


def test_finished_jobs_are_forgotten_with_their_pictures_and_nobody_elses(room: PrintRoom) -> None:
    job_id = room.submit("k1")
    room.follow(job_id)
    connection = open_connection(room.world.addresses.cups or "")
    by_hand = connection.printFile(  # type: ignore[attr-defined]  # somebody else's job
        QUEUE, str(room.picture), "holiday", {}
    )
    room.follow(by_hand)
    assert len(pictures(room)) == 2
    assert room.printers.purge(later() - timedelta(days=1)) == 0
    assert room.printers.find(QUEUE, "k1") is not None

    assert room.printers.purge(later()) == 1
    assert room.printers.find(QUEUE, "k1") is None
    with pytest.raises(PrintRefused):
        room.printers.job(job_id)
    assert room.printers.job(by_hand).state is JobState.COMPLETED
    assert len(pictures(room)) == 1
    assert room.printers.purge(later()) == 0


def test_a_job_that_is_not_over_is_never_forgotten(room: PrintRoom) -> None:
    room.device.faults.write_text("media-empty-error\n")
    printing, waiting = room.submit("k1"), room.submit("k2")
    assert room.printers.purge(later()) == 0
    room.device.faults.unlink()
    assert room.follow(printing).state is JobState.COMPLETED
    assert room.follow(waiting).state is JobState.COMPLETED
    assert len(room.sheets()) == 2


def test_a_full_queue_takes_no_more_and_has_room_again_later(full_room: PrintRoom) -> None:
    room = full_room
    room.device.faults.write_text("media-empty-error\n")
    waiting = [room.submit("k1"), room.submit("k2")]
    with pytest.raises(QueueFull, match="no room for one more job"):
        room.submit("k3")
    assert room.printers.find(QUEUE, "k3") is None
    assert room.submit("k2") == waiting[1]
    room.device.faults.unlink()
    for job_id in waiting:
        room.follow(job_id)
    room.follow(room.submit("k3"))
    assert len(room.sheets()) == 3


def test_a_cancel_without_the_right_to_it_is_refused_and_one_of_what_is_over_is_not(
    strict_room: PrintRoom,
) -> None:
    room = strict_room
    room.device.faults.write_text("media-empty-error\n")
    job_id = room.submit("k1")
    with pytest.raises(PrintRefused, match="may not"):
        room.printers.cancel(job_id)
    room.device.faults.unlink()
    room.follow(job_id)
    room.printers.cancel(job_id)
    with pytest.raises(PrintRefused, match="may not"):
        room.printers.purge(later())
