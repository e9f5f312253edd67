"""CUPS' attributes as the domain's values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kiosk.domain.faults import Fault
from kiosk.domain.printing import JobState, JobStatus, QueueState, QueueStatus
from kiosk.printing.connection import Attributes

NATIVE_PRINTS = re.compile(r"(\d+) native prints remaining")
"""Gutenprint's dye-sub backends, in marker-message. Their marker-levels are percent, not prints."""

SEVERITIES = ("-report", "-warning", "-error")
KNOWN = {fault.value: fault for fault in Fault if fault is not Fault.OTHER}


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
    """The printer's faults count for a job that is not over."""
    state = JobState(attributes["job-state"])
    reasons = () if state.terminal else _several(attributes.get("job-printer-state-reasons"))
    return JobStatus(
        cups_job_id=cups_job_id,
        state=state,
        faults=faults(reasons),
        message=str(attributes.get("job-printer-state-message") or ""),
    )


def faults_of_printer(attributes: Attributes) -> tuple[Fault, ...]:
    return faults(_several(attributes.get("printer-state-reasons")))


def faults(reasons: Iterable[str]) -> tuple[Fault, ...]:
    """Each fault once, in CUPS' order.

    A reason that ends in -report is no fault. One that the booth does not know is a fault only
    where the printer itself calls it an error.
    """
    found: dict[Fault, None] = {}
    for reason in reasons:
        name, severity = _split(reason)
        if severity == "-report":
            continue
        if name in KNOWN:
            found[KNOWN[name]] = None
        elif severity == "-error":
            found[Fault.OTHER] = None
    return tuple(found)


def prints_left(attributes: Attributes) -> int | None:
    """How many sheets the printer says it can still print, None where it does not say.

    printer-supply would tell for some IPP printers, but pycups 2.0.4 does not decode it.
    """
    if match := NATIVE_PRINTS.search(str(attributes.get("marker-message") or "")):
        return int(match[1])
    return None


def _split(reason: str) -> tuple[str, str]:
    for severity in SEVERITIES:
        if reason.endswith(severity):
            return reason.removesuffix(severity), severity
    return reason, ""


def _several(value: Any) -> Sequence[str]:
    if value is None:
        return ()
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(str(v) for v in values)
