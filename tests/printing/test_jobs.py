"""Jobs through a real cupsd to a real printer in software."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, QueueState, Sheet
from kiosk.printing.connection import open_connection
from kiosk.printing.jobs import title
from tests.printing.conftest import QUEUE, PrintRoom, until


def test_a_picture_comes_out_once_and_byte_for_byte(room: PrintRoom) -> None:
    ended = room.follow(room.submit("k1"))
    assert ended.state is JobState.COMPLETED
    assert room.sheets() == [room.picture.read_bytes()]


def test_two_copies_are_one_job_and_two_sheets(room: PrintRoom) -> None:
    ended = room.follow(room.submit("k1", copies=2))
    assert ended.state is JobState.COMPLETED
    assert room.sheets() == [room.picture.read_bytes()] * 2


def test_a_finished_job_is_found_by_its_key(room: PrintRoom) -> None:
    job_id = room.submit("k1")
    room.follow(job_id)
    found = room.printers.find(QUEUE, "k1")
    assert found is not None
    assert (found.cups_job_id, found.state) == (job_id, JobState.COMPLETED)
    assert room.printers.find(QUEUE, "k") is None
    assert room.printers.find("elsewhere", "k1") is None


def test_the_same_key_is_never_sent_twice(room: PrintRoom) -> None:
    first = room.submit("k1")
    room.follow(first)
    assert room.submit("k1") == first
    room.follow(room.submit("k2"))
    assert len(room.sheets()) == 2


def test_a_job_cut_off_before_its_picture_counts_as_not_sent(room: PrintRoom) -> None:
    connection = open_connection(room.world.addresses.cups or "")
    connection.createJob(QUEUE, title("k1"), {})
    assert room.printers.find(QUEUE, "k1") is None
    job_id = room.submit("k1")
    room.follow(job_id)
    found = room.printers.find(QUEUE, "k1")
    assert found is not None
    assert found.cups_job_id == job_id
    assert len(room.sheets()) == 1


def test_an_unknown_queue_is_refused(room: PrintRoom) -> None:
    with pytest.raises(PrintRefused):
        room.printers.submit("nowhere", room.picture, key="k1", copies=1, sheet=Sheet.FOUR_BY_SIX)
    with pytest.raises(PrintRefused):
        room.printers.queue("nowhere")


def test_an_unknown_job_is_refused(room: PrintRoom) -> None:
    with pytest.raises(PrintRefused):
        room.printers.job(4711)


def test_a_missing_picture_is_refused_and_leaves_no_job(room: PrintRoom) -> None:
    with pytest.raises(PrintRefused, match="can't be read"):
        room.printers.submit(
            QUEUE,
            room.picture.with_name("gone.jpg"),
            key="k1",
            copies=1,
            sheet=Sheet.FOUR_BY_SIX,
        )
    assert room.printers.find(QUEUE, "k1") is None


def test_a_canceled_job_ends_canceled(room: PrintRoom) -> None:
    """In CUPS at once. Its backend tells the printer a moment later: where paper comes into an
    empty printer before that, the sheet comes out."""
    room.device.faults.write_text("media-empty-error\n")
    job_id = room.submit("k1")
    until(lambda: at_device(room, "k1") is not None, "the printer has the job")
    room.printers.cancel(job_id)
    assert room.follow(job_id).state is JobState.CANCELED
    until(lambda: at_device(room, "k1") is JobState.CANCELED, "the printer knows it as well")
    room.device.faults.unlink()
    room.follow(room.submit("k2"))
    assert len(room.sheets()) == 1


def at_device(room: PrintRoom, key: str) -> JobState | None:
    job = room.printers.at_device(QUEUE, key)
    return None if job is None else job.state


def test_canceling_a_finished_job_changes_nothing(room: PrintRoom) -> None:
    job_id = room.submit("k1")
    room.follow(job_id)
    room.printers.cancel(job_id)
    assert room.printers.job(job_id).state is JobState.COMPLETED


def test_a_fault_is_forgotten_with_its_cause_also_after_a_canceled_job(room: PrintRoom) -> None:
    """CUPS would show it until the next job, which no preflight would let through."""
    room.device.faults.write_text("media-empty-error\n")
    job_id = room.submit("k1")
    until(lambda: Fault.MEDIA_EMPTY in room.printers.queue(QUEUE).faults, "media-empty is shown")
    room.printers.cancel(job_id)
    room.follow(job_id)
    room.device.faults.unlink()
    until(lambda: room.printers.queue(QUEUE).able, "the queue is able again")


def test_prints_left_are_those_that_the_printer_counts(room: PrintRoom) -> None:
    assert room.printers.queue(QUEUE).prints_left is None
    room.device.left.write_text("418\n")
    room.follow(room.submit("k1", copies=2))
    assert room.printers.queue(QUEUE).prints_left == 416


def test_empty_media_is_shown_and_the_print_goes_on_by_itself(room: PrintRoom) -> None:
    room.device.faults.write_text("media-empty-error\n")
    job_id = room.submit("k1")
    until(lambda: Fault.MEDIA_EMPTY in room.printers.queue(QUEUE).faults, "media-empty is shown")
    until(lambda: Fault.MEDIA_EMPTY in room.printers.job(job_id).faults, "CUPS knows it as well")
    assert not room.printers.queue(QUEUE).able
    assert room.sheets() == []

    room.device.faults.unlink()
    assert room.follow(job_id).state is JobState.COMPLETED
    assert len(room.sheets()) == 1
    until(lambda: room.printers.queue(QUEUE).able, "the queue is able again")


def test_a_stopped_queue_prints_after_it_was_enabled(room: PrintRoom) -> None:
    connection = open_connection(room.world.addresses.cups or "")
    connection.disablePrinter(QUEUE)  # type: ignore[attr-defined]  # staff's own doing
    stopped = room.printers.queue(QUEUE)
    assert stopped.state is QueueState.STOPPED
    assert Fault.PAUSED in stopped.faults
    job_id = room.submit("k1")
    assert room.printers.job(job_id).state is JobState.PENDING

    room.printers.enable(QUEUE)
    assert room.follow(job_id).state is JobState.COMPLETED
    assert len(room.sheets()) == 1


def test_the_printers_count_is_kept_with_the_job_through_a_crash_of_cupsd(room: PrintRoom) -> None:
    room.printers.submit(
        QUEUE, room.picture, key="k1", copies=1, sheet=Sheet.FOUR_BY_SIX, prints_left=418
    )
    room.world.kill_cups()
    room.world.start_cups()
    found = room.printers.find(QUEUE, "k1")
    assert found is not None
    assert found.prints_left == 418
    assert room.printers.job(found.cups_job_id).prints_left == 418
