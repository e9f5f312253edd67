"""What each session event changes in the mirror's rows, and what the cloud is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from kiosk.domain import places
from kiosk.domain import session as s
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.models import Payment, Photo, PrintJob, Session, ShotRow
from kiosk.store.outbox import Outbox


@dataclass(frozen=True)
class Change:
    """An event of one session and the state that it led to."""

    session_id: str
    customer_id: str
    started: datetime
    event: s.Event
    after: s.State
    now: datetime


class Projection:
    def __init__(self, outbox: Outbox, new_id: Callable[[], str]) -> None:
        self._outbox = outbox
        self._audit_log = AuditLog(new_id)
        self._new_id = new_id

    def apply(self, change: Change) -> None:
        """Runs inside the journal's transaction."""
        match change.event:
            case s.Started() | s.CancelAsked():
                pass
            case s.SettledByStaff(how, by, why):
                record = {"session_id": change.session_id, "how": how.value, "why": why}
                self._audit_log.write(by, "session settled", record, change.now)
            case s.Chosen(order):
                self._chosen(change, order)
            case s.PaymentOffered() | s.PaymentCompleted() | s.PaymentRefused() | s.PaymentClosed():
                self._payment(change)
            case s.ShotTaken(shot):
                self._shot(change, shot)
            case s.PictureComposed(picture):
                self._picture(change, picture)
            case s.PrintAsked() | s.PrintSubmitted() | s.PrintCompleted() | s.GaveUp():
                self._print(change)
            case _:
                assert_never(change.event)

    def _chosen(self, change: Change, order: Order) -> None:
        if order.payment_id is not None:
            Payment.insert(
                id=order.payment_id,
                customer_id=change.customer_id,
                amount=order.amount,
                platform_fee=0,
                status="pending",
                created_at=iso(change.now),
                method=order.method.value,
                session_id=change.session_id,
            ).execute()
        Session.update(package=order.package.key, payment_id=order.payment_id).where(
            Session.id == change.session_id
        ).execute()

    def _payment(self, change: Change) -> None:
        order = _order(change.after)
        payment = Payment.update
        match change.event:
            case s.PaymentOffered(qr_string, expires_at, xendit_payment_id, platform_fee):
                query = payment(
                    qr_string=qr_string,
                    expires_at=expires_at,
                    xendit_payment_id=xendit_payment_id,
                    platform_fee=platform_fee,
                )
            case s.PaymentCompleted(paid_at):
                query = payment(status="completed", paid_at=paid_at)
            case s.PaymentRefused() | s.PaymentClosed(certain=True):
                query = payment(status="failed")
            case _:
                self._outbox.put("cancel_payment", str(order.payment_id), {}, change.now)
                return
        query.where(Payment.id == order.payment_id, Payment.status != "completed").execute()

    def _shot(self, change: Change, shot: Shot) -> None:
        ShotRow.insert(
            id=self._new_id(),
            session_id=change.session_id,
            seq=shot.seq,
            path=shot.path,
            taken_at=shot.taken_at,
            width=shot.width,
            height=shot.height,
        ).execute()
        key = places.shot_key(change.customer_id, change.started, change.session_id, shot.seq)
        self._upload(change, _order(change.after).photo_id, shot.path, key)

    def _picture(self, change: Change, picture: Picture) -> None:
        order = _order(change.after)
        key = places.print_key(change.customer_id, change.started, change.session_id)
        Photo.insert(
            id=order.photo_id,
            customer_id=change.customer_id,
            r2_key=key,
            print_status="pending",
            created_at=iso(change.now),
            session_id=change.session_id,
            payment_id=order.payment_id,
            path=picture.path,
            sha256=picture.sha256,
            code=order.code,
            version=1,
        ).execute()
        self._outbox.put_photo(order.photo_id, change.now)
        self._upload(change, order.photo_id, picture.path, key)

    def _upload(self, change: Change, photo_id: str, path: str, key: str) -> None:
        body = {"path": path, "key": key, "content_type": "image/jpeg"}
        self._outbox.put("upload", photo_id, body, change.now)

    def _print(self, change: Change) -> None:
        order = _order(change.after)
        now = iso(change.now)
        mine = PrintJob.id == order.print_job_id
        match change.event:
            case s.PrintAsked(printer_id):
                PrintJob.insert(
                    id=order.print_job_id,
                    session_id=change.session_id,
                    photo_id=order.photo_id,
                    printer_id=printer_id,
                    copies=order.package.copies,
                    state="pending",
                ).execute()
                self._photo(change, order, printer_id=printer_id)
            case s.PrintSubmitted(cups_job_id):
                PrintJob.update(cups_job_id=cups_job_id, state="printing", submitted_at=now).where(
                    mine
                ).execute()
                self._photo(change, order, print_status="printing")
            case s.PrintCompleted():
                PrintJob.update(
                    state="completed", completed_at=now, sheets=order.package.copies
                ).where(mine).execute()
                self._photo(change, order, print_status="completed")
            case s.GaveUp(reason):
                PrintJob.update(state="failed", error=reason.value).where(mine).execute()
                self._photo(change, order, print_status="failed")

    def _photo(self, change: Change, order: Order, **values: str) -> None:
        changed = (
            Photo.update(version=Photo.version + 1, **values)
            .where(Photo.id == order.photo_id)
            .execute()
        )
        if changed:
            self._outbox.put_photo(order.photo_id, change.now)


def _order(state: s.State) -> Order:
    """The order of a state that has one: the events above lead to no other."""
    order = s.order_of(state)
    if order is None:
        raise ValueError(f"{type(state).__name__} has no order")
    return order
