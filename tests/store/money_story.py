"""A town of guests, a cloud and staff, told to the real journal in every order that can be.

What truly happened to money is kept apart from the booth, and outlives its crashes. The booth is
told of it late, several times, or in the middle of a crash; in the end it must know all of it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, ClassVar

import hypothesis
from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
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
STORIES, STEPS_A_STORY = 420, 60


Fits = Callable[[s.State], bool]


def is_paying(state: s.State) -> bool:
    return isinstance(state, s.Paying)


def is_picking(state: s.State) -> bool:
    return isinstance(state, s.Paying) and isinstance(state.stage, s.Picking)


def is_requesting(state: s.State) -> bool:
    return isinstance(state, s.Paying) and isinstance(state.stage, s.Requesting)


def is_closing(state: s.State) -> bool:
    return isinstance(state, s.Paying) and isinstance(state.stage, s.Closing)


def is_at_the_cloud(state: s.State) -> bool:
    at_the_cloud = s.Requesting | s.Offered | s.Closing
    return isinstance(state, s.Paying) and isinstance(state.stage, at_the_cloud)


def enters_voucher(state: s.State) -> bool:
    return isinstance(state, s.Paying) and isinstance(state.stage, s.EnteringVoucher)


def is_at_work(state: s.State) -> bool:
    return isinstance(state, s.Shooting | s.Arranging | s.Printing)


def withdraws(state: s.State) -> bool:
    return isinstance(state, s.Owed | s.Settled) and state.withdraw is not None


def is_owed(state: s.State) -> bool:
    return isinstance(state, s.Owed)


def is_delivered(state: s.State) -> bool:
    return isinstance(state, s.Delivered)


def is_refunding(state: s.State) -> bool:
    return isinstance(state, s.Owed) and isinstance(state.refund, s.Refunding)


def has_order(state: s.State) -> bool:
    return s.order_of(state) is not None


def is_past_paying(state: s.State) -> bool:
    return not isinstance(state, s.Choosing | s.Paying)


def has_change(state: s.State) -> bool:
    order = s.order_of(state)
    sold = not isinstance(state, s.Paying | s.Cancelled)
    return sold and order is not None and order.change_due > 0


def when(fits: Fits) -> Callable[[Any], Any]:
    """A rule for as long as a session is like that."""
    return precondition(lambda story: bool(story._fitting(fits)))


OUT_OF_PLACE: tuple[s.Event, ...] = (
    s.Started(),
    s.WayLeft(),
    s.WayPicked(PaymentMethod.QRIS, "out-of-place"),
    s.CancelAsked(s.CancelReason.GUEST),
    s.PaymentRefused(),
    s.PaymentClosed(certain=True),
    s.VoucherTaken("VOUCHER", 5_000),
    s.CashReceived("no-money", 0, ""),
    s.CashReceived("no-money", -20_000, "Sari"),
    s.PaymentCompleted("2026-05-01T12:02:00.000Z", "no-money", -35_000),
    s.RefundDone(),
    s.PrintCompleted(),
)
"""What must change nothing in a session that is not at its payment, or where it has no meaning."""


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
        self.touched: set[str] = set()
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
        self.touched.add(session_id)
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

    def _some(self, data: Any, fits: Fits) -> str:
        return str(data.draw(st.sampled_from(self._fitting(fits))))

    def _order(self, session_id: str) -> Order:
        order = s.order_of(self.told[session_id])
        assert order is not None
        return order

    def _happens(self, session_id: str, event: s.Event) -> None:
        """It is told now, and may be told again, and is told in the end."""
        self.truth.news.append((session_id, event))

    def _restart(self) -> None:
        self.mirror.close()
        self.mirror = self._open()
        self._trouble_is_over()
        self.touched.update(self.told)

    def _trouble_is_over(self) -> None:
        self.mirror.database.execute_sql("DROP TRIGGER IF EXISTS trouble")

    # ---- what is checked all the time ----------------------------------------------------------

    @invariant()
    def every_promise_is_kept(self) -> None:
        MoneyStory.steps += 1
        for session_id in sorted(self.touched):
            state = self.told[session_id]
            self._the_store_says_what_the_rules_say(session_id, state)
            self._the_rows_say_what_the_till_says(session_id, state)
            self._the_till_holds_what_came_in(session_id, state)
            self._no_code_is_forgotten(session_id, state)
        self.touched.clear()

    def _the_store_says_what_the_rules_say(self, session_id: str, state: s.State) -> None:
        found = self.mirror.journal.load(session_id)
        assert found is not None
        assert exactly(found.state) == exactly(state)
        assert Session.get_by_id(session_id).state == type(state).__name__

    def _the_rows_say_what_the_till_says(self, session_id: str, state: s.State) -> None:
        """A voucher counts as used once the price is complete."""
        completed = Payment.session_id == session_id, Payment.status == "completed"
        paid = {r.id: (r.method, r.amount) for r in Payment.select().where(*completed)}
        till = {r.payment_id: (r.method.value, r.amount) for r in till_of(state).received}
        if isinstance(state, s.Paying):
            till = {key: row for key, row in till.items() if row[0] != "voucher"}
        assert paid == till

    def _the_till_holds_what_came_in(self, session_id: str, state: s.State) -> None:
        order, till = s.order_of(state), till_of(state)
        assert Counter(money_in(till)) <= self.truth.money(session_id)
        assert till.money >= 0
        assert not (isinstance(state, s.Cancelled) and till.received)
        if isinstance(state, s.Paying | s.Shooting | s.Arranging | s.Printing | s.Delivered):
            paid = sum(received.amount for received in till.received) >= state.order.amount
            assert paid == (not isinstance(state, s.Paying))
        if isinstance(state, s.Settled) and state.how is s.Settlement.REFUNDED:
            assert order is not None
            assert till.money == order.change_due

    def _no_code_is_forgotten(self, session_id: str, state: s.State) -> None:
        """One that can be paid, and that nobody waits for, is being cancelled."""
        for payment_id, code in self.truth.codes.items():
            if code.session_id != session_id or code.ended or is_at_hand(state, payment_id):
                continue
            cancelled = OutboxEntry.select().where(
                OutboxEntry.kind == "cancel_payment", OutboxEntry.row_id == payment_id
            )
            assert cancelled.exists(), f"{payment_id} can still be paid, and nobody cancels it"

    # ---- guests --------------------------------------------------------------------------------

    def _fitting(self, fits: Fits) -> list[str]:
        return [session_id for session_id, state in self.told.items() if fits(state)]

    @precondition(lambda self: len(self.told) < MOST_SESSIONS)
    @rule(
        price=st.sampled_from(PRICES),
        copies=st.integers(1, 2),
        ways=st.integers(1, 3),
        pays=st.sampled_from([None, *WAYS, PaymentMethod.QRIS]),
    )
    def a_guest_comes(self, price: int, copies: int, ways: int, pays: PaymentMethod | None) -> None:
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
        if pays is not None:
            self._picks(session_id, pays)
        if pays is PaymentMethod.QRIS:
            self._makes_a_code(session_id, heard=True)
        if pays is PaymentMethod.VOUCHER:
            self._takes_a_voucher(session_id, discount=500)

    @when(is_picking)
    @rule(data=st.data(), method=st.sampled_from(WAYS))
    def the_guest_picks_a_way(self, data: Any, method: PaymentMethod) -> None:
        self._picks(self._some(data, is_picking), method)

    def _picks(self, session_id: str, method: PaymentMethod) -> None:
        payment_id = None if method is PaymentMethod.CASH else self._new_id()
        self._tell(session_id, s.WayPicked(method, payment_id))

    @when(is_paying)
    @rule(data=st.data(), reason=st.one_of(st.none(), st.sampled_from(s.CancelReason)))
    def the_guest_turns_away(self, data: Any, reason: s.CancelReason | None) -> None:
        event = s.WayLeft() if reason is None else s.CancelAsked(reason)
        self._tell(self._some(data, is_paying), event)

    @when(has_order)
    @rule(data=st.data(), amount=st.sampled_from(BILLS), by=st.sampled_from(["", "Sari"]))
    def cash_comes_in(self, data: Any, amount: int, by: str) -> None:
        """Also just after the guest left, and on top of the price."""
        session_id, payment_id = self._some(data, has_order), self._new_id()
        self.truth.bills[payment_id] = (session_id, amount)
        self._happens(session_id, s.CashReceived(payment_id, amount, by))

    @when(enters_voucher)
    @rule(data=st.data(), discount=st.sampled_from([5_000, 100_000]))
    def a_voucher_is_taken(self, data: Any, discount: int) -> None:
        self._takes_a_voucher(self._some(data, enters_voucher), discount)

    def _takes_a_voucher(self, session_id: str, discount: int) -> None:
        worth = min(discount, self._order(session_id).due)
        self._tell(session_id, s.VoucherTaken(f"VOUCHER-{self._new_id()}", worth))

    # ---- the cloud -----------------------------------------------------------------------------

    @when(is_requesting)
    @rule(data=st.data(), heard=st.sampled_from([True, True, False]))
    def the_cloud_makes_a_code(self, data: Any, heard: Any) -> None:
        """Whether the booth hears of it or not."""
        self._makes_a_code(self._some(data, is_requesting), heard=bool(heard))

    def _makes_a_code(self, session_id: str, *, heard: bool) -> None:
        order = self._order(session_id)
        self.truth.codes.setdefault(str(order.payment_id), Code(session_id, order.to_ask))
        if heard:
            until = "2026-05-01T12:03:00.000Z"
            self._tell(session_id, s.PaymentOffered("QR", until, f"x-{order.payment_id}", 0))

    @precondition(lambda self: any(not code.paid for code in self.truth.codes.values()))
    @rule(data=st.data(), wrong=st.sampled_from([0, 0, 0, -500, 7_000]), at_once=st.booleans())
    def a_code_is_paid(self, data: Any, wrong: int, at_once: Any) -> None:
        """Slow, late, after it was cancelled, and now and then over another amount."""
        open_codes = sorted(key for key, code in self.truth.codes.items() if not code.paid)
        payment_id = data.draw(st.sampled_from(open_codes))
        code = self.truth.codes[payment_id]
        code.paid, code.ended = code.asked + wrong, True
        moment = "2026-05-01T12:02:00.000Z"
        self._happens(code.session_id, s.PaymentCompleted(moment, payment_id, code.paid))
        if at_once:
            self._tell(*self.truth.news[-1])

    @when(is_closing)
    @rule(data=st.data(), certain=st.booleans())
    def the_cloud_closes_a_code(self, data: Any, certain: Any) -> None:
        session_id = self._some(data, is_closing)
        if certain and not self._ends_unpaid(session_id):
            return
        self._tell(session_id, s.PaymentClosed(certain))

    @when(is_at_the_cloud)
    @rule(data=st.data())
    def the_cloud_refuses(self, data: Any) -> None:
        session_id = self._some(data, is_at_the_cloud)
        if self._ends_unpaid(session_id):
            self._tell(session_id, s.PaymentRefused())

    def _ends_unpaid(self, session_id: str) -> bool:
        """Whether the cloud can say so; where it was paid, that is news already."""
        code = self.truth.codes.get(str(self._order(session_id).payment_id))
        if code is None:
            return True
        code.ended = True
        return not code.paid

    @precondition(lambda self: self.truth.news)
    @rule(data=st.data())
    def news_arrives(self, data: Any) -> None:
        """The newest, or any of it, again."""
        newest = data.draw(st.booleans())
        self._tell(*(self.truth.news[-1] if newest else self._any_news(data)))

    def _any_news(self, data: Any) -> tuple[str, s.Event]:
        news: tuple[str, s.Event] = data.draw(st.sampled_from(self.truth.news))
        return news

    # ---- the booth's own work ------------------------------------------------------------------

    @when(is_at_work)
    @rule(data=st.data(), steps=st.sampled_from([1, 3, 9, 9]))
    def the_work_goes_on(self, data: Any, steps: int) -> None:
        session_id = self._some(data, is_at_work)
        for _ in range(steps):
            event = self._work(session_id)
            if event is not None:
                self._tell(session_id, event)

    def _work(self, session_id: str) -> s.Event | None:
        match self.told[session_id]:
            case s.Shooting(_, shots):
                path = f"{session_id}-{len(shots)}.jpg"
                return s.ShotTaken(Shot(len(shots) + 1, path, "t", 1920, 1080))
            case s.Arranging(picture=None):
                return s.PictureComposed(Picture(f"{session_id}.jpg", 1200, 1800, "0" * 64))
            case s.Arranging():
                return s.PrintAsked("printer")
            case s.Printing(job=s.Job(cups_job_id=None)):
                return s.PrintSubmitted(next(self.numbers))
            case s.Printing():
                return s.PrintCompleted()
            case _:
                return None

    @when(is_at_work)
    @rule(data=st.data(), may_print=st.booleans())
    def the_booth_gives_up(self, data: Any, may_print: Any) -> None:
        self._tell(self._some(data, is_at_work), s.GaveUp(s.OwedReason.PRINT, may_print))

    @when(withdraws)
    @rule(data=st.data(), event=st.sampled_from([s.PrintCompleted(), s.PrintWithdrawn()]))
    def a_print_is_withdrawn(self, data: Any, event: s.Event) -> None:
        self._tell(self._some(data, withdraws), event)

    # ---- staff ---------------------------------------------------------------------------------

    @when(is_owed)
    @rule(data=st.data(), how=st.sampled_from(s.Settlement), way=st.sampled_from(ReturnWay))
    def staff_settle(self, data: Any, how: s.Settlement, way: ReturnWay) -> None:
        event = s.SettledByStaff(how, "Sari", "the printer was empty", way)
        self._tell(self._some(data, is_owed), event)

    @when(is_delivered)
    @rule(data=st.data())
    def a_guest_comes_back_and_complains(self, data: Any) -> None:
        self._tell(self._some(data, is_delivered), s.Complained(SARI))

    @when(is_owed)
    @rule(data=st.data(), copies=st.integers(1, 3))
    def staff_print_again(self, data: Any, copies: int) -> None:
        event = s.ReprintApproved("printer", self._new_id(), copies, SARI)
        self._tell(self._some(data, is_owed), event)

    @when(is_owed)
    @rule(data=st.data())
    def staff_ask_for_a_refund(self, data: Any) -> None:
        self._tell(self._some(data, is_owed), s.RefundAsked(SARI))

    @when(is_refunding)
    @rule(data=st.data(), event=st.sampled_from([s.RefundDone(), s.RefundRefused()]))
    def xendit_answers(self, data: Any, event: s.Event) -> None:
        self._tell(self._some(data, is_refunding), event)

    @when(is_refunding)
    @rule(data=st.data())
    def staff_settle_while_xendit_is_asked(self, data: Any) -> None:
        session_id = self._some(data, is_refunding)
        before = self.told[session_id]
        after = self._tell(session_id, s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "again"))
        assert after is before, "the same money could go back twice"

    @when(has_change)
    @rule(data=st.data(), more=st.sampled_from([0, 0, 5_000]))
    def staff_give_change(self, data: Any, more: int) -> None:
        session_id = self._some(data, has_change)
        due = self._order(session_id).change_due
        self._tell(session_id, s.ChangeReturned(due + more, ReturnWay.CASH, "Sari"))

    @when(is_past_paying)
    @rule(data=st.data(), event=st.sampled_from(OUT_OF_PLACE))
    def something_comes_that_has_no_place(self, data: Any, event: s.Event) -> None:
        self._tell(self._some(data, is_past_paying), event)

    # ---- trouble -------------------------------------------------------------------------------

    @rule()
    def the_booth_is_killed_and_starts_again(self) -> None:
        self._restart()

    @precondition(lambda self: self.truth.news)
    @rule(data=st.data(), table=st.sampled_from(TABLES), verb=st.sampled_from(["INSERT", "UPDATE"]))
    def the_power_goes_while_it_is_written_down(self, data: Any, table: str, verb: str) -> None:
        """In the middle of the transaction: all of it is on disk after, or nothing."""
        session_id, event = self._any_news(data)
        trigger = (
            f"CREATE TRIGGER trouble BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the power is gone'); END"
        )
        self.mirror.database.execute_sql(trigger)
        with suppress(IntegrityError):
            self._tell(session_id, event)
        self._restart()

    # ---- the end -------------------------------------------------------------------------------

    def _everything_comes_out(self) -> None:
        """All news arrives, staff see to what is owed, and every rupiah has its place."""
        self._restart()
        for session_id, event in self.truth.news:
            self._tell(session_id, event)
        for session_id, state in self.told.items():
            known = money_in(till_of(state))
            assert known == dict(self.truth.money(session_id)), "money was lost, or counted twice"
        for session_id in self.told:
            self._see_to(session_id)
        promises = [v for v in audit(self.mirror.evidence, self.folder) if is_about_money(v)]
        assert promises == [], promises
        owed = Session.select().where(Session.state == "Owed").count()
        assert owed == 0

    def _see_to(self, session_id: str) -> None:
        if isinstance(state := self.told[session_id], s.Owed):
            if isinstance(state.refund, s.Refunding):
                self._tell(session_id, s.RefundRefused())
            self._tell(session_id, s.SettledByStaff(s.Settlement.REFUNDED, "Sari", "closing"))
        order = self._order(session_id)
        if order.change_due:
            change = s.ChangeReturned(order.change_due, ReturnWay.CASH, "Sari")
            self._tell(session_id, change)


def till_of(state: s.State) -> Till:
    order = s.order_of(state)
    return Till() if order is None else order.till


def money_in(till: Till) -> dict[str, int]:
    """By payment id, in whole rupiah."""
    money = (r for r in till.received if r.method is not PaymentMethod.VOUCHER)
    return {received.payment_id: received.amount for received in money}


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


def play(*phases: Phase, stories: int = STORIES, seed: int = 0) -> None:
    """The same stories each time; other ones with another seed."""
    run_state_machine_as_test(
        hypothesis.seed(seed)(type("Seeded", (MoneyStory,), {})),
        settings=settings(
            max_examples=stories,
            stateful_step_count=STEPS_A_STORY,
            database=None,
            deadline=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
