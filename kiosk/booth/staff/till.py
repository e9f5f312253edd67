"""The till: what staff do about money and about guests who are owed something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import assert_never

from kiosk.booth.staff.board import Board
from kiosk.booth.staff.complaints import complaint_card
from kiosk.booth.staff.endings import Ending, Refused
from kiosk.booth.staff.office import Office
from kiosk.booth.staff.sending import Errand, Sender
from kiosk.booth.staff.teller import Answer, Teller, Told
from kiosk.booth.staff.till_look import printable
from kiosk.booth.staff.till_view import (
    FOR_OWNERS,
    FROM_THE_DRAWER,
    ClaimCard,
    Deed,
    DoDeed,
    EndShift,
    StartShift,
    TakeCash,
    TillRequest,
    Why,
)
from kiosk.booth.staff.view import Outcome
from kiosk.domain import session as s
from kiosk.domain.claims import CashDue
from kiosk.domain.order import ReturnWay
from kiosk.domain.shifts import ClosedShift
from kiosk.domain.staff import Role, StaffMember

MOST_IN_DRAWER = 100_000_000
"""No drawer holds as much; a slip of the finger writes more."""

LONGEST_NOTE = 200

DONE = {
    Deed.REPRINT: Outcome.REPRINTING,
    Deed.COMP: Outcome.COMPED,
    Deed.REFUND_QRIS: Outcome.REFUND_ASKED,
    Deed.REFUND_CASH: Outcome.REFUNDED,
    Deed.REFUND_TRANSFER: Outcome.REFUNDED,
    Deed.RETURN_CHANGE: Outcome.CHANGE_RETURNED,
}

Note = Callable[[str, str, Mapping[str, object]], None]


class Till:
    """Every call comes from the desk's thread, returns at once and may raise Refused or what the
    store raises. ``note`` writes to the audit log: what is no event of a session."""

    def __init__(
        self, office: Office, board: Board, sender: Sender, teller: Teller, note: Note
    ) -> None:
        self._office = office
        self._board = board
        self._sender = sender
        self._teller = teller
        self._note = note

    def act(self, request: TillRequest, member: StaffMember) -> None:
        match request:
            case TakeCash(payment_id):
                self._take_cash(payment_id, member)
            case DoDeed():
                self._do(request, member)
            case StartShift(float_amount):
                self._start_shift(float_amount, member)
            case EndShift(counted, note):
                self._end_shift(counted, note, member)
            case _:
                assert_never(request)

    # ---- cash ---------------------------------------------------------------------------------

    def _take_cash(self, payment_id: str, member: StaffMember) -> None:
        """Money in staff's hands is written down whatever the guest did meanwhile."""
        due = self._board.offers.get(payment_id)
        if due is None:
            raise Refused("no guest was to pay this")
        if payment_id in self._board.taking:
            return
        self._need_shift()
        self._board.taking.add(payment_id)
        work = partial(self._taken, due, payment_id, member.name)
        after = partial(self._board.taking.discard, payment_id)
        self._send("cash taken", work, "", after)

    def _taken(self, due: CashDue, payment_id: str, by: str) -> Ending:
        event = s.CashReceived(payment_id, due.amount, by)
        told = self._teller.tell(due.session_id, event)
        return Ending(_outcome_of_cash(told, due), _code_in(told.state))

    # ---- claims -------------------------------------------------------------------------------

    def _do(self, request: DoDeed, member: StaffMember) -> None:
        card, state = self._card(request)
        code = card.claim.claim_code
        if request.deed in FOR_OWNERS:
            self._need_owner(member, request.deed, code)
        if request.deed in FROM_THE_DRAWER:
            self._need_shift()
        events = self._events(request, card, state, member.name)
        self._board.deeds[request.session_id] = request.deed
        work = partial(self._done, request, events, code)
        self._send("deed done", work, code, partial(self._board.deeds.pop, request.session_id))

    def _card(self, request: DoDeed) -> tuple[ClaimCard, s.State]:
        """What is owed, or what was delivered and is complained about; and its session's state."""
        session_id, deeds = request.session_id, self._board.deeds
        found, card = self._office.journal.load(session_id), self._board.claim(session_id)
        if card is None and found is not None:
            deed, kept = deeds.get(session_id), found.pictures_kept
            card = complaint_card(session_id, found.state, deed, pictures_kept=kept)
        if found is None or card is None or request.deed not in card.allowed:
            raise Refused("the claim is not open for this any more", Outcome.MOVED_ON)
        return card, found.state

    def _events(
        self, request: DoDeed, card: ClaimCard, state: s.State, by: str
    ) -> tuple[s.Event, ...]:
        """The deed, after the complaint where what was delivered is complained about."""
        complaint = s.Complained(s.Approval(by, request.why.value))
        owed = s.transition(state, complaint).state
        deed = self._event(request.deed, card, owed, request.why, by)
        return (deed,) if owed is state else (complaint, deed)

    def _done(self, request: DoDeed, events: tuple[s.Event, ...], code: str) -> Ending:
        for event in events:
            told = self._teller.tell(request.session_id, event)
            if told.answer is not Answer.WRITTEN:
                break
        match told.answer:
            case Answer.WRITTEN:
                return Ending(DONE[request.deed], code)
            case Answer.MOVED_ON:
                return Ending(Outcome.MOVED_ON, code)
            case Answer.NOT_YET:
                return Ending(Outcome.NOT_WRITTEN, code)
            case _:
                assert_never(told.answer)

    def _event(self, deed: Deed, card: ClaimCard, owed: s.State, why: Why, by: str) -> s.Event:
        approval = s.Approval(by, why.value)
        match deed:
            case Deed.REPRINT:
                return self._reprint(card, owed, approval)
            case Deed.COMP:
                return s.SettledByStaff(s.Settlement.COMPED, by, why.value)
            case Deed.REFUND_QRIS:
                return s.RefundAsked(approval)
            case Deed.REFUND_CASH:
                refunded = s.Settlement.REFUNDED
                return s.SettledByStaff(refunded, by, why.value, ReturnWay.CASH)
            case Deed.REFUND_TRANSFER:
                refunded = s.Settlement.REFUNDED
                return s.SettledByStaff(refunded, by, why.value, ReturnWay.TRANSFER)
            case Deed.RETURN_CHANGE:
                return s.ChangeReturned(card.claim.amount, ReturnWay.CASH, by)
            case _:
                assert_never(deed)

    def _reprint(self, card: ClaimCard, owed: s.State, approval: s.Approval) -> s.ReprintApproved:
        claim, sheet = card.claim, printable(owed)
        if sheet is None:
            raise Refused("there is nothing to print", Outcome.MOVED_ON)
        printer = self._office.pick(sheet, claim.copies)
        if printer is None:
            raise Refused("no printer could print it now", Outcome.NO_PRINTER)
        key = self._office.keys.new_id()
        return s.ReprintApproved(printer.id, key, claim.copies, approval)

    # ---- shifts -------------------------------------------------------------------------------

    def _start_shift(self, float_amount: int, member: StaffMember) -> None:
        if self._office.shifts.current() is not None:
            raise Refused("a shift is open already", Outcome.MOVED_ON)
        _refuse_amount(float_amount)
        self._office.shifts.open(member.name, float_amount, self._office.clock.now())
        self._board.tell(Ending(Outcome.SHIFT_OPENED))

    def _end_shift(self, counted: int, note: str, member: StaffMember) -> None:
        if self._office.shifts.current() is None:
            raise Refused("no shift is open", Outcome.MOVED_ON)
        _refuse_amount(counted)
        now = self._office.clock.now()
        closed = self._office.shifts.close(member.name, counted, note[:LONGEST_NOTE], now)
        self._board.tell(Ending(Outcome.SHIFT_CLOSED))
        if self._office.print_slip is not None:
            work = partial(_slip, self._office.print_slip, closed)
            self._sender.send(Errand("slip printed", work, failed=Outcome.SLIP_FAILED))

    # ---- rules --------------------------------------------------------------------------------

    def _need_shift(self) -> None:
        if self._office.shifts.current() is None:
            raise Refused("no shift is open", Outcome.NEEDS_SHIFT)

    def _need_owner(self, member: StaffMember, deed: Deed, code: str) -> None:
        if member.role is Role.OWNER:
            return
        self._note(member.name, "refund refused", {"claim_code": code, "deed": deed.value})
        owners = [m.name for m in self._office.book.members() if m.role is Role.OWNER]
        raise Refused(", ".join(owners), Outcome.OWNER_ONLY)

    def _send(
        self, name: str, work: Callable[[], Ending], about: str, after: Callable[[], object]
    ) -> None:
        self._sender.send(Errand(name, work, about, Outcome.NOT_WRITTEN, after))


def _outcome_of_cash(told: Told, due: CashDue) -> Outcome:
    match told.answer:
        case Answer.MOVED_ON:
            return Outcome.MOVED_ON
        case Answer.NOT_YET:
            return Outcome.NOT_WRITTEN
        case Answer.WRITTEN:
            return _where_cash_went(told.state, due)
        case _:
            assert_never(told.answer)


def _where_cash_went(state: s.State, due: CashDue) -> Outcome:
    if isinstance(state, s.Owed) and state.reason is s.OwedReason.PAID_LATE:
        return Outcome.CASH_LATE
    order = s.order_of(state)
    over = order is not None and order.change_due >= due.amount
    return Outcome.CASH_OVER if over else Outcome.CASH_TAKEN


def _code_in(state: s.State) -> str:
    order = s.order_of(state)
    return "" if order is None else order.claim_code


def _refuse_amount(amount: int) -> None:
    if not 0 <= amount <= MOST_IN_DRAWER:
        raise Refused(f"no drawer holds {amount} rupiah")


def _slip(print_slip: Callable[[ClosedShift], None], closed: ClosedShift) -> None:
    print_slip(closed)
