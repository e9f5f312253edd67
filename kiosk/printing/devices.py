"""What printers themselves say: of their faults, of what is in them, and of their jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cups

from kiosk.domain.errors import PrintRefused
from kiosk.domain.faults import Fault
from kiosk.domain.printing import DeviceJob, JobState, Media
from kiosk.printing.connection import Attributes
from kiosk.printing.ipp import Answer, Operation, Tag
from kiosk.printing.ipp_client import ask, speaks_ipp
from kiosk.printing.jobs import TITLE
from kiosk.printing.loaded import media_ready, prints_left
from kiosk.printing.reading import faults_of_printer

ABOUT_PRINTER = (
    "marker-message",
    "media-col-ready",
    "media-ready",
    "printer-state",
    "printer-state-message",
    "printer-state-reasons",
    "printer-supply",
)
ABOUT_JOB = (
    "copies",
    "job-id",
    "job-impressions-completed",
    "job-media-sheets-completed",
    "job-name",
    "job-state",
    "job-state-reasons",
)
NO_PICTURE = "job-data-insufficient"
COUNTERS = ("job-media-sheets-completed", "job-impressions-completed")


@dataclass(frozen=True)
class Look:
    """A printer at one moment, by its own word. None is what it does not say."""

    faults: tuple[Fault, ...]
    media_ready: Media | None
    prints_left: int | None


class Devices:
    """CUPS hears of a fault only while a job runs, and keeps it after that: paper that ran out
    between two jobs goes unnoticed, and paper that was loaded after a job was canceled is missing
    for ever. And when cupsd is killed amid a job, only the printer knows what came out. So a
    printer that speaks IPP is asked directly. ``patience_s`` bounds each call.

    Calls raise PrintingUnavailable where the printer does not answer, PrinterGone where nothing
    is at its address at all, and give None where it can't be asked.
    """

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._user = cups.getUser()

    def look(self, uri: str) -> Look | None:
        answer = self._ask(uri, Operation.GET_PRINTER_ATTRIBUTES, ABOUT_PRINTER)
        if answer is None:
            return None
        said = answer.printer
        return Look(faults_of_printer(said), media_ready(said), prints_left(said))

    def job(self, uri: str, title: str) -> DeviceJob | None:
        """All that the printer remembers under this title, which may have been sent again."""
        found: list[Attributes] = []
        for which in ("not-completed", "completed"):
            answer = self._ask(
                uri, Operation.GET_JOBS, ABOUT_JOB, (Tag.KEYWORD, "which-jobs", which)
            )
            if answer is None:
                return None
            found.extend(answer.jobs)
        return device_job(found, title)

    def _ask(
        self,
        uri: str,
        operation: Operation,
        wanted: Sequence[str],
        *extra: tuple[Tag, str, str],
    ) -> Answer | None:
        if not speaks_ipp(uri):
            return None
        # A printer may show a job's title to nobody but the user that CUPS sent it for.
        who = (Tag.NAME, "requesting-user-name", self._user)
        asked = [(Tag.KEYWORD, "requested-attributes", name) for name in wanted]
        try:
            return ask(uri, operation, [who, *extra, *asked], self._patience_s)
        except PrintRefused:
            return None


def device_job(jobs: Sequence[Attributes], title: str) -> DeviceJob | None:
    """The jobs under this title as one: its sheets are those of all, and it is over when all are.

    A printer that completed one of our jobs with 0 sheets does not count: nothing that it says is
    taken for a number. One that holds a job for want of its picture will never get it: CUPS died
    between the two, and is asked about such a job only when it sends nothing.
    """
    ours = [job for job in jobs if str(job.get("job-name")).startswith(TITLE)]
    mine = {int(job["job-id"]): job for job in ours if job["job-name"] == title}
    if not mine:
        return None
    counts = not any(_state(job) is JobState.COMPLETED and _sheets(job) == 0 for job in ours)
    each = [_sheets(job) for job in mine.values()]
    sheets = sum(n for n in each if n is not None) if counts and None not in each else None
    running = [number for number, job in mine.items() if not _state(job).terminal]
    return DeviceJob(_state(mine[max(running or mine)]), sheets)


def _state(job: Attributes) -> JobState:
    state = JobState(int(job["job-state"]))
    return JobState.ABORTED if state is JobState.HELD and NO_PICTURE in _reasons(job) else state


def _reasons(job: Attributes) -> tuple[str, ...]:
    said = job.get("job-state-reasons") or ()
    return tuple(said) if isinstance(said, list | tuple) else (str(said),)


def _sheets(job: Attributes) -> int | None:
    said = [int(job[name]) for name in COUNTERS if isinstance(job.get(name), int)]
    return max(said, default=None)
