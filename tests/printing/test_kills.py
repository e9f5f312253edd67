"""cupsd is killed in every phase of a job: by itself it never sends one again that it had begun."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import PrintingUnavailable
from kiosk.domain.printing import DeviceJob, JobState, QueueState
from kiosk.printing.connection import open_connection
from kiosk.printing.jobs import title
from tests.printing.conftest import QUEUE, PrintRoom, until


def at_rest(room: PrintRoom, key: str) -> bool:
    known = room.printers.at_device(QUEUE, key)
    return known is not None and known.state.terminal


def test_killed_while_a_sheet_is_printing(room: PrintRoom) -> None:
    room.device.pace.write_text("0.5")
    job_id = room.submit("k1")
    waiting = room.submit("k2")
    until(lambda: room.printers.at_device(QUEUE, "k1") is not None, "the printer has the job")
    room.restart_cups()
    until(lambda: at_rest(room, "k1"), "the printer has finished what it had")

    assert room.printers.queue(QUEUE).state is QueueState.STOPPED
    assert room.printers.begun(QUEUE) == ("k1",)
    assert room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.COMPLETED, 1)
    assert room.printers.at_device(QUEUE, "k2") is None
    job = room.printers.job(job_id)
    assert (job.state, job.begun) == (JobState.PENDING, True)
    assert not room.printers.job(waiting).begun

    # What the booth does with that: the picture is out, so its job goes, and the others go on.
    room.printers.cancel(job_id)
    room.printers.enable(QUEUE)
    room.follow(waiting)
    assert len(room.sheets()) == 2


def test_ended_in_good_order_while_a_sheet_is_printing(room: PrintRoom) -> None:
    """Such a job would come out again after the second restart."""
    room.device.pace.write_text("0.5")
    job_id = room.submit("k1", copies=2)
    until(lambda: len(room.sheets()) == 1, "the first sheet is out")
    for begun in (("k1",), ()):
        room.world.stop_cups()
        room.world.start_cups()
        assert room.printers.begun(QUEUE) == begun
        until(lambda: at_rest(room, "k1"), "the printer has done with the job")
        assert room.printers.queue(QUEUE).state is QueueState.STOPPED
        known = room.printers.at_device(QUEUE, "k1")
        assert known is not None
        assert known.sheets == len(room.sheets())
        room.printers.enable(QUEUE)
        assert room.printers.begun(QUEUE) == ()
        assert room.printers.job(job_id).state is JobState.CANCELED
        assert room.printers.job(job_id).begun

    before = len(room.sheets())
    room.printers.enable(QUEUE)
    room.follow(room.submit("k2"))
    assert len(room.sheets()) == before + 1


def test_killed_before_it_began_to_send(room: PrintRoom) -> None:
    connection = open_connection(room.world.addresses.cups or "")
    connection.disablePrinter(QUEUE)  # type: ignore[attr-defined]  # staff's own doing
    job_id = room.submit("k1")
    room.restart_cups()
    assert room.printers.begun(QUEUE) == ()
    assert not room.printers.job(job_id).begun
    room.printers.enable(QUEUE)
    room.follow(job_id)
    assert len(room.sheets()) == 1


def test_killed_amid_the_submission(room: PrintRoom) -> None:
    open_connection(room.world.addresses.cups or "").createJob(QUEUE, title("k1"), {})
    room.restart_cups()
    assert room.printers.find(QUEUE, "k1") is None
    job_id = room.submit("k1")
    room.printers.enable(QUEUE)
    room.follow(job_id)
    assert len(room.sheets()) == 1


def test_killed_after_it_was_completed(room: PrintRoom) -> None:
    job_id = room.submit("k1")
    ended = room.follow(job_id)
    room.restart_cups()
    assert room.printers.job(job_id) == ended
    assert ended.begun
    assert ended.seconds is not None
    assert ended.seconds < 10
    assert room.printers.begun(QUEUE) == ()
    room.printers.enable(QUEUE)
    room.follow(room.submit("k2"))
    assert len(room.sheets()) == 2


def test_a_power_cut_leaves_the_counter_as_the_only_witness(counting_room: PrintRoom) -> None:
    room = counting_room
    room.device.pace.write_text("60")
    room.submit("k1")
    until(lambda: room.printers.at_device(QUEUE, "k1") is not None, "the printer has the job")
    room.world.kill_cups()
    room.world.kill_printer(QUEUE)
    with pytest.raises(PrintingUnavailable):
        room.printers.begun(QUEUE)
    room.world.start_printer(QUEUE)
    room.world.start_cups()
    assert room.printers.begun(QUEUE) == ("k1",)
    assert room.printers.at_device(QUEUE, "k1") is None
    assert room.printers.count(QUEUE) == 10
