"""Past sessions: looked for by time, and opened one at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.booth.staff.board import Board
from kiosk.booth.staff.complaints import complaint_card
from kiosk.booth.staff.ports import StaffJournal
from kiosk.booth.staff.premises import SessionBook
from kiosk.booth.staff.sessions_view import (
    PAGE,
    HourCount,
    LookForSessions,
    SessionPage,
    SessionsView,
)
from kiosk.domain import session as s
from kiosk.domain.report import Period
from kiosk.domain.times import iso, moment


@dataclass(frozen=True)
class SessionsLook:
    """Everything raises what the store raises."""

    book: SessionBook
    journal: StaffJournal
    board: Board

    def found(self, asked: LookForSessions, now: datetime) -> SessionsView:
        day = now.astimezone().date() - timedelta(days=max(asked.days_ago, 0))
        whole = day_at_booth(day)
        starts = self.book.starts(whole)
        hours = Counter(moment(start).astimezone().hour for start in starts)
        period = whole if asked.hour is None else _hour(day, asked.hour)
        total = sum(period.has(start) for start in starts)
        return SessionsView(
            asked=asked,
            day=day,
            hours=tuple(HourCount(hour, hours[hour]) for hour in sorted(hours)),
            lines=self.book.page(period, asked.page * PAGE, PAGE),
            total=total,
            pages=-(-total // PAGE),
        )

    def page(self, session_id: str) -> SessionPage | None:
        """None where there is no such session, or its guest had chosen nothing yet."""
        line, events = self.book.line(session_id), self.journal.events(session_id)
        state = s.replay(event for _, event in events)
        order = s.order_of(state)
        if line is None or order is None:
            return None
        claim, deed = self.board.claim(session_id), self.board.deeds.get(session_id)
        kept = line.picture is not None
        card = claim or complaint_card(session_id, state, deed, pictures_kept=kept)
        prints = self.book.prints(session_id)
        return SessionPage(line, state, order, events, prints, card, claim is not None)


def day_at_booth(day: date) -> Period:
    """From midnight to midnight, where the booth stands."""
    return _between(datetime.combine(day, time()), datetime.combine(day + timedelta(1), time()))


def _hour(day: date, hour: int) -> Period:
    start = datetime.combine(day, time(hour))
    return _between(start, start + timedelta(hours=1))


def _between(start: datetime, end: datetime) -> Period:
    """Of moments by the booth's own clock."""
    return Period(iso(start.astimezone()), iso(end.astimezone()))
