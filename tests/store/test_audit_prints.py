"""The audit finds what never may be: rows are spoilt by hand, and each spoilt one is named."""

from __future__ import annotations

import pytest

from kiosk.booth.audit_prints import broken_prints
from kiosk.domain import session as s
from kiosk.store.mirror import Mirror
from tests.store.sample import EVENTS, NOW, WHO, live, printer

MOVED = (*EVENTS[:7], s.PrintMoved("back", "second", 1), s.PrintSubmitted(8), s.PrintCompleted())

THIRD = """INSERT INTO print_jobs (id, session_id, photo_id, printer_id, copies, cups_job_id, state)
SELECT 'third', session_id, photo_id, printer_id, 1, 9, 'completed' FROM print_jobs
WHERE id = 'second'"""


@pytest.fixture
def delivered(mirror: Mirror) -> Mirror:
    """Two copies, one from each of two printers."""
    mirror.printers.add(printer("back", "Back"), WHO, NOW)
    live(mirror, MOVED)
    return mirror


def broken(mirror: Mirror) -> list[tuple[str, str]]:
    [facts] = mirror.evidence.facts()
    return list(broken_prints(facts))


def test_copies_from_two_printers_that_add_up_break_nothing(delivered: Mirror) -> None:
    assert broken(delivered) == []


@pytest.mark.parametrize(
    ("spoil", "promise", "detail"),
    [
        (
            "UPDATE print_jobs SET sheets = NULL WHERE id = 'job'",
            "nothing prints twice",
            "job second beside job job, and nobody approved another",
        ),
        (
            "UPDATE print_jobs SET error = 'print' WHERE id = 'job'",
            "nothing prints twice",
            "job second beside job job, and nobody approved another",
        ),
        (
            "UPDATE print_jobs SET copies = 2, sheets = 2 WHERE id = 'second'",
            "nothing prints twice",
            "job job made 1 of 2 copies, and the next was asked for 2",
        ),
        (
            "UPDATE print_jobs SET sheets = 2 WHERE id = 'second'",
            "nothing prints twice",
            "3 sheets came out for 2 copies",
        ),
        (
            "UPDATE print_jobs SET sheets = 0 WHERE id = 'second'",
            "print confirmed",
            "delivered with 1 of 2 copies out",
        ),
        (
            "UPDATE print_jobs SET state = 'failed' WHERE id = 'second'",
            "print confirmed",
            "delivered without one completed print job",
        ),
        (
            "UPDATE photos SET print_status = 'failed'",
            "print confirmed",
            "delivered while the photo is failed",
        ),
        (
            "UPDATE print_jobs SET state = 'printing' WHERE id = 'second'",
            "journal",
            "the journal leaves none, the rows say job second printing",
        ),
        (
            THIRD,
            "nothing prints twice",
            "job third beside job second, and nobody approved another",
        ),
    ],
)
def test_a_spoilt_row_is_a_broken_promise(
    delivered: Mirror, spoil: str, promise: str, detail: str
) -> None:
    delivered.database.execute_sql(spoil)
    assert (promise, detail) in broken(delivered)


def test_a_job_that_staff_have_settled_may_have_come_out_after_all(mirror: Mirror) -> None:
    gave_up = s.GaveUp(s.OwedReason.PRINT, job_may_print=True)
    settled = s.SettledByStaff(s.Settlement.COMPED, "Sari", "no paper")
    live(mirror, (*EVENTS[:7], gave_up, settled, s.PrintCompleted()))
    assert broken(mirror) == []


def test_a_job_to_be_withdrawn_that_the_rows_forgot_is_found(mirror: Mirror) -> None:
    live(mirror, (*EVENTS[:7], s.GaveUp(s.OwedReason.PRINT, job_may_print=True)))
    mirror.database.execute_sql("UPDATE print_jobs SET state = 'failed'")
    assert broken(mirror) == [
        ("journal", "the journal leaves job job withdrawing, the rows say none")
    ]
