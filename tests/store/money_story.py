"""A town of guests, a cloud and staff, told to the real journal in every order that can be.

What truly happened to money is kept apart from the booth, and outlives its crashes. The booth is
told of it late, several times, or in the middle of a crash; in the end it must know all of it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from peewee import IntegrityError

from kiosk.booth.audit import audit
from kiosk.domain import session as s
from kiosk.domain.order import Order, Package, PaymentMethod, Picture, ReturnWay, Shot, Till
from kiosk.domain.printing import Sheet
from kiosk.store.mirror import Mirror, open_mirror
from kiosk.store.models import OutboxEntry, Payment, Session
from tests.store.sample import opened

PRICES = (35_000, 25_000, 1_000)
BILLS = (2_000, 10_000, 20_000, 50_000)
WAYS = (PaymentMethod.QRIS, PaymentMethod.CASH, PaymentMethod.VOUCHER)
TABLES = ("sessions", "session_events", "payments", "print_jobs", "photos", "outbox", "audit_log")
SARI = s.Approval("Sari", "the printer was empty")
BEGAN = datetime(2026, 5, 1, 12, tzinfo=UTC)

MOST_SESSIONS = 4


@dataclass
class Code:
    """A QRIS code as the cloud knows it. ``asked`` and ``paid`` are in whole rupiah."""

    session_id: str
    asked: int
    paid: int = 0
    ended: bool = False


@dataclass
class Truth:
    """What happened, whoever knows of it."""

    codes: dict[str, Code] = field(default_factory=dict)
    bills: dict[str, tuple[str, int]] = field(default_factory=dict)
    news: list[tuple[str, s.Event]] = field(default_factory=list)

    def money(self, session_id: str) -> Counter[str]:
        """By payment id, in whole rupiah."""
        paid = {k: c.paid for k, c in self.codes.items() if c.session_id == session_id and c.paid}
        bills = {k: amount for k, (sid, amount) in self.bills.items() if sid == session_id}
        return Counter(paid | bills)


class MoneyStory(RuleBasedStateMachine):
    """``steps`` counts the rules that were run, in every story together."""

    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="money-"))
        with opened(self.folder):
            pass
        self.truth = Truth()
        self.told: dict[str, s.State] = {}
        self.now = BEGAN
        self.numbers = count(1)
        self.mirror = self._open()

    def teardown(self) -> None:
        try:
            self._everything_comes_out()
        finally:
            self.mirror.close()
            shutil.rmtree(self.folder)

    # ---- the booth ----------------------------------------------------------------------------

    def _open(self) -> Mirror:
        return open_mirror(self.folder, self._new_id)

    def _new_id(self) -> str:
        return f"row-{next(self.numbers):06}"

    def _tell(self, session_id: str, event: s.Event) -> s.State:
        """The store and the pure machine go the same way."""
        self.now += timedelta(seconds=1)
        before = self.told[session_id]
        expected = s.transition(before, event)
        step = self.mirror.journal.append(session_id, event, self.now)
        if expected.state is before:
            assert step is None, f"{event} was written, and means nothing in {before}"
        else:
            assert step is not None, f"{event} was not written in {before}"
            assert exactly(step.state) == exactly(expected.state)
            assert step.effects == expected.effects
            self.told[session_id] = step.state
        return self.told[session_id]

    def _happens(self, session_id: str, event: s.Event) -> None:
        """It is told now, and may be told again, and is told in the end."""
        self.truth.news.append((session_id, event))

    def _restart(self) -> None:
        self.mirror.close()
        self.mirror = self._open()
        self._trouble_is_over()

    def _trouble_is_over(self) -> None:
        self.mirror.database.execute_sql("DROP TRIGGER IF EXISTS trouble")

    # ---- what is checked all the time ----------------------------------------------------------

    @invariant()
    def the_store_says_what_the_rules_say(self) -> None:
        MoneyStory.steps += 1
        for session_id, state in self.told.items():
            found = self.mirror.journal.load(session_id)
            assert found is not None
            assert exactly(found.state) == exactly(state)

    @invariant()
    def every_payment_row_is_in_the_till_and_every_rupiah_has_a_row(self) -> None:
        for session_id, state in self.told.items():
            rows = Payment.select().where(
                Payment.session_id == session_id, Payment.status == "completed"
            )
            paid = {r.id: (r.method, r.amount) for r in rows}
            till = {r.payment_id: (r.method.value, r.amount) for r in till_of(state).received}
            if isinstance(state, s.Paying):  # a voucher counts as used once the price is complete
                till = {k: v for k, v in till.items() if v[0] != "voucher"}
            assert paid == till

    @invariant()
    def what_the_booth_knows_is_true(self) -> None:
        for session_id, state in self.told.items():
            known = {
                r.payment_id: r.amount
                for r in till_of(state).received
                if r.method is not PaymentMethod.VOUCHER
            }
            assert Counter(known) <= self.truth.money(session_id)

    @invariant()
    def a_code_beside_a_paid_session_is_being_cancelled(self) -> None:
        for payment_id, code in self.truth.codes.items():
            state = self.told[code.session_id]
            if code.ended or till_of(state).knows(payment_id) or is_at_hand(state, payment_id):
                continue
            cancelled = OutboxEntry.select().where(
                OutboxEntry.kind == "cancel_payment", OutboxEntry.row_id == payment_id
            )
            assert cancelled.exists(), f"{payment_id} can still be paid, and nobody cancels it"

    # ---- guests --------------------------------------------------------------------------------

    def _some(self, data: Any, *kinds: type) -> str:
        fitting = [k for k, state in self.told.items() if isinstance(state, kinds or object)]
        return str(data.draw(st.sampled_from(fitting)))

    def _has(self, *kinds: type) -> bool:
        return any(isinstance(state, kinds or object) for state in self.told.values())

    @precondition(lambda self: len(self.told) < MOST_SESSIONS)
    @rule(price=st.sampled_from(PRICES), copies=st.integers(1, 2), ways=st.integers(1, 3))
    def a_guest_comes(self, price: int, copies: int, ways: int) -> None:
        number = len(self.told) + 1
        session_id = f"session-{number}"
        self.mirror.journal.start(session_id, s.Choosing(), self.now)
        self.told[session_id] = s.Choosing()
        package = Package("classic", "Classic", "classic-4x6", Sheet.FOUR_BY_SIX, 1, copies, price)
        order = Order(
            package,
            PaymentMethod.QRIS,
            price,
            None,
            photo_id=f"photo-{number}",
            print_job_id=f"job-{number}",
            code=f"code-{number}",
            claim_code=f"K{number}",
            ways=WAYS[:ways],
        )
        self._tell(session_id, s.Chosen(order))

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data(), method=st.sampled_from(WAYS))
    def the_guest_picks_a_way(self, data: Any, method: PaymentMethod) -> None:
        session_id = self._some(data, s.Paying)
        payment_id = None if method is PaymentMethod.CASH else self._new_id()
        state = self._tell(session_id, s.WayPicked(method, payment_id))
        if isinstance(state, s.Paying) and state.order.payment_id == payment_id is not None:
            assert 0 < state.order.to_ask <= state.order.amount

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data())
    def the_guest_wants_another_way(self, data: Any) -> None:
        self._tell(self._some(data, s.Paying), s.WayLeft())

    @precondition(lambda self: self._has())
    @rule(data=st.data(), reason=st.sampled_from(s.CancelReason))
    def the_guest_leaves(self, data: Any, reason: s.CancelReason) -> None:
        self._tell(self._some(data), s.CancelAsked(reason))

    @precondition(lambda self: self._has())
    @rule(data=st.data(), amount=st.sampled_from(BILLS), by=st.sampled_from(["", "Sari"]))
    def cash_comes_in(self, data: Any, amount: int, by: str) -> None:
        """Also just after the guest left, and on top of the price."""
        session_id = self._some(data)
        if isinstance(self.told[session_id], s.Cancelled) and not order_of(self.told[session_id]):
            return
        payment_id = self._new_id()
        self.truth.bills[payment_id] = (session_id, amount)
        self._happens(session_id, s.CashReceived(payment_id, amount, by))

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data(), discount=st.sampled_from([5_000, 100_000]))
    def a_voucher_is_taken(self, data: Any, discount: int) -> None:
        session_id = self._some(data, s.Paying)
        state = self.told[session_id]
        assert isinstance(state, s.Paying)
        voucher = f"VOUCHER-{self._new_id()}"
        self._tell(session_id, s.VoucherTaken(voucher, min(discount, state.order.due)))

    # ---- the cloud -----------------------------------------------------------------------------

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data())
    def the_cloud_makes_a_code(self, data: Any) -> None:
        """Whether the booth hears of it or not."""
        session_id = self._some(data, s.Paying)
        state = self.told[session_id]
        if not isinstance(state, s.Paying) or not isinstance(state.stage, s.Requesting):
            return
        payment_id = str(state.order.payment_id)
        self.truth.codes.setdefault(payment_id, Code(session_id, state.order.to_ask))
        if data.draw(st.booleans()):
            offered = s.PaymentOffered("QR", "2026-05-01T12:03:00.000Z", f"x-{payment_id}", 0)
            self._tell(session_id, offered)

    @precondition(lambda self: self.truth.codes)
    @rule(data=st.data(), wrong=st.sampled_from([0, 0, 0, -500, 7_000]))
    def a_code_is_paid(self, data: Any, wrong: int) -> None:
        """Slow, late, after it was cancelled, and now and then over another amount."""
        payment_id = data.draw(st.sampled_from(sorted(self.truth.codes)))
        code = self.truth.codes[payment_id]
        if code.paid:
            return
        code.paid, code.ended = code.asked + wrong, True
        moment = "2026-05-01T12:02:00.000Z"
        self._happens(code.session_id, s.PaymentCompleted(moment, payment_id, code.paid))

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data(), certain=st.booleans())
    def the_cloud_closes_a_code(self, data: Any, certain: bool) -> None:  # noqa: FBT001 - drawn
        session_id = self._some(data, s.Paying)
        state = self.told[session_id]
        if not isinstance(state, s.Paying) or not isinstance(state.stage, s.Closing):
            return
        code = self.truth.codes.get(str(state.order.payment_id))
        if certain and code is not None:
            if code.paid:
                return  # the cloud says that it was paid, which is news already
            code.ended = True
        self._tell(session_id, s.PaymentClosed(certain))

    @precondition(lambda self: self._has(s.Paying))
    @rule(data=st.data())
    def the_cloud_refuses(self, data: Any) -> None:
        session_id = self._some(data, s.Paying)
        state = self.told[session_id]
        if not isinstance(state, s.Paying):
            return
        code = self.truth.codes.get(str(state.order.payment_id))
        if code is not None and code.paid:
            return
        if isinstance(state.stage, s.Requesting | s.Offered | s.Closing):
            if code is not None:
                code.ended = True
            self._tell(session_id, s.PaymentRefused())

    @precondition(lambda self: self.truth.news)
    @rule(data=st.data())
    def news_arrives(self, data: Any) -> None:
        """Any of it, in any order, and again."""
        self._tell(*data.draw(st.sampled_from(self.truth.news)))

    # ---- the booth's own work ------------------------------------------------------------------

    @precondition(lambda self: self._has(s.Shooting, s.Arranging, s.Printing))
    @rule(data=st.data())
    def the_work_goes_on(self, data: Any) -> None:
        session_id = self._some(data, s.Shooting, s.Arranging, s.Printing)
        match self.told[session_id]:
            case s.Shooting(_, shots):
                shot = Shot(len(shots) + 1, f"{session_id}-{len(shots)}.jpg", "t", 1920, 1080)
                self._tell(session_id, s.ShotTaken(shot))
            case s.Arranging(picture=None):
                picture = Picture(f"{session_id}.jpg", 1200, 1800, "0" * 64)
                self._tell(session_id, s.PictureComposed(picture))
            case s.Arranging():
                self._tell(session_id, s.PrintAsked("printer"))
            case s.Printing(job=s.Job(cups_job_id=None)):
                self._tell(session_id, s.PrintSubmitted(next(self.numbers)))
            case s.Printing():
                self._tell(session_id, s.PrintCompleted())

    @precondition(lambda self: self._has())
    @rule(data=st.data(), reason=st.sampled_from(s.OwedReason), may_print=st.booleans())
    def the_booth_gives_up(self, data: Any, reason: s.OwedReason, may_print: bool) -> None:  # noqa: FBT001 - drawn
        self._tell(self._some(data), s.GaveUp(reason, may_print))

    @precondition(lambda self: self._has(s.Owed, s.Settled))
    @rule(data=st.data(), printed=st.booleans())
    def a_print_is_withdrawn(self, data: Any, printed: bool) -> None:  # noqa: FBT001 - drawn
        event = s.PrintCompleted() if printed else s.PrintWithdrawn()
        self._tell(self._some(data, s.Owed, s.Settled), event)

    # ---- staff ---------------------------------------------------------------------------------

    @precondition(lambda self: self._has())
    @rule(data=st.data(), how=st.sampled_from(s.Settlement), way=st.sampled_from(ReturnWay))
    def staff_settle(self, data: Any, how: s.Settlement, way: ReturnWay) -> None:
        self._tell(self._some(data), s.SettledByStaff(how, "Sari", "the printer was empty", way))

    @precondition(lambda self: self._has(s.Owed))
    @rule(data=st.data(), copies=st.integers(1, 3))
    def staff_print_again(self, data: Any, copies: int) -> None:
        event = s.ReprintApproved("printer", self._new_id(), copies, SARI)
        self._tell(self._some(data, s.Owed), event)

    @precondition(lambda self: self._has(s.Owed))
    @rule(data=st.data(), event=st.sampled_from([s.RefundAsked(SARI), s.RefundDone()]))
    def a_refund_goes_on(self, data: Any, event: s.Event) -> None:
        self._tell(self._some(data, s.Owed), event)

    @precondition(lambda self: self._has(s.Owed))
    @rule(data=st.data())
    def a_refund_is_refused(self, data: Any) -> None:
        self._tell(self._some(data, s.Owed), s.RefundRefused())

    @precondition(lambda self: self._has())
    @rule(data=st.data(), more=st.sampled_from([0, 0, 5_000]))
    def staff_give_change(self, data: Any, more: int) -> None:
        session_id = self._some(data)
        order = order_of(self.told[session_id])
        due = 0 if order is None else order.change_due
        self._tell(session_id, s.ChangeReturned(due + more, ReturnWay.CASH, "Sari"))

    # ---- trouble -------------------------------------------------------------------------------

    @rule()
    def the_booth_is_killed_and_starts_again(self) -> None:
        self._restart()

    @precondition(lambda self: self.truth.news)
    @rule(data=st.data(), table=st.sampled_from(TABLES), verb=st.sampled_from(["INSERT", "UPDATE"]))
    def the_power_goes_while_it_is_written_down(self, data: Any, table: str, verb: str) -> None:
        """In the middle of the transaction: all of it is on disk after, or nothing."""
        session_id, event = data.draw(st.sampled_from(self.truth.news))
        trigger = (
            f"CREATE TRIGGER trouble BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the power is gone'); END"
        )
        self.mirror.database.execute_sql(trigger)
        try:
            self._tell(session_id, event)
        except IntegrityError:
            pass
        self._restart()

    # ---- the end -------------------------------------------------------------------------------

    def _everything_comes_out(self) -> None:
        """All news arrives, staff see to what is owed, and every rupiah has its place."""
        self._restart()
        for session_id, event in self.truth.news:
            self._tell(session_id, event)
        for session_id, state in self.told.items():
            known = {
                r.payment_id: r.amount
                for r in till_of(state).received
                if r.method is not PaymentMethod.VOUCHER
            }
            assert known == dict(self.truth.money(session_id)), "money was lost, or counted twice"
            if isinstance(state, s.Cancelled):
                assert not known
        for session_id in self.told:
            self._see_to(session_id)
        promises = [v for v in audit(self.mirror.evidence, self.folder) if is_about_money(v)]
        assert promises == []
        owed = Session.select().where(Session.state == "Owed").count()
        assert owed == 0

    def _see_to(self, session_id: str) -> None:
        if isinstance(state := self.told[session_id], s.Owed):
            if isinstance(state.refund, s.Refunding):
                self._tell(session_id, s.RefundRefused())
            self._tell(session_id, s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "closing"))
        order = order_of(self.told[session_id])
        if order is not None and order.change_due:
            change = s.ChangeReturned(order.change_due, ReturnWay.CASH, "Sari")
            self._tell(session_id, change)


def order_of(state: s.State) -> Order | None:
    return s.order_of(state)


def till_of(state: s.State) -> Till:
    order = s.order_of(state)
    return Till() if order is None else order.till


def exactly(state: s.State) -> tuple[s.State, Till]:
    """What two states have to share to be the same, money too."""
    return state, till_of(state)


def is_at_hand(state: s.State, payment_id: str) -> bool:
    """Whether the booth is still occupied with this code itself."""
    if not isinstance(state, s.Paying) or state.order.payment_id != payment_id:
        return False
    return isinstance(state.stage, s.Requesting | s.Offered | s.Closing)


def is_about_money(violation: Any) -> bool:
    """The story has no pictures on disk."""
    return violation.promise != "no picture lost"
