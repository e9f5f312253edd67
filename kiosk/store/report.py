"""A day's report, made of the mirror's rows and journals, and the reports that are kept."""

from __future__ import annotations

import contextlib
import dataclasses
import enum
import json
import os
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from peewee import Database, fn

from kiosk.domain import ledger, report
from kiosk.domain.chain import Anchor
from kiosk.domain.report import Evidence, Outstanding, PaidRow, Period, Report, VoucherTwice
from kiosk.domain.shifts import ClosedShift, MethodTaken, OpenShift
from kiosk.domain.times import iso
from kiosk.store import drawer
from kiosk.store.audit_log import AuditLog
from kiosk.store.claims import ClaimBook
from kiosk.store.journal import Journal
from kiosk.store.models import OutboxEntry, Payment, SessionEvent, Shift
from kiosk.store.shifts import ShiftBook, closed_shift
from kiosk.store.vouchers import VoucherBook

FOLDER = "reports"


def day_of(day: date) -> Period:
    """From midnight to midnight, where the booth stands."""
    start, end = (
        datetime.combine(midnight, time()).astimezone() for midnight in (day, day + timedelta(1))
    )
    return Period(iso(start), iso(end))


class ReportBook:
    def __init__(
        self,
        database: Database,
        journal: Journal,
        claims: ClaimBook,
        shifts: ShiftBook,
        vouchers: VoucherBook,
        audit_log: AuditLog,
    ) -> None:
        self._database = database
        self._journal = journal
        self._claims = claims
        self._shifts = shifts
        self._vouchers = vouchers
        self._audit_log = audit_log

    def of(self, period: Period, now: datetime) -> Report:
        """All as it is at one moment."""
        with self._database.atomic():
            return self._made(period, now)

    def waiting(self, period: Period) -> tuple[MethodTaken, ...]:
        """What came in then and was not acknowledged by the cloud yet."""
        kind, open_yet = OutboxEntry.kind == "payment", OutboxEntry.delivered_at.is_null()
        entries = OutboxEntry.select(OutboxEntry.row_id).where(kind, open_yet)
        waiting = {entry.row_id for entry in entries}
        return report.taken(tuple(row for row in paid_rows(period) if row.id in waiting))

    def write(self, data_dir: Path, day: date, now: datetime) -> Path:
        """Keeps the day's report as ``reports/YYYY-MM-DD.json`` (rights 0600), whole or not at
        all; one that was kept is replaced."""
        folder = data_dir / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        file = folder / f"{day.isoformat()}.json"
        _keep(file, json.dumps(_plain(self.of(day_of(day), now)), indent=1))
        return file

    def write_missing(self, data_dir: Path, now: datetime) -> Path | None:
        """Yesterday's report, where it is not kept yet; None where it is."""
        yesterday = now.astimezone().date() - timedelta(1)
        if (data_dir / FOLDER / f"{yesterday.isoformat()}.json").exists():
            return None
        return self.write(data_dir, yesterday, now)

    def _made(self, period: Period, now: datetime) -> Report:
        evidence = Evidence(
            books={key: ledger.book(self._journal.events(key)) for key in _sessions(period)},
            rows=paid_rows(period),
            cash_out=drawer.cash_out(period.start, period.end),
        )
        return Report(
            start=period.start,
            end=period.end,
            made_at=iso(now),
            taken=report.taken(evidence.rows),
            places=report.places(evidence, period),
            given_back=report.given_back(evidence, period),
            endings=report.endings(evidence, period),
            outstanding=self._outstanding(),
            shifts=_closed(period),
            open_shift=self._shifts.current(),
            vouchers_used_twice=tuple(
                VoucherTwice(use.voucher_id, use.uses) for use in self._vouchers.used_twice()
            ),
            discrepancies=tuple(report.discrepancies(evidence, period)),
            anchor=self._audit_log.anchor(),
        )

    def _outstanding(self) -> Outstanding:
        claims = self._claims.open()
        owed = [claim.amount for claim in claims if claim.reason is not None]
        change = [claim.amount for claim in claims if claim.reason is None]
        return Outstanding(len(owed), sum(owed), len(change), sum(change))


def kept_anchors(data_dir: Path) -> tuple[Anchor, ...]:
    """What the kept reports remember of the audit log. Raises ValueError for a damaged one."""
    found = []
    for file in sorted((data_dir / FOLDER).glob("*.json")):
        try:
            anchor = json.loads(file.read_text(encoding="utf-8"))["anchor"]
            if anchor is not None:
                found.append(Anchor(int(anchor["seq"]), str(anchor["hash"])))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{file} is no report of ours: {error!r}") from error
    return tuple(found)


def _sessions(period: Period) -> Iterator[str]:
    """Everything that had to do with the period, in the order of the sessions' ids: a payment may
    be heard of long after it was paid."""
    at = SessionEvent.at
    event_then = (at >= period.start) & (at < period.end)
    paid_at = fn.json_extract(SessionEvent.data, "$.paid_at")
    paid_then = (paid_at >= period.start) & (paid_at < period.end)
    heard = (SessionEvent.type == "PaymentCompleted") & paid_then
    events = SessionEvent.select(SessionEvent.session_id).where(event_then | heard)
    found = {row.session_id for row in events.distinct()}
    found |= {row.session_id for row in paid_rows(period) if row.session_id is not None}
    yield from sorted(found)


def paid_rows(period: Period) -> tuple[PaidRow, ...]:
    """Payments that completed in the period, the oldest first."""
    then = (Payment.paid_at >= period.start) & (Payment.paid_at < period.end)
    rows = Payment.select().where(Payment.status == "completed", then)
    return tuple(
        PaidRow(row.id, row.session_id, row.method, row.amount, row.paid_at or "")
        for row in rows.order_by(Payment.paid_at, Payment.id)
    )


def _closed(period: Period) -> tuple[ClosedShift, ...]:
    then = (Shift.closed_at >= period.start) & (Shift.closed_at < period.end)
    return tuple(closed_shift(row) for row in Shift.select().where(then).order_by(Shift.closed_at))


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return fields | _worked_out(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, enum.Enum) else value


def _worked_out(value: object) -> dict[str, object]:
    match value:
        case ClosedShift():
            return {"difference": value.difference}
        case OpenShift():
            return {"expected": value.expected}
        case _:
            return {}


def _keep(file: Path, text: str) -> None:
    part = file.with_suffix(".part")
    try:
        descriptor = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
