"""``kiosk printers jobs`` and ``cancel``: guests' print jobs."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    table,
    told,
)
from kiosk.commands.printers.naming import WHO, named
from kiosk.domain.errors import ConfigError, KioskError
from kiosk.printing.cups_printers import CupsPrinters
from kiosk.store import reports
from kiosk.store.reports import PrintJobLine
from kiosk.wiring.printing import printers_of

CANCEL_PATIENCE_S = 15.0

HEAD: tuple[str, ...] = ("job", "cups", "state", "out", "sent", "session", "")
WARNING = (
    "the guest of this job has paid and gets no print: the session becomes owed, "
    "and staff have to settle it. Say --yes if that is meant"
)


def list_jobs(
    name: str,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 20,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """A printer's jobs, the newest first."""
    del config
    with told(), mirror_in(data_dir) as mirror:
        lines = reports.print_jobs(named(mirror, name).id, limit)
        rows = [HEAD, *(_row(line) for line in lines)]
        answer(
            {"jobs": lines},
            as_json=as_json,
            text=lambda: table(rows) if lines else f"{name} has had no jobs.",
        )


def cancel(
    job: Annotated[str, typer.Argument(help="Of kiosk printers jobs: its id or CUPS number.")],
    yes: Annotated[bool, typer.Option("--yes", help="The guest gets no print of it.")] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Ends a job at its printer; what is not out by then is owed."""
    with told(), mirror_in(data_dir) as mirror:
        line = reports.print_job(job)
        if line is None:
            raise KioskError(f"there is no print job {job}: kiosk printers jobs NAME")
        if line.state not in ("pending", "printing"):
            raise KioskError(f"print job {job} is over: {line.state}")
        if line.cups_job_id is None:
            raise KioskError(f"print job {job} waits for its turn: the booth has not sent it yet")
        if not yes:
            raise ConfigError(WARNING)
        cups = printers_of(settings(config, data_dir))
        cups.cancel(line.cups_job_id)
        data = {"job": line.id, "session_id": line.session_id}
        mirror.audit_log.write(WHO, "print job cancelled", data, SystemClock().now())
        _wait_for_end(cups, line.cups_job_id)
        answer(
            {"cancelled": line.id, "session_id": line.session_id},
            as_json=as_json,
            text=lambda: (
                f"Cancelled. The booth owes the guest: kiosk sessions show {line.session_id}"
            ),
        )


def _wait_for_end(cups: CupsPrinters, cups_job_id: int) -> None:
    give_up = time.monotonic() + CANCEL_PATIENCE_S
    while not cups.job(cups_job_id).state.terminal:
        if time.monotonic() > give_up:
            raise KioskError(f"CUPS has not ended job {cups_job_id} yet, but was asked to")
        time.sleep(0.1)


def _row(line: PrintJobLine) -> tuple[str, ...]:
    return (
        line.id,
        "–" if line.cups_job_id is None else str(line.cups_job_id),
        line.state,
        f"{'?' if line.sheets is None else line.sheets} of {line.copies}",
        line.submitted_at or "–",
        line.session_id,
        line.error or "",
    )
