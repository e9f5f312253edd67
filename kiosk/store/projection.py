"""What each session event changes in the mirror's rows, and what the cloud is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk.domain import places, session as s
from kiosk.domain.order import Picture, Shot
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.change import Change, order_in
from kiosk.store.hand_rows import HandRows
from kiosk.store.models import Payment, Photo, Session, ShotRow
from kiosk.store.outbox import Outbox
from kiosk.store.payment_rows import PaymentRows
from kiosk.store.print_rows import PrintRows


class Projection:
    def __init__(self, outbox: Outbox, new_id: Callable[[], str]) -> None:
        self._outbox = outbox
        self._payments = PaymentRows(outbox)
        self._prints = PrintRows(outbox)
        self._by_hand = HandRows(AuditLog(new_id), new_id)
        self._new_id = new_id

    def apply(self, change: Change) -> None:
        """Runs inside the journal's transaction."""
        self._event(change)
        self._payments.follow(change)
        self._by_hand.apply(change)
        _session(change)

    def _event(self, change: Change) -> None:
        match change.event:
            case (
                s.Started()
                | s.CancelAsked()
                | s.WayLeft()
                | s.LookPicked()
                | s.TemplatePicked()
                | s.ShotsArranged()
                | s.RetakeAsked()
                | s.ArrangementFailed()
                | s.ChangeReturned()
                | s.SettledByStaff()
                | s.Complained()
            ):
                pass
            case (
                s.Chosen()
                | s.WayPicked()
                | s.PaymentOffered()
                | s.PaymentCompleted()
                | s.CashReceived()
                | s.VoucherTaken()
                | s.PaymentRefused()
                | s.PaymentClosed()
                | s.RefundAsked()
                | s.RefundDone()
                | s.RefundRefused()
            ):
                self._payments.apply(change, change.event)
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
                | s.ReprintApproved()
            ):
                self._prints.apply(change, change.event)
            case s.GaveUp() if isinstance(change.after, s.Shooting | s.Arranging):
                pass  # the shot that was to be taken again is back
            case s.GaveUp():
                self._prints.apply(change, change.event)
                self._left_while_composing(change)
            case _:
                assert_never(change.event)

    def _shot(self, change: Change, shot: Shot) -> None:
        """Each take has its row. In the bucket it is one object, which the last take gets."""
        ShotRow.insert(
            id=self._new_id(),
            session_id=change.session_id,
            seq=shot.seq,
            path=shot.path,
            taken_at=shot.taken_at,
            width=shot.width,
            height=shot.height,
            take=shot.take,
        ).execute()
        key = places.shot_key(change.customer_id, change.started, change.session_id, shot.seq)
        photo_id = order_in(change.after).photo_id
        if shot.take > 1:
            self._outbox.replace_file(photo_id, key, shot.path)
        self._upload(change, photo_id, shot.path, key)

    def _picture(self, change: Change, picture: Picture) -> None:
        """Arranged anew it is the same photo, and takes the place of the one before."""
        order = order_in(change.after)
        key = places.print_key(change.customer_id, change.started, change.session_id)
        values = {"path": picture.path, "sha256": picture.sha256, "version": Photo.version + 1}
        known = Photo.update(**values).where(Photo.id == order.photo_id).execute()
        if not known:
            self._first_picture(change, picture, key)
        self._outbox.put_photo(order.photo_id, change.now)
        self._upload(change, order.photo_id, picture.path, key)

    def _first_picture(self, change: Change, picture: Picture, key: str) -> None:
        order = order_in(change.after)
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

    def _left_while_composing(self, change: Change) -> None:
        """Its picture may be on disk without having been told of: the bucket gets what is there."""
        if not isinstance(change.before, s.Arranging) or change.before.picture is not None:
            return
        photo = Photo.get_or_none(Photo.id == order_in(change.after).photo_id)
        if photo is not None:
            self._upload(change, photo.id, photo.path, photo.r2_key)

    def _upload(self, change: Change, photo_id: str, path: str, key: str) -> None:
        body = {"path": path, "key": key, "content_type": "image/jpeg"}
        self._outbox.put("upload", photo_id, body, change.now)


def _session(change: Change) -> None:
    order = s.order_of(change.after)
    values: dict[str, str | int | None] = {}
    if order is not None:
        known = Payment.select().where(Payment.id == order.payment_id).exists()
        values = {
            "package": order.package.key,
            "payment_id": order.payment_id if known else None,
            "change_due": order.change_due,
        }
    Session.update(state=type(change.after).__name__, updated_at=iso(change.now), **values).where(
        Session.id == change.session_id
    ).execute()
