"""The journal of sessions: an event, the rows it changes and their outbox entries, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from peewee import Database

from kiosk.domain.identity import Identity
from kiosk.domain.session import (
    Event,
    ReprintApproved,
    Started,
    State,
    Step,
    replay,
    transition,
)
from kiosk.domain.times import iso, moment
from kiosk.store.change import Change
from kiosk.store.codec import decode, encode
from kiosk.store.models import Payment, PrintJob, Session, SessionEvent
from kiosk.store.outbox import Outbox
from kiosk.store.pictures import is_kept
from kiosk.store.projection import Projection

OPEN_STATES = ("Choosing", "Paying", "Shooting", "Arranging", "Printing")

Then = Callable[[Event, State], Event | None]
"""What follows from an event and the state that it led to, in the same moment."""


def nothing_more(event: Event, state: State) -> None:
    """Nothing follows but what the session's rules say."""


@dataclass(frozen=True)
class Journaled:
    """A session as its journal tells it, and whether its pictures are on this disk."""

    session_id: str
    started: datetime
    state: State
    pictures_kept: bool = True


class Journal:
    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        identity: Callable[[], Identity],
        new_id: Callable[[], str],
    ) -> None:
        self._database = database
        self._identity = identity
        self._projection = Projection(outbox, new_id)

    def start(self, session_id: str, state: State, now: datetime) -> None:
        """The session's first event and row."""
        who = self._identity()
        with self._database.atomic("IMMEDIATE"):
            Session.insert(
                id=session_id,
                customer_id=who.customer_id,
                booth_id=who.booth_id,
                state=type(state).__name__,
                created_at=iso(now),
                updated_at=iso(now),
            ).execute()
            _write(session_id, 1, Started(), now)

    def append(
        self, session_id: str, event: Event, now: datetime, then: Then = nothing_more
    ) -> Step | None:
        """Writes ``event``, and what ``then`` makes follow from it, and says where they led; None,
        and nothing written, where ``event`` has no meaning. All of it is on disk when this returns.

        It is decided in the transaction that writes it: the command line settles sessions too,
        while the booth runs, and pictures are deleted.
        """
        with self._database.atomic("IMMEDIATE"):
            session = Session.get_or_none(Session.id == session_id)
            if session is None or _lacks_its_picture(session, event):
                return None
            known = _rows(session_id)
            step = self._step(session, _replayed(known), event, len(known) + 1, now)
            following = None if step is None else then(event, step.state)
            if step is None or following is None:
                return step
            return self._step(session, step.state, following, len(known) + 2, now) or step

    def _step(
        self, session: Session, before: State, event: Event, seq: int, now: datetime
    ) -> Step | None:
        """Inside the transaction; None where ``event`` has no meaning in ``before``."""
        step = transition(before, event)
        if step.state is before:
            return None
        _write(session.id, seq, event, now)
        change = Change(
            session_id=session.id,
            customer_id=session.customer_id,
            started=moment(session.created_at),
            before=before,
            event=event,
            after=step.state,
            now=now,
        )
        self._projection.apply(change)
        return step

    def load(self, session_id: str) -> Journaled | None:
        session = Session.get_or_none(Session.id == session_id)
        return None if session is None else _journaled(session)

    def unfinished(self) -> tuple[Journaled, ...]:
        """Sessions that the booth itself has to carry on, oldest first: those that are open, and
        those that are over but for a print job that is still to be withdrawn, or for a refund
        that Xendit was asked for."""
        withdrawing = PrintJob.select(PrintJob.session_id).where(PrintJob.state == "withdrawing")
        refunding = Payment.select(Payment.session_id).where(Payment.refund_status == "pending")
        due = Session.state.in_(OPEN_STATES) | Session.id.in_(withdrawing)
        due |= Session.id.in_(refunding)
        rows = Session.select().where(due).order_by(Session.created_at)
        return tuple(_journaled(row) for row in rows)

    def events(self, session_id: str) -> tuple[tuple[str, Event], ...]:
        """When each event was written (ISO UTC), and the event."""
        return tuple((row.at, decode(row.type, row.data)) for row in _rows(session_id))

    def session_of_payment(self, payment_id: str) -> str | None:
        row = Payment.get_or_none(Payment.id == payment_id)
        return None if row is None or row.session_id is None else str(row.session_id)


def _write(session_id: str, seq: int, event: Event, now: datetime) -> None:
    kind, data = encode(event)
    SessionEvent.insert(session_id=session_id, seq=seq, at=iso(now), type=kind, data=data).execute()


def _rows(session_id: str) -> tuple[SessionEvent, ...]:
    query = SessionEvent.select().where(SessionEvent.session_id == session_id)
    return tuple(query.order_by(SessionEvent.seq))


def _replayed(rows: Iterable[SessionEvent]) -> State:
    return replay(decode(row.type, row.data) for row in rows)


def _lacks_its_picture(session: Session, event: Event) -> bool:
    """Whether ``event`` is to print what was deleted since."""
    return isinstance(event, ReprintApproved) and not is_kept(session)


def _journaled(session: Session) -> Journaled:
    started, state = moment(session.created_at), _replayed(_rows(session.id))
    return Journaled(session.id, started, state, is_kept(session))
