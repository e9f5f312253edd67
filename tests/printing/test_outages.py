"""cupsd stops, hangs and comes back under the same adapter."""

from __future__ import annotations

import os
import signal
import time

import pytest

from kiosk.domain.errors import PrintingUnavailable
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState
from tests.printing.conftest import QUEUE, PrintRoom, until


def test_without_cupsd_nothing_is_known_and_with_it_again_all_is(room: PrintRoom) -> None:
    room.follow(room.submit("k1"))
    room.world.kill_cups()
    for call in (
        lambda: room.printers.queue(QUEUE),
        lambda: room.printers.find(QUEUE, "k1"),
        lambda: room.submit("k2"),
    ):
        with pytest.raises(PrintingUnavailable):
            call()

    room.world.start_cups()
    found = room.printers.find(QUEUE, "k1")
    assert found is not None
    assert found.state is JobState.COMPLETED
    room.printers.enable(QUEUE)
    room.follow(room.submit("k2"))
    assert len(room.sheets()) == 2


def test_a_waiting_job_outlives_kill_nine_of_cupsd(room: PrintRoom) -> None:
    room.device.faults.write_text("media-empty-error\n")
    room.submit("k1")
    waiting = room.submit("k2")
    room.world.kill_cups()
    room.world.start_cups()
    found = room.printers.find(QUEUE, "k2")
    assert found is not None
    assert (found.cups_job_id, found.state) == (waiting, JobState.PENDING)


def test_a_cupsd_that_hangs_holds_nobody_for_longer_than_their_patience(room: PrintRoom) -> None:
    room.printers.queue(QUEUE)
    os.kill(room.world.cups.pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(PrintingUnavailable, match="did not answer within"):
            room.printers.queue(QUEUE)
        assert time.monotonic() - began < 4.0
    finally:
        os.kill(room.world.cups.pid, signal.SIGCONT)
    until(lambda: room.printers.queue(QUEUE).able, "the same adapter works again")


def test_a_printer_that_is_unplugged_is_offline_before_any_job(room: PrintRoom) -> None:
    assert room.printers.queue(QUEUE).able
    room.world.kill_printer(QUEUE)
    assert room.printers.queue(QUEUE).faults == (Fault.OFFLINE,)
