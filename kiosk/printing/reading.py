"""CUPS' attributes as the domain's values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, JobStatus, QueueState, QueueStatus
from kiosk.printing.connection import Attributes
from kiosk.printing.jobs import noted_prints_left
from kiosk.printing.loaded import prints_left
from kiosk.printing.reasons import faults_of
from kiosk.printing.texts import fault_in

EFFECTS = frozenset({Fault.PAUSED, Fault.OTHER})
"""Reasons that tell what came of a cause, and not the cause."""


def queue_status(queue: str, attributes: Attributes) -> QueueStatus:
    return QueueStatus(
        queue=queue,
        state=QueueState(attributes["printer-state"]),
        accepting=bool(attributes["printer-is-accepting-jobs"]),
        faults=faults_of_printer(attributes),
        message=str(attributes.get("printer-state-message") or ""),
        prints_left=prints_left(attributes),
    )


def job_status(cups_job_id: int, attributes: Attributes) -> JobStatus:
    """The printer's faults count for a job that is not over.

    time-at-processing is written with the job and outlives cupsd; once set, it is never unset.
    job-impressions-completed and job-media-sheets-completed say nothing here: CUPS counts a sheet
    when a filter has made it or a backend has sent it.
    """
    state = JobState(attributes["job-state"])
    message = str(attributes.get("job-printer-state-message") or "")
    began = attributes.get("time-at-processing")
    reasons = _several(attributes.get("job-printer-state-reasons"))
    runs = state is JobState.PROCESSING
    return JobStatus(
        cups_job_id=cups_job_id,
        state=state,
        faults=() if state.terminal else faults(reasons, "" if runs else message),
        message=message,
        begun=began is not None,
        prints_left=noted_prints_left(str(attributes.get("job-billing") or "")),
        seconds=_seconds(began, attributes.get("time-at-completed")) if state.terminal else None,
    )


def _seconds(began: int | None, ended: int | None) -> float | None:
    return None if began is None or ended is None else float(ended - began)


def faults_of_printer(attributes: Attributes) -> tuple[Fault, ...]:
    """A printer at rest keeps the last words of a fault that is long gone; those are passed over.

    A queue that CUPS stopped keeps them too, and there they are the cause: whether it is gone,
    nothing tells but the next try.
    """
    rests = attributes.get("printer-state") == QueueState.IDLE
    message = "" if rests else str(attributes.get("printer-state-message") or "")
    return faults(_several(attributes.get("printer-state-reasons")), message)


def faults(reasons: Iterable[str], message: str = "") -> tuple[Fault, ...]:
    """Each fault once, in CUPS' order. The message is read where the reasons are silent about the
    cause: dye-subs report a jam or an open cover there and nowhere else."""
    found = faults_of(reasons)
    if not EFFECTS.issuperset(found):
        return found
    cause = fault_in(message)
    return found if cause is None or cause in found else (cause, *found)


def _several(value: Any) -> Sequence[str]:
    if value is None:
        return ()
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(str(v) for v in values)
