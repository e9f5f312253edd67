"""What the printer itself remembers of a job, asked past CUPS."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.domain.errors import PrintingUnavailable
from kiosk.domain.printing import DeviceJob, JobState
from kiosk.local.programs import program
from kiosk.printing.devices import Devices, device_job
from kiosk.printing.ipp_client import PrinterGone
from tests.printing.conftest import QUEUE, PrintRoom, until


def job(number: int, name: str, state: int, **counted: int) -> dict[str, object]:
    said = {key.replace("_", "-"): value for key, value in counted.items()}
    return {"job-id": number, "job-name": name, "job-state": state, **said}


ONE_OUT = {"job_impressions_completed": 1}
NONE_OUT = {"job_impressions_completed": 0}
SENT = job(1, "kiosk k", 9, **ONE_OUT)
CANCELED = job(1, "kiosk k", 7, **NONE_OUT)


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([], None),
        ([job(1, "kiosk other", 9, **ONE_OUT)], None),
        ([SENT], DeviceJob(JobState.COMPLETED, 1)),
        ([CANCELED], DeviceJob(JobState.CANCELED, 0)),
        ([job(1, "kiosk k", 5, **NONE_OUT)], DeviceJob(JobState.PROCESSING, 0)),
        ([job(1, "kiosk k", 9)], DeviceJob(JobState.COMPLETED, None)),
        ([job(1, "kiosk k", 9, **NONE_OUT)], DeviceJob(JobState.COMPLETED, None)),
        ([job(2, "kiosk a", 9, **NONE_OUT), CANCELED], DeviceJob(JobState.CANCELED, None)),
        ([job(2, "by hand", 9, **NONE_OUT), CANCELED], DeviceJob(JobState.CANCELED, 0)),
        ([job(2, "kiosk k", 7, **ONE_OUT), SENT], DeviceJob(JobState.CANCELED, 2)),
        (
            [job(2, "kiosk k", 9, **ONE_OUT), job(1, "kiosk k", 5)],
            DeviceJob(JobState.PROCESSING, None),
        ),
        (
            [job(1, "kiosk k", 9, job_media_sheets_completed=2, job_impressions_completed=0)],
            DeviceJob(JobState.COMPLETED, 2),
        ),
    ],
)
def test_jobs_under_one_title(jobs: list[dict[str, object]], expected: DeviceJob | None) -> None:
    assert device_job(jobs, "kiosk k") == expected


def test_it_knows_the_sheets_of_a_job_while_it_runs_and_after(room: PrintRoom) -> None:
    assert room.printers.at_device(QUEUE, "k1") is None
    room.device.pace.write_text("0.4")
    job_id = room.submit("k1", copies=3)
    until(
        lambda: room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.PROCESSING, 1),
        "one sheet of three is told",
    )
    assert len(room.sheets()) == 1
    room.follow(job_id)
    assert room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.COMPLETED, 3)


def test_a_cancel_between_copies_leaves_the_right_count(room: PrintRoom) -> None:
    """CUPS says canceled at once; the printer, when nothing can come out any more."""
    room.device.pace.write_text("0.4")
    job_id = room.submit("k1", copies=4)
    until(lambda: len(room.sheets()) == 1, "the first sheet is out")
    room.printers.cancel(job_id)
    assert room.follow(job_id).state is JobState.CANCELED
    until(lambda: is_over(room, "k1"), "the printer has stopped")
    out = len(room.sheets())
    assert out < 4
    assert room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.CANCELED, out)

    room.follow(room.submit("k2"))
    assert len(room.sheets()) == out + 1


def test_a_printer_that_was_switched_off_remembers_nothing(room: PrintRoom) -> None:
    room.follow(room.submit("k1"))
    room.world.kill_printer(QUEUE)
    with pytest.raises(PrinterGone):
        room.printers.at_device(QUEUE, "k1")
    with pytest.raises(PrinterGone):
        room.printers.count(QUEUE)
    room.world.start_printer(QUEUE)
    assert room.printers.at_device(QUEUE, "k1") is None
    assert len(room.sheets()) == 1


def test_a_printer_that_hangs_holds_nobody_for_longer_than_patience(room: PrintRoom) -> None:
    printer = room.world.printer(QUEUE)
    devices = Devices(patience_s=0.5)
    os.kill(printer.pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(PrintingUnavailable):
            devices.look(room.device.uri)
        assert time.monotonic() - began < 1.5
    finally:
        os.kill(printer.pid, signal.SIGCONT)
    assert devices.look(room.device.uri) is not None


def test_a_printer_is_asked_over_tls_as_well(room: PrintRoom) -> None:
    room.follow(room.submit("k1"))
    uri = room.device.uri.replace("ipp:", "ipps:") + "?contimeout=5"
    assert Devices(5.0).job(uri, "kiosk k1") == DeviceJob(JobState.COMPLETED, 1)


@pytest.mark.parametrize(
    "uri", ["usb://DNP/DS620", "socket://localhost:9", "dnssd://P._ipp._tcp/", ""]
)
def test_what_does_not_speak_ipp_can_not_be_asked(uri: str) -> None:
    assert Devices(0.5).look(uri) is None
    assert Devices(0.5).job(uri, "kiosk k1") is None


def is_over(room: PrintRoom, key: str) -> bool:
    known = room.printers.at_device(QUEUE, key)
    return known is not None and known.state.terminal


CREATE_JOB = """{
  OPERATION Create-Job
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR name requesting-user-name $user
  ATTR name job-name "kiosk k1"
}
"""


def test_a_job_whose_picture_never_reached_the_printer_is_over(
    room: PrintRoom, tmp_path: Path
) -> None:
    """As a cupsd leaves it that is killed between the two."""
    test = tmp_path / "create.test"
    test.write_text(CREATE_JOB)
    subprocess.run([program("ipptool"), "-q", room.device.uri, str(test)], check=True, timeout=10)
    assert room.printers.at_device(QUEUE, "k1") == DeviceJob(JobState.ABORTED, 0)
