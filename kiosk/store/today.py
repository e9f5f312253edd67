"""What today brought so far, cheaply enough to be asked again and again."""

from __future__ import annotations

from datetime import datetime

from peewee import Database, fn

from kiosk.domain import report
from kiosk.domain.today import Today
from kiosk.store.models import PrintJob, Session
from kiosk.store.report import day_of, paid_rows

NOT_SOLD = ("Choosing", "Paying", "Cancelled")


class TodayBook:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, now: datetime) -> Today:
        """Where the booth stands, from the midnight before ``now``."""
        period = day_of(now.astimezone().date())
        begun = (Session.created_at >= period.start) & (Session.created_at < period.end)
        printed = (PrintJob.submitted_at >= period.start) & (PrintJob.submitted_at < period.end)
        with self._database.atomic():
            sold = Session.select().where(begun, Session.state.not_in(NOT_SOLD)).count()
            out = Session.select().where(begun, Session.state == "Delivered").count()
            sheets = PrintJob.select(fn.COALESCE(fn.SUM(PrintJob.sheets), 0)).where(printed)
            return Today(sold, out, int(sheets.scalar()), report.taken(paid_rows(period)))
