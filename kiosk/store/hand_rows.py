"""What staff did by hand, in the audit log, and the cash that left the drawer by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain import session as s
from kiosk.domain.order import Returned, ReturnWay, Till
from kiosk.domain.times import iso
from kiosk.store.audit_log import AuditLog
from kiosk.store.change import Change
from kiosk.store.models import CashOut

ACCEPTOR = "bill acceptor"
XENDIT = "xendit"


class HandRows:
    """``apply`` runs inside the journal's transaction, after every event."""

    def __init__(self, audit_log: AuditLog, new_id: Callable[[], str]) -> None:
        self._audit_log = audit_log
        self._new_id = new_id

    def apply(self, change: Change) -> None:
        self._log_event(change)
        for returned in _new_returns(change):
            self._log_return(change, returned)
        if isinstance(change.after, s.Settled) and not isinstance(change.before, s.Settled):
            self._log_settlement(change, change.after)

    def _log_event(self, change: Change) -> None:
        match change.event:
            case s.CashReceived(payment_id, amount, by):
                taken = {"payment_id": payment_id, "amount": amount}
                self._log(change, by or ACCEPTOR, "cash taken", taken)
            case s.ReprintApproved(printer_id, key, copies, approval):
                job = {"job": key, "printer_id": printer_id, "copies": copies, "why": approval.why}
                self._log(change, approval.by, "reprint approved", job)
            case s.Complained(approval):
                self._log(change, approval.by, "complaint", {"why": approval.why})
            case s.RefundAsked(approval):
                self._log(change, approval.by, "refund asked", {"why": approval.why})
            case s.RefundRefused():
                self._log(change, XENDIT, "refund refused", {})
            case _:
                pass

    def _log_return(self, change: Change, returned: Returned) -> None:
        what = "money refunded" if returned.refund else "change returned"
        data = {"amount": returned.amount, "way": returned.way.value}
        self._log(change, _by(change), what, data)
        if returned.way is ReturnWay.CASH:
            CashOut.insert(
                id=self._new_id(),
                session_id=change.session_id,
                at=iso(change.now),
                amount=returned.amount,
                by=_by(change),
                why=_why(change),
            ).execute()

    def _log_settlement(self, change: Change, state: s.Settled) -> None:
        data = {"how": state.how.value, "why": state.why}
        self._log(change, state.by, "session settled", data)

    def _log(self, change: Change, who: str, what: str, data: Mapping[str, object]) -> None:
        record = {"session_id": change.session_id, **data}
        self._audit_log.write(who, what, record, change.now)


def _new_returns(change: Change) -> tuple[Returned, ...]:
    return _till(change.after).returned[len(_till(change.before).returned) :]


def _till(state: s.State) -> Till:
    order = s.order_of(state)
    return Till() if order is None else order.till


def _by(change: Change) -> str:
    match change.event, change.after:
        case s.ChangeReturned(by=by), _:
            return by
        case _, s.Settled(by=by):
            return by
        case _:
            raise ValueError(f"nobody gives money back at {type(change.event).__name__}")


def _why(change: Change) -> str:
    match change.event, change.after:
        case s.ChangeReturned(), _:
            return "change"
        case _, s.Settled(why=why):
            return why
        case _:
            raise ValueError(f"no money goes back at {type(change.event).__name__}")
