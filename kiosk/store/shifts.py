"""The cash drawer's shifts. What a drawer should hold is never typed in: it follows from the rows
of cash payments and of cash that was given back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from peewee import Database

from kiosk.domain.chain import Anchor
from kiosk.domain.errors import KioskError
from kiosk.domain.shifts import ClosedShift, OpenShift
from kiosk.domain.times import iso
from kiosk.store import drawer
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Shift


class ShiftRefused(KioskError):
    """There is an open shift already, or none, or what was counted is no amount."""


class ShiftBook:
    """Amounts are whole rupiah."""

    def __init__(self, database: Database, audit_log: AuditLog, new_id: Callable[[], str]) -> None:
        self._database = database
        self._audit_log = audit_log
        self._new_id = new_id

    def current(self) -> OpenShift | None:
        row = _open_row()
        return None if row is None else _opened(row)

    def open(self, by: str, float_amount: int, now: datetime) -> OpenShift:
        """``float_amount`` lies in the drawer. Raises ShiftRefused."""
        _check(float_amount)
        with self._database.atomic("IMMEDIATE"):
            if _open_row() is not None:
                raise ShiftRefused("a shift is open already: close it first")
            made = {"opened_at": iso(now), "opened_by": by, "float_amount": float_amount}
            shift = Shift.create(id=self._new_id(), **made)
            self._audit_log.write(by, "shift opened", {"float": float_amount}, now)
            return _opened(shift)

    def close(self, by: str, counted: int, note: str, now: datetime) -> ClosedShift:
        """``counted`` lies in the drawer. Raises ShiftRefused."""
        _check(counted)
        with self._database.atomic("IMMEDIATE"):
            row = _open_row()
            if row is None:
                raise ShiftRefused("no shift is open")
            end = iso(now)
            expected = _expected(row, end)
            difference = {"difference": counted - expected, "note": note}
            said = {"shift_id": row.id, "counted": counted, "expected": expected, **difference}
            self._audit_log.write(by, "shift closed", said, now)
            anchor = self._audit_log.anchor()
            Shift.update(
                closed_at=end,
                closed_by=by,
                counted=counted,
                expected=expected,
                note=note,
                anchor_seq=None if anchor is None else anchor.seq,
                anchor_hash=None if anchor is None else anchor.hash,
            ).where(Shift.id == row.id).execute()
            return closed_shift(Shift.get_by_id(row.id))

    def list(self, limit: int) -> tuple[ClosedShift, ...]:
        """Those that are closed, the newest first."""
        done = Shift.select().where(Shift.closed_at.is_null(is_null=False))
        return tuple(
            closed_shift(row) for row in done.order_by(Shift.closed_at.desc()).limit(limit)
        )


def closed_shift(row: Shift) -> ClosedShift:
    """Raises ValueError where the shift is open yet."""
    end, by, counted, expected = row.closed_at, row.closed_by, row.counted, row.expected
    if end is None or by is None or counted is None or expected is None:
        raise ValueError(f"shift {row.id} is open")
    takings = drawer.taken(row.opened_at, end)
    return ClosedShift(
        id=row.id,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        float_amount=row.float_amount,
        closed_at=end,
        closed_by=by,
        cash_in=drawer.cash_in(takings),
        cash_out=drawer.cash_out(row.opened_at, end),
        counted=counted,
        expected=expected,
        note=row.note or "",
        taken=takings,
        anchor=_anchor(row.anchor_seq, row.anchor_hash),
    )


def _anchor(seq: int | None, digest: str | None) -> Anchor | None:
    return None if seq is None or digest is None else Anchor(seq, digest)


def _open_row() -> Shift | None:
    row: Shift | None = Shift.get_or_none(Shift.closed_at.is_null())
    return row


def _opened(row: Shift) -> OpenShift:
    return OpenShift(
        id=row.id,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        float_amount=row.float_amount,
        cash_in=drawer.cash_in(drawer.taken(row.opened_at)),
        cash_out=drawer.cash_out(row.opened_at),
    )


def _expected(row: Shift, end: str) -> int:
    cash_in = drawer.cash_in(drawer.taken(row.opened_at, end))
    return int(row.float_amount) + cash_in - drawer.cash_out(row.opened_at, end)


def _check(amount: int) -> None:
    if amount < 0:
        raise ShiftRefused("a drawer holds nothing or more, never less")
