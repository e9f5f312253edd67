"""A session's print jobs as rows: whatever happens to them, the rows say what the journal says."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from kiosk.booth.audit_prints import broken_prints
from kiosk.domain import session as s
from kiosk.domain.printing import Media
from kiosk.store.mirror import Mirror
from kiosk.store.models import Photo, PrintJob
from tests.store.sample import EVENTS, NOW, WHO, live, opened, ordered, printer

LOADED = 100
PRINTERS = ("printer", "back")

SUBMITTED = st.builds(s.PrintSubmitted, st.integers(1, 99), st.none() | st.integers(0, 400))
MOVED = st.builds(s.PrintMoved, st.sampled_from(PRINTERS), st.just(""), st.integers(0, 2))
GAVE_UP = st.builds(s.GaveUp, st.just(s.OwedReason.PRINT), st.booleans())
SETTLED = st.just(s.SettledByStaff(s.Settlement.REPRINTED, "Sari", "a jam"))
ENDED = st.sampled_from((s.PrintCompleted(), s.PrintWithdrawn()))
JOB_EVENTS = st.builds(
    # First from printer to printer, or most orders would end on the first one.
    lambda moves, rest: moves + rest,
    st.lists(SUBMITTED | MOVED, max_size=6),
    st.lists(SUBMITTED | MOVED | ENDED | GAVE_UP | SETTLED, max_size=8),
)


@settings(max_examples=150)
@given(copies=st.integers(1, 4), events=JOB_EVENTS)
def test_rows_counts_and_photo_agree_with_the_journal_after_every_event(
    copies: int, events: list[s.Event]
) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as mirror:
        mirror.database.execute_sql("PRAGMA synchronous=OFF")
        mirror.printers.add(printer("back", "Back"), WHO, NOW)
        for name in PRINTERS:
            mirror.printers.load(name, Media.FOUR_BY_SIX, LOADED)
        live(mirror, (s.Chosen(ordered(copies)), *EVENTS[1:6]))
        out: Counter[str] = Counter()
        for number, event in enumerate(events):
            if isinstance(event, s.PrintMoved):
                event = s.PrintMoved(event.printer_id, f"job-{number}", event.sheets)
            before = state_of(mirror)
            if mirror.journal.append("session", event, NOW) is not None:
                count(before, event, out)
            check(mirror, copies, out)


def count(before: s.State, event: s.Event, out: Counter[str]) -> None:
    """The sheets that came out, by an arithmetic of its own."""
    match before, event:
        case s.Printing(job=job), s.PrintMoved(sheets=sheets):
            out[job.printer_id] += sheets
        case s.Printing(job=job), s.PrintCompleted():
            out[job.printer_id] += job.copies
        case (
            (s.Owed(withdraw=s.Job() as job) | s.Settled(withdraw=s.Job() as job)),
            (s.PrintCompleted()),
        ):
            out[job.printer_id] += job.copies


def check(mirror: Mirror, copies: int, out: Counter[str]) -> None:
    state = state_of(mirror)
    rows = list(PrintJob.select())
    assert sum(row.sheets or 0 for row in rows) == out.total() <= copies
    for name in PRINTERS:
        made = sum(row.sheets or 0 for row in rows if row.printer_id == name)
        found = mirror.printers.get(name)
        assert found is not None
        assert found.sheets_left == LOADED - made == LOADED - out[name]
    check_open_rows(mirror, state, rows)
    [facts] = mirror.evidence.facts()
    assert list(broken_prints(facts)) == []
    assert bool(mirror.journal.unfinished()) == bool(s.due(state))
    photo = Photo.get()
    assert photo.print_status in statuses(state)
    told = [e for e in mirror.outbox.due(NOW, 1000) if e.kind == "photo"]
    assert [entry.body["version"] for entry in told] == list(range(1, photo.version + 1))
    assert told[-1].body["print_status"] == photo.print_status
    assert told[-1].body["printer_id"] == photo.printer_id


def check_open_rows(mirror: Mirror, state: s.State, rows: list[PrintJob]) -> None:
    open_rows = [row for row in rows if row.state in ("pending", "printing")]
    withdrawing = [row.id for row in rows if row.state == "withdrawing"]
    match state:
        case s.Printing(job=job):
            [row] = open_rows
            told = (row.id, row.printer_id, row.copies, row.cups_job_id, row.prints_left)
            assert told == (job.key, job.printer_id, job.copies, job.cups_job_id, job.prints_left)
            assert row.state == ("pending" if job.cups_job_id is None else "printing")
            assert mirror.printers.waiting() == {job.printer_id: job.copies}
            assert mirror.printers.is_open(job.key)
            assert withdrawing == []
        case s.Owed(withdraw=s.Job(key=key)) | s.Settled(withdraw=s.Job(key=key)):
            assert (open_rows, withdrawing) == ([], [key])
            assert mirror.printers.is_open(key)
        case _:
            assert (open_rows, withdrawing) == ([], [])
            assert mirror.printers.waiting() == {}


def statuses(state: s.State) -> tuple[str, ...]:
    match state:
        case s.Printing(job=s.Job(cups_job_id=None)):
            return ("pending",)
        case s.Printing():
            return ("printing",)
        case s.Delivered():
            return ("completed",)
        case s.Settled(withdraw=None):
            return ("failed", "completed")
        case _:
            return ("failed",)


def state_of(mirror: Mirror) -> s.State:
    found = mirror.journal.load("session")
    assert found is not None
    return found.state


def test_two_printers_share_an_order_and_each_row_says_what_its_printer_made(
    mirror: Mirror,
) -> None:
    mirror.printers.add(printer("back", "Back"), WHO, NOW)
    moved = s.PrintMoved("back", "second", 1)
    live(mirror, (*EVENTS[:7], moved, s.PrintSubmitted(8, 55), s.PrintCompleted()))
    rows = [(r.id, r.printer_id, r.copies, r.sheets, r.state, r.error) for r in PrintJob.select()]
    assert rows == [
        ("job", "printer", 2, 1, "failed", "moved"),
        ("second", "back", 1, 1, "completed", None),
    ]
    told = [e.body for e in mirror.outbox.due(NOW, 100) if e.kind == "photo"]
    assert [(body["printer_id"], body["print_status"]) for body in told] == [
        (None, "pending"),
        ("printer", "pending"),
        ("printer", "printing"),
        ("back", "pending"),
        ("back", "printing"),
        ("back", "completed"),
    ]


def test_a_count_never_falls_below_nothing(mirror: Mirror) -> None:
    mirror.printers.load("printer", Media.FOUR_BY_SIX, 1)
    live(mirror)
    assert mirror.printers.all()[0].sheets_left == 0


def test_a_printer_nobody_counted_stays_uncounted(mirror: Mirror) -> None:
    live(mirror)
    assert mirror.printers.all()[0].sheets_left is None


def test_a_count_falls_in_the_transaction_of_its_event_or_not_at_all(mirror: Mirror) -> None:
    mirror.printers.load("printer", Media.FOUR_BY_SIX, 10)
    live(mirror, EVENTS[:7])
    mirror.database.execute_sql(
        "CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    )
    with pytest.raises(Exception, match="disk full"):
        mirror.journal.append("session", s.PrintCompleted(), NOW)
    assert mirror.printers.all()[0].sheets_left == 10
    assert PrintJob.get().state == "printing"


@pytest.mark.parametrize("settled", [False, True])
def test_a_session_is_unfinished_while_its_job_is_to_be_withdrawn(
    mirror: Mirror, *, settled: bool
) -> None:
    live(mirror, (*EVENTS[:7], s.GaveUp(s.OwedReason.PRINT, job_may_print=True)))
    if settled:
        by_hand = s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "no paper")
        mirror.journal.append("session", by_hand, NOW)
    [found] = mirror.journal.unfinished()
    [effect] = s.due(found.state)
    assert isinstance(effect, s.WithdrawPrint)
    mirror.journal.append("session", s.PrintWithdrawn(), NOW)
    assert mirror.journal.unfinished() == ()
    assert (PrintJob.get().state, PrintJob.get().error) == ("failed", "print")


def test_unfinished_sessions_and_waiting_sheets_are_found_by_index(mirror: Mirror) -> None:
    seen: list[str] = []
    connection = mirror.database.connection()
    connection.set_trace_callback(seen.append)
    mirror.journal.unfinished()
    mirror.printers.waiting()
    connection.set_trace_callback(None)
    queries = [text for text in seen if text.startswith("SELECT")]
    assert len(queries) == 2
    for query in queries:
        plan = mirror.database.execute_sql(f"EXPLAIN QUERY PLAN {query}").fetchall()
        assert not any(step[3].startswith("SCAN") for step in plan), plan
