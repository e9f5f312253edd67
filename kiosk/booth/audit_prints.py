"""The promises about prints: each copy once, each job known to its end, delivered means out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kiosk.domain.facts import Facts, PrintedJob
from kiosk.domain.session import Delivered, Job, Owed, Printing, Settled, State, order_of

TWICE = "nothing prints twice"
CONFIRMED = "print confirmed"
JOURNAL = "journal"

Broken = tuple[str, str]
"""The promise and what is wrong."""


def broken_prints(facts: Facts) -> Iterator[Broken]:
    yield from _rows_follow_the_journal(facts)
    if not isinstance(facts.state, Settled):
        yield from _each_copy_once(facts.jobs)
        yield from _no_more_than_ordered(facts)
    if isinstance(facts.state, Delivered):
        yield from _all_out(facts, facts.state)


def _each_copy_once(jobs: tuple[PrintedJob, ...]) -> Iterator[Broken]:
    """A printer may go on where another ended for certain, with just the copies that it left;
    and staff may have more printed."""
    for job, following in pairwise(jobs):
        if job.moved and job.sheets is not None:
            if following.copies != job.copies - job.sheets:
                detail = f"job {job.id} made {job.sheets} of {job.copies} copies"
                yield TWICE, f"{detail}, and the next was asked for {following.copies}"
        elif job.submitted and following.submitted and not following.approved:
            yield TWICE, f"job {following.id} beside job {job.id}, and nobody approved another"


def _no_more_than_ordered(facts: Facts) -> Iterator[Broken]:
    order = order_of(facts.state)
    approved = [job.copies for job in facts.jobs if job.approved]
    out = _out(facts.jobs)
    if order is not None and out > order.package.copies + sum(approved):
        yield TWICE, f"{out} sheets came out for {order.package.copies + sum(approved)} copies"


def _all_out(facts: Facts, state: Delivered) -> Iterator[Broken]:
    """By the last jobs, where staff had it printed again."""
    jobs = _since_approval(facts.jobs)
    wanted = jobs[0].copies if jobs and jobs[0].approved else state.order.package.copies
    ends = [job.state for job in jobs if not job.moved]
    if ends != ["completed"]:
        yield CONFIRMED, "delivered without one completed print job"
    if _out(jobs) != wanted:
        yield CONFIRMED, f"delivered with {_out(jobs)} of {wanted} copies out"
    if facts.photo is not None and facts.photo.print_status != "completed":
        yield CONFIRMED, f"delivered while the photo is {facts.photo.print_status}"


def _rows_follow_the_journal(facts: Facts) -> Iterator[Broken]:
    expected = _open_job(facts.state)
    rows = [(j.id, j.state) for j in facts.jobs if j.state not in ("completed", "failed")]
    if rows != ([] if expected is None else [expected]):
        detail = "none" if expected is None else f"job {expected[0]} {expected[1]}"
        said = ", ".join(f"job {key} {state}" for key, state in rows) or "none"
        yield JOURNAL, f"the journal leaves {detail}, the rows say {said}"


def _open_job(state: State) -> tuple[str, str] | None:
    match state:
        case Printing(job=Job(key=key, cups_job_id=cups_job_id)):
            return key, "pending" if cups_job_id is None else "printing"
        case Owed(withdraw=Job(key=key)) | Settled(withdraw=Job(key=key)):
            return key, "withdrawing"
        case _:
            return None


def _since_approval(jobs: tuple[PrintedJob, ...]) -> tuple[PrintedJob, ...]:
    approved = [number for number, job in enumerate(jobs) if job.approved]
    return jobs[approved[-1] :] if approved else jobs


def _out(jobs: tuple[PrintedJob, ...]) -> int:
    return sum(job.sheets or 0 for job in jobs)
