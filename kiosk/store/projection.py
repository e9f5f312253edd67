"""What each session event changes in the mirror's rows, and what the cloud is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.domain import places
from kiosk.domain import session as s
from kiosk.domain.order import Order, Picture, Shot
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.change import Change, order_in
from kiosk.store.models import Payment, Photo, Session, ShotRow
from kiosk.store.outbox import Outbox
from kiosk.store.print_rows import PrintRows


class Projection:
    def __init__(self, outbox: Outbox, new_id: Callable[[], str]) -> None:
        self._outbox = outbox
        self._audit_log = AuditLog(new_id)
        self._prints = PrintRows(outbox)
        self._new_id = new_id

    def apply(self, change: Change) -> None:
        """Runs inside the journal's transaction."""
        match change.event:
            case s.Started() | s.CancelAsked():
                pass
            case (
                s.WayPicked()
                | s.WayLeft()
                | s.CashReceived()
                | s.VoucherTaken()
                | s.ReprintApproved()
                | s.RefundAsked()
                | s.RefundDone()
                | s.RefundRefused()
                | s.ChangeReturned()
            ):
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
            case (
                s.PrintAsked()
                | s.PrintSubmitted()
                | s.PrintMoved()
                | s.PrintCompleted()
                | s.PrintWithdrawn()
                | s.GaveUp()
            ):
                self._prints.apply(change, change.event)
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
        order = order_in(change.after)
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
        self._upload(change, order_in(change.after).photo_id, shot.path, key)

    def _picture(self, change: Change, picture: Picture) -> None:
        order = order_in(change.after)
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
