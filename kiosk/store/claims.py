"""What is owed to guests, as the journals of their sessions say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peewee import Database

from kiosk.domain import session as s
from kiosk.domain.claims import CashDue, Claim
from kiosk.domain.order import Order, Picture
from kiosk.store.journal import Journal
from kiosk.store.models import Session
from kiosk.store.pictures import is_kept


class ClaimBook:
    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def open(self) -> tuple[Claim, ...]:
        """Owed sessions, and change that was not given back; what waits longest first."""
        with self._database.atomic():
            return tuple(sorted(self._claims(), key=lambda claim: (claim.since, claim.session_id)))

    def find(self, code: str) -> Claim | None:
        """By claim code, as a guest reads it out. Where several have it, the newest."""
        wanted = code.strip().upper()
        found = [claim for claim in self.open() if claim.claim_code.upper() == wanted]
        return found[-1] if found else None

    def cash_due(self) -> CashDue | None:
        """The guest at the screen who pays cash; None where nobody does."""
        paying = Session.select(Session.id).where(Session.state == "Paying")
        for row in paying.order_by(Session.created_at):
            found = self._journal.load(row.id)
            match None if found is None else found.state:
                case s.Paying(order, s.TakingCash()):
                    return CashDue(row.id, order.due, order.package.name)
                case _:
                    pass
        return None

    def _claims(self) -> Iterator[Claim]:
        due = (Session.state == "Owed") | (Session.change_due > 0)
        for row in Session.select().where(due):
            claim = _claim(row.id, self._journal.events(row.id))
            if claim is not None:
                yield claim if is_kept(row) else replace(claim, picture=None)


def _claim(session_id: str, events: tuple[tuple[str, s.Event], ...]) -> Claim | None:
    """``since`` is when this claim arose, whatever happened to it later."""
    state: s.State = s.Choosing()
    since = ""
    for at, event in events:
        after = s.transition(state, event).state
        if not _same_claim(state, after):
            since = at
        state = after
    order = s.order_of(state)
    return None if order is None or not _is_claim(state) else _told(session_id, state, order, since)


def _is_claim(state: s.State) -> bool:
    order = s.order_of(state)
    return isinstance(state, s.Owed) or (order is not None and order.change_due > 0)


def _same_claim(before: s.State, after: s.State) -> bool:
    same_kind = isinstance(before, s.Owed) == isinstance(after, s.Owed)
    return same_kind and _is_claim(before) == _is_claim(after)


def _told(session_id: str, state: s.State, order: Order, since: str) -> Claim:
    owed = state if isinstance(state, s.Owed) else None
    picture = _picture(state)
    return Claim(
        session_id=session_id,
        claim_code=order.claim_code,
        since=since,
        package_name=order.package.name,
        reason=None if owed is None else owed.reason,
        amount=order.change_due if owed is None else order.till.money,
        picture=None if picture is None else picture.path,
        copies=order.package.copies,
        refundable=owed is not None and _is_refundable(owed),
        refunding=owed is not None and isinstance(owed.refund, s.Refunding),
        refund_failed=owed is not None and isinstance(owed.refund, s.RefundFailed),
        waits_for_printer=owed is not None and owed.withdraw is not None,
    )


def _picture(state: s.State) -> Picture | None:
    match state:
        case s.Arranging() | s.Printing() | s.Delivered() | s.Owed():
            return state.picture
        case _:
            return None


def _is_refundable(owed: s.Owed) -> bool:
    asked = isinstance(owed.refund, s.Refunding)
    return not asked and owed.withdraw is None and s.refundable(owed.order) is not None
