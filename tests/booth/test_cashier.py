"""At the cashier: ways to pay, copies, vouchers and "I have paid", with the real store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import pytest

from kiosk.booth.conductor import Conductor
from kiosk.booth.messages import Checked, Happened
from kiosk.booth.view import (
    Begin,
    Check,
    Choose,
    EnterVoucher,
    Finish,
    HavePaid,
    Leave,
    LeaveWay,
    Notice,
    PickWay,
    Problem,
)
from kiosk.domain import session as s
from kiosk.domain.order import PaymentMethod, Received
from kiosk.domain.vouchers import Voucher, VoucherTrouble
from kiosk.store.models import Payment, Session as SessionRow

from .conftest import PACKAGE, NotedEffects, Rig
from .test_conductor import OFFER, order_on, tell

QRIS, CASH, VOUCHER = PaymentMethod.QRIS, PaymentMethod.CASH, PaymentMethod.VOUCHER
ALL = (QRIS, CASH, VOUCHER)
OFFERED = s.Offered(OFFER.qr_string, OFFER.expires_at)
UNPLUGGED = Problem(Check.CAMERA, "unplugged", "plug it in")
LAST_DAY = date(2026, 12, 31)


@dataclass
class Desk:
    """Vouchers by their codes, or why they are not taken."""

    known: dict[str, Voucher | VoucherTrouble] = field(default_factory=dict)

    def check(self, code: str, now: datetime) -> Voucher | VoucherTrouble:
        del now
        return self.known.get(code, VoucherTrouble.UNREADABLE)


def began(rig: Rig, conductor: Conductor) -> str:
    conductor.handle(Begin())
    assert rig.view.session_id is not None
    return rig.view.session_id


def picking(
    rig: Rig, *methods: PaymentMethod, refused: frozenset[PaymentMethod] = frozenset()
) -> tuple[Conductor, str]:
    """A guest has chosen at a booth with these ways to pay."""
    rig.methods = methods or ALL
    conductor = rig.conductor()
    conductor.handle(Checked((), refused_ways=refused))
    session_id = began(rig, conductor)
    conductor.handle(Choose(session_id, "classic"))
    return conductor, session_id


def stage(rig: Rig) -> s.PaymentStage:
    assert isinstance(rig.view.state, s.Paying)
    return rig.view.state.stage


def test_a_guest_picks_among_the_ways_that_work(rig: Rig) -> None:
    conductor, session_id = picking(rig, *ALL, refused=frozenset({QRIS}))
    assert stage(rig) == s.Picking()
    assert (rig.view.ways, rig.view.refused_ways) == ((CASH, VOUCHER), (QRIS,))
    assert order_on(rig).ways == (CASH, VOUCHER)
    conductor.handle(PickWay(session_id, QRIS))
    assert stage(rig) == s.Picking()
    conductor.handle(PickWay(session_id, CASH))
    assert stage(rig) == s.TakingCash()


@pytest.mark.parametrize(
    ("method", "first"),
    [(QRIS, s.Requesting()), (CASH, s.TakingCash()), (VOUCHER, s.Picking())],
)
def test_where_there_is_no_choice_there_is_no_tap(
    rig: Rig, method: PaymentMethod, first: s.PaymentStage
) -> None:
    picking(rig, *ALL, refused=frozenset(ALL) - {method})
    assert stage(rig) == first
    assert all(not isinstance(v.state, s.Paying) or v.state.stage == first for v in rig.views)


def test_a_second_tap_on_a_way_makes_no_second_payment(rig: Rig) -> None:
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, QRIS))
    before = order_on(rig).payment_id
    conductor.handle(PickWay(session_id, QRIS))
    conductor.handle(PickWay(session_id, CASH))
    conductor.handle(Choose(session_id, "classic"))
    assert order_on(rig).payment_id == before
    assert [row.id for row in Payment.select()] == [before]


def test_a_late_tap_on_choose_ends_no_session_that_is_being_paid(rig: Rig) -> None:
    conductor, session_id = picking(rig, QRIS)
    tell(rig, conductor, OFFER)
    conductor.handle(Checked((UNPLUGGED,)))
    conductor.handle(Choose(session_id, "classic"))
    assert stage(rig) == OFFERED


def test_taps_for_a_session_that_has_left_the_screen_do_nothing(rig: Rig) -> None:
    conductor, old = picking(rig)
    rig.mirror.database.execute_sql("UPDATE sessions SET state = 'Cancelled'")
    conductor, new = picking(rig)
    for tap in (
        PickWay(old, CASH),
        LeaveWay(old),
        HavePaid(old),
        EnterVoucher(old, "X"),
        Leave(old),
    ):
        conductor.handle(tap)
    found = rig.mirror.journal.load(old)
    assert found is not None
    assert isinstance(found.state, s.Paying)
    assert found.state.stage == s.Picking()
    assert rig.view.session_id == new


def test_copies_cost_what_they_cost_and_bad_ones_buy_nothing(rig: Rig) -> None:
    rig.packages = (replace(PACKAGE, extra_copy=15_000, most_copies=3),)
    conductor = rig.conductor()
    session_id = began(rig, conductor)
    for copies in (0, -1, 4, 10**9):
        conductor.handle(Choose(session_id, "classic", copies))
        assert rig.view.state == s.Choosing()
    conductor.handle(Choose(session_id, "classic", 3))
    assert (order_on(rig).package.copies, order_on(rig).amount) == (3, 65_000)
    assert Payment.get().amount == 65_000


def test_copies_that_the_paper_does_not_last_for_are_not_sold(rig: Rig) -> None:
    rig.packages = (replace(PACKAGE, extra_copy=15_000, most_copies=3),)
    conductor = rig.conductor()
    conductor.handle(Checked((), most_copies={"classic": 2}))
    session_id = began(rig, conductor)
    assert rig.view.packages[0].most_copies == 2
    conductor.handle(Choose(session_id, "classic", 3))
    assert rig.view.state == s.Choosing()
    conductor.handle(Choose(session_id, "classic", 2))
    assert order_on(rig).package.copies == 2


def test_another_way_closes_the_code_first(rig: Rig) -> None:
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, QRIS))
    tell(rig, conductor, OFFER)
    conductor.handle(LeaveWay(session_id))
    assert stage(rig) == s.Closing(None)
    tell(rig, conductor, s.PaymentClosed(certain=True))
    conductor.handle(PickWay(session_id, CASH))
    tell(rig, conductor, s.CashReceived("bill", 35_000, "Sari"))
    assert isinstance(rig.view.state, s.Shooting)


@pytest.mark.parametrize("late", [OFFER, s.PaymentRefused(), s.PaymentClosed(certain=True)])
def test_an_answer_about_an_earlier_code_is_not_taken_for_one_about_the_next(
    rig: Rig, late: s.Event
) -> None:
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, QRIS))
    first = order_on(rig).payment_id
    conductor.handle(LeaveWay(session_id))
    tell(rig, conductor, s.PaymentClosed(certain=False))
    conductor.handle(PickWay(session_id, QRIS))
    if not isinstance(late, s.PaymentOffered):
        tell(rig, conductor, OFFER)
        conductor.handle(LeaveWay(session_id))
    before = rig.view.state
    conductor.handle(Happened(session_id, late, about=first))
    assert rig.view.state == before
    conductor.handle(Happened(session_id, late, about=order_on(rig).payment_id))
    assert rig.view.state != before


def test_each_bill_begins_the_time_for_cash_anew(rig: Rig) -> None:
    conductor, session_id = picking(rig, CASH)
    rig.clock.pass_(170)
    tell(rig, conductor, s.CashReceived("bill-1", 20_000, ""))
    rig.clock.pass_(170)
    conductor.tick()
    assert stage(rig) == s.TakingCash()
    rig.clock.pass_(11)
    conductor.tick()
    assert isinstance(rig.view.state, s.Owed)
    assert rig.view.state.reason is s.OwedReason.PAID_IN_PART
    del session_id


def test_a_guest_who_leaves_with_cash_in_is_owed_it(rig: Rig) -> None:
    conductor, session_id = picking(rig, CASH)
    tell(rig, conductor, s.CashReceived("bill-1", 20_000, ""))
    conductor.handle(Leave(session_id))
    assert isinstance(rig.view.state, s.Owed)
    assert rig.view.state.order.till.money == 20_000
    assert rig.view.state.order.claim_code


def test_a_voucher_takes_off_what_it_is_worth_and_the_rest_is_asked_for(rig: Rig) -> None:
    rig.vouchers = Desk({"TEN": Voucher("v-1", 10_000, LAST_DAY)})
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, VOUCHER))
    conductor.handle(EnterVoucher(session_id, "TEN"))
    assert stage(rig) == s.Picking()
    assert order_on(rig).due == 25_000
    conductor.handle(PickWay(session_id, QRIS))
    [effect] = rig.due
    assert isinstance(effect, s.RequestPayment)
    assert effect.order.to_ask == 25_000


def test_a_voucher_is_worth_no_more_than_what_is_left_to_pay(rig: Rig) -> None:
    rig.vouchers = Desk({"BIG": Voucher("v-1", 30_000, LAST_DAY)})
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, CASH))
    tell(rig, conductor, s.CashReceived("bill", 20_000, ""))
    conductor.handle(LeaveWay(session_id))
    conductor.handle(PickWay(session_id, VOUCHER))
    conductor.handle(EnterVoucher(session_id, "BIG"))
    assert isinstance(rig.view.state, s.Shooting)
    assert rig.view.state.order.till.worth == 35_000


def test_a_voucher_over_everything_pays_without_a_network(rig: Rig) -> None:
    rig.vouchers = Desk({"ALL": Voucher("v-1", None, LAST_DAY)})
    conductor, session_id = picking(rig, *ALL, refused=frozenset({QRIS}))
    conductor.handle(PickWay(session_id, VOUCHER))
    conductor.handle(EnterVoucher(session_id, "ALL"))
    assert isinstance(rig.view.state, s.Shooting)
    assert [sold for sold, _ in rig.sold] == [session_id]


@pytest.mark.parametrize(
    ("trouble", "notice"),
    [
        (VoucherTrouble.UNREADABLE, Notice.VOUCHER_WRONG),
        (VoucherTrouble.NO_KEY, Notice.VOUCHER_WRONG),
        (VoucherTrouble.EXPIRED, Notice.VOUCHER_EXPIRED),
        (VoucherTrouble.USED, Notice.VOUCHER_USED),
        (VoucherTrouble.TOO_MANY_TRIES, Notice.VOUCHER_LATER),
    ],
)
def test_a_voucher_that_is_not_taken_changes_nothing_and_says_why(
    rig: Rig, trouble: VoucherTrouble, notice: Notice
) -> None:
    rig.vouchers = Desk({"BAD": trouble})
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, VOUCHER))
    events = rig.mirror.journal.events(session_id)
    rig.clock.pass_(80)
    conductor.handle(EnterVoucher(session_id, "BAD"))
    assert rig.view.notice is notice
    assert rig.mirror.journal.events(session_id) == events
    assert not Payment.select().exists()
    rig.clock.pass_(80)
    conductor.tick()
    assert stage(rig) == s.EnteringVoucher()  # who types still wants to pay


def test_no_voucher_is_taken_for_a_sale_that_cannot_be_kept(rig: Rig) -> None:
    rig.vouchers = Desk({"ALL": Voucher("v-1", None, LAST_DAY)})
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, VOUCHER))
    conductor.handle(Checked((UNPLUGGED,)))
    conductor.handle(EnterVoucher(session_id, "ALL"))
    assert rig.view.state == s.Cancelled(order_on(rig), s.CancelReason.OUT_OF_SERVICE)
    assert not Payment.select().exists()


def test_i_have_paid_asks_at_once_and_only_where_there_is_a_code(rig: Rig) -> None:
    conductor, session_id = picking(rig)
    conductor.handle(HavePaid(session_id))
    assert rig.effects.nudged == []
    conductor.handle(PickWay(session_id, QRIS))
    tell(rig, conductor, OFFER)
    conductor.handle(HavePaid(session_id))
    assert rig.view.notice is Notice.STILL_CHECKING
    assert rig.effects.nudged == [session_id]


def test_a_code_on_the_screen_is_the_same_after_a_restart_for_the_time_that_is_left(
    rig: Rig,
) -> None:
    conductor, _ = picking(rig)
    conductor.handle(PickWay(str(rig.view.session_id), QRIS))
    tell(rig, conductor, OFFER)
    payment_id = order_on(rig).payment_id
    rig.clock.pass_(100)
    conductor = rig.conductor()
    assert stage(rig) == OFFERED
    assert order_on(rig).payment_id == payment_id
    assert [type(effect) for effect in rig.due] == [s.WatchPayment]
    rig.clock.pass_(81)
    conductor.tick()
    assert stage(rig) == s.Closing(s.CancelReason.TIME)


def test_nobody_begins_where_no_way_to_pay_works(rig: Rig) -> None:
    conductor = rig.conductor()
    conductor.handle(
        Checked((Problem(Check.PAYMENT, "qris: offline", "…"),), refused_ways=frozenset({QRIS}))
    )
    conductor.handle(Begin())
    assert rig.view.session_id is None


def late(rig: Rig, conductor: Conductor) -> tuple[str, s.PaymentCompleted]:
    """A guest has left; the code that was closed with no answer is paid."""
    session_id = str(rig.view.session_id)
    tell(rig, conductor, OFFER)
    conductor.handle(Leave(session_id))
    tell(rig, conductor, s.PaymentClosed(certain=False))
    paid = s.PaymentCompleted("2026-05-01T12:05:00.000Z", str(order_on(rig).payment_id), 35_000)
    conductor.handle(Finish(session_id))
    return session_id, paid


def test_by_the_operators_rule_a_late_payment_goes_back_once(rig: Rig) -> None:
    rig.refunds_late = True
    conductor, _ = picking(rig, QRIS)
    session_id, paid = late(rig, conductor)
    conductor.handle(Happened(session_id, paid))
    assert rig.effects.running[session_id] == (s.RefundPayment(paid.payment_id),)
    conductor.handle(Happened(session_id, paid))
    conductor.handle(Happened(session_id, s.RefundRefused()))
    conductor.handle(Happened(session_id, paid))
    found = rig.mirror.journal.load(session_id)
    assert found is not None
    assert isinstance(found.state, s.Owed)
    assert found.state.refund == s.RefundFailed()
    asked = [e for _, e in rig.mirror.journal.events(session_id) if isinstance(e, s.RefundAsked)]
    assert asked == [s.RefundAsked(s.Approval("booth", "paid late"))]


class PowerGone(Exception):
    """Nothing after this moment was done."""


@dataclass
class Powered(NotedEffects):
    on: bool = True

    def ensure(self, session_id: str, due: Iterable[s.Effect]) -> None:
        if not self.on:
            raise PowerGone
        super().ensure(session_id, due)


def test_a_late_payment_goes_back_also_where_the_power_goes_in_between(rig: Rig) -> None:
    """Right after the payment is on disk, before anything follows from it."""
    rig.refunds_late, rig.effects = True, (power := Powered())
    conductor, _ = picking(rig, QRIS)
    session_id, paid = late(rig, conductor)
    power.on = False
    with pytest.raises(PowerGone):
        conductor.handle(Happened(session_id, paid))
    power.on = True
    rig.conductor()
    assert rig.effects.running[session_id] == (s.RefundPayment(paid.payment_id),)


def test_a_refund_goes_on_after_a_restart(rig: Rig) -> None:
    rig.refunds_late = True
    conductor, _ = picking(rig, QRIS)
    session_id, paid = late(rig, conductor)
    conductor.handle(Happened(session_id, paid))
    rig.conductor()
    assert rig.effects.running[session_id] == (s.RefundPayment(paid.payment_id),)
    assert rig.view.session_id is None


def test_without_the_rule_a_late_payment_waits_for_staff(rig: Rig) -> None:
    conductor, _ = picking(rig, QRIS)
    session_id, paid = late(rig, conductor)
    conductor.handle(Happened(session_id, paid))
    assert SessionRow.get().state == "Owed"
    assert rig.effects.running[session_id] == ()


def test_a_sale_is_told_once_with_all_that_came_in(rig: Rig) -> None:
    rig.vouchers = Desk({"TEN": Voucher("v-1", 10_000, LAST_DAY)})
    conductor, session_id = picking(rig)
    conductor.handle(PickWay(session_id, VOUCHER))
    conductor.handle(EnterVoucher(session_id, "TEN"))
    conductor.handle(PickWay(session_id, CASH))
    tell(rig, conductor, s.CashReceived("bill-1", 20_000, ""))
    assert rig.sold == []
    tell(rig, conductor, s.CashReceived("bill-2", 20_000, ""))
    tell(rig, conductor, s.CashReceived("bill-2", 20_000, ""))
    tell(rig, conductor, s.CashReceived("bill-3", 5_000, ""))
    rig.conductor()
    [(sold, order)] = rig.sold
    assert sold == session_id
    assert [(r.method, r.amount) for r in order.till.received] == [
        (VOUCHER, 10_000),
        (CASH, 20_000),
        (CASH, 20_000),
    ]
    assert order_on(rig).till.received[-1] == Received("bill-3", CASH, 5_000)


def test_what_is_free_is_no_sale(rig: Rig) -> None:
    rig.methods = (PaymentMethod.FREE,)
    conductor = rig.conductor()
    conductor.handle(Choose(began(rig, conductor), "classic"))
    assert isinstance(rig.view.state, s.Shooting)
    assert rig.sold == []
    assert (rig.view.ways, rig.view.refused_ways) == ((), ())


def test_the_price_of_the_first_touch_is_held_for_the_session(rig: Rig) -> None:
    now = [20_000]
    rig.priced = lambda packages: tuple(replace(p, price=now[0]) for p in packages)
    conductor = rig.conductor()
    session_id = began(rig, conductor)
    now[0] = 90_000
    conductor.handle(Checked(()))
    assert rig.view.packages[0].price == 20_000
    conductor.handle(Choose(session_id, "classic"))
    assert order_on(rig).amount == 20_000
