"""CUPS' words as the domain's values."""

from __future__ import annotations

import pytest

from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState
from kiosk.printing.reading import faults, job_status, queue_status


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        (["none"], ()),
        (["media-empty-error"], (Fault.MEDIA_EMPTY,)),
        (["media-empty-warning"], (Fault.MEDIA_EMPTY,)),
        (["media-empty"], (Fault.MEDIA_EMPTY,)),
        (["media-empty-warning", "media-empty-error"], (Fault.MEDIA_EMPTY,)),
        (["media-empty-report"], ()),
        (["cover-open-error", "media-needed-warning"], (Fault.COVER_OPEN, Fault.MEDIA_NEEDED)),
        (["paused"], (Fault.PAUSED,)),
        (["marker-supply-low-warning", "media-low-report"], ()),
        (["cups-waiting-for-job-completed", "connecting-to-device"], ()),
        (["fuser-over-temp-error"], (Fault.TEMPERATURE,)),
    ],
)
def test_state_reasons_as_faults(reasons: list[str], expected: tuple[Fault, ...]) -> None:
    assert faults(reasons) == expected


@pytest.mark.parametrize(
    ("state", "reasons", "expected"),
    [
        (5, ["paused"], (Fault.MEDIA_JAM, Fault.PAUSED)),
        (4, "none", (Fault.MEDIA_JAM,)),
        (4, ["other-error"], (Fault.MEDIA_JAM, Fault.OTHER)),
        (4, ["media-empty-warning"], (Fault.MEDIA_EMPTY,)),
        (3, "none", ()),
    ],
)
def test_the_message_is_read_where_reasons_are_silent_and_work_is_on(
    state: int, reasons: object, expected: tuple[Fault, ...]
) -> None:
    said = {
        "printer-state": state,
        "printer-state-reasons": reasons,
        "printer-state-message": "Printer not ready: Paper Jam, please correct...",
        "printer-is-accepting-jobs": True,
    }
    assert queue_status("photo", said).faults == expected


def test_a_jobs_gravest_words_count_where_it_stands_still() -> None:
    said = {"job-state": 3, "job-printer-state-message": "Printer cover open!"}
    assert job_status(1, said).faults == (Fault.COVER_OPEN,)
    assert job_status(1, {**said, "job-state": 5}).faults == ()
    assert job_status(1, {**said, "job-state": 8}).faults == ()


def test_a_job_that_is_over_has_no_faults() -> None:
    over = {"job-state": 9, "job-printer-state-reasons": ["media-empty-warning"]}
    assert job_status(1, over).faults == ()
    assert job_status(1, {**over, "job-state": 5}).state is JobState.PROCESSING
