"""The till as it is now: read from the store by the desk's thread, again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from kiosk.booth.ports import Journaled
from kiosk.booth.staff.board import Board
from kiosk.booth.staff.endings import Ending
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.till_view import CashCard, ClaimCard, ClaimStage, TillView
from kiosk.booth.staff.view import Outcome
from kiosk.domain import session as s
from kiosk.domain.claims import CashDue, Claim
from kiosk.domain.printing import Sheet
from kiosk.domain.times import iso, moment

log = structlog.get_logger()

PAST_SHIFTS = 5


def printable(state: s.State) -> Sheet | None:
    """The sheet that staff could have printed again; None where there is no picture, or where it
    may come out after all."""
    if not isinstance(state, s.Owed) or state.picture is None or state.withdraw is not None:
        return None
    return state.order.package.sheet


@dataclass
class TillLook:
    """Reprints and refunds run by themselves; ``refresh`` tells how each that it saw ended."""

    office: Office
    board: Board
    _seen: dict[str, ClaimCard] = field(default_factory=dict)

    def refresh(self) -> None:
        """Raises what the store raises; then the board stays as it was."""
        office, board, now = self.office, self.board, self.office.clock.now()
        claims = tuple(self._claims(now))
        cash = self._cash(office.claims.cash_due())
        shift, past = office.shifts.current(), office.shifts.list(PAST_SHIFTS)
        board.till, board.shift = TillView(cash, claims, None, past), shift
        self._tell_ends(claims)

    def forget(self) -> None:
        self._seen.clear()

    def _claims(self, now: datetime) -> Iterator[ClaimCard]:
        """What is being printed again stands with the others: the guest waits as they do."""
        claims = {claim.session_id: claim for claim in self.office.claims.open()}
        again = {left.session_id: left for left in self.office.journal.unfinished()}
        for session_id, left in again.items():
            claim = _reprinting(left)
            if claim is not None:
                claims[session_id] = claim
        for claim in sorted(claims.values(), key=lambda each: each.since):
            printing = claim.session_id in again and _reprinting(again[claim.session_id])
            stage = ClaimStage.REPRINTING if printing else _stage(claim)
            minutes = int((now - moment(claim.since)).total_seconds() // 60)
            yield ClaimCard(claim, max(minutes, 0), stage)

    def _cash(self, due: CashDue | None) -> CashCard | None:
        """As long as the same is due, it is the same payment."""
        if due is None:
            return None
        offers = self.board.offers
        known = next((key for key, offered in offers.items() if offered == due), None)
        payment_id = known or self.office.keys.new_id()
        offers[payment_id] = due
        return CashCard(due, payment_id)

    def _tell_ends(self, claims: tuple[ClaimCard, ...]) -> None:
        running = {ClaimStage.REPRINTING, ClaimStage.REFUNDING}
        now = {card.claim.session_id: card for card in claims if card.stage in running}
        over = {i: card for i, card in self._seen.items() if i not in now}
        # That it runs is told first, by the errand that asked for it.
        early = {i: card for i, card in over.items() if i in self.board.deeds}
        self._seen = now | early
        for session_id in over.keys() - early.keys():
            ending = self._end_of(session_id, over[session_id])
            if ending is not None:
                self.board.tell(ending)

    def _end_of(self, session_id: str, card: ClaimCard) -> Ending | None:
        found = self.office.journal.load(session_id)
        reprint = card.stage is ClaimStage.REPRINTING
        match None if found is None else found.state:
            case s.Settled(how=s.Settlement.REPRINTED):
                outcome = Outcome.REPRINTED
            case s.Settled(how=s.Settlement.REFUNDED):
                outcome = Outcome.REFUNDED
            case s.Owed():
                outcome = Outcome.REPRINT_FAILED if reprint else Outcome.REFUND_FAILED
            case _:
                return None
        return Ending(outcome, card.claim.claim_code)


def _reprinting(left: Journaled) -> Claim | None:
    state = left.state
    if not isinstance(state, s.Printing) or state.reprint is None:
        return None
    order = state.order
    return Claim(
        session_id=left.session_id,
        claim_code=order.claim_code,
        since=iso(left.started),
        package_name=order.package.name,
        reason=s.OwedReason.PRINT,
        amount=order.till.money,
        picture=state.picture.path,
        copies=state.job.copies,
        refundable=False,
        refunding=False,
        refund_failed=False,
        waits_for_printer=False,
    )


def _stage(claim: Claim) -> ClaimStage:
    if claim.refunding:
        return ClaimStage.REFUNDING
    if claim.waits_for_printer:
        return ClaimStage.HELD
    return ClaimStage.REFUND_FAILED if claim.refund_failed else ClaimStage.WAITS
