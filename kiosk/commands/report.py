"""``kiosk report``: what a day brought, where it went, and whether the books agree."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.common import (
    CONFIG_FILE,
    DATA_DIR,
    FAILED,
    AsJson,
    ConfigFile,
    DataDir,
    answer,
    mirror_in,
    settings,
    told,
)
from kiosk.commands.report_words import report_words
from kiosk.config import Config
from kiosk.domain.cloud_report import Comparison, Sum, compare
from kiosk.domain.errors import ConfigError, KioskError
from kiosk.domain.report import Period
from kiosk.domain.times import iso
from kiosk.store.mirror import Mirror
from kiosk.store.report import day_of
from kiosk.sync.api import CloudApi


def report(
    day: Annotated[str | None, typer.Option(help="YYYY-MM-DD; today without.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="Instead of a day: its beginning, ISO 8601.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="Its end; now without.")] = None,
    cloud: Annotated[
        bool, typer.Option("--cloud", help="Compare with what the cloud knows.")
    ] = False,
    config: ConfigFile = CONFIG_FILE,
    data_dir: DataDir = DATA_DIR,
    as_json: AsJson = False,
) -> None:
    """Takings and where they went, to the rupiah; exit 1 where the books don't agree."""
    with told(), mirror_in(data_dir) as mirror:
        now = SystemClock().now()
        period = _period(day, start, end, now)
        compared = _compared(settings(config, data_dir), mirror, period, now) if cloud else None
        found = mirror.reports.of(period, now)
        agree = all(comparison.agrees for comparison in compared or ())
        reconciles = not found.discrepancies and agree
        answer(
            {"report": found, "cloud": compared, "reconciles": reconciles},
            as_json=as_json,
            text=lambda: report_words(found, compared),
        )
        if not reconciles:
            raise typer.Exit(FAILED)


def _period(day: str | None, start: str | None, end: str | None, now: datetime) -> Period:
    """Raises ConfigError."""
    try:
        if start is None:
            if end is not None:
                raise ConfigError("--to needs --from")
            return day_of(now.astimezone().date() if day is None else date.fromisoformat(day))
        if day is not None:
            raise ConfigError("either --day, or --from and --to")
        return Period(_moment(start), iso(now) if end is None else _moment(end))
    except ValueError as error:
        raise ConfigError(f"no such time: {error}") from error


def _moment(text: str) -> str:
    """Without a zone it is that of this machine."""
    return iso(datetime.fromisoformat(text).astimezone())


def _compared(
    config: Config, mirror: Mirror, period: Period, now: datetime
) -> tuple[Comparison, ...]:
    """The mirror is asked before the cloud: what waited then may be told meanwhile.

    Raises CloudUnreachable and CloudRefused.
    """
    who = mirror.activation.identity()
    if who is None:
        raise KioskError("this booth is not activated yet: kiosk activate")
    here, waiting = mirror.reports.of(period, now).taken, mirror.reports.waiting(period)
    api = CloudApi(config.cloud.url, who.token)
    try:
        theirs = api.report(period.start, period.end)
    finally:
        api.close()
    totals = theirs.methods.items()
    cloud: dict[str, Sum] = {method: Sum(t.count, t.amount) for method, t in totals}
    return compare(here, waiting, cloud)
