"""Complaints about what was delivered: what can be done then, before the journal has one.

A complaint is written down together with what staff do about it, never alone: so there is none
that nobody answers. Where the power goes between the two, it stands at the till as a claim.
"""

from __future__ import annotations

from kiosk.booth.staff.till_view import ClaimCard, Deed
from kiosk.domain import session as s
from kiosk.domain.claims import Claim
from kiosk.domain.order import Order, Picture


def complaint_card(
    session_id: str, state: s.State, deed: Deed | None = None, *, pictures_kept: bool
) -> ClaimCard | None:
    """As it would stand at the till; None where ``state`` is not one to complain about. ``deed``
    was asked for already."""
    match state:
        case s.Delivered(order, picture):
            kept = picture if pictures_kept else None
            return ClaimCard(_claim(session_id, order, kept), 0, deed=deed)
        case _:
            return None


def _claim(session_id: str, order: Order, picture: Picture | None) -> Claim:
    return Claim(
        session_id=session_id,
        claim_code=order.claim_code,
        since="",
        package_name=order.package.name,
        reason=s.OwedReason.COMPLAINT,
        amount=order.till.money,
        picture=None if picture is None else picture.path,
        copies=order.package.copies,
        refundable=s.refundable(order) is not None,
        refunding=False,
        refund_failed=False,
        waits_for_printer=False,
    )
