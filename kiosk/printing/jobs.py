"""Jobs under the booth's keys: found by title, sent once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import cups

from kiosk.domain.errors import PrintingUnavailable, PrintRefused, QueueFull
from kiosk.domain.printing import JobState
from kiosk.printing.connection import Attributes, Connection
from kiosk.printing.failures import told

ASKED = (
    "job-id",
    "job-name",
    "job-printer-uri",
    "job-state",
    "job-printer-state-message",
    "job-printer-state-reasons",
    "number-of-documents",
    "job-billing",
    "time-at-completed",
    "time-at-creation",
    "time-at-processing",
)
HTTP_CONTINUE = 100
NOT_FOUND = 0x0406
NOT_POSSIBLE = 0x0404
"""What CUPS answers where MaxJobs, MaxJobsPerPrinter or the like leave no room for a job."""

TITLE = "kiosk "


PRINTS_LEFT = re.compile(r"kiosk-prints-left=(\d+)")


def noted(prints_left: int) -> dict[str, str]:
    """The option that keeps a number with the job: CUPS writes it down with it, and gives it back
    also after its own restart. job-billing (PWG 5100.3) is free text for the submitter's use."""
    return {"job-billing": f"kiosk-prints-left={prints_left}"}


def noted_prints_left(billing: str) -> int | None:
    found = PRINTS_LEFT.search(billing)
    return None if found is None else int(found[1])


def title(key: str) -> str:
    return TITLE + key


def jobs_under(connection: Connection, queue: str, key: str) -> dict[int, Attributes]:
    """Every job of the queue with this key, also those that are over.

    Raises PrintingUnavailable where CUPS hides the titles: then nobody knows what was sent.
    """
    jobs = _jobs_of(connection, queue, "all")
    return {i: job for i, job in jobs.items() if job.get("job-name") == title(key)}


def begun(connection: Connection, queue: str) -> tuple[str, ...]:
    """The keys of the queue's jobs that CUPS began to send and that are not over.

    Raises PrintingUnavailable where CUPS hides the titles.
    """
    jobs = _jobs_of(connection, queue, "all")
    begun = (jobs[i] for i in sorted(jobs) if _is_begun(jobs[i]) and not _is_over(jobs[i]))
    return tuple(key for job in begun if (key := _key(job)) is not None)


def end_stranded(connection: Connection, queue: str) -> None:
    """Cancels the booth's jobs that CUPS holds to be neither active nor over.

    A cupsd (2.4.2) that is ended in good order amid a job lists it as completed, and leaves it as
    pending in its own file. The next one does not print it, and the one after that does.
    """
    jobs = _jobs_of(connection, queue, "all")
    open_jobs = [i for i, job in jobs.items() if not _is_over(job) and _key(job) is not None]
    active = connection.getJobs("not-completed", requested_attributes=list(ASKED))
    for job_id in open_jobs:
        # One that ended between the two questions is over now, and one that came is active.
        if job_id not in active and not _is_over(connection.getJobAttributes(job_id)):
            connection.cancelJob(job_id)


def purge(connection: Connection, before: datetime) -> int:
    """Forgets the booth's jobs that were over by then, with their pictures; how many there were."""
    jobs = connection.getJobs("completed", requested_attributes=list(ASKED))
    old = [
        i for i, job in jobs.items() if _key(job) is not None and _ended(job) < before.timestamp()
    ]
    return sum(_is_forgotten(connection, job_id) for job_id in old)


def is_whole(job: Attributes) -> bool:
    """Whether its picture arrived. A job cut off before that never prints: CUPS aborts it."""
    return int(job.get("number-of-documents") or 0) > 0


def send(
    connection: Connection, queue: str, file: Path, key: str, options: Mapping[str, str]
) -> int:
    """The id of the job that CUPS accepted, picture included. Leaves none behind where refused."""
    picture = file.read_bytes()
    job_id = _create(connection, queue, title(key), options)
    try:
        _send_document(connection, queue, job_id, file.name, picture)
    except cups.IPPError as error:
        if isinstance(told(error), PrintRefused):
            _forget(connection, job_id)
        raise
    return job_id


def drop_remains(connection: Connection, queue: str, key: str) -> None:
    """Forgets jobs under this key whose picture never arrived."""
    for job_id, job in jobs_under(connection, queue, key).items():
        if not is_whole(job):
            _forget(connection, job_id)


def _is_forgotten(connection: Connection, job_id: int) -> bool:
    """False where it is gone already. Raises where CUPS may not or can't forget it."""
    try:
        connection.cancelJob(job_id, purge_job=True)
    except cups.IPPError as error:
        if error.args[0] != NOT_FOUND:
            raise
        return False
    return True


def _create(connection: Connection, queue: str, name: str, options: Mapping[str, str]) -> int:
    try:
        return connection.createJob(queue, name, options)
    except cups.IPPError as error:
        if error.args[0] == NOT_POSSIBLE:
            raise QueueFull(f"{queue} has no room for one more job: {told(error)}") from error
        raise


def _send_document(
    connection: Connection, queue: str, job_id: int, name: str, picture: bytes
) -> None:
    """Raises where CUPS does not take all of it; pycups itself raises for most of that."""
    status = connection.startDocument(queue, job_id, name, "image/jpeg", 1)
    if status == HTTP_CONTINUE:
        status = connection.writeRequestData(picture, len(picture))
    if status != HTTP_CONTINUE:
        raise PrintingUnavailable(f"CUPS stopped listening amid the picture: HTTP {status}")
    connection.finishDocument(queue)


def _forget(connection: Connection, job_id: int) -> None:
    try:
        connection.cancelJob(job_id, purge_job=True)
    except cups.IPPError:
        # It is gone already, or CUPS is; it has no picture and never prints.
        return


def _jobs_of(connection: Connection, queue: str, which: str) -> dict[int, Attributes]:
    jobs = connection.getJobs(which, requested_attributes=list(ASKED))
    mine = {i: job for i, job in jobs.items() if _queue_of(job) == queue}
    if mine and not any("job-name" in job for job in mine.values()):
        raise PrintingUnavailable(
            "CUPS hides the titles of this booth's jobs; set JobPrivateValues none in cupsd.conf"
        )
    return mine


def _is_begun(job: Attributes) -> bool:
    return job.get("time-at-processing") is not None


def _is_over(job: Attributes) -> bool:
    return JobState(job["job-state"]).terminal


def _key(job: Attributes) -> str | None:
    name = str(job.get("job-name", ""))
    return name.removeprefix(TITLE) if name.startswith(TITLE) else None


def _ended(job: Attributes) -> float:
    """Seconds since 1970; of a job that CUPS lost the end of, its beginning."""
    return float(job.get("time-at-completed") or job["time-at-creation"])


def _queue_of(job: Attributes) -> str:
    return unquote(str(job.get("job-printer-uri", "")).rpartition("/")[2])
