"""Sessions as staff look for them: by time, and by their pictures. It only reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from peewee import JOIN, SQL, Database, Expression, ModelSelect, fn

from kiosk.domain.order import PaymentMethod
from kiosk.domain.report import Period
from kiosk.domain.session_list import JobEnd, PrintLine, SessionKind, SessionLine
from kiosk.store.models import Payment, Photo, Printer, PrintJob, Session, SessionEvent
from kiosk.store.pictures import KEPT

KINDS = {
    "Delivered": SessionKind.DELIVERED,
    "Owed": SessionKind.OWED,
    "Settled": SessionKind.SETTLED,
    "Cancelled": SessionKind.CANCELLED,
}


class SessionBook:
    """Sessions whose guest had chosen something, by when they began."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def starts(self, period: Period) -> tuple[str, ...]:
        """When each of them began, the oldest first."""
        rows = Session.select(Session.created_at).where(_within(period))
        return tuple(row.created_at for row in rows.order_by(Session.created_at))

    def page(self, period: Period, skip: int, most: int) -> tuple[SessionLine, ...]:
        """The newest first, without the ``skip`` newest."""
        with self._database.atomic():
            rows = _dicts(_lines(period).offset(skip).limit(most))
            methods = _methods(row["id"] for row in rows)
        return tuple(_line(row, methods.get(row["id"], ())) for row in rows)

    def line(self, session_id: str) -> SessionLine | None:
        rows = _dicts(_select().where(Session.id == session_id))
        return _line(rows[0], _methods([session_id]).get(session_id, ())) if rows else None

    def prints(self, session_id: str) -> tuple[PrintLine, ...]:
        """In the order in which they were asked for."""
        rows = (
            PrintJob.select(PrintJob, Printer.name.alias("printer_name"))
            .join(Printer, JOIN.LEFT_OUTER, on=Printer.id == PrintJob.printer_id)
            .where(PrintJob.session_id == session_id)
            .order_by(SQL("t1.rowid"))
        )
        return tuple(
            PrintLine(
                row["printer_name"] or "",
                row["copies"],
                row["sheets"],
                JobEnd(row["state"]),
                row["submitted_at"],
            )
            for row in _dicts(rows)
        )


def _dicts(query: ModelSelect[Any]) -> tuple[dict[str, Any], ...]:
    return tuple(cast("Iterable[dict[str, Any]]", query.dicts()))


def _within(period: Period) -> Expression:
    at = Session.created_at
    return (at >= period.start) & (at < period.end) & Session.package.is_null(is_null=False)


def _select() -> ModelSelect[Session]:
    chosen = (SessionEvent.session_id == Session.id) & (SessionEvent.type == "Chosen")
    order = SessionEvent.data
    return (
        Session.select(
            Session.id,
            Session.created_at,
            Session.state,
            Session.pictures,
            Photo.path,
            fn.json_extract(order, "$.order.package.name").alias("package_name"),
            fn.json_extract(order, "$.order.amount").alias("amount"),
            fn.json_extract(order, "$.order.claim_code").alias("claim_code"),
        )
        .join(SessionEvent, on=chosen)
        .switch(Session)
        .join(Photo, JOIN.LEFT_OUTER, on=Photo.session_id == Session.id)
    )


def _lines(period: Period) -> ModelSelect[Session]:
    newest = Session.created_at.desc(), Session.id.desc()
    return _select().where(_within(period)).order_by(*newest)


def _methods(ids: Iterable[str]) -> dict[str, tuple[PaymentMethod, ...]]:
    rows = (
        Payment.select(Payment.session_id, Payment.method)
        .where(Payment.session_id.in_(list(ids)), Payment.status == "completed")
        .order_by(Payment.paid_at)
    )
    found: dict[str, tuple[PaymentMethod, ...]] = {}
    for row in rows:
        method, key = PaymentMethod(row.method), str(row.session_id)
        known = found.get(key, ())
        found[key] = known if method in known else (*known, method)
    return found


def _line(row: dict[str, Any], methods: tuple[PaymentMethod, ...]) -> SessionLine:
    return SessionLine(
        session_id=row["id"],
        at=row["created_at"],
        kind=KINDS.get(row["state"], SessionKind.GOING),
        package_name=row["package_name"],
        amount=int(row["amount"]),
        claim_code=row["claim_code"],
        picture=row["path"] if row["pictures"] == KEPT else None,
        methods=methods,
    )
