"""Jobs under the booth's keys: found by title, sent once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

import cups

from kiosk.domain.errors import PrintingUnavailable, PrintRefused
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
)
HTTP_CONTINUE = 100


def title(key: str) -> str:
    return f"kiosk {key}"


def jobs_under(connection: Connection, queue: str, key: str) -> dict[int, Attributes]:
    """Every job of the queue with this key, also those that are over.

    Raises PrintingUnavailable where CUPS hides the titles: then nobody knows what was sent.
    """
    jobs = connection.getJobs("all", requested_attributes=list(ASKED))
    mine = {i: job for i, job in jobs.items() if _queue_of(job) == queue}
    if mine and not any("job-name" in job for job in mine.values()):
        raise PrintingUnavailable(
            "CUPS hides the titles of this booth's jobs; set JobPrivateValues none in cupsd.conf"
        )
    return {i: job for i, job in mine.items() if job.get("job-name") == title(key)}


def is_whole(job: Attributes) -> bool:
    """Whether its picture arrived. A job cut off before that never prints: CUPS aborts it."""
    return int(job.get("number-of-documents") or 0) > 0


def send(
    connection: Connection, queue: str, file: Path, key: str, options: Mapping[str, str]
) -> int:
    """The id of the job that CUPS accepted, picture included. Leaves none behind where refused."""
    picture = file.read_bytes()
    job_id = connection.createJob(queue, title(key), options)
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


def _queue_of(job: Attributes) -> str:
    return unquote(str(job.get("job-printer-uri", "")).rpartition("/")[2])
