"""Paper, covers and cables, changed while the printer works."""

from __future__ import annotations

from kiosk.domain.faults import Fault
from kiosk.domain.printing import DeviceJob, JobState, Media, QueueState, Sheet
from tests.printing.conftest import QUEUE, PrintRoom, until


def is_shown(room: PrintRoom, fault: Fault) -> bool:
    return fault in room.printers.queue(QUEUE).faults


def test_paper_runs_out_amid_a_job_and_the_job_goes_on_when_there_is_more(
    counting_room: PrintRoom,
) -> None:
    room = counting_room
    room.world.load_media(QUEUE, "4x6", sheets=1)
    job_id = room.submit("k1", copies=3)
    until(lambda: is_shown(room, Fault.MEDIA_EMPTY), "media-empty is shown")
    assert room.printers.queue(QUEUE).prints_left == 0
    assert room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.PROCESSING, 1)
    assert len(room.sheets()) == 1

    room.world.load_media(QUEUE, "4x6", sheets=10)
    assert room.follow(job_id).state is JobState.COMPLETED
    assert len(room.sheets()) == 3
    assert room.printers.count(QUEUE) == 8


def test_a_cover_that_is_open_is_said_at_once_and_gone_with_its_cause(room: PrintRoom) -> None:
    room.device.faults.write_text("cover-open-error\n")
    job_id = room.submit("k1")
    until(lambda: is_shown(room, Fault.COVER_OPEN), "cover-open is shown")
    assert room.printers.queue(QUEUE).state is QueueState.PROCESSING
    room.device.faults.unlink()
    room.follow(job_id)
    assert room.printers.queue(QUEUE).faults == ()
    assert len(room.sheets()) == 1


def test_a_printer_that_is_unplugged_amid_a_job_is_offline(room: PrintRoom) -> None:
    room.device.pace.write_text("60")
    room.submit("k1")
    until(lambda: room.printers.at_device(QUEUE, "k1") is not None, "the printer has the job")
    room.world.kill_printer(QUEUE)
    assert is_shown(room, Fault.OFFLINE)
    assert room.sheets() == []


def test_other_media_is_told_and_a_print_waits_for_its_own(room: PrintRoom) -> None:
    assert room.printers.queue(QUEUE).media_ready is Media.FOUR_BY_SIX
    room.world.load_media(QUEUE, "5x7")
    assert room.printers.queue(QUEUE).media_ready is Media.OTHER
    job_id = room.submit("k1")
    until(lambda: is_shown(room, Fault.MEDIA_NEEDED), "the printer asks for its media")
    assert room.sheets() == []
    room.world.load_media(QUEUE, "4x6")
    room.follow(job_id)
    assert len(room.sheets()) == 1
    room.world.load_media(QUEUE, "6x8")
    assert room.printers.queue(QUEUE).media_ready is Media.SIX_BY_EIGHT


def test_a_queue_offers_what_its_driver_prints_whatever_is_loaded(room: PrintRoom) -> None:
    assert room.printers.queue(QUEUE).offered == frozenset(Sheet)
    room.world.load_media(QUEUE, "5x7")
    assert room.printers.queue(QUEUE).offered == frozenset(Sheet)


def test_a_six_by_eight_is_printed_as_one(room: PrintRoom) -> None:
    room.world.load_media(QUEUE, "6x8")
    job_id = room.printers.submit(QUEUE, room.picture, key="k1", copies=1, sheet=Sheet.SIX_BY_EIGHT)
    assert room.follow(job_id).state is JobState.COMPLETED
    assert room.sheets() == [room.picture.read_bytes()]


def test_the_count_follows_every_sheet_and_outlives_the_power(counting_room: PrintRoom) -> None:
    room = counting_room
    assert room.printers.count(QUEUE) == 10
    room.follow(room.submit("k1", copies=2))
    assert room.printers.count(QUEUE) == 8
    room.world.kill_printer(QUEUE)
    room.world.start_printer(QUEUE)
    assert room.printers.count(QUEUE) == 8


def test_a_printer_that_does_not_count_has_no_count(room: PrintRoom) -> None:
    assert room.printers.count(QUEUE) is None
